// Where a network keeps what was chosen: in the page's address, or, for a small one inside another tab, in itself.

import type { App } from "../dossier/app";
import type { Change } from "../page/address";
import type { Graph } from "./graph";
import { own, readLook, type Look } from "./look";

/** Keys that belong to the page, not to the network. */
const SHARED = new Set(["firm", "at", "p", "tab"]);
const PAUSE = 250;

export class State {
  readonly #app: App;
  readonly #prefix: string;
  readonly #inner: Map<string, string> | null;
  /** The date of a slider that moves: the address follows at a pace that browsers bear. */
  #date = "";
  #written = 0;
  #timer = 0;

  constructor(app: App, prefix: string, inner: boolean) {
    this.#app = app;
    this.#prefix = prefix;
    this.#inner = inner ? new Map() : null;
  }

  look(graph: Graph): Look {
    const date = this.#date || this.#app.date;
    return readLook((key) => (this.#inner ? (this.#inner.get(key) ?? null) : this.#app.address.get(key)), graph, date, this.#prefix);
  }

  set(change: Change): void {
    if (this.#inner) {
      for (const [key, value] of Object.entries(change)) {
        if (value === null || value === undefined || value === "") this.#inner.delete(key);
        else this.#inner.set(key, String(value));
      }
      return;
    }
    const shared = Object.fromEntries(Object.entries(change).filter(([key]) => SHARED.has(key)));
    const ours = Object.fromEntries(Object.entries(change).filter(([key]) => !SHARED.has(key)));
    this.#app.address.set({ ...shared, ...own(this.#prefix, ours) });
  }

  goTo(date: string): void {
    this.#date = date;
    clearTimeout(this.#timer);
    const wait = this.#written + PAUSE - performance.now();
    if (wait <= 0) this.#writeDate();
    else this.#timer = window.setTimeout(() => this.#writeDate(), wait);
  }

  /** The address says the date now. */
  settle(): void {
    clearTimeout(this.#timer);
    this.#date = "";
  }

  #writeDate(): void {
    const { stops, asOf } = this.#app.frame;
    const date = this.#date;
    this.#written = performance.now();
    this.settle();
    this.set({ at: date === asOf ? null : date === stops.at(-1) ? date : date.slice(0, 4) });
  }
}
