// The page of posts: one stream of events fills the table, and again whenever something else is sought.

import { ask } from "../dom.js";
import { Counts } from "./counts.js";
import { follow } from "./stream.js";
import { Table } from "./table.js";

const form = document.querySelector("#sought");
const posting = document.querySelector("#posting");
const pause = document.querySelector("#pause");
const problem = document.querySelector("#problem");
const said = document.querySelector("#said");
const waiting = document.querySelector("#waiting");
const newest = document.querySelector("#newest");
const none = document.querySelector("#none");
const older = document.querySelector("#older");
const QUESTIONS = {
  withdraw: "Withdraw this post? It will not be sent any more.",
  retry: "It may stand in the chat already. Post it again?",
};
const NO_SUCH = "There are no such posts.";
const NOTHING =
  "Nothing was posted yet. A post appears here once a chat has subscribed and an event of its story draws near.";
const SAID_MS = 8000;

const table = new Table(document.querySelector("#posts"), act);
const counts = new Counts(document.querySelector("#counts"), form.elements.state);
const stream = follow({ status: showStatus, page: showPage, rows: showRows, trouble });
let before = new URLSearchParams(location.search).get("before") ?? "";
let paused = false;
let asked = true; // for another page, which is then shown at once
let held = null;
let typing;
let forgetting;

function look() {
  asked = true;
  const sought = new URLSearchParams([...new FormData(form)].filter(([, value]) => value));
  if (before) sought.set("before", before);
  const query = sought.size ? `?${sought}` : "";
  history.replaceState(null, "", location.pathname + query);
  newest.hidden = !before;
  counts.mark();
  table.busy = true;
  stream.open(`/posts/stream${query}`);
}

function showStatus(status) {
  paused = status.paused;
  posting.textContent = paused ? "Posting is paused: nothing goes out." : "Posting goes on.";
  posting.classList.toggle("paused", paused);
  pause.textContent = paused ? "Resume" : "Pause";
  pause.disabled = false;
  trouble(status.unreadable ? "The ledger cannot be read now; this page goes on as soon as it can be." : "");
}

function showRows(rows) {
  table.update(rows);
  counts.refresh();
}

function showPage(page) {
  counts.refresh();
  if (!asked && table.isInUse && table.differs(page.rows)) {
    held = page;
    waiting.hidden = false;
    table.update(page.rows);
    return;
  }
  asked = false;
  held = null;
  waiting.hidden = true;
  table.show(page.rows);
  older.hidden = !page.has_older;
  none.textContent = location.search ? NO_SUCH : NOTHING;
  none.hidden = page.rows.length > 0;
  document.body.dataset.ready = "";
}

function showHeld() {
  asked = true;
  showPage(held);
}

function trouble(text) {
  problem.textContent = text;
}

function say(text) {
  clearTimeout(forgetting);
  said.textContent = text;
  if (text) forgetting = setTimeout(say, SAID_MS, "");
}

async function act(row, what) {
  if ((what === "withdraw" || row.state === "unknown") && !confirm(QUESTIONS[what])) return;
  try {
    table.update([await ask(`/posts/${row.id}/${what}`, {})]);
    say(what === "retry" ? "It will be tried again." : "It is withdrawn.");
    trouble("");
  } catch (error) {
    trouble(error.message);
  }
}

pause.addEventListener("click", async () => {
  try {
    await ask(paused ? "/posts/resume" : "/posts/pause", {});
  } catch (error) {
    trouble(error.message);
  }
});
form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("input", (event) => {
  clearTimeout(typing);
  before = "";
  typing = setTimeout(look, event.target.type === "search" ? 300 : 0);
});
older.addEventListener("click", () => {
  before = String(table.last);
  look();
  table.element.scrollIntoView();
});
newest.addEventListener("click", () => {
  before = "";
  look();
});
document.querySelector("#show").addEventListener("click", showHeld);
// A page that nobody sees needs no stream, of which a browser has few.
document.addEventListener("visibilitychange", () => (document.hidden ? stream.close() : look()));
look();
