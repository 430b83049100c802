// A field for a date as one types it: what it is understood as stands below, to be confirmed.

import { element, newId } from "../dom.js";

const TYPING_MS = 250;

const WITH_OFFSET = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2}).*$/;

/** A date of a file without its offset, as it would be typed for another time zone. */
export const withoutOffset = (date) => date.trim().replace(WITH_OFFSET, "$1 $2");

export class DateField {
  #desk;
  #input;
  #shown;
  #zone;
  #language;
  #typing;
  #asked = 0;
  #known;
  #understood;

  /** `zone()` and `language()` say by what the typed words are read; `tried(date)` hears of each date on the way. */
  constructor(desk, { label, value = "", words = "", zone = () => "", language = () => "en", tried = () => {} }) {
    this.#desk = desk;
    this.#zone = zone;
    this.#language = language;
    this.#known = { typed: value, date: value || null };
    this.#understood = Promise.resolve();
    this.tried = tried;
    const id = newId("date");
    this.#shown = element("p", { className: "understood soft", id: `${id}-shown`, role: "status" }, words);
    this.#input = element("input", {
      id,
      type: "text",
      value,
      maxLength: 100,
      autocomplete: "off",
      spellcheck: false,
      placeholder: "4 Dec 2pm",
      aria: { describedby: `${id}-shown` },
    });
    this.element = element(
      "div",
      { className: "field of-date" },
      element("label", { for: id }, label),
      this.#input,
      this.#shown,
    );
    this.#input.addEventListener("input", () => this.#onInput());
  }

  get input() {
    return this.#input;
  }

  /** Read a time of day anew, as the time zone is another one now. */
  rezone() {
    this.#input.value = withoutOffset(this.#input.value);
    this.#understood = this.#understand();
  }

  /** The date that is meant: null for none. An Error if what was typed is not understood. */
  async value() {
    clearTimeout(this.#typing);
    if (this.#input.value.trim() !== this.#known.typed) this.#understood = this.#understand();
    await this.#understood;
    if (this.#known.date === null && this.#input.value.trim()) throw new Error(`“${this.#input.value}” is no date.`);
    return this.#known.date;
  }

  #onInput() {
    clearTimeout(this.#typing);
    this.#typing = setTimeout(() => {
      this.#understood = this.#understand();
    }, TYPING_MS);
  }

  async #understand() {
    const typed = this.#input.value.trim();
    this.#asked += 1;
    const mine = this.#asked;
    const body = { typed, zone: this.#zone(), language: this.#language() };
    const found = typed ? await this.#desk.ask("date", body) : { date: null, words: "" };
    if (mine !== this.#asked) return;
    this.#known = { typed, date: found.date };
    this.#shown.textContent = found.date
      ? `${found.words} (${found.date})`
      : typed
        ? "Not understood yet."
        : "No date.";
    this.#input.setAttribute("aria-invalid", String(Boolean(typed) && !found.date));
    this.tried(found.date);
  }
}
