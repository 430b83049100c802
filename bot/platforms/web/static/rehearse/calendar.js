// The calendar of a run: a table for each month, and an agenda; each entry leads to its moment.

import { element } from "../dom.js";
import { leadInWords, localTime } from "./run.js";

const WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const WORDS = { withdrawn: "withdrawn", skipped: "not posted" };
const monthName = new Intl.DateTimeFormat("en-GB", { month: "long", year: "numeric", timeZone: "UTC" });
const dayName = new Intl.DateTimeFormat("en-GB", { dateStyle: "full", timeZone: "UTC" });

export class Calendar {
  #root;
  #goTo;
  #entries = [];

  /** `goTo(moment)` sets the clock. */
  constructor(root, goTo) {
    this.#root = root;
    this.#goTo = goTo;
  }

  /** Draw a run's rows: `view` is `month` or `agenda`. */
  show(run, chat, view) {
    this.#entries = [];
    const rows = run.rows(chat);
    const days = Map.groupBy(rows, (row) => row.local.slice(0, 10));
    const drawn = view === "month" ? this.#months(run, days) : this.#agenda(run, days);
    const none = element("p", { className: "soft" }, "Nothing is planned in this time.");
    this.#root.replaceChildren(...(rows.length ? drawn : [none]));
    for (const [what, count] of Object.entries(run.leftOff)) {
      if (count) this.#root.append(element("p", {}, `And ${count} more ${what}, which are too many to draw.`));
    }
  }

  /** Mark what has happened until then. */
  markUntil(now) {
    for (const { item, at } of this.#entries) item.classList.toggle("past", at <= now);
  }

  #agenda(run, days) {
    return [...days].map(([day, rows]) => {
      const heading = element("h3", {}, dayName.format(new Date(`${day}T00:00Z`)));
      const items = rows.map((row) => element("li", {}, this.#entry(run, row)));
      return element("section", { className: "day" }, heading, element("ol", {}, ...items));
    });
  }

  #months(run, days) {
    return months([...days.keys()]).map((month) => {
      const caption = element("caption", {}, monthName.format(month));
      const heads = WEEKDAYS.map((day) =>
        element("th", { scope: "col" }, element("abbr", { title: day }, day.slice(0, 3))),
      );
      const weeks = weeksOf(month).map((week) =>
        element("tr", {}, ...week.map((day) => this.#cell(run, day, month, days))),
      );
      const head = element("thead", {}, element("tr", {}, ...heads));
      return element("table", { className: "month" }, caption, head, element("tbody", {}, ...weeks));
    });
  }

  #cell(run, day, month, days) {
    if (day.getUTCMonth() !== month.getUTCMonth()) return element("td", { className: "outside" });
    const number = element("span", { className: "number" }, String(day.getUTCDate()));
    const rows = days.get(day.toISOString().slice(0, 10)) ?? [];
    return element("td", {}, number, ...rows.map((row) => this.#entry(run, row, { short: true })));
  }

  #entry(run, row, { short = false } = {}) {
    const at = new Date(row.state === "post" ? row.at : row.due);
    const item = element("button", { type: "button", className: `entry ${row.state}`, data: { key: row.key } });
    const chat = run.chats.length > 1 ? run.chats[row.chat].name : "";
    const state = WORDS[row.state] ? `${WORDS[row.state]}: ${row.reason}` : "";
    const more = [leadInWords(row.lead), chat, ...row.marks, state].filter(Boolean).join(" · ");
    const time = element("time", { dateTime: row.due }, row.local.slice(11));
    const zone = short ? null : element("span", { className: "zone" }, ` ${row.zone}`);
    const name = element(row.state === "post" ? "span" : "s", { className: "name" }, row.name);
    const words = element("span", { className: short ? "hidden-visually" : "more" }, more);
    item.append(time, ...(zone ? [zone] : []), " ", name, " ", words);
    item.title = `${row.name}: ${localTime(row)} (${row.due.slice(11, 16)} UTC), ${more}`;
    item.addEventListener("click", () => this.#goTo(at));
    this.#entries.push({ item, at });
    return item;
  }
}

/** The first days of the months between the first and the last of these days. */
function months(days) {
  const [first, last] = [days[0], days.at(-1)].map((day) => new Date(`${day.slice(0, 7)}-01T00:00Z`));
  const found = [];
  for (let at = first; at <= last; at = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1))) found.push(at);
  return found;
}

/** A month's weeks, from Monday to Sunday, with the days around it that fill them up. */
function weeksOf(month) {
  const day = new Date(month);
  day.setUTCDate(1 - ((month.getUTCDay() + 6) % 7));
  const weeks = [];
  do {
    weeks.push(Array.from({ length: 7 }, (_, number) => new Date(Number(day) + number * 86_400_000)));
    day.setUTCDate(day.getUTCDate() + 7);
  } while (day.getUTCMonth() === month.getUTCMonth());
  return weeks;
}
