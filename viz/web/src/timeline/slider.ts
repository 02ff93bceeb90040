// The slider over the years: by hand, by steps, or played.

import { make } from "../page/dom";
import { speaker } from "../page/words";
import table from "./words.json";

const say = speaker(table);
const BEAT = 650;

export class Slider {
  readonly element = make("div", { class: "time", role: "group" });
  readonly #years: readonly number[];
  readonly #choose: (year: number) => void;
  readonly #input: HTMLInputElement;
  readonly #calm = matchMedia("(prefers-reduced-motion: reduce)");
  #timer = 0;

  constructor(years: readonly number[], choose: (year: number) => void) {
    this.#years = years;
    this.#choose = choose;
    this.#input = make("input", {
      type: "range", id: "t-year", min: "0", max: String(years.length - 1), step: "1",
      on: { input: () => this.#to(Number(this.#input.value)) },
    }); // prettier-ignore
    this.translate();
  }

  /** The words again, in the language of now. */
  translate(): void {
    const step = (by: number, key: "before" | "after", sign: string): HTMLElement =>
      make("button", { type: "button", class: "step", title: say(key), "aria-label": say(key), on: { click: () => this.#to(this.#place + by) } }, sign);
    this.#input.setAttribute("aria-label", say("slider"));
    this.element.replaceChildren(
      step(-1, "before", "◀"),
      this.#calm.matches
        ? make("span", { class: "faint calm" }, say("calm"))
        : make("button", { type: "button", id: "t-play", on: { click: () => this.toggle() } }, this.#playing),
      step(1, "after", "▶"),
      this.#input,
      make("output", { for: "t-year", class: "year" }, this.#input.value),
    );
    this.#sayYear();
  }

  get #place(): number {
    return Number(this.#input.value);
  }

  get #playing(): string {
    return this.#timer ? `■ ${say("stop")}` : `▶ ${say("play")}`;
  }

  show(year: number): void {
    this.#input.value = String(Math.max(0, this.#years.indexOf(year)));
    this.#sayYear();
  }

  toggle(): void {
    if (this.#timer) return this.stop();
    if (this.#place === this.#years.length - 1) this.#to(0);
    this.#timer = window.setInterval(() => this.#beat(), BEAT);
    this.#sayPlaying();
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#timer = 0;
    this.#sayPlaying();
  }

  #beat(): void {
    // A tab that is hidden, or closed, plays to nobody.
    if (!this.element.isConnected || !this.element.offsetParent) return this.stop();
    if (this.#place >= this.#years.length - 1) return this.stop();
    this.#to(this.#place + 1);
  }

  #to(place: number): void {
    const year = this.#years[Math.max(0, Math.min(place, this.#years.length - 1))];
    if (year !== undefined) this.#choose(year);
  }

  #sayYear(): void {
    const year = String(this.#years[this.#place] ?? "");
    this.#input.setAttribute("aria-valuetext", year);
    const output = this.element.querySelector("output");
    if (output) output.textContent = year;
  }

  #sayPlaying(): void {
    const button = this.element.querySelector("#t-play");
    if (button) button.textContent = this.#playing;
  }
}
