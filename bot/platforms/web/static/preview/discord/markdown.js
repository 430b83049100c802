// Discord's Markdown as DOM nodes: what an embed's text may hold, and escapes, so that all else stays text.

import { element } from "../../dom.js";
import { moment } from "../moments.js";

const PAIRS = [
  ["**", "strong"],
  ["__", "u"],
  ["~~", "s"],
  ["||", "span"],
  ["*", "em"],
  ["_", "em"],
];
const MOMENT = /<t:(-?\d{1,13})(?::([tTdDfFR]))?>/y;
const LINK = /\[((?:\\.|[^\]\\])+)\]\((https?:\/\/[^()\s]+)\)/y;
const ESCAPABLE = /[^\w\s]/;
const HEADING = /^(#{1,3}) (.*)$/;

/** The nodes of a text of several lines. */
export function discordNodes(markdown, now) {
  const blocks = [];
  for (const line of markdown.split("\n")) {
    const { kind, text } = sorted(line);
    const last = blocks.at(-1);
    if (last?.kind === kind && kind === "quote") last.lines.push(text);
    else blocks.push({ kind, lines: [text] });
  }
  return blocks.map(({ kind, lines }) => block(kind, lines, now));
}

/** The nodes of one line. */
export function discordLine(source, now) {
  const nodes = [];
  let text = "";
  const flush = () => {
    if (text) nodes.push(document.createTextNode(text));
    text = "";
  };
  for (let at = 0; at < source.length; ) {
    const found = special(source, at, now);
    if (found?.node) {
      flush();
      nodes.push(found.node);
    } else {
      text += found?.text ?? source[at];
    }
    at = found?.end ?? at + 1;
  }
  flush();
  return nodes;
}

function sorted(line) {
  if (line.startsWith("> ")) return { kind: "quote", text: line.slice(2) };
  if (line.startsWith("-# ")) return { kind: "subtext", text: line.slice(3) };
  const heading = HEADING.exec(line);
  if (heading) return { kind: "heading", text: heading[2] };
  return { kind: "text", text: line };
}

function block(kind, lines, now) {
  const tag = { quote: "blockquote", subtext: "small", heading: "strong" }[kind] ?? "div";
  const nodes = lines.flatMap((line, number) => [...(number ? [element("br")] : []), ...discordLine(line, now)]);
  return element(tag, { className: `markdown-${kind}` }, ...nodes);
}

/** What begins at a place of a line, and where it ends; nothing where it is plain text. */
function special(source, at, now) {
  if (source[at] === "\\" && ESCAPABLE.test(source[at + 1] ?? "")) return { text: source[at + 1], end: at + 2 };
  MOMENT.lastIndex = at;
  const stamp = MOMENT.exec(source);
  if (stamp) return { node: moment(Number(stamp[1]), stamp[2] ?? "f", now), end: MOMENT.lastIndex };
  LINK.lastIndex = at;
  const link = LINK.exec(source);
  if (link) {
    const look = { href: link[2], target: "_blank", rel: "noopener noreferrer" };
    return { node: element("a", look, ...discordLine(link[1], now)), end: at + link[0].length };
  }
  if (source[at] === "`") {
    const end = source.indexOf("`", at + 1);
    return end > at + 1 ? { node: element("code", {}, source.slice(at + 1, end)), end: end + 1 } : null;
  }
  for (const [mark, tag] of PAIRS) {
    if (!source.startsWith(mark, at)) continue;
    const end = closing(source, mark, at + mark.length);
    if (end < 0) continue;
    const inner = discordLine(source.slice(at + mark.length, end), now);
    const look = mark === "||" ? { className: "spoiler" } : {};
    return { node: element(tag, look, ...inner), end: end + mark.length };
  }
  return null;
}

/** Where the mark stands again, past escaped characters; -1 if it does not, or at once, or if a space follows it. */
function closing(source, mark, from) {
  if (source[from] === " ") return -1;
  for (let at = from; at < source.length; at += source[at] === "\\" ? 2 : 1) {
    if (at > from && source.startsWith(mark, at)) return at;
  }
  return -1;
}
