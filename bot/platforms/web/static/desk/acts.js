// What can be done to an item: one table for its buttons and for the keys.

import { candidates } from "./choices.js";
import { asList } from "./data.js";
import { KINDS } from "./kinds.js";

const isItem = (place) => place.length === 2 && place[0] in KINDS;
const isOf = (place, ...lists) => isItem(place) && lists.includes(place[0]);

/** Each act: its key, its name, whether it can be done to an item, and what it does. */
export const ACTS = [
  {
    key: "a",
    name: () => "Accept",
    can: (board, place) => board.reviewsOf(place).length > 0,
    act: (board, place) => board.run(board.accepting(place), { onwards: true }),
  },
  {
    key: "o",
    name: () => "Correct aloud",
    can: (board, place) => board.desk.isPublic && isOf(place, "facts", "events"),
    act: (board, place) => board.changing.correct(place),
  },
  {
    key: "t",
    name: () => "Postpone",
    can: (board, place) => board.desk.isPublic && isOf(place, "events"),
    act: (board, place) => board.changing.plan(place, "postponed"),
  },
  {
    key: "v",
    name: () => "Move",
    can: (board, place) => board.desk.isPublic && isOf(place, "events"),
    act: (board, place) => board.changing.plan(place, "rescheduled"),
  },
  {
    key: "l",
    name: () => "Cancel",
    can: (board, place) => board.desk.isPublic && isOf(place, "events"),
    act: (board, place) => board.changing.plan(place, "cancelled"),
  },
  {
    key: "h",
    name: () => "Held",
    can: (board, place) => board.desk.isPublic && isOf(place, "events"),
    act: (board, place) => board.changing.plan(place, "held"),
  },
  {
    key: "e",
    name: (board) => (board.desk.isPublic ? "Mend silently" : "Edit"),
    can: (_, place) => place.length === 0 || isItem(place),
    act: (board, place) => board.edit(place),
  },
  {
    key: "c",
    name: (_, __, item) => (item.kind === "claim" ? "It is a fact" : "It is a claim"),
    can: (_, place) => isOf(place, "facts"),
    act: (board, place, item) => board.run([{ do: "toggle-claim", place, said_by: speakerFor(board, item) }]),
  },
  {
    key: "s",
    name: () => "Cut in two",
    can: (board, place) => isItem(place) && KINDS[place[0]].cut && !board.desk.isPublic,
    act: (board, place) => board.cut(place),
  },
  {
    key: "m",
    name: (board) => `Merge ${board.chosen.size} into this`,
    can: (board, place, item) => isOf(place, "entities") && [...board.chosen].some((id) => id !== item.id),
    act: (board, _, item) => board.merge(item.id),
  },
  {
    key: "i",
    name: () => "Split off a name",
    can: (_, place, item) => isOf(place, "entities") && asList(item.aliases).length > 0,
    act: (board, place) => board.split(place),
  },
  {
    key: "n",
    name: (_, place) => `Add ${KINDS[place[0]].one} here`,
    can: (_, place) => isItem(place),
    act: (board, place) => board.add(place),
  },
  {
    key: "x",
    name: () => "Drop",
    can: (board, place) => isItem(place) && !board.desk.isPublic,
    act: (board, place, item) =>
      board.run([place[0] === "entities" ? { do: "drop-entities", ids: [item.id] } : { do: "drop", place }], {
        onwards: board.reviewsOf(place).length > 0,
      }),
  },
];

function speakerFor(board, item) {
  if (item.kind === "claim") return null;
  return asList(item.said_by)[0] ?? candidates(board.desk.data, item)[0]?.id ?? null;
}
