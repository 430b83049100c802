// The card on top of the draft: the day of publication, or what can have happened to a published story.

import { element } from "../dom.js";
import { DateField } from "./dates.js";

/** The day from which all other dates are counted; `readings` are other days that it may be. */
export function publishedCard(board, readings = []) {
  const { data, words } = board.desk.view;
  const redate = async (date) => {
    const before = board.desk.view.words;
    if (!(await board.run([{ do: "redate", date }]))) return;
    const moved = Object.entries(board.desk.view.words).filter(
      ([place, shown]) => place !== "date" && before[place] !== shown,
    );
    board.say(moved.length === 1 ? "One other date moved with it." : `${moved.length} other dates moved with it.`);
  };
  const field = new DateField(board.desk, {
    label: "Published on",
    value: String(data.date ?? ""),
    words: words.date ?? "",
    language: () => data.language ?? "en",
    tried: (date) => date && board.try([{ do: "redate", date }]),
  });
  const form = element("form", {}, field.element, element("button", { type: "submit", className: "quiet" }, "Set"));
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    try {
      const date = await field.value();
      if (date) await redate(date);
    } catch (error) {
      board.fault(error.message);
    }
  });
  const choices = readings.map(({ date, words: shown }) => {
    const button = element("button", { type: "button", className: "choice" }, shown);
    button.addEventListener("click", () => redate(date));
    return button;
  });
  const help = "Every “next Thursday” of the article is counted from this day; another day dates them all anew.";
  const offered = element("div", { className: "choices" }, ...choices);
  return element(
    "div",
    { className: "date-card published panel" },
    form,
    offered,
    element("p", { className: "soft" }, help),
  );
}

export function happenedCard() {
  const lead = "What happened? Postpone, move or cancel an event, or say that it was held; correct a fact; add one.";
  const asked = "Before anything is saved, you see whom it reaches and what they will read.";
  const parts = [element("p", {}, lead), element("p", { className: "soft" }, asked)];
  return element("div", { className: "date-card panel" }, ...parts);
}
