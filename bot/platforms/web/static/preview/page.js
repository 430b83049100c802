// Preview's page: all panes, a clock that can be set, and a first answer in each.

import { inUtc } from "./moments.js";
import { openPanes } from "./panes.js";

const { scene, panes } = await openPanes();
const asOf = document.querySelector("#as-of");
const shown = document.querySelector("#as-of-shown");

const MINUTE = 60_000;

function show() {
  if (document.activeElement !== asOf) asOf.value = scene.now.toISOString().slice(0, 16);
}

asOf.addEventListener("change", () => {
  if (asOf.validity.valid) scene.setClock(asOf.value ? new Date(`${asOf.value}Z`) : null); // not at half a year's digits
});
asOf.addEventListener("blur", show);
document.querySelector("#now").addEventListener("click", () => scene.setClock(null));
scene.addEventListener("change", () => {
  show();
  shown.textContent = scene.isPresent ? "The clock goes on." : `The clock stands at ${inUtc(scene.now)}.`;
});
show();
setInterval(() => scene.isPresent && show(), MINUTE / 4);

await Promise.all(panes.map((pane) => pane.start()));
document.body.dataset.ready = "";
