// Discord's line to write in: a picker of slash commands, then an input for each option, with the desk's suggestions.

import { ask, element, newId } from "../../dom.js";
import { Picker } from "../picker.js";

export class DiscordComposer {
  #discord;
  #form;
  #commands = [];

  constructor(root, discord) {
    this.#discord = discord;
    this.#form = element("form", { className: "composer" });
    root.append(this.#form);
    this.#form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#submit();
    });
    this.#askForCommand();
  }

  /** The commands that there are. */
  set commands(commands) {
    this.#commands = commands;
  }

  #submit = () => {};

  #askForCommand({ focus = false } = {}) {
    const id = newId("discord-message");
    const input = element("input", { id, type: "text", maxLength: 4096, placeholder: "Message, or / for commands" });
    const send = element("button", { type: "submit", className: "send" }, "Send");
    const label = element("label", { className: "hidden-visually", for: id }, "Message or command on Discord");
    const line = element("div", { className: "line" }, input, send);
    this.#form.replaceChildren(label, line);
    const picker = new Picker(input, {
      label: "Commands on Discord",
      anchor: line,
      suggest: (text) => (text.startsWith("/") ? this.#begunWith(text.slice(1).trim().toLowerCase()) : []),
      choose: ({ command }) => this.#chosen(command),
    });
    input.addEventListener("input", () => this.#typedThrough(input.value));
    this.#submit = () => {
      picker.close();
      const text = input.value.trim();
      const command = this.#commands.find(({ name }) => text === `/${name}`);
      if (command) this.#chosen(command);
      else if (text) {
        input.value = "";
        this.#discord.say(text);
      }
    };
    if (focus) input.focus();
  }

  /** A command and a space become its options, and what is typed on stands in the first: `/when match`. */
  #typedThrough(text) {
    const [, name, rest] = /^\/(\S+)\s(.*)$/.exec(text) ?? [];
    const command = this.#commands.find((each) => each.name === name?.toLowerCase());
    if (command?.parameters.length) this.#askForOptions(command, rest);
  }

  #begunWith(begun) {
    return this.#commands
      .filter(({ name }) => name.startsWith(begun))
      .map((command) => ({ label: `/${command.name}`, detail: command.description, command }));
  }

  #chosen(command) {
    if (command.parameters.length === 0) {
      this.#askForCommand({ focus: true });
      this.#discord.command(command.name);
    } else {
      this.#askForOptions(command);
    }
  }

  #askForOptions(command, typed = "") {
    const inputs = new Map();
    const values = () =>
      Object.fromEntries([...inputs].map(([name, input]) => [name, input.value.trim()]).filter(([, value]) => value));
    const fields = command.parameters.map((parameter) => this.#field(command, parameter, inputs, values));
    const send = element("button", { type: "submit", className: "send" }, "Send");
    const cancel = element("button", { type: "button", className: "menu" }, "Cancel");
    cancel.addEventListener("click", () => this.#askForCommand({ focus: true }));
    const buttons = element("div", { className: "line" }, cancel, send);
    const legend = element("legend", {}, `/${command.name}`);
    this.#form.replaceChildren(element("fieldset", { className: "options" }, legend, ...fields, buttons));
    this.#submit = () => {
      const chosen = values();
      this.#askForCommand({ focus: true });
      this.#discord.command(command.name, chosen);
    };
    const first = inputs.get(command.parameters[0].name);
    first.value = typed;
    first.focus();
  }

  #field(command, { name, description, suggests }, inputs, values) {
    const id = newId("option");
    const input = element("input", { id, type: "text", maxLength: 200, title: description, placeholder: description });
    inputs.set(name, input);
    const field = element("div", { className: "option" }, element("label", { for: id }, name), input);
    if (suggests) {
      const picker = new Picker(input, {
        label: `Values for ${name}`,
        suggest: (typed) => this.#values(command, name, typed, values()),
        choose: ({ value }) => {
          input.value = value;
        },
      });
      input.addEventListener("focus", () => picker.open());
    }
    return field;
  }

  async #values(command, parameter, typed, values) {
    const where = { view: this.#discord.pane.view, scene: this.#discord.scene };
    try {
      return await ask("/preview/discord/suggest", { command: command.name, parameter, typed, values, ...where });
    } catch {
      return [];
    }
  }
}
