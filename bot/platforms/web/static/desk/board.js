// The draft beside the article: all items in their sections, which of them is at hand, and which has its form open.

import { element } from "../dom.js";
import { choicesFor, dateKeyOf } from "./choices.js";
import { Runs } from "./copied.js";
import { asList, at, itemAt, named, paragraphsOf, placeOf, shortened } from "./data.js";
import { DateField } from "./dates.js";
import { Form } from "./form.js";
import { drawChoices, drawnItem } from "./items.js";
import { KINDS, STORY } from "./kinds.js";
import { bulk, cut, merge, showBulk, split } from "./mending.js";

const SECTIONS = ["summary", "quotations", "facts", "events", "entities", "topics"];
const PUBLIC_SECTIONS = ["events", "facts", "quotations", "summary", "entities", "topics"]; // what changes stands first

export class Board {
  #root;
  #article;
  #say;
  #readings = new Map();
  #form = null;
  #runs = new Runs([]);
  #article_of = null;
  #asked = "";

  /** `say(text)` and `fault(text)` tell the editor something; `changed(timeline)` hears of what is tried. */
  constructor(root, desk, article, { say, fault, tried }) {
    this.#root = root;
    this.desk = desk;
    this.#article = article;
    this.#say = say;
    this.fault = fault;
    this.tried = tried;
    this.chosen = new Set();
    this.current = "";
    root.addEventListener("focusin", (event) => this.#onFocus(event));
    root.addEventListener("pointerover", (event) => this.#onPointer(event));
    article.addEventListener("point", ({ detail }) => this.#pointed(detail));
    article.addEventListener("go", ({ detail }) => this.#goToParagraph(detail));
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
    const from = this.#reviewed().indexOf(this.current);
    try {
      this.fault("");
      const done = await this.desk.change(operations);
      if (!done) return false;
      if (said) this.#say(said);
      if (onwards) this.goToReview(Math.max(from, 0));
      else this.focus(this.current);
      return true;
    } catch (error) {
      this.fault(withProblems(error));
      return false;
    }
  }

  edit(place, path) {
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
        tried: (fieldPath, date) => this.#try([{ do: "set", place: [...place, ...fieldPath], value: date }]),
      }),
      path,
    );
  }

  add(place) {
    const kind = KINDS[place[0]];
    const paragraph = paragraphsOf(this.item(place))[0] ?? 1;
    const after = place.length === 2 ? [place[0], place[1] + 1] : place;
    const isLast = place.length < 2 || after[1] >= asList(this.desk.data[place[0]]).length;
    const save = async (values) => {
      const item = { paragraph };
      for (const [path, value] of values) if (value !== null) item[path[0]] = value;
      if (place[0] === "entities") item.type ??= "person";
      if (place[0] === "topics") delete item.paragraph;
      this.current = named([place[0], place.length === 2 ? after[1] : asList(this.desk.data[place[0]]).length]);
      await this.#saved([{ do: "add", place: isLast ? [place[0]] : after, item }]);
    };
    const form = new Form(this.desk, this.#runs, {
      kind,
      item: place[0] === "topics" ? {} : { paragraph },
      title: `Add ${kind.one}`,
      save,
      cancel: () => this.close(),
    });
    this.#open(place, form, undefined, { after: true });
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

  /** Save what something that was opened holds. */
  finish(operations) {
    return this.#saved(operations);
  }

  close() {
    this.#form = null;
    this.draw();
    this.focus(this.current);
    this.tried(this.desk.view);
  }

  async #save(place, item, values) {
    const operations = settings(place, item, values);
    const settled = this.accepting(place);
    operations.push(...settled);
    if (operations.length) await this.#saved(operations, settled.length > 0);
    else this.close();
  }

  /** Save what a form holds; the form stays open, with all that was typed, if that fails. */
  async #saved(operations, onwards = false) {
    const form = this.#form;
    this.#form = null;
    const done = await this.run(operations, { onwards });
    if (!done) this.#form = form;
  }

  async #try(operations) {
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
    const top = this.desk.isPublic ? [this.#happened()] : [this.#published(), this.#story()];
    const sections = (this.desk.isPublic ? PUBLIC_SECTIONS : SECTIONS).map((list) => this.#section(list));
    const end = this.desk.isPublic ? [this.#story()] : [];
    this.#root.replaceChildren(...top, ...sections, ...end);
    showBulk(this, this.#root);
    this.#askForReadings();
  }

  #happened() {
    const lead = "What happened? Postpone, move or cancel an event, or say that it was held; correct a fact; add one.";
    const asked = "Before anything is saved, you see whom it reaches and what they will read.";
    return element(
      "div",
      { className: "date-card panel" },
      element("p", {}, lead),
      element("p", { className: "soft" }, asked),
    );
  }

  #published() {
    const { data, words } = this.desk.view;
    const readings = (this.#readings.get("date") ?? []).map(({ date, words: shown }) => {
      const button = element("button", { type: "button", className: "choice" }, shown);
      button.addEventListener("click", () => this.run([{ do: "redate", date }]));
      return button;
    });
    const field = new DateField(this.desk, {
      label: "Published on",
      value: String(data.date ?? ""),
      words: words.date ?? "",
      language: () => data.language ?? "en",
      tried: (date) => date && this.#try([{ do: "redate", date }]),
    });
    const set = element("button", { type: "submit", className: "quiet" }, "Set");
    const form = element("form", { className: "published" }, field.element, set);
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      try {
        const date = await field.value();
        if (date) await this.run([{ do: "redate", date }]);
      } catch (error) {
        this.fault(error.message);
      }
    });
    const help = "Every “next Thursday” of the article is counted from this day; another day dates them all anew.";
    const choices = element("div", { className: "choices" }, ...readings);
    return element("div", { className: "date-card panel" }, form, choices, element("p", { className: "soft" }, help));
  }

  #story() {
    const list = element("ol", { className: "items" }, this.#item([], this.desk.data));
    return element("section", { className: "of-story" }, element("h2", {}, STORY.title), list);
  }

  #section(list) {
    const kind = KINDS[list];
    const items = asList(this.desk.data[list]);
    const drawn = element(
      "ol",
      { className: `items ${list}` },
      ...items.map((item, index) => this.#item([list, index], item ?? {})),
    );
    const add = element("button", { type: "button", className: "quiet" }, `Add ${kind.one}`);
    add.addEventListener("click", () => this.add([list]));
    const title = element("h2", {}, `${kind.title} `, element("span", { className: "soft" }, String(items.length)));
    return element("section", { data: { list } }, title, list === "entities" ? bulk(this) : null, drawn, add);
  }

  #item(place, item) {
    return drawnItem(this, place, item);
  }

  #open(place, form, path, { after = false } = {}) {
    if (this.#form) return;
    this.#form = form;
    this.current = place.length === 1 ? this.current : named(place);
    const holder = element("li", { className: "item editing" }, form.element);
    const drawn = place.length === 1 ? null : this.element(named(place));
    if (!drawn) this.#root.querySelector(`[data-list="${place[0]}"] .items`).append(holder);
    else if (after) drawn.after(holder);
    else drawn.replaceWith(holder);
    form.focus(path);
  }

  // Where the editor is

  element(name) {
    return this.#root.querySelector(`.item[data-place="${CSS.escape(name)}"]`);
  }

  /** Put the focus on an item, or on the nearest one that is left in its list. */
  focus(name) {
    let place = placeOf(name);
    while (place.length === 2 && place[1] > 0 && !this.element(named(place))) place = [place[0], place[1] - 1];
    const found = this.element(named(place)) ?? this.element("");
    found?.focus({ preventScroll: true });
    found?.scrollIntoView({ block: "nearest" });
  }

  /** Go to a review: the first that stands at this place of the list, or the first of all. */
  goToReview(number = 0) {
    const names = this.#reviewed();
    this.focus(names.length ? names[number < names.length ? number : 0] : this.current);
  }

  goToNextReview() {
    this.goToReview(this.#reviewed().indexOf(this.current) + 1);
  }

  /** Go to the item that a place lies in. */
  goTo(place) {
    this.focus(named(itemAt(place, SECTIONS)));
  }

  /** The names of the items that are to be reviewed, the heaviest first. */
  #reviewed() {
    return [...new Set(this.desk.view.reviews.map(({ place }) => named(itemAt(place, SECTIONS))))];
  }

  step(by) {
    const all = [...this.#root.querySelectorAll(".item[data-place]")];
    const index = all.findIndex(({ dataset }) => dataset.place === this.current);
    all[Math.min(Math.max(index + by, 0), all.length - 1)]?.focus();
  }

  #onFocus(event) {
    const drawn = event.target.closest(".item[data-place]");
    if (!drawn) return;
    this.current = drawn.dataset.place;
    for (const each of this.#root.querySelectorAll(".item.current"))
      if (each !== drawn) each.classList.remove("current");
    drawn.classList.add("current");
    this.#article.light(this.#paragraphsOf(drawn));
    if (event.target === drawn) this.#offer(drawn);
  }

  #onPointer(event) {
    const drawn = event.target.closest(".item[data-place]");
    if (drawn && event.pointerType === "mouse") this.#article.light(this.#paragraphsOf(drawn));
  }

  #paragraphsOf(drawn) {
    const place = placeOf(drawn.dataset.place);
    return place.length ? paragraphsOf(this.item(place)) : [0];
  }

  #offer(drawn) {
    const place = placeOf(drawn.dataset.place);
    drawChoices(this, drawn, choicesFor(this.desk.data, place, this.item(place), this.#readings));
  }

  #pointed(number) {
    for (const drawn of this.#root.querySelectorAll(".item[data-place]")) {
      drawn.classList.toggle("lit", number !== null && this.#paragraphsOf(drawn).includes(number));
    }
  }

  #goToParagraph(number) {
    const all = [...this.#root.querySelectorAll(".item[data-place]")];
    all.find((drawn) => this.#paragraphsOf(drawn).includes(number))?.focus();
  }

  /** Ask once what else the dates of the reviewed items may be. */
  async #askForReadings() {
    const reviewed = this.#reviewed().map(placeOf);
    const dated = reviewed.filter((place) => dateKeyOf(place) && this.item(place)?.[dateKeyOf(place)]);
    const places = dated.slice(0, 60).map((place) => [...place, dateKeyOf(place)]);
    const asked = JSON.stringify(places.map((place) => [place, at(this.desk.data, place)]));
    if (!places.length || asked === this.#asked) return;
    this.#asked = asked;
    try {
      this.#readings = new Map(Object.entries(await this.desk.ask("alternatives", { places })));
    } catch {
      return; // then there are no buttons; the date can be typed
    }
    const drawn = this.element(this.current);
    if (drawn && drawn === document.activeElement) this.#offer(drawn);
    const card = this.#root.querySelector(".date-card .published");
    if (this.#readings.get("date")?.length && card && !card.contains(document.activeElement)) {
      card.parentElement.replaceWith(this.#published());
    }
  }
}

/** The operations that set fields; a mapping that is not there yet is made with all that it holds. */
function settings(place, item, values) {
  const made = new Map();
  const operations = [];
  for (const [path, value] of values) {
    const [outer, inner] = path;
    if (inner === undefined || (item[outer] !== undefined && item[outer] !== null)) {
      operations.push({ do: "set", place: [...place, ...path], value });
    } else if (value !== null) {
      if (!made.has(outer))
        operations.push({ do: "set", place: [...place, outer], value: made.set(outer, {}).get(outer) });
      made.get(outer)[inner] = value;
    }
  }
  return operations;
}

function withProblems(error) {
  const errors = (error.answer?.problems ?? []).filter(({ warning }) => !warning);
  return [error.message, ...errors.slice(0, 5).map(({ message }) => `– ${shortened(message, 200)}`)].join("\n");
}
