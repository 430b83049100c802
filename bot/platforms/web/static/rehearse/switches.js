// Events that are switched for trial, and what that would mean: withdrawn, told, edited.

import { element } from "../dom.js";
import { inUtc } from "../preview/moments.js";
import { leadInWords, localTime } from "./run.js";

const STATUSES = [
  ["", "As planned"],
  ["postponed", "Postponed"],
  ["cancelled", "Cancelled"],
];

export class Switches {
  #root;
  #scene;

  constructor(root, scene) {
    this.#root = root;
    this.#scene = scene;
  }

  /** Draw a run's events, and what became of those that are switched. */
  show(run) {
    const focused = document.activeElement?.id;
    this.#root.replaceChildren(...run.events.map((event) => this.#event(run, event)));
    if (focused) document.getElementById(focused)?.focus();
  }

  #event(run, { story, event, name, start, headline }) {
    const made = this.#scene.switches.find((each) => each.story === story && each.event === event);
    const legend = element("legend", {}, name);
    const about = element("p", { className: "soft" }, `${start} · ${headline}`);
    const group = `switch-${story}-${event}`;
    const buttons = STATUSES.map(([status, label]) => {
      const id = `${group}-${status || "planned"}`;
      const button = element("input", { type: "radio", name: group, id, checked: (made?.status ?? "") === status });
      button.addEventListener("change", () => this.#scene.switchEvent(story, event, status));
      return element("span", {}, button, element("label", { for: id }, label));
    });
    const drawn = element("fieldset", { className: "switch panel" }, legend, about);
    drawn.append(element("div", { className: "choices" }, ...buttons));
    if (made) drawn.append(this.#consequences(run, made));
    return drawn;
  }

  #consequences(run, made) {
    const changes = run.happenings.filter(
      (each) => each.kind === "change" && each.story === made.story && each.event === made.event,
    );
    const list = element("dl", { className: "consequences" });
    const add = (term, items) => {
      list.append(element("dt", {}, `${term}: ${items.length}`));
      list.append(...items.map((item) => element("dd", {}, item)));
    };
    const chat = (change) => (run.chats.length > 1 ? ` (${run.chats[change.chat].name})` : "");
    const each = (key, words) => changes.flatMap((change) => change[key].map((row) => words(row) + chat(change)));
    add(
      "Withdrawn",
      each("withdrawn", (row) => `${leadInWords(row.lead)}, ${localTime(row)}`),
    );
    add(
      "Told",
      changes.filter(({ told }) => told).map((change) => run.chats[change.chat].name),
    );
    add(
      "Edited",
      each("edited", (row) => `the post of ${localTime(row)}`),
    );
    const title = element("p", {}, `${made.status} as of ${inUtc(new Date(made.at))}`);
    return element("div", { role: "group", aria: { label: "What that means" } }, title, list);
  }
}
