// The ranking of a paradigm as of the file's date; a firm that is chosen explains its score.

import type { App } from "../dossier/app";
import type { Tab, View } from "../dossier/tab";
import { reachable } from "../findings/scrolling";
import { loadGraph, type Graph } from "../network/graph";
import { fill, make } from "../page/dom";
import { save } from "../page/download";
import { speaker } from "../page/words";
import { verdictBadge } from "./badge";
import { chooser } from "./chooser";
import { loadRanking, type Place, type Ranked, type Ranking } from "./data";
import { explanation } from "./explain";
import { told } from "./names";
import { csv, found, ordered, ORDERS, orderOf } from "./order";
import { rankingTable } from "./table";
import table from "./words.json";

const say = speaker(table);
const FIRST = 10;

class RankingView implements View {
  readonly #app: App;
  readonly #rankings: Record<string, Ranking>;
  readonly #head = make("header", { class: "tab-head" });
  readonly #list = make("div", { class: "ranking-list" });
  readonly #panel = make("aside", { class: "explained", id: "explained", "aria-labelledby": "explained-title" });
  #graph: Graph | null = null;
  #shown: readonly Place[] = [];

  constructor(place: HTMLElement, app: App, rankings: Record<string, Ranking>) {
    this.#app = app;
    this.#rankings = rankings;
    fill(place, make("div", { class: "ranking-tab" }, this.#head, make("div", { class: "ranking-main" }, this.#list, this.#panel)));
    this.#draw();
    void loadGraph(app).then((graph) => {
      this.#graph = graph;
      this.#explain();
      if (this.#app.address.get("r.q")) this.#tell();
    });
  }

  update(changed: ReadonlySet<string>): void {
    if (changed.has("lang") || changed.has("p") || changed.has("at")) return this.#draw();
    if (["r.sort", "r.all", "r.q", "firm"].some((key) => changed.has(key))) this.#tell();
    if (changed.has("firm")) this.#explain();
  }

  get #ranking(): Ranking | undefined {
    return this.#rankings[this.#app.paradigm];
  }

  #draw(): void {
    this.#drawHead();
    this.#tell();
    this.#explain();
  }

  #drawHead(): void {
    const [app, ranking] = [this.#app, this.#ranking];
    if (!ranking) return fill(this.#head, make("p", { class: "notice" }, say("absent")));
    const words = { paradigm: app.name("paradigm", app.paradigm), date: ranking.asOf };
    const { n, draws, seed, verdict } = ranking;
    fill(
      this.#head,
      chooser(app, (id) => id in this.#rankings),
      make("h2", {}, say("title", words)),
      verdict && make("p", { class: "verdict" }, verdictBadge(verdict.word), " ", told(verdict.text)),
      make("p", { class: "faint" }, draws ? say("basis", { n, draws: draws.toLocaleString("en"), seed }) : say("basis.none", { n }), " ", told(ranking.note)),
      this.#sourced(ranking),
      this.#elsewhen(ranking),
      this.#tools(),
    );
  }

  /** Whether the order holds without the claims for which no source was found. */
  #sourced(ranking: Ranking): HTMLElement | null {
    const first = ranking.firms.find(({ sourcedRank, sourcedPower }) => sourcedRank === 1 && sourcedPower);
    if (!first || ranking.sourcedN === null) return null;
    const moved = ranking.firms.slice(0, FIRST).filter(({ rank, sourcedRank }) => rank !== sourcedRank).length;
    const words = { n: ranking.sourcedN, firm: this.#app.name("org", first.id), moved };
    return make("p", { class: "faint" }, say(first.rank === 1 ? "sourced.same" : "sourced.other", words));
  }

  /** Another date on the slider does not change this tab: it says so, and where that date's ranking is. */
  #elsewhen(ranking: Ranking): HTMLElement | null {
    const { address, date, frame } = this.#app;
    if (date === frame.asOf) return null;
    const year = date.slice(0, 4);
    const link = make("a", { href: address.link({ tab: "timeline" }) }, say("slider.link", { year }));
    return make("p", { class: "faint" }, say("slider", { year, date: ranking.asOf }), " ", link);
  }

  #tools(): HTMLElement {
    const { address } = this.#app;
    const order = orderOf(address.get("r.sort"));
    return make(
      "div",
      { class: "toolbar", role: "group" },
      make("label", {}, make("span", { class: "sr" }, say("find")), make("input", {
        type: "search", id: "r-find", placeholder: say("find"), value: address.get("r.q") ?? "", autocomplete: "off",
        on: { input: (event) => address.set({ "r.q": (event.target as HTMLInputElement).value }) },
      })),
      make("label", {}, `${say("sort")} `, make(
        "select",
        { id: "r-sort", on: { change: (event) => address.set({ "r.sort": (event.target as HTMLSelectElement).value }) } },
        ORDERS.map((one) => make("option", { value: one, selected: one === order }, say(`order.${one}`))),
      )),
      make("button", { type: "button", id: "r-csv", on: { click: () => this.#save() } }, say("csv")),
    ); // prettier-ignore
  }

  /** Everything below the tools: what is searched for, in the order asked for. */
  #tell(): void {
    const [app, ranking] = [this.#app, this.#ranking];
    if (!ranking) return fill(this.#list);
    const { address } = app;
    const order = orderOf(address.get("r.sort"));
    const sorter = this.#head.querySelector<HTMLSelectElement>("#r-sort");
    if (sorter) sorter.value = order;
    const asked = address.get("r.q") ?? "";
    const powerless = ranking.firms.filter(({ power }) => power === 0).length;
    const all = Boolean(asked) || address.get("r.all") === "1";
    const matching = found(ranking.firms, asked, (id) => this.#names(id));
    this.#shown = ordered(all ? matching : matching.filter(({ power }) => power > 0), order);
    const words = { paradigm: app.name("paradigm", app.paradigm), date: ranking.asOf };
    fill(
      this.#list,
      make("p", { class: "faint", role: "status" }, say("shown", { shown: this.#shown.length, total: ranking.firms.length })),
      ranking.firms.length === 0 && make("p", { class: "notice" }, say("empty")),
      ranking.firms.length > 0 && this.#shown.length === 0 && make("p", { class: "notice" }, say("nothing")),
      this.#shown.length > 0 && reachable(say("caption", words), this.#table(ranking, this.#shown, say("caption", words))),
      powerless > 0 && !asked && make(
        "button",
        { type: "button", class: "more", on: { click: () => address.set({ "r.all": all ? null : 1 }) } },
        say(all ? "rest.hide" : "rest", { n: powerless }),
      ),
      ranking.last && this.#last(ranking.last),
    ); // prettier-ignore
  }

  #last(last: Ranked): HTMLElement {
    const places = last.firms.filter(({ power }) => power > 0).slice(0, FIRST);
    const words = { paradigm: this.#app.name("paradigm", this.#app.paradigm), date: last.asOf };
    return make(
      "section",
      {},
      make("h3", {}, say("last", { date: last.asOf })),
      last.verdict && make("p", { class: "verdict" }, verdictBadge(last.verdict.word), " ", told(last.verdict.text)),
      reachable(say("caption", words), this.#table(last, places, say("caption", words))),
      make("p", { class: "faint" }, say("shown", { shown: places.length, total: last.firms.length })),
    );
  }

  #table(ranking: Ranked, places: readonly Place[], caption: string): HTMLTableElement {
    const { address } = this.#app;
    return rankingTable(this.#app, {
      places,
      all: ranking.firms,
      order: orderOf(address.get("r.sort")),
      selected: address.get("firm"),
      caption,
      choose: (firm) => this.#choose(firm),
      sort: (order) => address.set({ "r.sort": order === "power" ? null : order }),
    });
  }

  #choose(firm: string): void {
    const { address } = this.#app;
    const again = address.get("firm") === firm;
    address.set({ firm: again ? null : firm, "r.tie": null }, { push: true });
    const row = [...this.#list.querySelectorAll<HTMLElement>("tr[data-firm]")].find((one) => one.dataset.firm === firm);
    if (again) row?.querySelector<HTMLElement>("button.firm")?.focus();
    else this.#panel.querySelector<HTMLElement>("#explained-title")?.focus();
  }

  #explain(): void {
    const [app, ranking, graph] = [this.#app, this.#ranking, this.#graph];
    const firm = app.address.get("firm");
    this.#panel.classList.toggle("open", Boolean(firm));
    if (!firm || !ranking) return fill(this.#panel, make("p", { class: "faint hint", id: "explained-title" }, say("choose")));
    if (!graph) return;
    const place = ranking.firms.find(({ id }) => id === firm);
    if (!place) return this.#notHere(firm);
    const explained = ranking.explained[firm] ?? NOTHING;
    fill(
      this.#panel,
      explanation({
        app, graph, ranking, paradigm: app.paradigm, firm, explained, place,
        open: app.address.get("r.tie"),
        close: () => this.#choose(firm),
        toggle: (tie, open) => {
          if (open) app.address.set({ "r.tie": tie });
          else if (app.address.get("r.tie") === tie) app.address.set({ "r.tie": null });
        },
      }),
    ); // prettier-ignore
  }

  #notHere(firm: string): void {
    const { address, frame } = this.#app;
    const known = firm in frame.names.org;
    const name = this.#app.name("org", firm);
    const others = Object.entries(this.#rankings).filter(([, one]) => firm in one.explained);
    fill(
      this.#panel,
      make("h3", { id: "explained-title", tabIndex: -1 }, name),
      make("p", {}, known ? say("elsewhere", { firm: name, paradigm: this.#app.name("paradigm", this.#app.paradigm) }) : say("unknown", { firm })),
      others.length > 0 && make("p", {}, say("elsewhere.in"), ": ", others.map(([id]) => make("a", { class: "button", href: address.link({ p: id }) }, this.#app.name("paradigm", id)))),
      make("button", { type: "button", on: { click: () => this.#choose(firm) } }, say("close")),
    );
  }

  #names(id: string): string[] {
    const firm = this.#graph?.firm(id);
    return [...(this.#app.frame.names.org[id] ?? []), ...(firm ? [...firm.aliases, ...firm.keys] : [])];
  }

  #save(): void {
    const [ranking, { paradigm, frame }] = [this.#ranking, this.#app];
    if (!ranking) return;
    const heads = ["paradigm", "as_of", "id", "name_en", "name_zh", "rank", "rank_low", "rank_high", "p_rank1", "power", "power_low", "power_high", "reach", "lockin", "in_degree", "rank_sourced", "power_sourced", "n"];
    const rows = this.#shown.map((one) => [
      paradigm, ranking.asOf, one.id, ...(frame.names.org[one.id] ?? [one.id, ""]), one.rank, one.least, one.most, one.first,
      one.power, one.low, one.high, one.reach, one.lockin, one.degree, one.sourcedRank, one.sourcedPower, ranking.n,
    ]); // prettier-ignore
    // The mark tells spreadsheets that the file is UTF-8.
    save(`ranking-${paradigm}-${ranking.asOf}.csv`, `\ufeff${csv([heads, ...rows])}`, "text/csv");
  }
}

const NOTHING = {
  power: 0, reach: 0, lockin: 0, weights: [0.5, 0.5], slots: [], ties: [], tiesLeft: [0, 0], people: [], peopleLeft: [0, 0], without: null,
} as const; // prettier-ignore

export const ranking: Tab = {
  id: "ranking",
  needs: ["ranking", "network"],
  async open(place, app) {
    return new RankingView(place, app, await loadRanking(app));
  },
};
