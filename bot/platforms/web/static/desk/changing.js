// What happens to a published story: it is corrected aloud, an event is postponed, moved, cancelled or held.

import { element, newId } from "../dom.js";
import { DateField } from "./dates.js";
import { opened } from "./dialogs.js";

const WORDS = {
  postponed: {
    title: "Postpone",
    done: "It is postponed.",
    lead: "Its reminders are withdrawn until a new date is known.",
  },
  rescheduled: {
    title: "Move",
    done: "It is moved.",
    lead: "Its reminders move with it; chats that got one are told.",
  },
  cancelled: {
    title: "Cancel",
    done: "It is cancelled.",
    lead: "Its reminders are withdrawn; chats that got one are told.",
  },
  held: { title: "Held", done: "It was held.", lead: "It has taken place; no more reminders go out." },
};

/** Opens the form of each change, and hands the operation to the board, which shows whom it reaches before it is saved. */
export class Changing {
  #board;

  constructor(board) {
    this.#board = board;
  }

  /** Say aloud that a fact, or an event's detail, was wrong. */
  async correct(place) {
    const item = this.#board.item(place);
    const isEvent = place[0] === "events";
    const right = field("What is right", "textarea", {
      value: String(isEvent ? textOf(item.place) : item.text),
      rows: 3,
      required: true,
    });
    const which = field("Which detail", "select", {});
    which.input.append(
      new Option("the place", "place"),
      new Option("what it is", "description"),
      new Option("its name", "name"),
    );
    which.input.addEventListener("change", () => {
      right.input.value = textOf(item[which.input.value]);
    });
    const told = field("What was wrong, for readers", "textarea", {
      rows: 2,
      required: true,
      placeholder: "An earlier version said …",
    });
    const form = [
      element("p", {}, "Every post that showed it is edited, or replied to."),
      isEvent ? which.drawn : "",
      right.drawn,
      told.drawn,
    ];
    if ((await asked(`Correct the ${isEvent ? "event" : "fact"}`, form, [right.input, told.input])) !== "yes") return;
    const where = [...place, isEvent ? which.input.value : "text"];
    await this.#run(
      { do: "correct", place: where, value: right.input.value.trim(), told: told.input.value.trim(), date: today() },
      "It is corrected.",
    );
  }

  /** Change an event's plan. */
  async plan(place, status) {
    const event = this.#board.item(place);
    const { title, done, lead } = WORDS[status];
    const zone = () => event.zone ?? "";
    const start = new DateField(this.#board.desk, {
      label: status === "held" ? "Held on" : "New date",
      value: status === "held" ? String(event.start ?? "") : "",
      zone,
    });
    const known = new DateField(this.#board.desk, { label: "Known since", value: today(), zone });
    const note = field("Why, for readers", "input", { type: "text", maxLength: 1000 });
    const publisher = field("Who reports it", "input", { type: "text", maxLength: 80 });
    const url = field("Link", "input", { type: "url", maxLength: 2000, placeholder: "https://" });
    const source = element("fieldset", {}, element("legend", {}, "Source of the news"), publisher.drawn, url.drawn);
    const needsDate = status === "rescheduled" || status === "held";
    start.input.required = needsDate;
    const parts = [
      element("p", {}, lead),
      ...(status === "cancelled" || status === "postponed" ? [] : [start.element]),
      known.element,
      note.drawn,
      source,
    ];
    const problem = element("p", { className: "fault", role: "alert" });
    let dates = null;
    const check = async () => {
      dates = { start: needsDate ? await start.value() : null, changed: await known.value() };
      if (needsDate && !dates.start) throw new Error("It needs its new date.");
      if (!dates.changed) throw new Error("Say since when it is known.");
    };
    if ((await asked(`${title}: ${event.name}`, [...parts, problem], [], { check, problem })) !== "yes") return;
    const from = { publisher: publisher.input.value.trim(), url: url.input.value.trim() };
    const told = Object.fromEntries(Object.entries(from).filter(([, text]) => text));
    const operation = { do: "plan", event: event.id, status, ...dates, note: note.input.value.trim() || null };
    await this.#run({ ...operation, source: Object.keys(told).length ? told : null }, done);
  }

  /** Take the story back. */
  async retract() {
    const reason = field("Why, for readers", "textarea", { rows: 3, required: true, maxLength: 1000 });
    const lead = "Readers are told that it was taken back; its posts are edited, its reminders withdrawn.";
    if ((await asked("Retract the story", [element("p", {}, lead), reason.drawn], [reason.input])) !== "yes") return;
    await this.#run({ do: "retract", date: today(), reason: reason.input.value.trim() }, "The story is retracted.");
  }

  async #run(operation, said) {
    await this.#board.run([operation], { said });
  }
}

/** A place may stand alone, or with its paragraph. */
const textOf = (value) => String((typeof value === "object" ? value?.text : value) ?? "");

function field(label, tag, properties) {
  const input = element(tag, { id: newId("change"), ...properties });
  return { input, drawn: element("div", { className: "field" }, element("label", { for: input.id }, label), input) };
}

/** Show a form in a window; `check` may refuse what it holds with an Error. */
function asked(title, parts, needed, { check = async () => {}, problem = null } = {}) {
  const buttons = [
    { value: "yes", words: "See whom it reaches" },
    { value: "", words: "Leave", quiet: true },
  ];
  const closed = opened(title, [element("div", { className: "content form" }, ...parts)], buttons);
  const form = document.querySelector("dialog[open] form");
  (needed[0] ?? form.querySelector("input, textarea")).focus();
  form.querySelector("button[value='']").formNoValidate = true;
  form.addEventListener("submit", async (event) => {
    if (event.submitter?.value !== "yes") return;
    event.preventDefault();
    try {
      await check();
      form.closest("dialog").close("yes");
    } catch (error) {
      problem.textContent = error.message;
    }
  });
  return closed;
}

const today = () => document.querySelector("#panes").dataset.now.slice(0, 10);
