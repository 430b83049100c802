// Discord's pane: embeds, buttons, lists, messages that only one reader sees. It draws a message's fields as they are.

import { ask, element, newId } from "../../dom.js";
import { moment } from "../moments.js";
import { drawnFile, drawnMarks, Pane } from "../pane.js";
import { DiscordComposer } from "./composer.js";
import { discordLine, discordNodes } from "./markdown.js";

const VIEWS = [
  { name: "private", title: "Direct messages", subtitle: "You and the bot" },
  { name: "channel", title: "#news", subtitle: "A server’s channel that you may manage" },
];
const BUTTON = 2;
const DANGER = 4;
const NO_ANSWER = "On Discord the bot is asked by commands, and reads nothing else: begin with /.";

export class PlatformPane {
  constructor(root, scene) {
    this.scene = scene;
    this.name = root.dataset.platform;
    const drawMessage = (message, _, item) => this.#drawn(message, item);
    this.pane = new Pane(root, scene, { platform: "Discord", views: VIEWS, drawMessage });
    this.composer = new DiscordComposer(root, this);
  }

  /** Ask for a first answer. */
  async start() {
    await this.command("start");
  }

  /** A slash command with its options. */
  async command(command, values = {}) {
    const options = Object.entries(values).map(([name, value]) => ` ${name}:${value}`);
    this.pane.addNote(this.pane.view, `You used /${command}${options.join("")}`, "used");
    await this.#asked("command", { command, values });
  }

  /** Words that are no command. */
  say(text) {
    this.pane.addOwn(this.pane.view, text);
    this.pane.addNote(this.pane.view, NO_ANSWER);
  }

  async #press(custom_id, values, item) {
    const ephemeral = item.classList.contains("ephemeral");
    await this.#asked("press", { data: custom_id, values, ephemeral }, item);
  }

  async #asked(what, body, item) {
    const view = this.pane.view;
    try {
      const steps = await ask(`/preview/discord/${what}`, { ...body, view, scene: this.scene });
      for (const step of steps) {
        if (step.replaces && item) this.pane.replace(item, step);
        else this.pane.add(step.view, step);
      }
      this.pane.dispatchEvent(new CustomEvent("answer"));
    } catch (error) {
      this.pane.addNote(view, error.message, "note problem");
    }
  }

  #drawn({ payload, file, edited, ephemeral, marks = [], at }, item) {
    const now = this.scene.now;
    const who = element("p", { className: "who" }, element("strong", {}, "Newspeg"));
    who.append(element("span", { className: "app" }, "APP"), moment((at ?? now) / 1000, "f", now));
    if (edited) who.append(element("span", { className: "meta" }, "(edited)"));
    const parts = [who, ...(payload.embeds ?? []).map((embed) => this.#embed(embed, now))];
    if (file) parts.push(drawnFile(file));
    parts.push(...(payload.components ?? []).map((row) => this.#row(row, item)));
    if (ephemeral) parts.push(this.#ephemeral(item));
    return [element("div", { className: "body" }, ...parts), ...(marks.length ? [drawnMarks(marks)] : [])];
  }

  #embed({ title, description }, now) {
    const embed = element("div", { className: "embed" });
    if (title) embed.append(element("p", { className: "title" }, ...discordLine(title, now)));
    if (description) embed.append(element("div", { className: "description" }, ...discordNodes(description, now)));
    return embed;
  }

  #ephemeral(item) {
    const dismiss = element("button", { type: "button", className: "dismiss" }, "Dismiss message");
    dismiss.addEventListener("click", () => item.remove());
    return element("p", { className: "only-you" }, "Only you can see this (an ephemeral answer) · ", dismiss);
  }

  #row({ components }, item) {
    const drawn = components.map((each) => (each.type === BUTTON ? this.#button(each, item) : this.#list(each, item)));
    return element("div", { className: "keys" }, ...drawn);
  }

  #button({ label, style, custom_id }, item) {
    const className = style === DANGER ? "key danger" : "key";
    const button = element("button", { type: "button", className }, label);
    button.addEventListener("click", () => this.#press(custom_id, [], item));
    return button;
  }

  /** A list asks when the button beside it is pressed, so that it can be looked through by keyboard. */
  #list({ custom_id, options }, item) {
    const id = newId("choice");
    const list = element("select", { id }, element("option", { value: "" }, "Make a selection"));
    list.append(...options.map(({ label, value }) => element("option", { value }, label)));
    const button = element("button", { type: "button", className: "key" }, "Choose");
    button.addEventListener("click", () => list.value && this.#press(custom_id, [list.value], item));
    const label = element("label", { className: "hidden-visually", for: id }, "Make a selection");
    return element("div", { className: "choice" }, label, list, button);
  }
}
