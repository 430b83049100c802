// The table of posts: a row keeps its element for as long as it is shown, and what has the focus keeps it.

import { element } from "../dom.js";

const ACTIONS = { retry: "Retry", withdraw: "Withdraw" };
const HEADINGS = ["Due", "Chat", "Notice", "State", "Repair", ""];

export class Table {
  #rows = new Map();
  #body;
  #act;

  /** `act` is called with a row and what is to be done about it. */
  constructor(table, act) {
    this.element = table;
    this.#body = table.querySelector("tbody");
    this.#act = act;
  }

  set busy(isBusy) {
    this.element.setAttribute("aria-busy", isBusy);
  }

  /** Whether somebody is about to press something in it, which must not move away. */
  get isInUse() {
    return this.#body.matches(":hover") || this.#body.contains(document.activeElement);
  }

  /** The id of the oldest post. */
  get last() {
    return Math.min(...this.#rows.keys());
  }

  /** Whether other posts would be shown. */
  differs(rows) {
    return this.#rows.size > 0 && (rows.length !== this.#rows.size || rows.some(({ id }) => !this.#rows.has(id)));
  }

  /** Show these, and no others. */
  show(rows) {
    const ids = new Set(rows.map(({ id }) => id));
    for (const [id, { line }] of this.#rows) {
      if (ids.has(id)) continue;
      line.remove();
      this.#rows.delete(id);
    }
    let next = this.#body.firstElementChild;
    for (const row of rows) {
      const known = this.#rows.get(row.id);
      if (known) next = known.line.nextElementSibling;
      else this.#body.insertBefore(this.#add(row), next);
    }
    this.update(rows);
    this.busy = false;
  }

  /** Take up what changed in rows that are shown; what is older than that is ignored. */
  update(rows) {
    for (const row of rows) {
      const known = this.#rows.get(row.id);
      if (!known || known.row.change >= row.change) continue;
      known.row = row;
      const focused = known.line.contains(document.activeElement);
      fill(known.line, row, this.#act);
      if (focused) (known.line.querySelector("button") ?? known.line).focus();
    }
  }

  #add(row) {
    const line = element("tr", { role: "row", tabIndex: -1, data: { id: row.id } });
    this.#rows.set(row.id, { row, line });
    fill(line, row, this.#act);
    return line;
  }
}

function fill(line, row, act) {
  const cells = [due(row), chat(row), notice(row), state(row), repair(row), actions(row, act)];
  line.replaceChildren(
    ...cells.map((children, number) =>
      element("td", { role: "cell", data: { heading: HEADINGS[number] } }, ...children),
    ),
  );
  line.dataset.state = row.state;
}

function due(row) {
  const utc = row.due.slice(0, 16).replace("T", " ");
  return [
    element("time", { dateTime: row.due }, `${utc} UTC`),
    row.zone === "UTC" ? null : soft(`${row.local} ${row.zone}`),
  ];
}

function chat(row) {
  return [element("span", {}, row.platform), soft(row.chat)];
}

function notice(row) {
  const about = [row.event, row.notice].filter(Boolean).join(" – ");
  return [element("span", { dir: "auto" }, about), soft(row.story)];
}

function state(row) {
  const marks = row.marks.map((mark) => element("span", { className: "mark" }, mark));
  return [element("span", { className: `state ${row.state}` }, row.state), " ", ...spaced(marks), soft(row.reason)];
}

function repair(row) {
  return row.repair ? [element("span", {}, row.repair), soft(row.repair_reason)] : [];
}

function actions(row, act) {
  return spaced(
    Object.entries(ACTIONS)
      .filter(([name]) => row.may[name])
      .map(([name, label]) =>
        element(
          "button",
          { type: "button", className: "quiet", onclick: () => act(row, name) },
          label,
          element("span", { className: "hidden-visually" }, ` the post to ${row.platform} ${row.chat}`),
        ),
      ),
  );
}

function soft(text) {
  return text ? element("span", { className: "soft", dir: "auto" }, text) : null;
}

function spaced(parts) {
  return parts.flatMap((part) => [part, " "]);
}
