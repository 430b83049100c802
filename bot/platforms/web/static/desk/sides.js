// The column beside the draft: the article, what the check says, or the timeline while a date is edited.

export class Sides {
  #root;
  #tabs;
  #chosen = "article";

  /** `draft` is the element in whose fields dates are edited. */
  constructor(root, draft) {
    this.#root = root;
    this.#tabs = [...root.querySelectorAll('[role="tab"]')];
    for (const tab of this.#tabs) tab.addEventListener("click", () => this.choose(this.#nameOf(tab)));
    root.querySelector('[role="tablist"]').addEventListener("keydown", (event) => this.#onKey(event));
    draft.addEventListener("focusin", ({ target }) => this.#show(target.closest(".of-date") ? "dates" : this.#chosen));
  }

  /** Without an article there is only the timeline to show. */
  set hasArticle(has) {
    this.#tabs[0].hidden = !has;
    if (!has && this.#chosen === "article") this.choose("dates");
  }

  #nameOf = (tab) => tab.getAttribute("aria-controls");

  /** Show a side from now on. */
  choose(name) {
    this.#chosen = name;
    this.#show(name);
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
    const tabs = this.#tabs.filter((tab) => !tab.hidden);
    const shown = tabs.findIndex((tab) => tab.getAttribute("aria-selected") === "true");
    const other = tabs.at((shown + (event.key === "ArrowRight" ? 1 : -1)) % tabs.length);
    event.preventDefault();
    this.choose(this.#nameOf(other));
    other.focus();
  }
}
