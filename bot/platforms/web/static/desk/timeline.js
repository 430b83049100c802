// The picture of all that the story dates: drawn from the server's measures, each entry moves to its new place.

const SVG = "http://www.w3.org/2000/svg";
const AXIS = 12;
const TEXT = 30;

function drawn(tag, attributes, ...children) {
  const made = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

export class Timeline {
  #root;
  #svg = null;
  #marks = new Map();
  #dates = new Map();

  constructor(root) {
    this.#root = root;
  }

  show(timeline) {
    if (!timeline) {
      this.#svg = null;
      this.#marks.clear();
      const none = document.createElement("p");
      none.className = "soft";
      none.textContent = "It is drawn once the story has dates, and no errors.";
      this.#root.replaceChildren(none);
      return;
    }
    if (!this.#svg) this.#begin();
    this.#svg.setAttribute("viewBox", `0 0 ${timeline.width} ${timeline.height}`);
    this.#frame.replaceChildren(...frame(timeline));
    const before = this.#marks;
    this.#marks = new Map();
    for (const mark of timeline.marks) {
      let key = mark.key;
      while (this.#marks.has(key)) key += " again";
      const group = before.get(key) ?? this.#entries.appendChild(drawn("g", {}));
      group.setAttribute("class", [mark.kind, mark.rough && "rough", mark.note].filter(Boolean).join(" "));
      group.replaceChildren(...entry(mark));
      group.style.transform = `translateY(${mark.y}px)`;
      this.#marks.set(key, group);
    }
    for (const [key, group] of before) if (!this.#marks.has(key)) group.remove();
    this.#follow(timeline);
    this.#title.textContent = `${timeline.marks.length} dated entries, from ${timeline.marks[0].when} to ${timeline.marks.at(-1).when}`;
  }

  /** Bring what moved into sight. */
  #follow({ marks, width }) {
    const moved = marks.find(({ key, when }) => this.#dates.size && this.#dates.get(key) !== when);
    this.#dates = new Map(marks.map(({ key, when }) => [key, when]));
    if (!moved) return;
    for (const [key, group] of this.#marks) group.classList.toggle("moved", key === moved.key);
    const scale = this.#svg.clientWidth / width;
    this.#root.scrollTop = Math.max(0, moved.y * scale - this.#root.clientHeight / 2);
  }

  #frame;
  #entries;
  #title;

  #begin() {
    this.#title = drawn("title", { id: "timeline-of-draft" });
    this.#frame = drawn("g", {});
    this.#entries = drawn("g", {});
    this.#svg = drawn("svg", { class: "timeline", role: "img", "aria-labelledby": "timeline-of-draft" });
    this.#svg.append(this.#title, this.#frame, this.#entries);
    this.#root.replaceChildren(this.#svg);
  }
}

function frame({ marks, today, width }) {
  const axes = marks.map((mark, index) => {
    const from = index ? marks[index - 1].y : mark.y;
    return drawn("line", { class: mark.far ? "axis long" : "axis", x1: AXIS, x2: AXIS, y1: from - 4, y2: mark.y - 4 });
  });
  const bars = marks
    .filter(({ bar }) => bar)
    .map(({ bar }) => drawn("line", { class: "bar", x1: AXIS, x2: AXIS, y1: bar[0] - 4, y2: bar[1] - 4 }));
  const now = drawn("g", { class: "today" }, drawn("line", { x1: 0, x2: width, y1: today.y - 4, y2: today.y - 4 }));
  now.append(drawn("text", { x: width, y: today.y - 8, "text-anchor": "end" }, today.words));
  return [...axes, ...bars, now];
}

function entry({ kind, when, y, lines }) {
  const signs = {
    event: () => drawn("path", { d: `M${AXIS} -11l7 7l-7 7l-7 -7z` }),
    quotation: () => drawn("rect", { x: 7, y: -9, width: 10, height: 10 }),
    fact: () => drawn("circle", { cx: AXIS, cy: -4, r: 5 }),
  };
  const texts = lines.map(([at, words]) => drawn("text", { x: TEXT, y: at - y }, words));
  return [signs[kind](), drawn("text", { class: "date", x: TEXT, y: 0 }, when), ...texts];
}
