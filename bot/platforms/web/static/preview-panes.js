// The two panes side by side, with what is common to them: colours, payloads, the list of commands.

import { ask } from "./dom.js";
import { DiscordPane } from "./preview-discord.js";
import { Scene } from "./preview-scene.js";
import { TelegramPane } from "./preview-telegram.js";

/** Both panes of the page, and the scene that they play. */
export async function openPanes() {
  const root = document.querySelector("#panes");
  const scene = new Scene(new Date(root.dataset.now));
  const telegram = new TelegramPane(root.querySelector(".telegram"), scene);
  const discord = new DiscordPane(root.querySelector(".discord"), scene);
  takeUpLooks(root);
  const commands = await ask("/preview/commands");
  telegram.composer.commands = commands;
  discord.composer.commands = commands;
  return { scene, telegram, discord };
}

function takeUpLooks(root) {
  const theme = document.querySelector("#panes-theme");
  const payloads = document.querySelector("#panes-payloads");
  theme.addEventListener("change", () => {
    root.dataset.theme = theme.value;
  });
  payloads.addEventListener("change", () => root.classList.toggle("with-payloads", payloads.checked));
}
