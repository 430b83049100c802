// Mends what rules get wrong: a sentence is cut in two; entities are merged, split, dropped and retyped together.

import { element, newId } from "../dom.js";
import { asList } from "./data.js";
import { TYPES } from "./kinds.js";

const SECOND =
  /[;:–—]\s|,\s(?=(and|but|while|which|who|a|ali|dok|koji|koja|koje|и|но|а|который|которая)\s)|\s(?=(and|but|while)\s)/iu;

/** Show a sentence in which the cursor says where it is cut. */
export function cut(board, place) {
  const text = String(board.item(place).text ?? "");
  const id = newId("cut");
  const help = element(
    "p",
    { className: "soft", id: `${id}-help` },
    "Move the cursor to where the second sentence begins, and press Enter.",
  );
  const input = element("textarea", {
    id,
    value: text,
    readOnly: true,
    rows: Math.ceil(text.length / 60) + 1,
    aria: { describedby: `${id}-help` },
  });
  const shown = element("p", { className: "halves" });
  const confirm = element("button", { type: "submit" }, "Cut here ", element("kbd", {}, "Enter"));
  const leave = element("button", { type: "button", className: "quiet" }, "Cancel ", element("kbd", {}, "Esc"));
  const label = element("label", { for: id }, "Where it is cut");
  const form = element(
    "form",
    { className: "form" },
    label,
    input,
    help,
    shown,
    element("div", { className: "buttons" }, confirm, leave),
  );
  const show = () => {
    const [first, second] = [text.slice(0, input.selectionStart).trim(), text.slice(input.selectionStart).trim()];
    shown.replaceChildren(
      element("span", {}, first || "…"),
      element("span", { className: "cut", aria: { hidden: "true" } }, " ✂ "),
      element("span", {}, second || "…"),
    );
    confirm.disabled = !first || !second;
  };
  const finish = () => {
    const offset = [...text.slice(0, input.selectionStart)].length; // in characters, as the server counts
    if (!confirm.disabled) board.run([{ do: "cut", place, at: offset }]);
  };
  leave.addEventListener("click", () => board.close());
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    finish();
  });
  form.addEventListener("keydown", (event) => {
    if (event.key === "Escape") board.close();
    if (event.key === "Enter" && event.target === input) finish();
    if (event.key === "Escape" || (event.key === "Enter" && event.target === input)) event.preventDefault();
  });
  for (const name of ["keyup", "click", "select"]) input.addEventListener(name, show);
  board.open(place, {
    element: form,
    focus() {
      const found = SECOND.exec(text);
      const middle = found ? found.index + found[0].length : text.indexOf(" ", text.length / 2) + 1;
      input.focus();
      input.setSelectionRange(middle, middle);
      show();
    },
  });
}

/** Merge the entities that are chosen into one, which keeps its name and role. */
export function merge(board, id) {
  const ids = [id, ...[...board.chosen].filter((each) => each !== id)];
  board.chosen.clear();
  board.run([{ do: "merge", ids }], { said: `${ids.length} are one now.` });
}

/** Show the other names of an entity, of which some are to be an entity of their own. */
export function split(board, place) {
  const entity = board.item(place);
  const boxes = asList(entity.aliases).map((alias) => {
    const box = element("input", { type: "checkbox", value: alias, id: newId("alias") });
    return [box, element("span", { className: "tick" }, box, element("label", { for: box.id }, alias))];
  });
  const legend = element("legend", {}, `Which of these names is not ${entity.name}?`);
  const confirm = element("button", { type: "submit" }, "Split off");
  const leave = element("button", { type: "button", className: "quiet" }, "Cancel ", element("kbd", {}, "Esc"));
  const list = element("fieldset", {}, legend, ...boxes.map(([, drawn]) => drawn));
  const form = element("form", { className: "form" }, list, element("div", { className: "buttons" }, confirm, leave));
  leave.addEventListener("click", () => board.close());
  form.addEventListener("keydown", (event) => event.key === "Escape" && board.close());
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const aliases = boxes.filter(([box]) => box.checked).map(([box]) => box.value);
    if (aliases.length) board.run([{ do: "split", id: entity.id, aliases }]);
  });
  board.open(place, { element: form, focus: () => boxes[0][0].focus() });
}

/** The buttons for all entities that are chosen. */
export function bulk(board) {
  const words = element("span", { className: "count" });
  const drop = element("button", { type: "button", className: "quiet" }, "Drop");
  drop.addEventListener("click", () => board.run([{ do: "drop-entities", ids: [...board.chosen] }]));
  const join = element("button", { type: "button", className: "quiet" }, "Merge");
  join.addEventListener("click", () => merge(board, firstChosen(board)));
  const types = TYPES.map((type) => {
    const button = element("button", { type: "button", className: "quiet" }, type);
    button.addEventListener("click", () => board.run([{ do: "retype", ids: [...board.chosen], type }]));
    return button;
  });
  const group = element("div", {
    className: "bulk",
    role: "group",
    hidden: true,
    aria: { label: "All that are chosen" },
  });
  group.append(words, join, drop, element("span", {}, "They are each a"), ...types);
  return group;
}

/** Show these buttons while something is chosen. */
export function showBulk(board, root) {
  const group = root.querySelector(".bulk");
  if (!group) return;
  group.hidden = board.chosen.size === 0;
  group.querySelector(".count").textContent = `${board.chosen.size} chosen:`;
}

function firstChosen(board) {
  return asList(board.desk.data.entities).find(({ id }) => board.chosen.has(id)).id;
}
