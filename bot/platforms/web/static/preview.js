// Preview's page: both panes, a clock that can be set, and a first answer in each.

import { inUtc } from "./preview-moments.js";
import { openPanes } from "./preview-panes.js";

const { scene, telegram, discord } = await openPanes();
const asOf = document.querySelector("#as-of");
const shown = document.querySelector("#as-of-shown");

asOf.addEventListener("change", () => scene.setClock(asOf.value ? new Date(`${asOf.value}Z`) : null));
document.querySelector("#now").addEventListener("click", () => {
  asOf.value = "";
  scene.setClock(null);
});
scene.addEventListener("change", () => {
  shown.textContent = `The panes’ clock shows ${inUtc(scene.now)}.`;
});

await Promise.all([telegram.say("/start"), discord.command("start")]);
document.body.dataset.ready = "";
