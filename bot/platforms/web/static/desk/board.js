// The draft beside the article: all items in their sections, which of them is at hand, and which has its form open.

import { element } from "../dom.js";
import { happenedCard, publishedCard } from "./cards.js";
import { choicesFor, dateKeyOf } from "./choices.js";
import { Runs } from "./copied.js";
import { asList, at, itemAt, named, paragraphsOf, placeOf, shortened } from "./data.js";
import { Form } from "./form.js";
import { drawChoices, drawnItem } from "./items.js";
import { KINDS, STORY } from "./kinds.js";
import { bulk, cut, merge, showBulk, split } from "./mending.js";
import { Spot } from "./spot.js";

const SECTIONS = ["summary", "quotations", "facts", "events", "entities", "topics"];
const PUBLIC_SECTIONS = ["events", "facts", "quotations", "summary", "entities", "topics"]; // what changes stands first

const MOST_ASKED = 60;

export class Board {
  #root;
  #readings = new Map();
  #form = null;
  #runs = new Runs([]);
  #article_of = null;
  #asked = new Set();
  #shape = "";

  /** `say(text)` and `fault(text)` tell the editor something; `tried(view)` hears of what is tried, and of its end. */
  constructor(root, desk, article, { say, fault, tried }) {
    this.#root = root;
    this.desk = desk;
    this.say = say;
    this.fault = fault;
    this.tried = tried;
    this.chosen = new Set();
    this.spot = new Spot(root, article, (place) => this.item(place));
    this.spot.addEventListener("come", ({ detail }) => this.#offer(detail));
    desk.addEventListener("change", () => this.draw());
  }

  /** Whether a form is open, which what comes from elsewhere must not take away. */
  get isEditing() {
    return this.#form !== null;
  }

  item(place) {
    return place.length ? at(this.desk.data, place) : this.desk.data;
  }

  /** The reviews of an item and of its parts; the story has also those of what stands in no list. */
  reviewsOf(place) {
    const name = named(place);
    return this.desk.view.reviews.filter((each) => named(itemAt(each.place, SECTIONS)) === name);
  }

  /** The operations that settle the reviews of an item. */
  accepting(place) {
    return this.reviewsOf(place).map((review) => ({ do: "accept", place: review.place }));
  }

  // Changing

  /** Make changes; gives whether they were saved. `onwards` then goes to the next review. */
  async run(operations, { onwards = false, said = "" } = {}) {
    const from = this.reviewed().indexOf(this.spot.name);
    try {
      this.fault("");
      const done = await this.desk.change(operations);
      if (!done) return false;
      this.#form = null;
      this.draw();
      this.say(done === "kept" ? "Theirs stands; your change was not made." : said);
      if (onwards) this.goToReview(Math.max(from, 0));
      else this.spot.focus();
      return done === "saved";
    } catch (error) {
      this.fault(withProblems(error));
      return false;
    }
  }

  edit(place) {
    const kind = place.length ? KINDS[place[0]] : STORY;
    const item = this.item(place);
    this.#open(
      place,
      new Form(this.desk, this.#runs, {
        kind,
        item,
        title: `Edit: ${kind.one}`,
        words: (fieldPath) => this.desk.view.words[named([...place, ...fieldPath])] ?? "",
        save: (values) => this.#save(place, item, values),
        cancel: () => this.close(),
        tried: (fieldPath, date) => this.try([{ do: "set", place: [...place, ...fieldPath], value: date }]),
      }),
    );
  }

  add(place) {
    const kind = KINDS[place[0]];
    const begun = begin(place[0], this.item(place), this.desk.data);
    const after = place.length === 2 ? [place[0], place[1] + 1] : place;
    const isLast = place.length < 2 || after[1] >= asList(this.desk.data[place[0]]).length;
    const save = async (values) => {
      const item = { ...begun };
      for (const [path, value] of values) if (value !== null) item[path[0]] = value;
      this.spot.name = named([place[0], place.length === 2 ? after[1] : asList(this.desk.data[place[0]]).length]);
      await this.run([{ do: "add", place: isLast ? [place[0]] : after, item }]);
    };
    const form = new Form(this.desk, this.#runs, {
      kind,
      item: begun,
      title: `Add ${kind.one}`,
      save,
      cancel: () => this.close(),
    });
    this.#open(place, form, { after: true });
  }

  /** Open something else in the place of an item, as for a cut: an `element`, and what gives it the focus. */
  open(place, form) {
    this.#open(place, form);
  }

  cut(place) {
    cut(this, place);
  }

  choose(id, is) {
    if (is) this.chosen.add(id);
    else this.chosen.delete(id);
    showBulk(this, this.#root);
  }

  merge(id) {
    merge(this, id);
  }

  split(place) {
    split(this, place);
  }

  close() {
    this.#form = null;
    this.draw();
    this.spot.focus();
    this.tried(this.desk.view);
  }

  async #save(place, item, values) {
    const operations = settings(place, item, values);
    const settled = this.accepting(place);
    operations.push(...settled);
    if (operations.length) await this.run(operations, { onwards: settled.length > 0 });
    else this.close();
  }

  /** Show what changes would do, without saving them. */
  async try(operations) {
    try {
      this.tried(await this.desk.tried(operations));
    } catch {
      // it is only a picture; saving says what is wrong
    }
  }

  // Drawing

  draw() {
    if (this.#form) return;
    const { data, article } = this.desk.view;
    if (this.#article_of !== article.length) {
      this.#article_of = article.length;
      this.#runs = new Runs(article);
    }
    for (const id of this.chosen) if (!asList(data.entities).some((each) => each.id === id)) this.chosen.delete(id);
    const sections = (this.desk.isPublic ? PUBLIC_SECTIONS : SECTIONS).map((list) => this.#section(list));
    const top = this.desk.isPublic
      ? [happenedCard()]
      : [publishedCard(this, this.#readings.get("date")), this.#story()];
    const end = this.desk.isPublic ? [this.#story()] : [];
    this.#root.replaceChildren(...top, ...sections, ...end);
    showBulk(this, this.#root);
    this.#forgetMoved();
    this.#askForReadings([], ...this.reviewed().map(placeOf));
  }

  #story() {
    const list = element("ol", { className: "items" }, drawnItem(this, [], this.desk.data));
    return element("section", { className: "of-story" }, element("h2", {}, STORY.title), list);
  }

  #section(list) {
    const kind = KINDS[list];
    const items = asList(this.desk.data[list]);
    const drawn = element(
      "ol",
      { className: `items ${list}` },
      ...items.map((item, index) => drawnItem(this, [list, index], item ?? {})),
    );
    const add = element("button", { type: "button", className: "quiet" }, `Add ${kind.one}`);
    add.addEventListener("click", () => this.add([list]));
    const title = element("h2", {}, `${kind.title} `, element("span", { className: "soft" }, String(items.length)));
    return element("section", { data: { list } }, title, list === "entities" ? bulk(this) : null, drawn, add);
  }

  #open(place, form, { after = false } = {}) {
    if (this.#form) return;
    this.#form = form;
    if (place.length !== 1) this.spot.name = named(place);
    const holder = element("li", { className: "item editing" }, form.element);
    const drawn = place.length === 1 ? null : this.spot.element(named(place));
    if (!drawn) this.#root.querySelector(`[data-list="${place[0]}"] .items`).append(holder);
    else if (after) drawn.after(holder);
    else drawn.replaceWith(holder);
    form.focus();
  }

  /** Show what can be chosen for the item that has the focus. */
  #offer(drawn) {
    this.#draw(drawn);
    this.#askForReadings(placeOf(drawn.dataset.place));
  }

  #draw(drawn) {
    const place = placeOf(drawn.dataset.place);
    drawChoices(this, drawn, choicesFor(this.desk.data, place, this.item(place), this.#readings));
  }

  // The reviews, which are worked off one after the other

  /** The names of the items that are to be reviewed, the heaviest first. */
  reviewed() {
    return [...new Set(this.desk.view.reviews.map(({ place }) => named(itemAt(place, SECTIONS))))];
  }

  /** Go to a review: the first that stands at this place of the list, or the first of all. */
  goToReview(number = 0) {
    const names = this.reviewed();
    this.spot.focus(names.length ? names[number < names.length ? number : 0] : this.spot.name);
  }

  goToNextReview() {
    this.goToReview(this.reviewed().indexOf(this.spot.name) + 1);
  }

  /** Go to the item that a place lies in. */
  goTo(place) {
    this.spot.focus(named(itemAt(place, SECTIONS)));
  }

  /** Other readings belong to a place; they are asked for again once another item stands there. */
  #forgetMoved() {
    const shape = SECTIONS.map((list) => asList(this.desk.data[list]).length).join();
    if (shape !== this.#shape) {
      this.#asked.clear();
      this.#readings.clear();
    }
    this.#shape = shape;
  }

  /** Ask what else the date of the item at hand may be, unless that is known. */
  async #askForReadings(...places) {
    const dated = places.filter((place) => dateKeyOf(place) && this.item(place)?.[dateKeyOf(place)]);
    const nameOfDate = (place) => named([...place, dateKeyOf(place)]);
    const asked = (place) => `${nameOfDate(place)} ${this.item(place)[dateKeyOf(place)]}`;
    const unknown = dated.filter((place) => !this.#asked.has(asked(place))).slice(0, MOST_ASKED);
    if (!unknown.length) return;
    for (const place of unknown) this.#asked.add(asked(place));
    try {
      const found = await this.desk.ask("alternatives", {
        places: unknown.map((place) => [...place, dateKeyOf(place)]),
      });
      for (const [name, readings] of Object.entries(found)) this.#readings.set(name, readings);
    } catch {
      return; // then there are no buttons; the date can be typed
    }
    const drawn = this.spot.element();
    if (drawn && drawn === document.activeElement) this.#draw(drawn);
    const card = this.#root.querySelector(".date-card.published");
    if (this.#readings.get("date")?.length && card && !card.contains(document.activeElement)) {
      card.replaceWith(publishedCard(this, this.#readings.get("date")));
    }
  }
}

/** What a new item has from the beginning: the paragraph of the one before, the zone of the other events. */
function begin(list, before, data) {
  if (list === "topics") return {};
  const paragraph = paragraphsOf(before)[0] ?? 1;
  if (list === "entities") return { paragraph, type: "person" };
  if (list !== "events") return { paragraph };
  const zone = asList(data.events).find((event) => event.zone)?.zone;
  return { paragraph, zone: zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone };
}

/** The operations that set fields; a mapping that is not there yet is made with all that it holds. */
function settings(place, item, values) {
  const made = new Map();
  const operations = [];
  for (const [path, value] of values) {
    const known = path.findIndex((_, index) => index < path.length - 1 && !at(item, path.slice(0, index + 1)));
    if (known < 0) {
      operations.push({ do: "set", place: [...place, ...path], value });
    } else if (value !== null) {
      const outer = path.slice(0, known + 1);
      if (!made.has(named(outer))) {
        made.set(named(outer), {});
        operations.push({ do: "set", place: [...place, ...outer], value: made.get(named(outer)) });
      }
      let inside = made.get(named(outer));
      for (const key of path.slice(known + 1, -1)) inside = inside[key] ??= {};
      inside[path.at(-1)] = value;
    }
  }
  return operations;
}

function withProblems(error) {
  const errors = (error.answer?.problems ?? []).filter(({ warning }) => !warning);
  return [error.message, ...errors.slice(0, 5).map(({ message }) => `– ${shortened(message, 200)}`)].join("\n");
}
