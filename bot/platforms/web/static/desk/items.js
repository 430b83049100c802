// Draws the items of a story: each with what it says, what it rests on, why it is to be reviewed, what can be done.

import { element } from "../dom.js";
import { ACTS } from "./acts.js";
import { operationsOf, saidBy } from "./choices.js";
import { asList, isTrue, named, nameOf, paragraphsOf, placeOf } from "./data.js";

/** The element of an item; its form, if there is one, stands in its place. */
export function drawnItem(board, place, item, { form = null } = {}) {
  const name = named(place);
  const drawn = element("li", { className: "item", tabIndex: 0, data: { place: name } });
  if (form) {
    drawn.append(form.element);
    drawn.tabIndex = -1;
    return drawn;
  }
  drawn.append(said(board, place, item), about(board, place, item));
  for (const { why } of board.reviewsOf(place)) {
    drawn.append(element("p", { className: "review" }, element("strong", {}, "Review: "), why));
  }
  drawn.append(...problemsAt(board.desk.view.problems, place).map(problem));
  drawn.append(element("div", { className: "choices" }), acts(board, place, item));
  return drawn;
}

function said(board, place, item) {
  const data = board.desk.data;
  switch (place[0]) {
    case "quotations":
      return element("p", { className: "said" }, element("q", {}, String(item.text ?? "")));
    case "entities":
      return element("p", { className: "said" }, ...chooser(board, item), strong(item.name), ` ${item.role ?? ""}`);
    case "events":
      return element("p", { className: "said" }, strong(item.name), ` ${item.description ?? ""}`);
    case "topics":
      return element("p", { className: "said" }, String(item.name ?? ""));
    case undefined:
      return element("p", { className: "said" }, strong(data.headline));
    default:
      return element("p", { className: "said" }, String(item.text ?? ""));
  }
}

const strong = (text) => element("strong", {}, String(text ?? ""));

function chooser(board, { id, name }) {
  const box = element("input", { type: "checkbox", checked: board.chosen.has(id), tabIndex: -1 });
  box.setAttribute("aria-label", `Choose ${name}`);
  box.addEventListener("change", () => board.choose(id, box.checked));
  return [box, " "];
}

function about(board, place, item) {
  const data = board.desk.data;
  const chips = [];
  const chip = (text, className = "") => text && chips.push(element("span", { className: `chip ${className}` }, text));
  const key = { quotations: "date", facts: "date", events: "start" }[place[0]];
  if (place[0] === "facts" && item.kind && item.kind !== "fact") chip(item.kind, item.kind);
  if (place[0] === "quotations" || item.kind === "claim") chip(saidBy(data, item) || "nobody said it", "speaker");
  if (item.via) chip(`via ${nameOf(data, item.via)}`);
  if (place[0] === "quotations" && item.to) chip(`to ${nameOf(data, item.to)}`);
  if (place[0] === "entities") chip(item.type, "type");
  if (place[0] === "events") chip(item.status ?? "scheduled", item.status ?? "scheduled");
  if (key && item[key]) chip(board.desk.view.words[named([...place, key])] ?? item[key], "when");
  if (place[0] === "events" && item.place) chip(typeof item.place === "object" ? item.place.text : item.place);
  if (isTrue(item.key)) chip("told first");
  if (place[0] === "quotations" && item.about) chip(item.about, "about");
  for (const alias of place[0] === "entities" ? asList(item.aliases) : []) chip(alias, "alias");
  const numbers = paragraphsOf(item);
  if (numbers.length) chip(numbers.map((number) => `¶ ${number}`).join(" "), "paragraphs");
  return element("p", { className: "chips" }, ...chips.flatMap((each) => [each, " "]));
}

/** The problems of an item; those of its parts count as its own. */
function problemsAt(problems, place) {
  if (!place.length) return [];
  return problems.filter((each) => each.place && place.every((key, index) => each.place[index] === key));
}

function problem({ message, warning }) {
  return element("p", { className: warning ? "warned" : "fault" }, message);
}

function acts(board, place, item) {
  const found = ACTS.filter(({ can }) => can(board, place, item));
  const buttons = found.map((act) => {
    const button = element("button", { type: "button", className: "quiet", data: { key: act.key } });
    button.append(act.name(board, place, item), " ", element("kbd", {}, act.key));
    button.addEventListener("click", () => act.act(board, place, item));
    return button;
  });
  return element("div", { className: "acts" }, ...buttons);
}

/** Draw what can be chosen for an item, each with the key of its digit. */
export function drawChoices(board, drawn, choices) {
  const place = placeOf(drawn.dataset.place);
  const buttons = choices.map((choice, index) => {
    const button = element("button", { type: "button", className: "choice", data: { key: String(index + 1) } });
    if (choice.is !== undefined) button.setAttribute("aria-pressed", String(choice.is));
    button.append(element("kbd", {}, String(index + 1)), ` ${choice.label}`);
    button.addEventListener("click", async () =>
      board.run(await operationsOf(choice, board.desk, place), { onwards: true }),
    );
    return button;
  });
  drawn.querySelector(".choices")?.replaceChildren(...buttons);
}
