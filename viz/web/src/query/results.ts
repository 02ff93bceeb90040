// The answer on the page: what it is, the views that it can be shown as, and its files.

import { save } from "../page/download";
import { fill, make } from "../page/dom";
import { speaker } from "../page/words";
import type { Answer } from "./answer";
import { drawChart, type ChartState } from "./chart";
import { csv, turtle } from "./export";
import { fit, VIEWS, type Fit, type ViewName } from "./fit";
import { drawGraph, type GraphState } from "./graph";
import { counted, type Shown } from "./picture";
import type { Prefixes } from "./prefixes";
import { drawTable, type TableState } from "./table";
import type { Things } from "./things";
import { drawTimeline, type TimelineState } from "./timeline";
import table from "./words.json";

const say = speaker(table);
const RAW = 50_000;

export interface Result {
  answer: Answer;
  things: Things;
  milliseconds: number;
  title: string;
  /** Start of the names of its files. */
  name: string;
}

export class Results {
  readonly element = make("section", { class: "query-results" });
  readonly #prefixes: Prefixes;
  readonly #about: (iri: string) => string;
  readonly #choose: (view: ViewName) => void;
  #result: Result | null = null;
  #fit: Fit = { kinds: [], unfit: {} };
  #view: ViewName = "table";
  #all = false;
  #table: TableState = { sort: 0, page: 0, ids: false };
  #graph: GraphState = { from: null, to: null, most: 150 };
  #timeline: TimelineState = { date: null, lane: null, most: 40 };
  #chart: ChartState = { x: null, y: null, most: 40 };

  constructor(prefixes: Prefixes, about: (iri: string) => string, choose: (view: ViewName) => void) {
    this.#prefixes = prefixes;
    this.#about = about;
    this.#choose = choose;
  }

  clear(): void {
    this.#result = null;
    fill(this.element);
  }

  show(result: Result, view: ViewName): void {
    this.#result = result;
    this.#fit = fit(result.answer);
    this.#all = false;
    this.#table = { ...this.#table, sort: 0, page: 0 };
    this.#graph = { from: null, to: null, most: 150 };
    this.#timeline = { date: null, lane: null, most: 40 };
    this.#chart = { x: null, y: null, most: 40 };
    this.look(view);
  }

  /** Show the answer as `view`, or as a table where it cannot be. */
  look(view: ViewName): void {
    if (!this.#result) return;
    this.#view = this.#fit.unfit[view] ? "table" : view;
    const body = make("div", { class: "query-body", data: { view: this.#view } });
    fill(this.element, this.#head(this.#result), body);
    this.#draw(body, this.#result);
  }

  #head({ answer, milliseconds }: Result): HTMLElement {
    const n = answer.rows.length;
    const size = answer.kind === "graph" ? say("triples", { n: counted(n) }) : n === 1 ? say("row") : say("rows", { n: counted(n) });
    const took = say("took", { ms: counted(Math.round(milliseconds)) });
    return make("header", { class: "query-head" }, make("p", { class: "query-size", role: "status" }, make("strong", {}, size), ` · ${took}`), this.#views(), this.#downloads(answer));
  }

  #views(): HTMLElement {
    const buttons = VIEWS.map((view) => {
      const why = this.#fit.unfit[view];
      const shown = view === this.#view;
      return make(
        "button",
        { type: "button", class: "query-view", data: { view }, "aria-pressed": shown, "aria-disabled": why ? "true" : undefined, title: why ? say(why) : undefined, on: { click: () => !why && this.#choose(view) } },
        say(`view.${view}`),
        why ? make("span", { class: "query-why" }, ` (${say(why)})`) : null,
      );
    });
    return make("div", { class: "query-views", role: "group", "aria-label": say("views") }, buttons);
  }

  #downloads(answer: Answer): HTMLElement {
    const graph = answer.kind === "graph";
    const file = (kind: string, why: string, note: string, write: () => void): HTMLElement =>
      make("button", { type: "button", data: { file: kind }, disabled: why !== "", title: why || note, on: { click: write } }, kind.toUpperCase());
    const name = this.#result?.name ?? "query";
    return make(
      "div",
      { class: "query-files", role: "group", "aria-label": say("download") },
      make("span", { class: "faint" }, say("download")),
      file("csv", graph ? say("download.none.csv") : "", say("download.csv.note"), () => save(`${name}.csv`, `\ufeff${csv(answer)}`, "text/csv")),
      file("json", graph ? say("download.none.csv") : "", say("download.csv.note"), () => save(`${name}.json`, answer.text, "application/sparql-results+json")),
      file("ttl", graph ? "" : say("download.none"), "", () => save(`${name}.ttl`, turtle(answer, this.#prefixes), "text/turtle")),
    );
  }

  #draw(body: HTMLElement, { answer, things, title }: Result): void {
    const shown: Shown = { answer, kinds: this.#fit.kinds, title, things, about: this.#about };
    if (answer.kind === "ask" && this.#view === "table") return fill(body, make("p", { class: "query-truth" }, say(answer.rows[0]?.[0]?.value === "true" ? "ask.true" : "ask.false")));
    if (!answer.rows.length && this.#view === "table") return fill(body, make("p", { class: "query-empty" }, say("none")));
    const again = (): void => this.#draw(body, { answer, things, title, milliseconds: 0, name: "" });
    if (this.#view === "table") drawTable(body, shown, this.#table, (state) => this.#redraw(body, again, () => (this.#table = state)));
    else if (this.#view === "graph") drawGraph(body, shown, this.#graph, (state) => this.#redraw(body, again, () => (this.#graph = state)));
    else if (this.#view === "timeline") drawTimeline(body, shown, this.#timeline, (state) => this.#redraw(body, again, () => (this.#timeline = state)));
    else if (this.#view === "chart") drawChart(body, shown, this.#chart, (state) => this.#redraw(body, again, () => (this.#chart = state)));
    else this.#raw(body, answer);
  }

  /** Draw anew and leave the focus where it was: on the field of the same place. */
  #redraw(body: HTMLElement, draw: () => void, change: () => void): void {
    const fields = (): HTMLElement[] => [...body.querySelectorAll<HTMLElement>("button, select, input")];
    const at = fields().indexOf(document.activeElement as HTMLElement);
    change();
    draw();
    if (at >= 0) fields()[at]?.focus();
  }

  #raw(body: HTMLElement, answer: Answer): void {
    const text = answer.kind === "graph" ? turtle(answer, this.#prefixes) : JSON.stringify(JSON.parse(answer.text), null, 1);
    const cut = !this.#all && text.length > RAW;
    const all = (): void => {
      this.#all = true;
      this.#raw(body, answer);
    };
    fill(
      body,
      make("p", { class: "faint" }, say(answer.kind === "graph" ? "raw.triples" : "raw.json")),
      cut ? make("p", { class: "query-note" }, say("raw.cut", { n: counted(RAW), total: counted(text.length) }), " ", make("button", { type: "button", on: { click: all } }, say("raw.all"))) : null,
      make("pre", { class: "query-raw", tabIndex: 0 }, cut ? text.slice(0, RAW) : text),
    );
  }
}
