// The article beside the draft: a paragraph lights up for the item that rests on it, and the other way round.

import { element } from "../dom.js";

/** Tells by an event `point` which paragraph is pointed at, and by `go` to which the editor wants to go. */
export class Article extends EventTarget {
  #root;
  #paragraphs = null;
  #lit = "";

  constructor(root) {
    super();
    this.#root = root;
  }

  show(paragraphs) {
    if (paragraphs.length === this.#paragraphs?.length) return;
    this.#paragraphs = paragraphs.map((text, number) => this.#drawn(text, number));
    this.#root.replaceChildren(...this.#paragraphs);
  }

  /** Light up these paragraphs, and bring the first of them into sight. */
  light(numbers, { scroll = true } = {}) {
    const wanted = numbers.join();
    if (wanted === this.#lit) return;
    this.#lit = wanted;
    for (const [number, paragraph] of this.#paragraphs.entries()) {
      paragraph.classList.toggle("lit", numbers.includes(number));
    }
    const first = this.#paragraphs[numbers.find((number) => number in this.#paragraphs)];
    if (first && scroll) this.#bringIntoSight(first);
  }

  /** Scroll the column and not the page, which the editor reads. */
  #bringIntoSight(paragraph) {
    const column = this.#root;
    if (column.scrollHeight <= column.clientHeight) return;
    const [outer, inner] = [column.getBoundingClientRect(), paragraph.getBoundingClientRect()];
    if (inner.top < outer.top) column.scrollTop += inner.top - outer.top - 8;
    else if (inner.bottom > outer.bottom) column.scrollTop += inner.bottom - outer.bottom + 8;
  }

  #drawn(text, number) {
    const label = number ? `Paragraph ${number}: go to what rests on it` : "Headline: go to what rests on it";
    const go = element("button", { type: "button", className: "number", aria: { label } }, String(number));
    const paragraph = element("div", { className: "paragraph" }, go, element("p", {}, text));
    const point = (pointed) => this.dispatchEvent(new CustomEvent("point", { detail: pointed ? number : null }));
    paragraph.addEventListener("pointerenter", () => point(true));
    paragraph.addEventListener("pointerleave", () => point(false));
    go.addEventListener("focus", () => point(true));
    go.addEventListener("blur", () => point(false));
    paragraph.addEventListener("click", () => this.dispatchEvent(new CustomEvent("go", { detail: number })));
    return paragraph;
  }
}
