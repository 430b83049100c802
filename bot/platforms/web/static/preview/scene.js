// The scene: what the panes' clock shows, and which events are switched for trial.

/** Tells of every change by an event `change`; `jump` in its detail says that time did not simply go on. */
export class Scene extends EventTarget {
  #at = null;
  #switches = [];
  #ahead;

  /** `present` is the moment on the bot's clock as this page was made. */
  constructor(present) {
    super();
    this.#ahead = present - Date.now();
  }

  get now() {
    return this.#at ?? new Date(Date.now() + this.#ahead);
  }

  get switches() {
    return this.#switches;
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

  /** For the server. */
  toJSON() {
    return { at: this.#at?.toISOString() ?? null, switches: this.#switches };
  }

  #tell(jump) {
    this.dispatchEvent(new CustomEvent("change", { detail: { jump } }));
  }
}
