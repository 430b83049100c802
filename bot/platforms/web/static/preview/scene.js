// The scene: what the panes' clock shows, and which events are switched, or tried at another date.

/** Tells of every change by an event `change`; `jump` in its detail says that time did not simply go on. */
export class Scene extends EventTarget {
  #at = null;
  #switches = [];
  #dates = [];
  #ahead;
  #draft;

  /** `present` is the moment on the bot's clock as this page was made; `draft` a story at the desk, or null. */
  constructor(present, draft = null) {
    super();
    this.#draft = draft;
    this.#ahead = present - Date.now();
  }

  get now() {
    return this.#at ?? new Date(Date.now() + this.#ahead);
  }

  get switches() {
    return this.#switches;
  }

  get dates() {
    return this.#dates;
  }

  /** Whether the clock is the bot's own. */
  get isPresent() {
    return this.#at === null;
  }

  /** Set the clock; null lets it be the bot's own. */
  setClock(at, { jump = true } = {}) {
    this.#at = at;
    this.#tell(jump);
  }

  /** Switch an event, from now on; its former switch is undone, and without a status it is only that. */
  switchEvent(story, event, status) {
    const others = this.#switches.filter((each) => each.story !== story || each.event !== event);
    this.#switches = status ? [...others, { story, event, status, at: this.now.toISOString() }] : others;
    this.#tell(true);
  }

  /** Try an event at another date, as if its story had said so from the beginning; without one, at its own. */
  dateEvent(story, event, start) {
    const others = this.#dates.filter((each) => each.story !== story || each.event !== event);
    this.#dates = start ? [...others, { story, event, start }] : others;
    this.#tell(true);
  }

  /** For the server. */
  toJSON() {
    return { at: this.#at?.toISOString() ?? null, switches: this.#switches, dates: this.#dates, draft: this.#draft };
  }

  #tell(jump) {
    this.dispatchEvent(new CustomEvent("change", { detail: { jump } }));
  }
}
