// The desk's list: an article is pasted, dropped, chosen or linked, and becomes a draft.

import { ask } from "../dom.js";

const form = document.querySelector("#begin");
const article = document.querySelector("#article");
const file = document.querySelector("#file");
const said = document.querySelector("#said");
const problem = document.querySelector("#problem");
const button = form.querySelector("button");

const ADDRESS = /^https?:\/\/\S+$/;
const PAGE = /^\s*<(!doctype|html)\b/i;
const MOST_BYTES = 1_000_000;

async function begin(given) {
  problem.textContent = "";
  said.textContent = given.url ? "Fetching the article, and making a draft …" : "Making a draft …";
  button.disabled = true;
  try {
    const { slug } = await ask("/desk/articles", given);
    location.assign(`/desk/${slug}`);
  } catch (error) {
    said.textContent = "";
    problem.textContent = error.message;
    button.disabled = false;
  }
}

function given(text) {
  const trimmed = text.trim();
  return ADDRESS.test(trimmed) ? { url: trimmed } : { article: text, is_html: PAGE.test(text) };
}

async function take(chosen) {
  if (!chosen) return;
  if (chosen.size > MOST_BYTES) {
    problem.textContent = `“${chosen.name}” is larger than a megabyte; an article is far smaller.`;
    return;
  }
  const text = await chosen.text();
  await begin({ article: text, is_html: chosen.type === "text/html" || PAGE.test(text) });
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  begin(given(article.value));
});
article.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) begin(given(article.value));
});
file.addEventListener("change", () => take(file.files[0]));
form.addEventListener("dragover", (event) => {
  event.preventDefault();
  form.classList.add("over");
});
form.addEventListener("dragleave", () => form.classList.remove("over"));
form.addEventListener("drop", (event) => {
  form.classList.remove("over");
  const [dropped] = event.dataTransfer.files;
  if (!dropped) return; // a text goes into the field by itself
  event.preventDefault();
  take(dropped);
});
document.body.dataset.ready = "";
