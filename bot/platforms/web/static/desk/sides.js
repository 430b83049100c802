// The column beside the draft: the article, or the timeline while a date is edited.

export class Sides {
  #root;
  #tabs;
  #chosen = "article";
  #hasArticle = true;

  /** `draft` is the element in whose fields dates are edited. */
  constructor(root, draft) {
    this.#root = root;
    this.#tabs = [...root.querySelectorAll('[role="tab"]')];
    for (const tab of this.#tabs) tab.addEventListener("click", () => this.#choose(this.#nameOf(tab)));
    root.querySelector('[role="tablist"]').addEventListener("keydown", (event) => this.#onKey(event));
    draft.addEventListener("focusin", ({ target }) =>
      this.#show(target.closest(".field.date") ? "dates" : this.#chosen),
    );
  }

  /** Without an article there is only the timeline to show. */
  set hasArticle(has) {
    this.#hasArticle = has;
    this.#tabs[0].hidden = !has;
    if (!has) this.#choose("dates");
  }

  #nameOf = (tab) => tab.getAttribute("aria-controls");

  #choose(name) {
    this.#chosen = this.#hasArticle ? name : "dates";
    this.#show(this.#chosen);
  }

  #show(name) {
    for (const tab of this.#tabs) {
      const isShown = this.#nameOf(tab) === name;
      tab.setAttribute("aria-selected", String(isShown));
      tab.tabIndex = isShown ? 0 : -1;
      this.#root.querySelector(`#${this.#nameOf(tab)}`).hidden = !isShown;
    }
  }

  #onKey(event) {
    if (event.key !== "ArrowRight" && event.key !== "ArrowLeft") return;
    const other = this.#tabs.find((tab) => tab.getAttribute("aria-selected") === "false" && !tab.hidden);
    if (!other) return;
    event.preventDefault();
    this.#choose(this.#nameOf(other));
    other.focus();
  }
}
