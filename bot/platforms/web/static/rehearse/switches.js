// Events that are switched, or tried on another day, and what that would mean: withdrawn, told, edited.

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
    drawn.append(element("div", { className: "choices" }, ...buttons), this.#day({ story, event, start }, group));
    if (made) drawn.append(this.#consequences(run, made));
    return drawn;
  }

  /** The day on which the event is tried; it keeps the time that it has. Without a day it is at its own date. */
  #day({ story, event, start }, group) {
    const tried = this.#scene.dates.find((each) => each.story === story && each.event === event);
    const id = `${group}-day`;
    const value = tried?.start.slice(0, 10) ?? "";
    const field = element("input", { type: "date", id, value, min: "1900-01-01", max: "2199-12-31" });
    const time = start[10] === "T" ? start.slice(10) : "";
    field.addEventListener("change", () => {
      if (!field.validity.valid) return; // a year that is half typed
      this.#scene.dateEvent(story, event, field.value && field.value + time);
    });
    return element("span", { className: "field" }, element("label", { for: id }, "On another day"), field);
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
