// Windows over the page that ask: whom a change reaches, which of two versions is to stand, which keys there are.

import { element, newId } from "../dom.js";

const AROUND = 3; // lines

/** Open a window; gives the value of the button that closed it, or an empty text. */
export function opened(title, content, buttons) {
  const id = newId("dialog");
  const dialog = element("dialog", { className: "window", aria: { labelledby: id } });
  const form = element("form", { method: "dialog" }, element("h2", { id }, title), ...content);
  const row = element("div", { className: "buttons" });
  for (const { value, words, quiet, hint } of buttons) {
    const button = element("button", { value, className: quiet ? "quiet" : "" }, words);
    if (hint) button.title = hint;
    row.append(button);
  }
  form.append(row);
  dialog.append(form);
  document.body.append(dialog);
  dialog.showModal();
  row.querySelector("button").focus(); // it is what one comes for; the rest is read, and scrolled
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(dialog.returnValue);
    });
  });
}

const KINDS = {
  told: "Chats are told",
  edited: "Posts are edited",
  withdrawn: "Posts are withdrawn",
  corrected: "The correction",
  retracted: "The retraction",
  planned: "Reminders to come",
};

/** Show whom a change reaches, with the texts; gives whether the editor wants it. */
export async function askIfReached({ numbers, texts, problems }) {
  const content = [
    element(
      "p",
      { className: "numbers" },
      numbers ? `${numbers}.` : "It reaches nobody: no chat gets anything for it.",
    ),
  ];
  for (const { kind, words, chats } of texts) {
    const many = chats ? ` · ${chats.toLocaleString()} ${chats === 1 ? "chat" : "chats"}` : "";
    const label = element("p", { className: "kind" }, `${KINDS[kind] ?? kind}${many}`);
    content.push(element("div", { className: "reached" }, label, element("p", { className: "words" }, words)));
  }
  const warnings = (problems ?? []).filter(({ warning }) => warning);
  if (warnings.length)
    content.push(
      element("p", { className: "soft" }, `The check warns of ${warnings.length} more: see below the draft.`),
    );
  const body = element(
    "div",
    { className: "content", tabIndex: 0, role: "group", aria: { label: "Whom it reaches" } },
    ...content,
  );
  const buttons = [
    { value: "yes", words: "Do it" },
    { value: "", words: "Not yet", quiet: true },
  ];
  return (await opened("Whom this reaches", [body], buttons)) === "yes";
}

/** Show two versions of the file side by side; gives which of them is to stand. */
export async function askWhichStands({ theirs, yours }, canRepeat) {
  const lead =
    "The file was changed while you worked: by hand, or by somebody else. Nothing is saved yet, and nothing is lost.";
  const both = element("div", { className: "versions", tabIndex: 0, role: "group", aria: { label: "Both versions" } });
  both.append(version("As it stands now", theirs, yours), version("With your change", yours, theirs));
  const buttons = [];
  if (canRepeat) buttons.push({ value: "again", words: "Make my change in theirs" });
  buttons.push({ value: "theirs", words: "Keep theirs", quiet: true });
  if (yours) buttons.push({ value: "mine", words: "Take mine as a whole", quiet: true });
  return (await opened("Two versions", [element("p", {}, lead), both], buttons)) || "theirs";
}

/** The lines of a text around those that the other text does not have, which are marked. */
function version(title, text, other) {
  const known = new Set(other.split("\n").map((line) => line.trim()));
  const lines = text.split("\n");
  const isOwn = lines.map((line) => line.trim() !== "" && !known.has(line.trim()));
  const isNear = lines.map((_, index) => isOwn.slice(Math.max(0, index - AROUND), index + AROUND + 1).includes(true));
  const shown = [];
  let alike = 0;
  const skip = () => {
    if (alike) shown.push(element("span", { className: "alike" }, `⋯ ${alike} ${alike === 1 ? "line" : "lines"}\n`));
    alike = 0;
  };
  for (const [index, line] of lines.entries()) {
    if (!isNear[index]) {
      alike += 1;
      continue;
    }
    skip();
    shown.push(isOwn[index] ? element("mark", {}, `${line}\n`) : `${line}\n`);
  }
  skip();
  return element("section", {}, element("h3", {}, title), element("pre", {}, ...shown));
}

/** Show all keys. */
export async function showKeys(keys, { are, changed }) {
  const list = element("dl", { className: "keys" });
  for (const [key, words] of keys) list.append(element("dt", {}, element("kbd", {}, key)), element("dd", {}, words));
  const box = element("input", { type: "checkbox", id: newId("keys"), checked: are });
  box.addEventListener("change", () => changed(box.checked));
  const tick = element(
    "p",
    { className: "tick" },
    box,
    element("label", { for: box.id }, "One letter is enough (turn it off if you dictate)"),
  );
  await opened(
    "Keys",
    [element("div", { className: "content", tabIndex: 0, role: "group", aria: { label: "Keys" } }, list), tick],
    [{ value: "", words: "Close" }],
  );
}
