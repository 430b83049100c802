// What each kind of item is made of: the fields of its form, in the order in which an editor looks at them.

const PARAGRAPH = { path: ["paragraph"], label: "Paragraphs", type: "paragraphs" };
const ABOUT = { path: ["about"], label: "About", type: "several", among: "entities" };

/** A field of words that must not be the article's. */
const own = (label, path = ["text"]) => ({ path, label, type: "text", own: true });
const line = (label, ...path) => ({ path, label, type: "line" });
const date = (label, ...path) => ({ path, label, type: "date" });
const one = (label, among, ...path) => ({ path, label, type: "one", among });

export const TYPES = ["person", "organisation", "place", "thing"];

/** By the list of the file in which the items stand. */
export const KINDS = {
  summary: { title: "Summary", one: "a sentence", cut: true, fields: [own("Sentence"), PARAGRAPH] },
  quotations: {
    title: "Quotations",
    one: "a quotation",
    speaker: true,
    fields: [
      { path: ["text"], label: "Words of the article", type: "text" },
      one("Said by", "entities", "said_by"),
      own("About what", ["about"]),
      date("Date", "date"),
      one("Said to", "entities", "to"),
      one("Published by", "entities", "via"),
      PARAGRAPH,
    ],
  },
  facts: {
    title: "Facts",
    one: "a fact",
    cut: true,
    claim: true,
    speaker: true,
    fields: [
      own("In our own words"),
      { path: ["kind"], label: "Kind", type: "choice", choices: ["fact", "claim", "background"], usual: "fact" },
      { path: ["said_by"], label: "Claimed by", type: "several", among: "entities" },
      one("Carried by", "entities", "via"),
      date("Date", "date"),
      PARAGRAPH,
      ABOUT,
      { path: ["topics"], label: "Topics", type: "several", among: "topics" },
      { path: ["events"], label: "Its reminders carry it", type: "several", among: "events" },
      { path: ["key"], label: "Among the first things to tell", type: "flag" },
    ],
  },
  events: {
    title: "Events",
    one: "an event",
    fields: [
      line("Name", "name"),
      date("Date", "start"),
      { path: ["zone"], label: "Time zone of the place", type: "zone" },
      { path: ["place"], label: "Place", type: "place" },
      {
        path: ["status"],
        label: "Status",
        type: "choice",
        choices: ["scheduled", "postponed", "rescheduled", "cancelled", "held"],
        usual: "scheduled",
      },
      own("What it is, in our own words", ["description"]),
      PARAGRAPH,
      ABOUT,
      { path: ["aliases"], label: "Other names that readers may type, one a line", type: "names" },
    ],
  },
  entities: {
    title: "People, organisations, places, things",
    one: "an entity",
    fields: [
      line("Name", "name"),
      { path: ["type"], label: "What it is", type: "choice", choices: TYPES },
      own("Role, in our own words", ["role"]),
      { path: ["aliases"], label: "Other names, one a line", type: "names" },
      PARAGRAPH,
      { path: ["plural"], label: "Its name stands for several", type: "flag" },
    ],
  },
  topics: { title: "Topics", one: "a topic", fields: [line("Name", "name")] },
};

/** Of the story itself; the date of publication has a card of its own. */
export const STORY = {
  title: "The article",
  one: "the story",
  fields: [
    line("Headline", "headline"),
    { path: ["credit", "text"], label: "Credit", type: "text" },
    { path: ["credit", "own"], label: "The article is our own: the story may use its words", type: "flag" },
    line("Publisher", "source", "publisher"),
    line("Byline", "source", "byline"),
    line("Link", "source", "url"),
    line("Archived copy", "source", "archived"),
    line("Link of the picture", "source", "picture", "url"),
    line("Credit of the picture", "source", "picture", "credit"),
    line("What the picture shows", "source", "picture", "alt"),
    { path: ["language"], label: "Language", type: "choice", choices: ["en", "bs", "hr", "sr", "ru"], usual: "en" },
    { path: ["date_note"], label: "Note on the dates, for readers", type: "text" },
  ],
};

/** The keys under which an item of a list may have a date. */
export const DATES = { quotations: "date", facts: "date", events: "start" };
