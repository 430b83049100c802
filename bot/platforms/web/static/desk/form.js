// The form of an item: a field for each part, and the operations that its changes amount to.

import { element, newId } from "../dom.js";
import { COPIED } from "./copied.js";
import { asList, at, isTrue } from "./data.js";
import { DateField } from "./dates.js";

const SAME = Symbol("same");

export class Form {
  #desk;
  #runs;
  #fields;
  #dates = [];

  /**
   * `place` is where the item stands, `item` what it is now ({} of a new one). `save(values)` gets the changed fields as
   * `[path, value]`; the form stays open if it gives false. `tried(path, date)` hears of dates while they are typed.
   */
  constructor(desk, runs, { kind, item, words = () => "", save, cancel, tried = () => {}, title }) {
    this.#desk = desk;
    this.#runs = runs;
    this.#fields = kind.fields.map((field) => this.#drawn(field, item, words, tried));
    const confirm = element("button", { type: "submit" }, "Save ", element("kbd", {}, "Ctrl Enter"));
    const leave = element("button", { type: "button", className: "quiet" }, "Cancel ", element("kbd", {}, "Esc"));
    this.fault = element("p", { className: "fault", role: "alert" });
    const buttons = element("div", { className: "buttons" }, confirm, leave);
    const parts = this.#fields.map(({ drawn }) => drawn);
    this.element = element("form", { className: "form", aria: { label: title } }, ...parts, this.fault, buttons);
    leave.addEventListener("click", cancel);
    this.element.addEventListener("keydown", (event) => {
      if (event.key === "Escape") cancel();
      if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) this.element.requestSubmit();
      if (event.key === "Escape" || (event.key === "Enter" && (event.ctrlKey || event.metaKey))) event.preventDefault();
    });
    this.element.addEventListener("change", ({ target }) => {
      if (target.closest(".of-zone")) for (const date of this.#dates) date.rezone();
    });
    this.element.addEventListener("submit", async (event) => {
      event.preventDefault();
      confirm.disabled = true;
      try {
        this.fault.textContent = "";
        await save(await this.values());
      } catch (error) {
        this.fault.textContent = error.message;
      }
      confirm.disabled = false;
    });
  }

  /** Put the focus into the first field, or into that of a path. */
  focus(path) {
    const wanted = this.#fields.find(({ field }) => path && field.path.join() === path.join()) ?? this.#fields[0];
    const input = wanted.drawn.querySelector("input, textarea, select");
    input.focus();
    input.select?.();
  }

  /** The changed fields, each with its path and its new value; null for what is to go. */
  async values() {
    const changed = [];
    for (const { field, read } of this.#fields) {
      const value = await read();
      if (value !== SAME) changed.push([field.path, value]);
    }
    return changed;
  }

  #drawn(field, item, words, tried) {
    const value = at(item, field.path);
    const draw = { text: "text", line: "line", date: "date", one: "one", several: "several" }[field.type] ?? field.type;
    return { field, ...this[`_${draw}`](field, value, item, words, tried) };
  }

  #labelled(field, input, ...more) {
    input.id = newId("field");
    const label = element("label", { for: input.id }, field.label);
    return element("div", { className: `field of-${field.type}` }, label, input, ...more);
  }

  _text(field, value = "") {
    const input = element("textarea", {
      value,
      rows: Math.min(6, Math.ceil(String(value).length / 60) + 1),
      maxLength: 1000,
    });
    const read = () => changed(input.value.trim(), value);
    if (!field.own || isTrue(at(this.#desk.data, ["credit", "own"])))
      return { drawn: this.#labelled(field, input), read };
    const count = element("p", { className: "copied soft", role: "status" });
    const show = () => {
      const run = this.#runs.longest(input.value);
      count.classList.toggle("fault", run.length >= COPIED);
      count.textContent = inWords(run);
    };
    input.addEventListener("input", show);
    show();
    return { drawn: this.#labelled(field, input, count), read };
  }

  _line(field, value = "") {
    const input = element("input", { type: "text", value, maxLength: 2000 });
    return { drawn: this.#labelled(field, input), read: () => changed(input.value.trim(), value) };
  }

  _names(field, value) {
    const before = asList(value).join("\n");
    const input = element("textarea", { value: before, rows: Math.min(6, asList(value).length + 1) });
    const read = () => {
      const names = input.value.split("\n").map((name) => name.trim());
      return changed(names.filter(Boolean), before.split("\n").filter(Boolean));
    };
    return { drawn: this.#labelled(field, input), read };
  }

  _paragraphs(field, value) {
    const before = asList(value).map(Number);
    const input = element("input", {
      type: "text",
      inputMode: "numeric",
      value: before.join(", "),
      placeholder: "3, 4",
    });
    const read = () => {
      const numbers = (input.value.match(/\d{1,4}/g) ?? []).map(Number);
      return changed(numbers.length === 1 ? numbers[0] : numbers, before.length === 1 ? before[0] : before);
    };
    return { drawn: this.#labelled(field, input), read };
  }

  _choice(field, value = field.usual) {
    const known = field.choices.includes(value) || !value ? field.choices : [value, ...field.choices];
    const input = element("select", {}, ...known.map((each) => new Option(each, each)));
    input.value = value ?? field.choices[0];
    const read = () => changed(input.value, value);
    return { drawn: this.#labelled(field, input), read };
  }

  _flag(field, value) {
    const input = element("input", { type: "checkbox", checked: isTrue(value), id: newId("field") });
    const drawn = element(
      "div",
      { className: "field of-flag" },
      input,
      element("label", { for: input.id }, field.label),
    );
    return { drawn, read: () => (input.checked === isTrue(value) ? SAME : input.checked || null) };
  }

  _one(field, value) {
    const input = element("select", {}, new Option("nobody", ""), ...this.#options(field.among));
    input.value = asList(value)[0] ?? "";
    return { drawn: this.#labelled(field, input), read: () => changed(input.value, asList(value)[0] ?? "") };
  }

  _several(field, value) {
    const before = asList(value);
    const options = this.#options(field.among);
    if (!options.length) return { drawn: element("div", { hidden: true }), read: () => SAME };
    const boxes = options.map(({ value: id, text }) => {
      const box = element("input", { type: "checkbox", value: id, checked: before.includes(id), id: newId("field") });
      return [box, element("span", { className: "tick" }, box, element("label", { for: box.id }, text))];
    });
    const names = options.filter(({ value: id }) => before.includes(id)).map(({ text }) => text);
    const summary = element(
      "summary",
      {},
      `${field.label}: `,
      element("span", { className: "soft" }, names.join(", ") || "none"),
    );
    const list = element("fieldset", {}, element("legend", { className: "hidden-visually" }, field.label));
    list.append(...boxes.map(([, drawn]) => drawn));
    const read = () => {
      const chosen = boxes.filter(([box]) => box.checked).map(([box]) => box.value);
      const kept = [...before.filter((id) => chosen.includes(id)), ...chosen.filter((id) => !before.includes(id))];
      return changed(
        kept.length === 1 && field.path[0] === "said_by" ? kept[0] : kept,
        before.length === 1 && field.path[0] === "said_by" ? before[0] : before,
      );
    };
    return { drawn: element("details", { className: "field of-several" }, summary, list), read };
  }

  _place(field, value) {
    const text = typeof value === "object" && value ? value.text : value;
    const input = element("input", { type: "text", value: text ?? "", maxLength: 1000 });
    const read = () => {
      const now = changed(input.value.trim(), text);
      if (now === SAME || now === null || typeof value !== "object" || !value) return now;
      return { ...value, text: now };
    };
    return { drawn: this.#labelled(field, input), read };
  }

  _zone(field, value = "") {
    const list = element(
      "datalist",
      { id: newId("zones") },
      ...Intl.supportedValuesOf("timeZone").map((zone) => new Option(zone)),
    );
    const input = element("input", {
      type: "text",
      value,
      list: list.id,
      placeholder: "Europe/Sarajevo",
      spellcheck: false,
    });
    return { drawn: this.#labelled(field, input, list), read: () => changed(input.value.trim(), value) };
  }

  _date(field, value, item, words, tried) {
    const made = new DateField(this.#desk, {
      label: field.label,
      value: value ?? "",
      words: words(field.path),
      zone: () => this.element?.querySelector(".of-zone input")?.value ?? item.zone ?? "",
      language: () => this.#desk.data.language ?? "en",
      tried: (date) => tried(field.path, date),
    });
    this.#dates.push(made);
    return { drawn: made.element, read: async () => changed((await made.value()) ?? "", value) };
  }

  #options(among) {
    return asList(this.#desk.data[among]).map((each) => new Option(each.name ?? each.text ?? each.id, each.id));
  }
}

/** A value if it is another one than before; null where nothing is left of it. */
function changed(now, before) {
  const isEmpty = now === "" || (Array.isArray(now) && now.length === 0);
  const wasEmpty =
    before === undefined || before === null || before === "" || (Array.isArray(before) && !before.length);
  if (isEmpty && wasEmpty) return SAME;
  if (JSON.stringify(now) === JSON.stringify(before)) return SAME;
  return isEmpty ? null : now;
}

function inWords(run) {
  if (run.length < 3) return "These words are our own.";
  const words = `${run.length} words in a row are the article’s: “${run.join(" ")}”`;
  return run.length >= COPIED ? `${words}; say it in our own words` : `${words}; ${COPIED} would be too many`;
}
