// All panes side by side, with what is common to them: colours, payloads, the list of commands.

import { ask } from "../dom.js";
import { Scene } from "./scene.js";

/**
 * Every pane of the page, and the scene that they play. A platform is drawn by the module that its section names.
 * `draft` is the slug of a story at the desk, which is shown alone.
 */
export async function openPanes({ draft = null } = {}) {
  const root = document.querySelector("#panes");
  const scene = new Scene(new Date(root.dataset.now), draft);
  const panes = await Promise.all([...root.querySelectorAll("section.pane")].map((section) => opened(section, scene)));
  takeUpLooks(root);
  const commands = await ask("/preview/commands");
  for (const { composer } of panes) composer.commands = commands;
  return { scene, panes };
}

async function opened(section, scene) {
  const { PlatformPane } = await import(section.dataset.drawn);
  return new PlatformPane(section, scene);
}

function takeUpLooks(root) {
  const theme = document.querySelector("#panes-theme");
  if (!theme) return;
  const payloads = document.querySelector("#panes-payloads");
  theme.addEventListener("change", () => {
    root.dataset.theme = theme.value;
  });
  payloads.addEventListener("change", () => root.classList.toggle("with-payloads", payloads.checked));
}
