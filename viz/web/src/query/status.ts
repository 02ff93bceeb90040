// What the engine is doing, and how long it has been at it.

import { fill, make } from "../page/dom";
import { speaker } from "../page/words";
import { counted } from "./picture";
import type { Step } from "./protocol";
import table from "./words.json";

const say = speaker(table);
const LONG = 3;

export class Status {
  readonly element = make("p", { class: "query-status faint", role: "status" });
  readonly #triples: number;
  #timer = 0;

  constructor(triples: number) {
    this.#triples = triples;
  }

  step(step: Step): void {
    fill(this.element, say(`step.${step}`, { n: counted(this.#triples) }));
  }

  running(): void {
    const start = performance.now();
    fill(this.element, say("running"));
    clearInterval(this.#timer);
    this.#timer = window.setInterval(() => {
      const seconds = Math.floor((performance.now() - start) / 1000);
      if (seconds >= LONG) fill(this.element, say("running.long", { n: seconds }));
    }, 1000);
  }

  say(text: string): void {
    clearInterval(this.#timer);
    fill(this.element, text);
  }
}
