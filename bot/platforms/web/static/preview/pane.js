// A pane: one platform's chats as tabs, each with its messages. How a message looks is the platform's own affair.

import { element, newId } from "../dom.js";
import { redraw } from "./moments.js";

/** Tells by an event `answer` that the bot has answered, which may have changed what a chat subscribed to. */
export class Pane extends EventTarget {
  #views = new Map();
  #active;
  #drawMessage;

  /** `views` are `{name, title, subtitle}`; `drawMessage(message, scene, item)` gives the parts of a message's element. */
  constructor(root, scene, { platform, views, drawMessage }) {
    super();
    this.scene = scene;
    this.platform = platform;
    this.#drawMessage = drawMessage;
    const tabs = element("div", { className: "views", role: "tablist", aria: { label: `${platform}: chats` } });
    root.append(tabs);
    for (const view of views) this.#add(root, tabs, view);
    tabs.addEventListener("keydown", (event) => this.#onKey(event));
    scene.addEventListener("change", () => redraw(root, scene.now));
    this.show(views[0].name);
  }

  /** The chat that is shown. */
  get view() {
    return this.#active;
  }

  /** Show a chat. */
  show(name) {
    this.#active = name;
    for (const [each, { tab, panel }] of this.#views) {
      const selected = each === name;
      tab.setAttribute("aria-selected", String(selected));
      tab.tabIndex = selected ? 0 : -1;
      panel.hidden = !selected;
    }
    this.#views.get(name).tab.classList.remove("unread");
    this.#scroll(name);
  }

  /** Draw a message; a `key`, which what is rehearsed has, lets it be edited later. Gives its element. */
  add(view, message) {
    const item = element("div", { className: "message" });
    this.#fill(item, message);
    this.append(view, item);
    return item;
  }

  /** Draw another message in the place of one. */
  replace(item, message) {
    this.#fill(item, { ...message, edited: true });
  }

  /** What the reader wrote. */
  addOwn(view, text) {
    this.append(view, element("div", { className: "own" }, element("div", { className: "bubble" }, text)));
  }

  /** A line of the page's own, about what the pane cannot show otherwise. */
  addNote(view, text, className = "note") {
    this.append(view, element("div", { className }, text));
  }

  /** The message of this key in a chat. */
  find(view, key) {
    return [...this.#views.get(view).log.children].find((item) => item.dataset.key === key);
  }

  /** Take away what was rehearsed in a chat, and leave what was asked there. */
  clear(view) {
    for (const item of this.#views.get(view).log.querySelectorAll(".rehearsed")) item.remove();
  }

  #fill(item, message) {
    const looks = ["message", message.ephemeral && "ephemeral", message.key && "rehearsed"];
    item.className = looks.filter(Boolean).join(" ");
    if (message.key) item.dataset.key = message.key;
    const payload = element("details", { className: "payload" }, element("summary", {}, `Payload of ${message.call}`));
    payload.append(element("pre", { tabIndex: 0 }, JSON.stringify(message.payload, null, 2)));
    item.replaceChildren(...this.#drawMessage(message, this.scene, item), payload);
  }

  /** Put an element at the end of a chat. */
  append(view, item) {
    const { log, tab } = this.#views.get(view);
    log.append(item);
    if (view !== this.#active) tab.classList.add("unread");
    this.#scroll(view);
  }

  #scroll(view) {
    const { log } = this.#views.get(view);
    log.scrollTop = log.scrollHeight;
  }

  #add(root, tabs, { name, title, subtitle }) {
    const panelId = newId("chat");
    const tab = element(
      "button",
      { type: "button", role: "tab", id: newId("tab"), aria: { controls: panelId } },
      title,
    );
    const log = element("div", { className: "log", tabIndex: 0, role: "log" });
    log.setAttribute("aria-label", `${this.platform}, ${title}: messages`);
    const posts = name === "channel" ? document.querySelector("#panes").dataset.empty : "";
    log.dataset.empty = posts || "Nothing stands here yet. Ask the bot below.";
    const panel = element("div", { className: "chat", id: panelId, role: "tabpanel" });
    panel.setAttribute("aria-labelledby", tab.id);
    panel.append(element("p", { className: "subtitle" }, subtitle), log);
    tab.addEventListener("click", () => this.show(name));
    new ResizeObserver(() => this.#scroll(name)).observe(log); // what is written last stays in sight
    tabs.append(tab);
    root.append(panel);
    this.#views.set(name, { tab, panel, log });
  }

  #onKey(event) {
    if (event.key !== "ArrowRight" && event.key !== "ArrowLeft") return;
    const names = [...this.#views.keys()];
    const step = event.key === "ArrowRight" ? 1 : names.length - 1;
    const next = names[(names.indexOf(this.#active) + step) % names.length];
    this.show(next);
    this.#views.get(next).tab.focus();
    event.preventDefault();
  }
}

/** A file that goes with a message: its name, its size, what is in it, and a way to keep it. */
export function drawnFile({ name, size, content }) {
  const href = URL.createObjectURL(new Blob([content], { type: "text/calendar" }));
  const keep = element("a", { href, download: name }, "Save");
  const inside = element("details", {}, element("summary", {}, "What is in it"));
  inside.append(element("pre", { tabIndex: 0 }, content));
  const title = element("p", {}, element("strong", {}, name), ` ${size.toLocaleString()} bytes · `, keep);
  return element("div", { className: "file" }, title, inside);
}

/** Small labels under a message. */
export function drawnMarks(marks) {
  return element("p", { className: "marks" }, ...marks.map((mark) => element("span", { className: "mark" }, mark)));
}
