// Reading a story file's plain data, in which each value may stand alone or in a list, as text or not.

/** A value as a list: nothing, one, or what the list holds. */
export const asList = (value) => (value === undefined || value === null ? [] : Array.isArray(value) ? value : [value]);

/** Whether a value stands for true. */
export const isTrue = (value) => value === true || value === "true";

/** A place as a text, to find its element by. */
export const named = (place) => place.join(".");

/** What stands at a place of the data. */
export const at = (data, place) => place.reduce((found, key) => found?.[key], data);

/** The paragraphs that an item cites. */
export const paragraphsOf = (item) => asList(item?.paragraph).map(Number);

/** The entity with an id. */
export const entityOf = (data, id) => asList(data.entities).find((each) => each?.id === id);

/** The name of an entity; its id where there is none. */
export const nameOf = (data, id) => entityOf(data, id)?.name ?? id;

/** The names of all that an item is said by. */
export const speakersOf = (data, item) => asList(item?.said_by).map((id) => nameOf(data, id));

/** What an item is called in a list: its text, its name, or what it is about. */
export const titleOf = (item) => String(item?.text ?? item?.name ?? item?.headline ?? "");

/** The beginning of a text. */
export const shortened = (text, most = 70) => (text.length > most ? `${text.slice(0, most).trimEnd()}…` : text);

/** The place of the item that a place lies in; the story itself holds what stands in no list of items. */
export const itemAt = (place, lists) => (place.length > 1 && lists.includes(place[0]) ? place.slice(0, 2) : []);

/** The place of a text such as `["facts", 3]`, from its name. */
export const placeOf = (name) =>
  name === "" ? [] : name.split(".").map((key) => (/^\d+$/.test(key) ? Number(key) : key));
