// Both panes under the draft: every card of the story as a reader would see it, before it is published.

import { element } from "../dom.js";
import { openPanes } from "../preview/panes.js";

const CARDS = ["summary", "facts", "quotes", "who", "when", "timeline", "sources", "updates"];

export class Preview {
  #root = document.querySelector("#preview");
  #button = document.querySelector("#show-preview");
  #slug;
  #panes = null;

  constructor(slug) {
    this.#slug = slug;
    this.#button.addEventListener("click", () => this.toggle());
    const buttons = CARDS.map((card) => {
      const button = element("button", { type: "button", className: "quiet" }, `/${card}`);
      button.addEventListener("click", () => this.ask(card));
      return button;
    });
    document.querySelector("#cards").append(...buttons);
  }

  async toggle() {
    this.#root.hidden = !this.#root.hidden;
    this.#button.setAttribute("aria-expanded", String(!this.#root.hidden));
    if (this.#root.hidden) return;
    if (!this.#panes) {
      this.#panes = openPanes({ draft: this.#slug });
      await this.ask("summary");
    }
    this.#root.scrollIntoView({ block: "nearest" });
  }

  /** Ask for a card in every pane. */
  async ask(card) {
    const { panes } = await this.#panes;
    await Promise.all(panes.map((pane) => (pane.command ? pane.command(card) : pane.say(`/${card}`))));
  }
}
