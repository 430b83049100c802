// Telegram's line to write in: the menu of commands, what may follow one, and inline results after the bot's name.

import { ask, element, newId } from "../../dom.js";
import { Picker } from "../picker.js";

const INLINE = /^@newspeg_bot\s+(.*)$/;
const FROM_THE_DESK = "suggested by the desk; Telegram itself suggests no values";

export class TelegramComposer {
  #pane;
  #input;
  #commands = [];

  constructor(root, telegram) {
    this.#pane = telegram;
    const id = newId("telegram-message");
    this.#input = element("input", { id, type: "text", maxLength: 4096, placeholder: "Message or /command" });
    const menu = element("button", { type: "button", className: "menu" }, "Menu");
    const send = element("button", { type: "submit", className: "send" }, "Send");
    const label = element("label", { className: "hidden-visually", for: id }, "Message to the bot on Telegram");
    const line = element("div", { className: "line" }, menu, this.#input, send);
    const form = element("form", { className: "composer" }, label, line);
    root.append(form);
    const picker = new Picker(this.#input, {
      label: "Suggestions for Telegram",
      anchor: line,
      suggest: (text) => this.#suggest(text),
      choose: (option, key) => this.#choose(option, key),
    });
    this.picker = picker;
    menu.addEventListener("click", () => {
      this.#input.value = "/";
      this.#input.focus();
      picker.open();
    });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      picker.close();
      this.#send(this.#input.value);
    });
  }

  /** The commands that there are. */
  set commands(commands) {
    this.#commands = commands;
  }

  #send(text) {
    this.#input.value = "";
    if (text.trim()) this.#pane.say(text.trim());
  }

  async #suggest(text) {
    const inline = INLINE.exec(text);
    try {
      if (inline) return await this.#inlineResults(inline[1]);
      if (!text.startsWith("/")) return [];
      if (!text.includes(" ")) return this.#menu(text.slice(1).toLowerCase());
      return await this.#values(text);
    } catch {
      return [];
    }
  }

  #menu(begun) {
    return this.#commands
      .filter(({ name }) => name.startsWith(begun))
      .map((command) => ({ label: `/${command.name}`, detail: command.description, command }));
  }

  async #values(text) {
    const found = await ask("/preview/telegram/suggest", { text, ...this.#where() });
    return found.values.map(({ label, value }, number) => ({
      label,
      detail: number ? value : `${value} – ${FROM_THE_DESK}`,
      line: found.before + value,
    }));
  }

  async #inlineResults(text) {
    const results = await ask("/preview/telegram/search", { text, ...this.#where() });
    return results.map((result) => ({ label: result.title, detail: `inline: ${result.description ?? ""}`, result }));
  }

  #where() {
    return { view: this.#pane.pane.view, scene: this.#pane.scene };
  }

  #choose({ command, line, result }, key) {
    if (result) {
      this.#input.value = "";
      this.#pane.addInline(result);
    } else if (command && (command.parameters.length === 0 || key === "click")) {
      this.#send(`/${command.name}`); // as a tap in Telegram's menu does
    } else {
      this.#input.value = command ? `/${command.name} ` : line;
      if (command) this.picker.open();
    }
  }
}
