// Telegram's pane: bubbles, inline keyboards, windows over the chat. It draws the fields of sendMessage as they are.

import { ask, element } from "../../dom.js";
import { moment } from "../moments.js";
import { drawnFile, drawnMarks, Pane } from "../pane.js";
import { TelegramComposer } from "./composer.js";
import { telegramNodes } from "./html.js";

const VIEWS = [
  { name: "private", title: "Private chat", subtitle: "You and the bot" },
  { name: "channel", title: "Channel", subtitle: "You are an admin here" },
];
const DEEP_LINK = /^https:\/\/t\.me\/[A-Za-z0-9_]+\?start=([A-Za-z0-9_-]+)$/;
const NO_ANSWER = "In a channel the bot answers its commands, and leaves all else alone.";

export class PlatformPane {
  constructor(root, scene) {
    this.scene = scene;
    this.name = root.dataset.platform;
    const drawMessage = (message, _, item) => this.#drawn(message, item);
    this.pane = new Pane(root, scene, { platform: "Telegram", views: VIEWS, drawMessage });
    this.composer = new TelegramComposer(root, this);
  }

  /** Ask for a first answer. */
  async start() {
    await this.say("/start");
  }

  /** What the reader writes; the bot's answer comes under it. */
  async say(text) {
    const view = this.pane.view;
    this.pane.addOwn(view, text);
    const steps = await this.#asked("say", { text });
    if (steps?.length === 0) this.pane.addNote(view, NO_ANSWER);
  }

  /** Follow a deep link into the private chat. */
  async follow(payload) {
    this.pane.show("private");
    await this.say(`/start ${payload}`);
  }

  /** A message that came by inline mode, with the bot's name over it. */
  addInline(result) {
    const payload = { ...result.input_message_content, text: result.input_message_content.message_text };
    const markup = result.reply_markup ? { reply_markup: result.reply_markup } : {};
    const message = { call: "answerInlineQuery", payload: { ...payload, ...markup }, via: true };
    this.pane.add(this.pane.view, message);
  }

  async #press(data, item) {
    await this.#asked("press", { data }, item);
  }

  async #asked(what, body, item) {
    const view = this.pane.view;
    try {
      const steps = await ask(`/preview/telegram/${what}`, { ...body, view, scene: this.scene });
      for (const step of steps) this.#take(step, item);
      this.pane.dispatchEvent(new CustomEvent("answer"));
      return steps;
    } catch (error) {
      this.pane.addNote(view, error.message, "note problem");
      return null;
    }
  }

  #take(step, item) {
    if (step.call === "answerCallbackQuery") this.#alert(step);
    else if (step.replaces && item) this.pane.replace(item, step);
    else this.pane.add(step.view, step);
  }

  /** A window over the chat, which only the one who pressed sees. */
  #alert({ view, payload }) {
    const close = element("button", { type: "button" }, "OK");
    const label = element("span", { className: "label" }, "A window over the chat, only for the one who pressed");
    const alert = element("div", { className: "alert" }, label, element("p", {}, payload.text), close);
    close.addEventListener("click", () => alert.remove());
    this.pane.append(view, alert);
  }

  #drawn({ payload, file, edited, marks = [], at, via }, item) {
    const bubble = element("div", { className: "bubble" });
    if (via) bubble.append(element("span", { className: "label" }, "via @newspeg_bot, as an inline result"));
    if (payload.text)
      bubble.append(element("div", { className: "text" }, ...telegramNodes(payload.text, this.scene.now)));
    if (file) bubble.append(drawnFile(file));
    const time = moment((at ?? this.scene.now) / 1000, "t", this.scene.now);
    bubble.append(element("p", { className: "meta" }, edited ? "edited " : "", time));
    const keyboard = (payload.reply_markup?.inline_keyboard ?? []).map((row) => this.#row(row, item));
    return [bubble, ...keyboard, ...(marks.length ? [drawnMarks(marks)] : [])];
  }

  #row(row, item) {
    return element("div", { className: "keys" }, ...row.map((button) => this.#key(button, item)));
  }

  #key(button, item) {
    const link = button.url && DEEP_LINK.exec(button.url);
    if (button.url && !link) {
      return element("a", { className: "key", href: button.url, target: "_blank", rel: "noopener" }, button.text);
    }
    const className = button.style === "danger" ? "key danger" : "key";
    const key = element("button", { type: "button", className }, button.text);
    if (link) key.append(element("span", { className: "leads", title: "Opens the private chat" }, " ↗"));
    key.addEventListener("click", () => (link ? this.follow(link[1]) : this.#press(button.callback_data, item)));
    return key;
  }
}
