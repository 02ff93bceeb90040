// The charts of a tab: drawn when they come near, again when width, colours or language change, and all for print.

import { Chart } from "../charts/chart";
import type { Figure, Words } from "../charts/figures";
import { DARK, LIGHT } from "../charts/theme";
import { Tip } from "../charts/tip";
import { mode } from "../page/mode";
import { speaker } from "../page/words";
import table from "./words.json";

const say = speaker(table);
const PRINT_WIDTH = 680;
const AHEAD = "600px";

let tip: Tip | null = null;

/** What charts say when they are pointed at; one box for the page. */
export function sharedTip(): Tip {
  tip ??= new Tip();
  return tip;
}

/** Words that charts of findings carry. */
export function chartWords(): Words {
  return {
    significant: say("significant"),
    not_significant: say("not_significant"),
    primary: say("primary"),
    chance: say("chance"),
    specifications: say("specifications"),
  };
}

/** What can be drawn for a width and a theme. */
export interface Drawable {
  draw(theme: typeof LIGHT, width: number): void;
}

interface Entry {
  place: HTMLElement;
  chart: Drawable;
  width: number;
  near: boolean;
}

export class Gallery {
  readonly #entries = new Map<Element, Entry>();
  readonly #sizes = new ResizeObserver((seen) => {
    for (const { target } of seen) this.#settle(this.#entries.get(target));
  });
  readonly #sight = new IntersectionObserver(
    (seen) => {
      for (const { target, isIntersecting } of seen) {
        const entry = this.#entries.get(target);
        if (!entry || !isIntersecting) continue;
        entry.near = true;
        this.#sight.unobserve(target);
        this.#settle(entry);
      }
    },
    { rootMargin: AHEAD },
  );

  constructor() {
    addEventListener("beforeprint", () => this.#each(({ chart }) => chart.draw(LIGHT, PRINT_WIDTH)));
    addEventListener("afterprint", () => this.redraw());
  }

  add(place: HTMLElement, figure: Figure): void {
    this.addDrawable(place, new Chart(place, figure, chartWords(), sharedTip()));
  }

  addDrawable(place: HTMLElement, chart: Drawable): void {
    const room = place.parentElement ?? place;
    this.#entries.set(room, { place, chart, width: 0, near: false });
    this.#sizes.observe(room);
    this.#sight.observe(room);
  }

  /** Draw again what has been drawn: colours changed, or what the charts show. */
  redraw(): void {
    this.#each((entry) => {
      entry.width = 0;
      this.#settle(entry);
    });
  }

  /** Forget every chart inside a place that is about to be emptied. */
  forget(inside: Element): void {
    for (const room of [...this.#entries.keys()]) {
      if (!inside.contains(room)) continue;
      this.#sizes.unobserve(room);
      this.#sight.unobserve(room);
      this.#entries.delete(room);
    }
  }

  #each(act: (entry: Entry) => void): void {
    for (const entry of this.#entries.values()) act(entry);
  }

  #settle(entry: Entry | undefined): void {
    if (!entry?.near) return;
    const width = Math.floor(entry.place.parentElement?.clientWidth ?? 0);
    if (!width || width === entry.width) return;
    entry.width = width;
    entry.chart.draw(mode() === "dark" ? DARK : LIGHT, width);
  }
}
