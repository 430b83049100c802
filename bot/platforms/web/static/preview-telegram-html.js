// Telegram's HTML as DOM nodes, made one by one from the tags that Telegram knows; of any other only the text remains.

import { element } from "./preview-dom.js";
import { moment } from "./preview-moments.js";

const AS = {
  B: "b",
  STRONG: "b",
  I: "i",
  EM: "i",
  U: "u",
  INS: "u",
  S: "s",
  STRIKE: "s",
  DEL: "s",
  CODE: "code",
  PRE: "pre",
  BLOCKQUOTE: "blockquote",
};
const SAFE_LINK = /^(https?|tg|mailto):/i;

/** The nodes of a message's text. */
export function telegramNodes(html, now) {
  const parsed = new DOMParser().parseFromString(html, "text/html");
  return [...parsed.body.childNodes].flatMap((node) => rebuilt(node, now));
}

function rebuilt(node, now) {
  if (node.nodeType === Node.TEXT_NODE) return [document.createTextNode(node.data)];
  if (node.nodeType !== Node.ELEMENT_NODE) return [];
  const children = [...node.childNodes].flatMap((child) => rebuilt(child, now));
  if (node.tagName in AS) return [element(AS[node.tagName], {}, ...children)];
  if (node.tagName === "TG-TIME") return [time(node, children, now)];
  if (node.tagName === "TG-SPOILER") return [element("span", { className: "spoiler" }, ...children)];
  if (node.tagName === "A" && SAFE_LINK.test(node.getAttribute("href") ?? "")) return [link(node, children)];
  return children;
}

function time(node, children, now) {
  const unix = Number(node.getAttribute("unix"));
  if (node.getAttribute("format") === "r") return moment(unix, "R", now);
  const drawn = moment(unix, "F", now);
  drawn.replaceChildren(...children); // an app shows the words, and its own time when they are tapped
  return drawn;
}

function link(node, children) {
  const href = node.getAttribute("href");
  return element("a", { href, target: "_blank", rel: "noopener noreferrer" }, ...children);
}
