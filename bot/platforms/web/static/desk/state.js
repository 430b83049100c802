// The story at the desk as the server has it: each change is sent with the digest of what it changes.

import { ask } from "../dom.js";

/**
 * Tells by an event `change` that the story is another one.
 *
 * `confirm(asks)` shows whom a change reaches, and gives whether to go on. `settle(conflict, desk)` shows two versions
 * and gives `theirs`, `again` (make the change in theirs) or `mine`.
 */
export class Desk extends EventTarget {
  #path;
  #last = Promise.resolve();

  constructor(slug, { confirm, settle }) {
    super();
    this.slug = slug;
    this.#path = `/desk/${slug}`;
    this.confirm = confirm;
    this.settle = settle;
    this.view = null;
  }

  get data() {
    return this.view.data;
  }

  /** Whether readers have the story, or had it. */
  get isPublic() {
    return this.data.status === "published" || this.data.status === "retracted";
  }

  /** Resolves once all that was asked for is done. */
  get idle() {
    return this.#last;
  }

  async load() {
    this.take(await ask(`${this.#path}/manuscript`));
  }

  take(view) {
    this.view = view;
    this.dispatchEvent(new Event("change"));
  }

  /** Make changes, one after the other; gives “saved”, “kept” if another version is to stand, or nothing. */
  change(operations) {
    return this.#inTurn(() => this.#change({ operations }, "change"));
  }

  /** Undo the last edit; gives what it was. */
  undo() {
    return this.#inTurn(async () => {
      const done = await this.#sent("undo", { digest: this.view.digest });
      if (!done.manuscript) return null;
      this.take(done.manuscript);
      return done.undone;
    });
  }

  /** What the story would be with changes; nothing is saved. */
  tried(operations) {
    return ask(`${this.#path}/try`, { digest: this.view.digest, operations });
  }

  /** Ask something about the story that changes nothing. */
  ask(what, body) {
    return ask(`${this.#path}/${what}`, body);
  }

  /** Delete the draft. */
  discard() {
    return this.#inTurn(() => ask(`${this.#path}/discard`, { digest: this.view.digest }));
  }

  #inTurn(act) {
    const done = this.#last.then(act);
    this.#last = done.catch(() => {});
    return done;
  }

  async #change(body, path, confirmed = false) {
    const done = await this.#sent(path, { ...body, digest: this.view.digest, confirmed }, body);
    if (done === "kept" || done === "saved") return done;
    if (done === "again") return this.#change(body, path);
    if (done.asks) return (await this.confirm(done.asks)) ? this.#change(body, path, true) : "";
    this.take(done.manuscript);
    return "saved";
  }

  async #sent(path, body, again) {
    try {
      return await ask(`${this.#path}/${path}`, body);
    } catch (error) {
      const conflict = error.answer?.conflict;
      if (!conflict) throw error;
      return this.#settled(conflict, again);
    }
  }

  async #settled(conflict, again) {
    const chosen = await this.settle(conflict, Boolean(again?.operations));
    this.take(conflict.manuscript);
    if (chosen !== "mine") return chosen === "again" ? "again" : "kept";
    return (await this.#change({ text: conflict.yours }, "settle")) || "kept";
  }
}
