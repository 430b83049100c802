// Moments as the platforms show them: in the reader's own zone, and counted from the pane's clock.

import { element } from "../dom.js";

const STYLES = {
  t: { timeStyle: "short" },
  T: { timeStyle: "medium" },
  d: { dateStyle: "short" },
  D: { dateStyle: "long" },
  f: { dateStyle: "long", timeStyle: "short" },
  F: { dateStyle: "full", timeStyle: "short" },
};
const UNITS = [
  ["year", 365 * 86400],
  ["month", 30 * 86400],
  ["day", 86400],
  ["hour", 3600],
  ["minute", 60],
];
const relative = new Intl.RelativeTimeFormat(undefined, { numeric: "always" });

/** A moment in one of Discord's styles; `R` counts from the pane's clock each time that it is redrawn. */
export function moment(unix, style, now) {
  const at = new Date(unix * 1000);
  const drawn = element("time", { title: written(at, "F"), data: { unix, style } });
  drawn.dateTime = Number.isNaN(at.getTime()) ? "" : at.toISOString();
  draw(drawn, now);
  return drawn;
}

/** Draw all moments below an element anew. */
export function redraw(root, now) {
  for (const drawn of root.querySelectorAll("time[data-style=R]")) draw(drawn, now);
}

/** A moment in words, in the reader's own zone. */
export function written(at, style = "f") {
  if (Number.isNaN(at.getTime())) return "an unknown moment";
  return new Intl.DateTimeFormat(undefined, STYLES[style] ?? STYLES.f).format(at);
}

/** A moment in UTC, to the minute: `25 September 2022, 07:00 UTC`. */
export function inUtc(at) {
  const format = { dateStyle: "long", timeStyle: "short", timeZone: "UTC" };
  return `${new Intl.DateTimeFormat("en-GB", format).format(at).replace(" at ", ", ")} UTC`;
}

function draw(drawn, now) {
  const at = new Date(Number(drawn.dataset.unix) * 1000);
  drawn.textContent = drawn.dataset.style === "R" ? counted(at, now) : written(at, drawn.dataset.style);
}

function counted(at, now) {
  const seconds = Math.round((at - now) / 1000);
  const [unit, length] = UNITS.find(([, size]) => Math.abs(seconds) >= size) ?? ["second", 1];
  return relative.format(Math.round(seconds / length), unit);
}
