// What can be chosen for an item with one key: another reading of its date, its speaker, what an entity is.

import { asList, at, isTrue, named, paragraphsOf, speakersOf } from "./data.js";
import { withoutOffset } from "./dates.js";
import { DATES, KINDS, TYPES } from "./kinds.js";

const MOST = 9; // there are so many keys with one digit
const MOST_SPEAKERS = 6;

/** The key of an item's date, if it may have one. */
export const dateKeyOf = (place) => (place.length === 0 ? "date" : place.length === 2 ? DATES[place[0]] : undefined);

/** Choices for an item as `{label, operations}`, with `is` for what stands there now; `readings` are other dates, by place. */
export function choicesFor(data, place, item, readings) {
  const found = [
    ...ours(place, data),
    ...dates(place, item, readings),
    ...speakers(data, place, item),
    ...types(place, item),
    ...zones(data, place, item),
  ];
  return found.slice(0, MOST);
}

/** One's own article may be told in its own words. */
function ours(place, data) {
  if (place.length || isTrue(data.credit?.own) || data.status !== "draft") return [];
  const operations = [{ do: "set", place: ["credit", "own"], value: true }];
  return [{ label: "The article is our own: its words may stay", operations }];
}

function dates(place, item, readings) {
  const key = place.length ? dateKeyOf(place) : null; // the card of the day of publication has its own
  const other = key ? (readings.get(named([...place, key])) ?? []) : [];
  return other.map(({ date, words }) => ({
    label: words,
    operations: [{ do: "set", place: [...place, key], value: date }, ...accepted(place, item)],
  }));
}

function speakers(data, place, item) {
  const isSaid = place.length === 2 && KINDS[place[0]]?.speaker && (place[0] === "quotations" || item.kind === "claim");
  if (!isSaid) return [];
  const now = asList(item.said_by);
  return candidates(data, item).map(({ id, name }) => ({
    label: name,
    is: now.includes(id),
    operations: [{ do: "set", place: [...place, "said_by"], value: id }, ...accepted(place, item)],
  }));
}

/** Who may have said it: people before organisations, those whom its paragraph or the one before names first. */
export function candidates(data, item) {
  const cited = paragraphsOf(item);
  const near = [...cited, ...cited.map((number) => number - 1)];
  const rank = (entity) => {
    const there = paragraphsOf(entity);
    const distance = cited.some((number) => there.includes(number))
      ? 0
      : near.some((number) => there.includes(number))
        ? 2
        : 4;
    return distance + (entity.type === "person" ? 0 : 1);
  };
  const who = asList(data.entities).filter(({ type }) => type === "person" || type === "organisation");
  return who
    .map((entity, index) => [rank(entity), index, entity])
    .sort(([one, first], [other, second]) => one - other || first - second)
    .slice(0, MOST_SPEAKERS)
    .map(([, , entity]) => entity);
}

function types(place, item) {
  if (place[0] !== "entities" || place.length !== 2) return [];
  return TYPES.map((type) => ({
    label: type,
    is: type === item.type,
    operations: [{ do: "retype", ids: [item.id], type }],
  }));
}

/** Time zones for an event whose own is not known: those of the other events, and the editor's. */
function zones(data, place, item) {
  if (place[0] !== "events" || place.length !== 2 || item.zone !== "UTC") return [];
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const others = asList(data.events).map(({ zone }) => zone);
  const found = [...new Set([...others, here])].filter((zone) => zone && zone !== "UTC");
  return found.map((zone) => ({ label: `The clocks of ${zone}`, operations: [], zone }));
}

/** The operations of a choice; a time of day is read anew by the clocks of another zone. */
export async function operationsOf({ operations, zone }, desk, place) {
  if (!zone) return operations;
  const item = at(desk.data, place);
  const found = [{ do: "set", place: [...place, "zone"], value: zone }];
  if (String(item.start ?? "").includes("T")) {
    const { date } = await desk.ask("date", { typed: withoutOffset(item.start), zone, language: "en" });
    if (date) found.push({ do: "set", place: [...place, "start"], value: date });
  }
  return [...found, ...accepted(place, item)];
}

/** What settles the review of an item, if it has one. */
const accepted = (place, item) => (item.review ? [{ do: "accept", place }] : []);

/** By whom an item is said, in words. */
export function saidBy(data, item) {
  const names = speakersOf(data, item);
  return names.length ? names.join(", ") : "";
}
