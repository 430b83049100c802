// How many posts there are of each state: one button for each, which shows these alone, and all again.

import { ask, element } from "../dom.js";

const AGAIN_MS = 3000; // two hundred who watch ask less often than a hundred readers

export class Counts {
  #buttons = new Map();
  #select;
  #asked = false;
  #isStale = false;

  /** `select` is the field that chooses a state. */
  constructor(list, select) {
    this.#select = select;
    for (const { value } of [...select.options].filter((option) => option.value)) {
      const number = element("strong", {}, "0");
      const item = element("li", { hidden: true });
      const button = element("button", { type: "button", className: `count ${value}` }, number, ` ${value}`);
      button.addEventListener("click", () => this.#choose(value));
      item.append(button);
      list.append(item);
      this.#buttons.set(value, { item, button, number });
    }
    this.mark();
  }

  /** Show which state is chosen. */
  mark() {
    for (const [state, { item, button, number }] of this.#buttons) {
      const isChosen = this.#select.value === state;
      button.setAttribute("aria-pressed", String(isChosen));
      item.hidden = number.textContent === "0" && !isChosen;
    }
  }

  /** Count anew; however often that is wished, once in three seconds. */
  async refresh() {
    this.#isStale = true;
    if (this.#asked) return;
    this.#asked = true;
    this.#isStale = false;
    try {
      this.#show(await ask("/posts/counts"));
    } catch {
      // what the ledger's stream has to say about that, it says
    }
    setTimeout(() => {
      this.#asked = false;
      if (this.#isStale) this.refresh();
    }, AGAIN_MS);
  }

  #show(counts) {
    for (const [state, { number }] of this.#buttons) number.textContent = (counts[state] ?? 0).toLocaleString();
    this.mark();
  }

  #choose(state) {
    this.#select.value = this.#select.value === state ? "" : state;
    this.#select.dispatchEvent(new Event("input", { bubbles: true }));
  }
}
