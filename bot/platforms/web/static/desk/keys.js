// The desk by keyboard: one key for each act, while no field has the focus.

import { ACTS } from "./acts.js";
import { placeOf } from "./data.js";
import { showKeys } from "./dialogs.js";

const KEPT = "newspeg.desk.keys";

/** Listen to keys. `others` are those of the page, as `{key: {words, act}}`. */
export class Keys {
  #board;
  #others;
  #turn = Promise.resolve();

  constructor(board, others) {
    this.#board = board;
    this.#others = {
      j: { words: "To the next item", act: () => board.spot.step(1) },
      k: { words: "To the item before", act: () => board.spot.step(-1) },
      r: { words: "To the next review", act: () => board.goToNextReview() },
      " ": { name: "Space", words: "Choose an entity, or leave it", act: () => this.#choose() },
      ...others,
      "?": { words: "These keys", act: () => this.show() },
    };
    document.addEventListener("keydown", (event) => this.#onKey(event));
  }

  show() {
    const ofItems = ACTS.map(({ key, name }) => [key, describe(name, this.#board)]);
    const digits = [["1–9", "Take that choice: another date, a speaker, what an entity is"]];
    const ofPage = Object.entries(this.#others).map(([key, { name, words }]) => [name ?? key, words]);
    showKeys([...ofPage, ...ofItems, ...digits, ["Ctrl Enter", "Save a form"], ["Esc", "Leave a form"]], {
      are: this.#are,
      changed: (are) => localStorage.setItem(KEPT, are ? "on" : "off"),
    });
  }

  get #are() {
    return localStorage.getItem(KEPT) !== "off";
  }

  #onKey(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || !this.#isForUs(event)) return;
    if (!this.#finds(event.key)) return;
    event.preventDefault();
    // A key that comes while something is saved is meant for what stands there afterwards.
    this.#turn = this.#turn.then(() => this.#board.desk.idle).then(() => this.#press(event.key));
  }

  #isForUs({ key, target }) {
    if (document.querySelector("dialog[open]") || this.#board.isEditing) return false;
    if (target.closest("input:not([type=checkbox]), textarea, select, [contenteditable], .pane")) return false;
    if (key === " " && !target.matches(".item")) return false;
    return this.#are || key === "?";
  }

  #finds(key) {
    return key in this.#others || /^[1-9]$/.test(key) || ACTS.some((act) => act.key === key);
  }

  async #press(key) {
    if (document.querySelector("dialog[open]") || this.#board.isEditing) return;
    if (key in this.#others) {
      await this.#others[key].act();
      return;
    }
    const drawn = this.#board.spot.element();
    if (/^[1-9]$/.test(key)) {
      drawn?.querySelector(`.choice[data-key="${key}"]`)?.click();
      return;
    }
    const place = placeOf(this.#board.spot.name);
    const item = this.#board.item(place);
    const act = ACTS.find((each) => each.key === key && item && each.can(this.#board, place, item));
    await act?.act(this.#board, place, item);
  }

  #choose() {
    this.#board.spot.element()?.querySelector("input[type=checkbox]")?.click();
  }
}

function describe(name, board) {
  const words = name(board, ["facts", 0], {});
  return { m: "Merge the chosen entities into this one", n: "Add an item after this one" }[keyOf(name)] ?? words;
}

const keyOf = (name) => ACTS.find((act) => act.name === name).key;
