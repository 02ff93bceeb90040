// The rankings over the years: a slider, lines of the leaders, and the ranking of the year that the slider is on.

import type { App } from "../dossier/app";
import type { Tab, View } from "../dossier/tab";
import { fill, make } from "../page/dom";
import { save } from "../page/download";
import { typeScale } from "../page/type";
import { speaker } from "../page/words";
import { loadHistory, type Course, type History } from "../ranking/data";
import { firmName } from "../ranking/names";
import { csv } from "../ranking/order";
import { chart, type Drawn } from "./chart";
import { eventList } from "./events";
import { certainty, coding, yearRanking } from "./ranks";
import { leaders, MOST, standings, yearsOf } from "./series";
import { Slider } from "./slider";
import { multiples, type Multiples } from "./small";
import { swatch } from "./swatch";
import { linesTable } from "./text";
import table from "./words.json";

const say = speaker(table);
const TALL = 330;

class TimelineView implements View {
  readonly #app: App;
  readonly #history: History;
  readonly #slider: Slider;
  readonly #cards = make("div", {});
  readonly #head = make("header", { class: "tab-head" });
  readonly #legend = make("ul", { class: "line-legend" });
  readonly #canvas = make("div", { class: "canvas" });
  readonly #state = make("div", { class: "year-state" });
  readonly #ranks = make("div", { class: "year-ranks", "aria-live": "off" });
  readonly #below = make("div", { class: "below" });
  #small: Multiples | null = null;
  #drawn: Drawn | null = null;
  #width = 0;

  constructor(place: HTMLElement, app: App, history: History) {
    this.#app = app;
    this.#history = history;
    this.#slider = new Slider(this.#years, (year) => this.#to(year));
    fill(
      place,
      make(
        "div",
        { class: "timeline-tab" },
        this.#cards,
        this.#head,
        make("div", { class: "timeline-bar" }, this.#slider.element),
        this.#state,
        make("div", { class: "timeline-main" }, make("div", { class: "timeline-left" }, this.#canvas, this.#legend), this.#ranks),
        this.#below,
      ),
    );
    new ResizeObserver(() => this.#fit()).observe(this.#canvas);
    this.#draw();
  }

  update(changed: ReadonlySet<string>): void {
    if (changed.has("lang")) this.#slider.translate();
    if (["lang", "p", "firm"].some((key) => changed.has(key))) return this.#draw();
    if (changed.has("at") || changed.has("t.all")) this.#tellYear();
  }

  get #course(): Course | undefined {
    return this.#history.paradigms[this.#app.paradigm];
  }

  get #years(): number[] {
    return this.#app.frame.stops.map((stop) => Number(stop.slice(0, 4)));
  }

  get #year(): number {
    return Number(this.#app.date.slice(0, 4));
  }

  /** Leaders, and the firm that is chosen even if it never led. */
  get #firms(): string[] {
    const course = this.#course;
    if (!course) return [];
    const found = leaders(course);
    const chosen = this.#app.address.get("firm");
    return chosen && course.firms.includes(chosen) && !found.includes(chosen) ? [...found, chosen] : found;
  }

  #to(year: number): void {
    const last = this.#years.at(-1);
    this.#app.address.set({ at: year === last ? null : year });
  }

  #draw(): void {
    const [app, course] = [this.#app, this.#course];
    if (!course) return fill(this.#head, make("p", { class: "notice" }, say("absent")));
    this.#small = multiples(app, this.#history);
    fill(this.#cards, this.#small.element);
    fill(
      this.#head,
      make("h2", {}, say("title", { paradigm: app.name("paradigm", app.paradigm) })),
      make("p", { class: "faint" }, say("how")),
    );
    this.#drawLegend();
    this.#drawChart();
    this.#tellYear();
    this.#drawBelow(course);
  }

  #drawLegend(): void {
    const chosen = this.#app.address.get("firm");
    fill(
      this.#legend,
      this.#firms.map((firm, place) =>
        make(
          "li",
          {},
          make("button", { type: "button", "aria-pressed": String(firm === chosen), data: { firm }, on: { click: () => this.#choose(firm) } }, swatch(place), firmName(this.#app, firm)),
        ),
      ),
      make("li", { class: "faint" }, say("legend", { n: MOST })),
    );
  }

  #drawChart(): void {
    const [app, course] = [this.#app, this.#course];
    if (!course || !this.#width) return;
    this.#drawn = chart({
      course,
      firms: this.#firms,
      events: this.#events,
      selected: app.address.get("firm"),
      name: (firm) => app.name("org", firm),
      width: this.#width,
      height: TALL,
      label: say("title", { paradigm: app.name("paradigm", app.paradigm) }),
      choose: (year) => this.#to(year),
    });
    fill(this.#canvas, this.#drawn.element);
    this.#drawn.move(this.#year);
  }

  #fit(): void {
    const width = Math.floor(this.#canvas.clientWidth / typeScale());
    if (!width || width === this.#width) return;
    this.#width = width;
    this.#drawChart();
  }

  /** What follows the slider. */
  #tellYear(): void {
    const [app, course, year] = [this.#app, this.#course, this.#year];
    if (!course) return;
    this.#slider.show(year);
    this.#small?.move(year);
    this.#drawn?.move(year);
    fill(this.#state, coding(course, course.years[year]), certainty(app, course, year, (one) => this.#to(one)));
    fill(
      this.#ranks,
      yearRanking({
        app, course, year, lined: this.#firms, selected: app.address.get("firm"), all: app.address.get("t.all") === "1",
        choose: (firm) => this.#choose(firm),
      }),
      this.#links(),
    ); // prettier-ignore
    const events = this.#below.querySelector(".event-list");
    if (events) events.replaceWith(eventList(app, this.#events, year, (one) => this.#to(one)));
  }

  #links(): HTMLElement {
    const { address, frame } = this.#app;
    const firm = address.get("firm");
    return make(
      "p",
      { class: "year-links" },
      firm && make("a", { class: "button", href: address.link({ tab: "ranking" }) }, say("why", { date: frame.asOf })),
      make("a", { class: "button", href: address.link({ tab: "network" }) }, say("network", { year: this.#year })),
      make("button", { type: "button", id: "t-csv", on: { click: () => this.#save() } }, say("csv")),
    );
  }

  get #events() {
    return this.#history.events.filter(({ paradigm }) => paradigm === this.#app.paradigm);
  }

  #drawBelow(course: Course): void {
    const text = make("details", { class: "lines-text" }, make("summary", {}, say("table")));
    text.addEventListener("toggle", () => {
      if (text.open && text.childElementCount === 1) text.append(linesTable(this.#app, course, this.#firms));
    });
    fill(
      this.#below,
      make("section", {}, make("h3", {}, say("events")), eventList(this.#app, this.#events, this.#year, (one) => this.#to(one))),
      text,
    );
  }

  #choose(firm: string): void {
    const { address } = this.#app;
    address.set({ firm: address.get("firm") === firm ? null : firm });
    const again = [...this.#ranks.querySelectorAll<HTMLElement>("tr[data-firm]")].find((row) => row.dataset.firm === firm);
    again?.querySelector<HTMLElement>("button.firm")?.focus();
  }

  #save(): void {
    const [course, { paradigm, frame }] = [this.#course, this.#app];
    if (!course) return;
    const heads = ["paradigm", "year", "as_of", "coded", "n", "id", "name_en", "name_zh", "rank", "power", "in_degree"];
    const rows = yearsOf(course).flatMap((year) =>
      standings(course, year).map(({ firm, rank, power, degree }) => {
        const { asOf = "", coded = "", n = 0 } = course.years[year] ?? {};
        return [paradigm, year, asOf, coded, n, firm, ...(frame.names.org[firm] ?? [firm, ""]), rank, power, degree];
      }),
    );
    save(`history-${paradigm}.csv`, `\ufeff${csv([heads, ...rows])}`, "text/csv");
  }
}

export const timeline: Tab = {
  id: "timeline",
  needs: ["history"],
  async open(place, app) {
    return new TimelineView(place, app, await loadHistory(app));
  },
};
