// The page of one story at the desk: puts its parts together.

import { Article } from "./article.js";
import { Progress, showCheck, showEdits } from "./beside.js";
import { Board } from "./board.js";
import { Changing } from "./changing.js";
import { askIfReached, askWhichStands } from "./dialogs.js";
import { Keys } from "./keys.js";
import { beHere } from "./presence.js";
import { Preview } from "./preview.js";
import { Sides } from "./sides.js";
import { Desk } from "./state.js";
import { Timeline } from "./timeline.js";

const root = document.querySelector("#desk");
const find = (selector) => root.querySelector(selector);
const said = document.querySelector("#said");
const problem = document.querySelector("#problem");
const SAID_MS = 8000;
let forgetting;

function say(text) {
  clearTimeout(forgetting);
  said.textContent = text;
  if (text) forgetting = setTimeout(say, SAID_MS, "");
}

function fault(text) {
  problem.textContent = text;
}

const desk = new Desk(root.dataset.slug, { confirm: askIfReached, settle: askWhichStands });
const article = new Article(find("#article"));
const timeline = new Timeline(find("#dates"));
const sides = new Sides(find("#beside"), find("#draft"));
const progress = new Progress();
const board = new Board(find("#draft"), desk, article, { say, fault, tried: (view) => timeline.show(view.timeline) });
board.changing = new Changing(board);
const preview = new Preview(desk.slug);

function show() {
  const { view, data } = desk;
  find("#headline").textContent = data.headline ?? desk.slug;
  find("#status").textContent = data.status ?? "draft";
  find("#status").className = `chip ${data.status ?? "draft"}`;
  find("#publish").hidden = desk.isPublic;
  find("#discard").hidden = desk.isPublic;
  find("#retract").hidden = data.status !== "published";
  find("#undo").disabled = !view.undo;
  find("#undo").title = view.undo ? `Undo: ${view.undo.what}` : "There is nothing to undo.";
  find("#unwritable").hidden = view.writable;
  find("#meanwhile").hidden = true;
  article.show(view.article);
  sides.hasArticle = view.article.length > 0;
  timeline.show(view.timeline);
  progress.show(view.reviews.length, view.problems.filter(({ warning }) => !warning).length);
  showCheck(find("#check"), view, (place) => board.goTo(place));
  showLog();
}

let asked = 0;
async function showLog() {
  asked += 1;
  const mine = asked;
  try {
    const { edits } = await desk.ask("edits");
    if (mine === asked) showEdits(find("#log div"), edits, async (id) => (await desk.ask(`edits/${id}`)).differences);
  } catch {
    // the list stays as it was
  }
}

async function publish() {
  if (desk.isPublic) return;
  await board.run([{ do: "publish" }], { said: "It is published." });
}

async function undo() {
  try {
    fault("");
    const undone = await desk.undo();
    if (undone) say(`Undone: ${undone}.`);
    board.spot.focus();
  } catch (error) {
    fault(error.message);
  }
}

const keys = new Keys(board, {
  u: { words: "Undo", act: undo },
  p: { words: "Preview", act: () => preview.toggle() },
  P: { name: "Shift P", words: "Publish", act: publish },
});
desk.addEventListener("change", show);
find("#publish").addEventListener("click", publish);
find("#undo").addEventListener("click", undo);
find("#next").addEventListener("click", () => board.goToNextReview());
find("#errors").addEventListener("click", () => sides.choose("check"));
find("#help").addEventListener("click", () => keys.show());
find("#discard").addEventListener("click", async () => {
  if (!confirm("Delete this draft, with its article? That cannot be undone.")) return;
  try {
    await desk.discard();
    location.assign("/desk");
  } catch (error) {
    fault(error.message);
  }
});
find("#retract").addEventListener("click", () => board.changing.retract());
find("#meanwhile button").addEventListener("click", () => desk.load());

try {
  await desk.load();
  board.goToReview();
} catch (error) {
  fault(error.message);
}
beHere(desk, {
  show(others) {
    find("#present").textContent = others.length ? `Also here: ${others.join(", ")}` : "";
  },
  meanwhile() {
    if (!board.isEditing) {
      desk.load();
      say("The file was changed meanwhile: this is how it stands now.");
      return;
    }
    find("#meanwhile span").textContent =
      "The file was changed meanwhile. Save your change, and both versions are shown.";
    find("#meanwhile").hidden = false;
    find("#meanwhile button").hidden = true;
  },
});
new ResizeObserver(([{ target }]) => {
  document.documentElement.style.setProperty("--bar", `${target.offsetHeight}px`);
}).observe(find(".top"));
document.body.dataset.ready = "";
