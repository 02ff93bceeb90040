// Power and premium: the scatter with its key in words, and what the chosen firm is.

import { signed } from "../page/numbers";
import type { App } from "../dossier/app";
import { sharedTip, type Gallery } from "../findings/gallery";
import { fill, make } from "../page/dom";
import { lang, nameIn, speaker } from "../page/words";
import { chips, paradigmName, shapes } from "./chips";
import { groupOf, isPriced, ownMultiple, type Comparison, type Premium, type Priced } from "./data";
import { multipleOf } from "./firms";
import { amount, amounts, interval, pValue, power, ratio, times } from "./numbers";
import { Plot, type Picture, type Point } from "./plot";
import { VIEWS, type State } from "./state";
import table from "./words.json";

const say = speaker(table);

export class Scatter {
  readonly element = make("div", { class: "premium-scatter" });
  readonly #app: App;
  readonly #data: Premium;
  readonly #state: State;
  readonly #gallery: Gallery;
  readonly #firms: Map<string, Priced>;

  constructor(app: App, data: Premium, state: State, gallery: Gallery) {
    this.#app = app;
    this.#data = data;
    this.#state = state;
    this.#gallery = gallery;
    this.#firms = new Map(data.firms.filter(isPriced).map((firm) => [firm.id, firm]));
    this.show();
  }

  show(): void {
    this.#gallery.forget(this.element);
    if (!this.#data.plain?.points.length) return fill(this.element, make("p", {}, say("none.points")));
    const comparison = this.#comparison();
    const title = say(`scatter.${this.#view}`, { n: comparison.points.length, date: this.#data.asOf });
    const place = make("div", { class: "chart", role: "img", "aria-label": say("scatter.chart", { title }) });
    const focused = (document.activeElement as HTMLElement | null)?.id ?? "";
    fill(
      this.element,
      this.#choice(),
      chips(this.#app, this.#state),
      make("figure", {}, make("figcaption", {}, title), make("div", { class: "room" }, place), this.#key(comparison)),
      this.#card(),
    );
    if (focused.startsWith("premium-view")) document.getElementById(focused)?.focus();
    const plot = new Plot(place, this.#picture(comparison), sharedTip(), (firm) => this.#app.address.set({ firm }, { push: true }));
    this.#gallery.addDrawable(place, plot);
  }

  /** The view that can be shown: without a registered estimate, firms are shown as they are. */
  get #view(): State["view"] {
    return this.#state.view === "registered" && !this.#data.registered ? "plain" : this.#state.view;
  }

  #comparison(): Comparison {
    const plain = this.#data.plain as Comparison;
    return this.#view === "registered" && this.#data.registered ? this.#data.registered : plain;
  }

  #choice(): HTMLElement {
    const offered = VIEWS.filter((view) => view !== "registered" || this.#data.registered);
    return make(
      "fieldset",
      { class: "premium-views" },
      make("legend", { class: "faint" }, say("view")),
      offered.map((view) => {
        const id = `premium-view-${view}`;
        const input = make("input", { type: "radio", name: "premium-view", id, value: view, on: { change: () => this.#app.address.set({ "x.view": view === "registered" ? null : view }) } });
        input.checked = view === this.#view;
        return make("label", { for: id }, input, say(`view.${view}`));
      }),
    );
  }

  #picture(comparison: Comparison): Picture {
    const view = this.#view;
    const lined = view !== "multiple";
    const known = shapes(this.#app);
    const points = comparison.points.flatMap(([id, x, y]): Point[] => {
      const firm = this.#firms.get(id);
      if (!firm) return [];
      return [
        {
          id,
          label: this.#app.name("org", id),
          x,
          y: view === "multiple" ? Math.log(ownMultiple(firm)) : y,
          shape: Math.max(0, known.indexOf(firm.paradigm ?? "none")),
          group: groupOf(firm.country),
          dimmed: !this.#state.admits(firm),
          chosen: id === this.#state.firm,
          tip: this.#tip(firm),
        },
      ];
    });
    const { without } = comparison;
    return {
      points: [...points.filter((point) => !point.chosen), ...points.filter((point) => point.chosen)], // the chosen lies on top
      x: view === "registered" ? say("axis.power.registered") : say("axis.power"),
      y: view === "multiple" ? say("axis.multiple") : view === "registered" ? say("axis.premium.registered") : say("axis.premium"),
      factors: view === "multiple",
      slope: lined ? comparison.slope : null,
      interval: lined ? comparison.interval : null,
      without: lined && without ? [without[0][1], without[1][1]] : null,
    };
  }

  #tip(firm: Priced): string {
    return say("tip", {
      firm: this.#app.name("org", firm.id),
      paradigm: paradigmName(this.#app, firm.paradigm),
      country: firm.country ?? "–",
      premium: signed(firm.premium),
      times: times(firm.premium),
      value: amounts(firm.value),
      marked: firm.marked,
      revenue: amounts(firm.revenue),
      own: ratio(ownMultiple(firm)),
      sector: ratio(firm.multiple),
      peers: firm.peers,
      power: power(firm.power),
    });
  }

  /** What the lines are, in words beside a sample of each; and who is not among the points. */
  #key(comparison: Comparison): HTMLElement {
    const entry = (looks: string, text: string) => make("li", {}, make("span", { class: `sample sample-${looks}`, "aria-hidden": "true" }), text);
    const { slope, interval: ends, without, points } = comparison;
    const lined = this.#view !== "multiple" && slope !== null;
    const left = this.#data.sample.leftOut;
    const reasons = left.map(({ n, text }) => say("reason.n", { text: nameIn(text, "").text, n })).join(lang() === "zh" ? "；" : "; ");
    const more = this.#view === "registered" ? say("key.registered") : say("key.plain");
    return make(
      "div",
      { class: "premium-key" },
      make(
        "ul",
        {},
        lined && entry("slope", say("key.slope", { slope: signed(slope, 3) })),
        lined && ends && entry("interval", say("key.interval", { interval: interval(ends) })),
        lined && without && entry("without", say("key.without", { low: signed(without[0][1], 3), high: signed(without[1][1], 3) })),
      ),
      make("p", { class: "note" }, lined ? [more, say("key.filtered", { n: points.length })].join(lang() === "zh" ? "" : " ") : this.#data.reason ? say("refused", { reason: this.#data.reason[lang()] }) : say("key.no.slope")),
      left.length > 0 && make("p", { class: "note" }, say("key.sample", { n: left.reduce((sum, { n }) => sum + n, 0), reasons })),
    );
  }

  #card(): HTMLElement | null {
    const firm = this.#firms.get(this.#state.firm);
    if (!firm) return null;
    const row = (name: string, value: string) => make("div", {}, make("dt", {}, name), make("dd", {}, value));
    return make(
      "section",
      { class: "premium-card", "aria-label": this.#app.name("org", firm.id) },
      make("h3", {}, this.#app.name("org", firm.id)),
      make(
        "dl",
        {},
        row(say("col.premium"), `${signed(firm.premium)} (${times(firm.premium)})`),
        row(say("col.value"), `${amounts(firm.value)}, ${firm.marked}`),
        row(say("col.revenue"), amounts(firm.revenue)),
        row(say("col.own"), ratio(ownMultiple(firm))),
        row(say("col.multiple"), multipleOf(firm)),
        row(say("col.implied"), amount(firm.implied)),
        row(say("col.power"), power(firm.power)),
      ),
      make("button", { type: "button", on: { click: () => this.#app.address.set({ "x.part": "derivation" }, { push: true }) } }, say("card.derive")),
    );
  }
}

/** p as it stands in a sentence of facts. */
export function pText(comparison: Comparison): string {
  return comparison.p === null ? "" : say("fact.p.value", { p: pValue(comparison.p), permutations: (comparison.permutations ?? 0).toLocaleString("en") });
}
