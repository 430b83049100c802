// Where the editor is: the item at hand, its paragraph lit up beside it, and the ways to go on.

import { named, paragraphsOf, placeOf } from "./data.js";

/** Tells by an event `come` that an item has the focus; its detail is the element. */
export class Spot extends EventTarget {
  #root;
  #article;
  #item;

  /** `item(place)` gives what stands at a place of the story. */
  constructor(root, article, item) {
    super();
    this.#root = root;
    this.#article = article;
    this.#item = item;
    this.name = "";
    root.addEventListener("focusin", (event) => this.#onFocus(event));
    root.addEventListener("pointerover", (event) => this.#onPointer(event));
    article.addEventListener("point", ({ detail }) => this.#pointed(detail));
    article.addEventListener("go", ({ detail }) => this.#goToParagraph(detail));
  }

  /** The element of the item of a name; without one that of the item at hand. */
  element(name = this.name) {
    return this.#root.querySelector(`.item[data-place="${CSS.escape(name)}"]`);
  }

  /** Put the focus on an item, or on the nearest one that is left in its list. */
  focus(name = this.name) {
    let place = placeOf(name);
    while (place.length === 2 && place[1] > 0 && !this.element(named(place))) place = [place[0], place[1] - 1];
    const found = this.element(named(place)) ?? this.element("");
    found?.focus({ preventScroll: true });
    found?.scrollIntoView({ block: "nearest" });
  }

  /** Go to the item so many further on. */
  step(by) {
    const all = this.#all();
    const index = all.findIndex(({ dataset }) => dataset.place === this.name);
    all[Math.min(Math.max(index + by, 0), all.length - 1)]?.focus();
  }

  #all() {
    return [...this.#root.querySelectorAll(".item[data-place]")];
  }

  #onFocus(event) {
    const drawn = event.target.closest(".item[data-place]");
    if (!drawn) return;
    this.name = drawn.dataset.place;
    for (const each of this.#root.querySelectorAll(".item.current")) each.classList.toggle("current", each === drawn);
    drawn.classList.add("current");
    this.#article.light(this.#paragraphsOf(drawn));
    if (event.target === drawn) this.dispatchEvent(new CustomEvent("come", { detail: drawn }));
  }

  #onPointer(event) {
    const drawn = event.target.closest(".item[data-place]");
    if (drawn && event.pointerType === "mouse") this.#article.light(this.#paragraphsOf(drawn));
  }

  #pointed(number) {
    for (const drawn of this.#all()) {
      drawn.classList.toggle("lit", number !== null && this.#paragraphsOf(drawn).includes(number));
    }
  }

  #goToParagraph(number) {
    this.#all()
      .find((drawn) => this.#paragraphsOf(drawn).includes(number))
      ?.focus();
  }

  #paragraphsOf(drawn) {
    const place = placeOf(drawn.dataset.place);
    return place.length ? paragraphsOf(this.#item(place)) : [0];
  }
}
