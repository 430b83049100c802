// A list of suggestions under an input, as a combobox: arrows move, Enter or Tab takes, Escape closes.

import { element, newId } from "../dom.js";

export class Picker {
  #input;
  #list;
  #options = [];
  #active = -1;
  #asked = 0;
  #suggest;
  #choose;

  /**
   * `suggest(text)` gives, or promises, `{label, detail, value}` objects; `choose(option, key)` takes one.
   * The list is put after `anchor`.
   */
  constructor(input, { suggest, choose, label, anchor = input }) {
    this.#input = input;
    this.#suggest = suggest;
    this.#choose = choose;
    const id = newId("suggestions");
    this.#list = element("ul", { className: "picker", id, role: "listbox", hidden: true, aria: { label } });
    anchor.after(this.#list);
    input.autocomplete = "off";
    for (const [name, value] of [
      ["role", "combobox"],
      ["aria-autocomplete", "list"],
      ["aria-controls", id],
      ["aria-expanded", "false"],
    ]) {
      input.setAttribute(name, value);
    }
    input.addEventListener("input", () => this.open());
    input.addEventListener("keydown", (event) => this.#onKey(event));
    input.addEventListener("blur", () => this.close());
  }

  /** Ask for what fits, and show it; an answer that comes too late is dropped. */
  async open() {
    this.#asked += 1;
    const asked = this.#asked;
    const options = await this.#suggest(this.#input.value);
    if (asked === this.#asked) this.#show(options);
  }

  close() {
    this.#asked += 1;
    this.#show([]);
  }

  #show(options) {
    const active = this.#options[this.#active];
    this.#options = options;
    this.#list.replaceChildren(...options.map((option, number) => this.#drawn(option, number)));
    this.#list.hidden = options.length === 0;
    this.#input.setAttribute("aria-expanded", String(options.length > 0));
    this.#activate(options.findIndex((option) => isSame(option, active))); // what was chosen meanwhile stays so
  }

  #drawn(option, number) {
    const detail = option.detail ? element("span", { className: "detail" }, option.detail) : null;
    const name = element("span", { className: "name" }, option.label);
    const id = `${this.#list.id}-${number}`;
    const drawn = element("li", { id, role: "option", aria: { selected: "false" } }, name, detail);
    drawn.addEventListener("mousedown", (event) => event.preventDefault()); // the input keeps its focus
    drawn.addEventListener("click", () => this.#take(option, "click"));
    return drawn;
  }

  #onKey(event) {
    if (this.#options.length === 0) return;
    const count = this.#options.length;
    if (event.key === "ArrowDown") this.#activate((this.#active + 1) % count);
    else if (event.key === "ArrowUp") this.#activate((this.#active + count - (this.#active < 0 ? 0 : 1)) % count);
    else if (event.key === "Escape") this.close();
    else if ((event.key === "Enter" || event.key === "Tab") && this.#active >= 0) {
      this.#take(this.#options[this.#active], event.key);
    } else return;
    event.preventDefault();
  }

  #activate(number) {
    this.#active = number;
    for (const [index, drawn] of [...this.#list.children].entries()) {
      drawn.setAttribute("aria-selected", String(index === number));
    }
    if (number < 0) {
      this.#input.removeAttribute("aria-activedescendant");
    } else {
      this.#input.setAttribute("aria-activedescendant", this.#list.children[number].id);
      this.#list.children[number].scrollIntoView({ block: "nearest" });
    }
  }

  #take(option, key) {
    this.close();
    this.#choose(option, key);
  }
}

const isSame = (option, other) => ["label", "value", "line"].every((name) => option[name] === other?.[name]);
