// What stands beside and below the draft: its progress, the check, who changed what.

import { element } from "../dom.js";
import { shortened } from "./data.js";

/** Show how many reviews are left of those that there were at most. */
export class Progress {
  #most = 0;

  show(left, errors) {
    this.#most = Math.max(this.#most, left);
    const bar = document.querySelector("#progress");
    bar.max = Math.max(this.#most, 1);
    bar.value = this.#most ? this.#most - left : 1;
    const words = left ? `${left} of ${this.#most} to review` : "Nothing left to review";
    document.querySelector("#progress-words").textContent = words;
    const shown = document.querySelector("#errors");
    shown.hidden = !errors;
    shown.textContent = errors === 1 ? "The check finds an error" : `The check finds ${errors} errors`;
  }
}

/** List what is to be reviewed, the heaviest first, and what the check says, in its words; each leads to its item. */
export function showCheck(root, { problems, reviews }, goTo) {
  const found = [
    ...reviews.map(({ place, why }) => ({ place, message: why, kind: "review" })),
    ...problems.map(({ place, message, warning, line }) => ({
      place,
      message,
      line,
      kind: warning ? "warning" : "error",
    })),
  ];
  if (!found.length) {
    document.querySelector("#tab-check").textContent = "Check";
    root.replaceChildren(element("p", { className: "sound" }, "The check has nothing to say: this can be published."));
    return;
  }
  document.querySelector("#tab-check").textContent = `Check (${found.length})`;
  const items = found.map(({ place, message, kind, line }) => {
    const where = line && !place ? ` (line ${line})` : "";
    const words = place
      ? element("button", { type: "button", className: "link" }, shortened(message, 300))
      : element("span", {}, `${shortened(message, 300)}${where}`);
    if (place) words.addEventListener("click", () => goTo(place));
    return element("li", { className: kind }, element("span", { className: `chip ${kind}` }, kind), " ", words);
  });
  root.replaceChildren(element("ul", { className: "found" }, ...items));
}

/** List who changed what, the newest first; `find(edit)` gives what an edit changed. */
export function showEdits(root, edits, find) {
  if (!edits.length) {
    root.replaceChildren(element("p", { className: "soft" }, "Nothing was changed at the desk yet."));
    return;
  }
  const items = edits.map(({ id, at, editor, what, undone, is_known }) => {
    const when = element("time", { dateTime: at }, at.slice(0, 16).replace("T", " "));
    const who = editor ? [element("strong", {}, editor), " "] : [];
    const item = element(
      "li",
      { className: undone ? "undone" : "" },
      when,
      " ",
      ...who,
      what,
      undone ? " (undone)" : "",
    );
    if (is_known)
      item.append(
        " ",
        differences(() => find(id)),
      );
    return item;
  });
  root.replaceChildren(element("ol", { className: "edits" }, ...items));
}

/** What an edit changed, asked for once it is opened. */
function differences(find) {
  const list = element("ul", { className: "differences" }, element("li", {}, "…"));
  const shown = element("details", {}, element("summary", {}, "What changed"), list);
  shown.addEventListener(
    "toggle",
    async () => {
      try {
        const found = await find();
        list.replaceChildren(...found.map(difference));
        if (!found.length) list.append(element("li", {}, "Nothing that readers or editors would see."));
      } catch (error) {
        list.replaceChildren(element("li", { className: "fault" }, error.message));
      }
    },
    { once: true },
  );
  return shown;
}

function difference({ where, was, now }) {
  const parts = [element("span", { className: "soft" }, `${where}: `)];
  if (was) parts.push(element("del", {}, was), " ");
  if (now) parts.push(element("ins", {}, now));
  return element("li", {}, ...parts);
}
