// What of the tab stands in the address: part, filters, order, view of the scatter.

import type { App } from "../dossier/app";
import { plain } from "../page/needles";
import { groupOf, type Firm, type Group } from "./data";

export const VIEWS = ["registered", "plain", "multiple"] as const;
export type PlotView = (typeof VIEWS)[number];

export const COLUMNS = ["firm", "country", "paradigm", "premium", "times", "range", "value", "marked", "revenue", "own", "multiple", "implied", "power"] as const;
export type ColumnId = (typeof COLUMNS)[number];

export interface Order {
  column: ColumnId;
  down: boolean;
}

export class State {
  readonly #app: App;

  constructor(app: App) {
    this.#app = app;
  }

  get view(): PlotView {
    const wanted = this.#app.address.get("x.view");
    return VIEWS.find((view) => view === wanted) ?? "registered";
  }

  /** Groups of countries that are shown; none chosen means all. */
  get groups(): ReadonlySet<string> {
    return this.#list("x.c");
  }

  get paradigms(): ReadonlySet<string> {
    return this.#list("x.f");
  }

  get text(): string {
    return this.#app.address.get("x.q") ?? "";
  }

  /** Whether companies without a premium are listed too. */
  get all(): boolean {
    return this.#app.address.get("x.all") === "1";
  }

  get firm(): string {
    return this.#app.address.get("firm") ?? "";
  }

  get order(): Order {
    const text = this.#app.address.get("x.sort") ?? "";
    const column = COLUMNS.find((one) => one === text.replace(/^-/, ""));
    return column ? { column, down: text.startsWith("-") } : { column: "premium", down: true };
  }

  /** Put a choice of a list in or take it out; with all chosen, nothing is filtered. */
  toggle(key: "x.c" | "x.f", value: string, known: readonly string[]): void {
    const chosen = new Set(this.#list(key));
    if (!chosen.delete(value)) chosen.add(value);
    const kept = known.filter((one) => chosen.has(one));
    this.#app.address.set({ [key]: kept.length === known.length ? null : kept.join(",") });
  }

  #list(key: string): ReadonlySet<string> {
    return new Set((this.#app.address.get(key) ?? "").split(",").filter(Boolean));
  }

  /** Whether a firm passes the chips. */
  admits({ country, paradigm }: { country: string | null; paradigm: string | null }): boolean {
    const { groups, paradigms } = this;
    const group: Group = groupOf(country);
    return (!groups.size || groups.has(group)) && (!paradigms.size || paradigms.has(paradigm ?? "none"));
  }

  /** Whether a firm passes chips and text. */
  finds(firm: Firm, needles: readonly string[]): boolean {
    const wanted = plain(this.text);
    return this.admits(firm) && (!wanted || needles.some((needle) => needle.includes(wanted)));
  }
}
