// The pane of a platform that has no drawing of its own: its messages as they are sent, and a line to write in.

import { ask, element, newId } from "../../dom.js";
import { drawnFile, drawnMarks, Pane } from "../pane.js";

const VIEWS = [
  { name: "private", title: "Private chat", subtitle: "You and the bot" },
  { name: "channel", title: "Channel", subtitle: "You may manage it" },
];

export class PlatformPane {
  constructor(root, scene) {
    const { platform, title } = root.dataset;
    this.scene = scene;
    this.name = platform;
    this.composer = {}; // it offers no commands
    this.pane = new Pane(root, scene, { platform: title, views: VIEWS, drawMessage: drawn });
    if (root.dataset.askedBy === "line") root.append(this.#form(title));
  }

  /** Ask for a first answer. */
  async start() {
    await this.say("/start");
  }

  /** What the reader writes; the bot's answer comes under it. */
  async say(text) {
    const view = this.pane.view;
    this.pane.addOwn(view, text);
    try {
      const steps = await ask(`/preview/${this.name}/say`, { text, view, scene: this.scene });
      for (const step of steps) this.pane.add(step.view, step);
      this.pane.dispatchEvent(new CustomEvent("answer"));
    } catch (error) {
      this.pane.addNote(view, error.message, "note problem");
    }
  }

  #form(title) {
    const id = newId("message");
    const input = element("input", { id, type: "text", maxLength: 4096, placeholder: "Message or /command" });
    const send = element("button", { type: "submit", className: "send" }, "Send");
    const label = element("label", { className: "hidden-visually", for: id }, `Message to the bot on ${title}`);
    const form = element("form", { className: "composer" }, label, element("div", { className: "line" }, input, send));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const text = input.value.trim();
      input.value = "";
      if (text) this.say(text);
    });
    return form;
  }
}

function drawn({ payload, file, marks = [] }) {
  const bubble = element("div", { className: "bubble" });
  bubble.append(element("pre", { tabIndex: 0 }, JSON.stringify(payload, null, 2)));
  if (file) bubble.append(drawnFile(file));
  return [bubble, ...(marks.length ? [drawnMarks(marks)] : [])];
}
