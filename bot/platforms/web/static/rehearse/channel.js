// What a run posts to a pane's chats, as far as the clock has come: posts, notices, edits, and what is skipped.

import { leadInWords, localTime } from "./run.js";

const VIEWS = ["channel", "private"];

export class Channel {
  #pane;
  #platform;
  #run = null;
  #chosen = null;
  #shown = null;

  /** `platform` is the name under which payloads stand. */
  constructor(pane, platform) {
    this.#pane = pane;
    this.#platform = platform;
  }

  /** Play another run, or another of its chats, from its beginning. */
  play(run, chosen) {
    for (const view of VIEWS)
      if (this.#run?.chatFor(this.#platform, view, this.#chosen) != null) this.#pane.clear(view);
    this.#run = run;
    this.#chosen = chosen;
    this.#shown = null;
  }

  /** Show all that has happened until then. */
  showUntil(now) {
    if (this.#shown !== null && now < this.#shown) this.play(this.#run, this.#chosen);
    for (const view of VIEWS) {
      const chat = this.#run.chatFor(this.#platform, view, this.#chosen);
      if (chat === null) continue;
      for (const happening of this.#run.happenings) {
        const isNew = this.#shown === null || happening.at > this.#shown;
        if (happening.chat === chat && isNew && happening.at <= now) this.#show(view, happening);
      }
    }
    this.#shown = now;
  }

  #show(view, happening) {
    if (happening.kind === "post") this.#post(view, happening);
    else if (happening.kind === "skipped") this.#skip(view, happening);
    else this.#change(view, happening);
  }

  #post(view, post) {
    const due = `due ${localTime(post)}, ${leadInWords(post.lead)}`;
    this.#pane.add(view, this.#message(post, [due, ...post.marks], post.at, post.key));
  }

  #skip(view, row) {
    this.#pane.addNote(view, `Not posted: ${row.name}, due ${localTime(row)}: ${row.reason}`, "skipped rehearsed");
  }

  #change(view, { at, key, told, edited }) {
    for (const edit of edited) {
      const item = this.#pane.find(view, edit.key);
      if (item) this.#pane.replace(item, this.#message(edit, [`edited: ${edit.reason}`], edit.at, edit.key));
    }
    if (told) this.#pane.add(view, this.#message(told, ["the notice of the change"], at, key));
  }

  #message({ calls, payloads }, marks, at, key) {
    return { call: calls[this.#platform], payload: payloads[this.#platform], marks, at: new Date(at), key };
  }
}
