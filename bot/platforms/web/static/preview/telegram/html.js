// Telegram's HTML as DOM nodes, made one by one from the tags that Telegram knows; whatever else stands there is text.

import { element } from "../../dom.js";
import { moment } from "../moments.js";

const TAGS = {
  b: "b",
  strong: "b",
  i: "i",
  em: "i",
  u: "u",
  ins: "u",
  s: "s",
  strike: "s",
  del: "s",
  code: "code",
  pre: "pre",
};
const TOKEN = /<(\/?)([a-z][a-z-]*)((?:\s+[a-z-]+(?:="[^"]*")?)*)\s*>|[^<]+|</g;
const ATTRIBUTE = /([a-z-]+)(?:="([^"]*)")?/g;
const ENTITY = /&(?:(lt|gt|amp|quot)|#(\d{1,7})|#x([0-9a-fA-F]{1,6}));/g;
const NAMED = { lt: "<", gt: ">", amp: "&", quot: '"' };
const SAFE_LINK = /^(https?|tg|mailto):/i;

/** The nodes of a message's text. */
export function telegramNodes(html, now) {
  const open = [{ name: "", children: [] }];
  for (const [token, closing, name, attributes] of html.matchAll(TOKEN)) {
    if (!name) {
      open.at(-1).children.push(decoded(token));
    } else if (!closing && made(name, {}, [], now)) {
      open.push({ name, attributes: read(attributes), children: [] });
    } else if (closing && open.at(-1).name === name) {
      close(open, now);
    } else {
      open.at(-1).children.push(token);
    }
  }
  while (open.length > 1) close(open, now);
  return open[0].children;
}

function close(open, now) {
  const { name, attributes, children } = open.pop();
  open.at(-1).children.push(made(name, attributes, children, now));
}

/** The node that stands for a tag; nothing where there is no such tag. */
function made(name, attributes, children, now) {
  if (Object.hasOwn(TAGS, name)) return element(TAGS[name], {}, ...children);
  if (name === "tg-time") return time(attributes, children, now);
  if (name === "tg-spoiler") return element("span", { className: "spoiler" }, ...children);
  if (name === "blockquote") return quotation(attributes, children);
  if (name === "a") return link(attributes.href ?? "", children);
  return null;
}

function time({ unix, format }, children, now) {
  if (format === "r") return moment(Number(unix), "R", now);
  const drawn = moment(Number(unix), "F", now);
  drawn.replaceChildren(...children); // an app shows the words, and its own time when they are tapped
  return drawn;
}

/** A folded one shows its first lines until it is pressed. */
function quotation(attributes, children) {
  if (!Object.hasOwn(attributes, "expandable")) return element("blockquote", {}, ...children);
  return element("blockquote", { className: "folded", tabIndex: 0 }, ...children);
}

function link(href, children) {
  if (!SAFE_LINK.test(href)) return element("span", {}, ...children);
  return element("a", { href, target: "_blank", rel: "noopener noreferrer" }, ...children);
}

function read(attributes) {
  return Object.fromEntries([...attributes.matchAll(ATTRIBUTE)].map(([, name, value]) => [name, decoded(value ?? "")]));
}

function decoded(text) {
  return text.replace(ENTITY, (whole, name, decimal, hexadecimal) => {
    const code = decimal ? Number(decimal) : Number.parseInt(hexadecimal, 16);
    return name ? NAMED[name] : code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
