// The clock of a rehearsal: a slider, a date field, and play in fast motion.

import { inUtc } from "../preview/moments.js";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

export class Player {
  #scene;
  #slider = document.querySelector("#moment");
  #field = document.querySelector("#as-of");
  #play = document.querySelector("#play");
  #speed = document.querySelector("#speed");
  #readout = document.querySelector("#readout");
  #since = new Date(0);
  #until = new Date(0);
  #lastFrame = null;

  /** `widen(moment)` is called for a moment that lies outside of the span. */
  constructor(scene, widen) {
    this.#scene = scene;
    this.#slider.addEventListener("input", () => this.#jump(Number(this.#slider.value) * MINUTE + Number(this.#since)));
    this.#field.addEventListener("change", () => {
      if (!this.#field.validity.valid) return; // a year that is half typed
      const moment = new Date(`${this.#field.value}Z`);
      if (moment < this.#since || moment > this.#until) widen(moment);
      else if (this.#field.value) this.#jump(moment);
    });
    this.#play.addEventListener("click", () => (this.isPlaying ? this.stop() : this.start()));
    scene.addEventListener("change", () => this.#show());
  }

  get isPlaying() {
    return this.#lastFrame !== null;
  }

  /** Between which moments it plays; the clock is brought within them. */
  set span({ since, until }) {
    this.#since = since;
    this.#until = until;
    this.#slider.max = String(Math.round((until - since) / MINUTE));
    const now = this.#scene.now;
    if (this.#scene.isPresent || now < since || now > until) this.#scene.setClock(since);
    else this.#show();
  }

  /** Let the time run; from the beginning if it is at its end. */
  start() {
    if (this.#scene.now >= this.#until) this.#scene.setClock(this.#since);
    this.#play.textContent = "Pause";
    this.#lastFrame = performance.now();
    requestAnimationFrame((frame) => this.#tick(frame));
  }

  stop() {
    this.#lastFrame = null;
    this.#play.textContent = "Play";
    this.#announce();
  }

  #tick(frame) {
    if (!this.isPlaying) return;
    const passed = Math.max(0, frame - this.#lastFrame) / 1000;
    this.#lastFrame = frame;
    const next = Number(this.#scene.now) + passed * Number(this.#speed.value) * DAY;
    this.#scene.setClock(new Date(Math.min(next, Number(this.#until))), { jump: false });
    if (next >= this.#until) this.stop();
    else requestAnimationFrame((again) => this.#tick(again));
  }

  #jump(moment) {
    const within = Math.min(Math.max(Number(moment), Number(this.#since)), Number(this.#until));
    this.#scene.setClock(new Date(within));
    this.#announce();
  }

  #show() {
    const now = this.#scene.now;
    this.#slider.value = String(Math.round((now - this.#since) / MINUTE));
    this.#slider.setAttribute("aria-valuetext", inUtc(now));
    if (document.activeElement !== this.#field) this.#field.value = now.toISOString().slice(0, 16);
    this.#readout.textContent = inUtc(now);
  }

  /** For a screen reader, but not while the time runs. */
  #announce() {
    document.querySelector("#said").textContent = `The panes’ clock shows ${inUtc(this.#scene.now)}.`;
  }
}
