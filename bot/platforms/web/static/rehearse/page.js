// Rehearse's page: a run is asked for once, and played here; another one whenever what is tried changes.

import { ask } from "../dom.js";
import { openPanes } from "../preview/panes.js";
import { Calendar } from "./calendar.js";
import { Channel } from "./channel.js";
import { Player } from "./player.js";
import { Run } from "./run.js";
import { Switches } from "./switches.js";

const { scene, panes } = await openPanes();
const channels = panes.map(({ pane, name }) => new Channel(pane, name));
const player = new Player(scene, widen);
const calendar = new Calendar(document.querySelector("#calendar"), (moment) => scene.setClock(moment));
const switches = new Switches(document.querySelector("#switches"), scene);
const form = document.querySelector("#plan");
const problem = document.querySelector("#problem");
const chats = document.querySelector("#chat");
const arrived = document.querySelector("#arrived");

const DAY = 24 * 60 * 60_000;

let run = null;
let usual = null; // the days that are rehearsed where none are chosen
let played = "";
let tried = "";
let asked = 0;

async function rehearse() {
  tried = changesTried();
  asked += 1;
  const mine = asked;
  let found;
  try {
    found = await ask("/rehearse/run", planned());
  } catch (error) {
    problem.textContent = error.message;
    return;
  }
  if (mine !== asked) return; // a newer one is on its way
  problem.textContent = "";
  if (JSON.stringify(found) === played) return; // so that an answer in a pane stays where it is
  played = JSON.stringify(found);
  run = new Run(found);
  usual ??= run;
  offerChats();
  for (const channel of channels) channel.play(run, chosen());
  player.span = run;
  drawAll();
}

function changesTried() {
  return JSON.stringify([scene.switches, scene.dates]);
}

/** Rehearse days that reach to a moment outside of them, and set the clock to it. */
async function widen(moment) {
  if (moment < run.since) form.elements.since.value = day(moment);
  else form.elements.until.value = day(new Date(Number(moment) + DAY));
  await rehearse();
  if (run.since <= moment && moment <= run.until) scene.setClock(moment);
}

const day = (moment) => moment.toISOString().slice(0, 10);

function planned() {
  const { since, until, timezone, hour, quiet, leads, down, up } = Object.fromEntries(new FormData(form));
  const days = span(since && `${since}T00:00Z`, until && `${until}T00:00Z`, usual);
  const outage = span(down && `${down}Z`, up && `${up}Z`, days ?? usual);
  return { span: days, sample: { timezone, hour, quiet, leads }, outage, scene };
}

/** A span whose ends may be left open; none where both are. */
function span(since, until, open) {
  return since || until ? { since: since || open.since, until: until || open.until } : null;
}

function offerChats() {
  const former = chats.value;
  const options = run.chats.map(({ name }, number) => new Option(name, String(number)));
  chats.replaceChildren(...(options.length > 1 ? [new Option("every chat", "")] : []), ...options);
  chats.value = [...chats.options].some(({ value }) => value === former) ? former : chats.options[0].value;
}

function chosen() {
  return chats.value === "" ? null : Number(chats.value);
}

function drawAll() {
  for (const channel of channels) channel.play(run, chosen());
  calendar.show(run, chosen(), form.ownerDocument.querySelector("input[name=view]:checked").value);
  switches.show(run);
  drawNow();
}

function drawNow() {
  const now = scene.now;
  for (const channel of channels) channel.showUntil(now);
  calendar.markUntil(now);
  const posts = run.posts.filter(({ chat }) => chosen() === null || chat === chosen());
  arrived.textContent = `${posts.filter(({ at }) => at <= now).length} of ${posts.length} posts`;
}

scene.addEventListener("change", () => {
  if (changesTried() !== tried) rehearse();
  else if (run) drawNow();
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  rehearse();
});
chats.addEventListener("change", drawAll);
for (const view of document.querySelectorAll("input[name=view]")) view.addEventListener("change", drawAll);
if (matchMedia("(max-width: 45rem)").matches) document.querySelector("#view-agenda").checked = true;
for (const { pane } of panes) {
  pane.show("channel");
  pane.addEventListener("answer", rehearse);
}

await rehearse();
document.body.dataset.ready = "";
