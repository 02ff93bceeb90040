// Premium of each firm: a table that can be put in any order, filtered, and taken along.

import { signed } from "../page/numbers";
import type { App } from "../dossier/app";
import { reachable } from "../findings/scrolling";
import { fill, make } from "../page/dom";
import { save } from "../page/download";
import { needles } from "../page/needles";
import { htmlLang, lang, nameIn, speaker } from "../page/words";
import { paradigmName } from "./chips";
import { csv } from "./csv";
import { isPriced, middle, ownMultiple, type Firm, type Premium, type Priced } from "./data";
import { amount, amounts, power, ratio, signedRange, times } from "./numbers";
import { COLUMNS, type ColumnId, type State } from "./state";
import table from "./words.json";

const say = speaker(table);
const TEXTS: ReadonlySet<ColumnId> = new Set(["firm", "country", "paradigm", "marked"]);

/** What a column is put in order by; null stands last. */
export const KEYS: Record<ColumnId, (firm: Priced) => number | string | null> = {
  firm: () => null,
  country: (firm) => firm.country,
  paradigm: () => null,
  value: (firm) => middle(firm.value),
  marked: (firm) => firm.marked,
  revenue: (firm) => middle(firm.revenue),
  own: ownMultiple,
  multiple: (firm) => firm.multiple,
  implied: (firm) => firm.implied,
  premium: (firm) => firm.premium,
  times: (firm) => firm.premium,
  range: (firm) => firm.range[1] - firm.range[0],
  power: (firm) => firm.power,
};

/** Rows in order; equal ones by id, so that the order is one. */
export function ordered<Row extends { id: string }>(rows: readonly Row[], key: (row: Row) => number | string | null, down: boolean): Row[] {
  const turn = down ? -1 : 1;
  const compare = (one: number | string, other: number | string) =>
    typeof one === "number" && typeof other === "number" ? one - other : String(one).localeCompare(String(other), lang() === "zh" ? "zh-Hans" : "en");
  return [...rows].sort((one, other) => {
    const [a, b] = [key(one), key(other)];
    if (a === null || b === null) return Number(a === null) - Number(b === null) || (one.id < other.id ? -1 : 1);
    return turn * compare(a, b) || (one.id < other.id ? -1 : 1);
  });
}

export class FirmTable {
  readonly element = make("div", { class: "premium-firms" });
  readonly #app: App;
  readonly #data: Premium;
  readonly #state: State;
  readonly #needles: Map<string, string[]>;
  readonly #rows = make("div", {});
  readonly #input: HTMLInputElement;

  constructor(app: App, data: Premium, state: State) {
    this.#app = app;
    this.#data = data;
    this.#state = state;
    this.#needles = new Map(data.firms.map(({ id }) => [id, needles([...(app.frame.names.org[id] ?? []), id])]));
    this.#input = make("input", {
      type: "search",
      id: "premium-find",
      autocomplete: "off",
      spellcheck: false,
      on: { input: () => app.address.set({ "x.q": this.#input.value.trim() }) },
    });
    this.translate();
  }

  /** Everything anew: words changed. */
  translate(): void {
    this.#input.placeholder = say("find.hint");
    this.#input.value = this.#state.text;
    const all = make("input", { type: "checkbox", id: "premium-all", on: { change: () => this.#app.address.set({ "x.all": all.checked ? 1 : null }) } });
    all.checked = this.#state.all;
    const without = this.#data.firms.length - this.#data.n;
    fill(
      this.element,
      make(
        "div",
        { class: "premium-tools" },
        make("label", { for: "premium-find" }, say("find")),
        this.#input,
        without > 0 && make("label", { class: "premium-check", for: "premium-all" }, all, say("unpriced.show", { n: without })),
        make("button", { type: "button", on: { click: () => this.#save() } }, say("csv")),
      ),
      this.#rows,
      make("p", { class: "note" }, say("table.note")),
      make("p", { class: "note" }, this.#reasons()),
    );
    this.show();
  }

  /** The rows anew: filter, order or choice changed. */
  show(): void {
    if (this.#input !== document.activeElement) this.#input.value = this.#state.text;
    const box = this.#rows.querySelector(".wide");
    const [left, top] = [box?.scrollLeft ?? 0, box?.scrollTop ?? 0];
    const focused = this.#rows.contains(document.activeElement) ? (document.activeElement as HTMLElement).dataset.key : undefined;
    const rows = this.#shown();
    const total = this.#state.all ? this.#data.firms.length : this.#data.n;
    const name = say("table", { date: this.#data.asOf });
    fill(
      this.#rows,
      make("p", { role: "status", class: "faint" }, say(this.#state.all ? "count.all" : "count", { shown: rows.length, n: total })),
      make("p", { class: "caption" }, name),
      reachable(name, make("table", { "aria-label": name }, this.#head(), make("tbody", {}, rows.map((firm) => this.#row(firm))))),
    );
    const fresh = this.#rows.querySelector(".wide");
    if (fresh) [fresh.scrollLeft, fresh.scrollTop] = [left, top];
    if (focused) this.#rows.querySelector<HTMLElement>(`[data-key="${CSS.escape(focused)}"]`)?.focus();
  }

  #shown(): Firm[] {
    const { order } = this.#state;
    const found = this.#data.firms.filter((firm) => (this.#state.all || isPriced(firm)) && this.#state.finds(firm, this.#needles.get(firm.id) ?? []));
    return ordered(found, (firm) => this.#key(firm, order.column), order.down);
  }

  #key(firm: Firm, column: ColumnId): number | string | null {
    if (column === "firm") return this.#app.name("org", firm.id);
    if (column === "country") return firm.country;
    if (column === "paradigm") return firm.paradigm && paradigmName(this.#app, firm.paradigm);
    return isPriced(firm) ? KEYS[column](firm) : null;
  }

  #head(): HTMLElement {
    const { column: now, down } = this.#state.order;
    return make(
      "thead",
      {},
      make(
        "tr",
        {},
        COLUMNS.map((column) => {
          const at = column === now;
          // Numbers are first asked for from the greatest down, texts from their beginning.
          const next = at ? !down : !TEXTS.has(column);
          return make(
            "th",
            { scope: "col", class: TEXTS.has(column) ? undefined : "n", "aria-sort": at ? (down ? "descending" : "ascending") : undefined },
            make(
              "button",
              { type: "button", class: "premium-sort", data: { key: `col-${column}` }, on: { click: () => this.#app.address.set({ "x.sort": `${next ? "-" : ""}${column}` }) } },
              say(`col.${column}`),
              make("span", { "aria-hidden": "true" }, at ? (down ? " ▾" : " ▴") : ""),
            ),
          );
        }),
      ),
    );
  }

  #row(firm: Firm): HTMLElement {
    const name = nameIn(this.#app.frame.names.org[firm.id], firm.id);
    const chosen = firm.id === this.#state.firm;
    const choose = make(
      "button",
      {
        type: "button",
        class: "premium-name",
        "aria-pressed": String(chosen),
        lang: name.lang && htmlLang(name.lang),
        data: { key: firm.id },
        on: { click: () => this.#app.address.set({ firm: firm.id, "x.part": "derivation" }, { push: true }) },
      },
      name.text,
    );
    const flags = isPriced(firm) ? [firm.private && say("private"), firm.evidence === "known" && say("known")].filter(Boolean) : [];
    const head = make("th", { scope: "row", class: "s" }, choose, flags.length > 0 && make("span", { class: "faint" }, ` ${flags.join(", ")}`));
    const start = [head, make("td", { class: "s" }, firm.country ?? "–"), make("td", { class: "s" }, paradigmName(this.#app, firm.paradigm))];
    if (!isPriced(firm)) return make("tr", {}, start, make("td", { colspan: COLUMNS.length - 3 }, this.#why(firm.reason)));
    const number = (text: string) => make("td", { class: "n" }, text);
    return make(
      "tr",
      { class: chosen ? "chosen" : undefined },
      start,
      number(signed(firm.premium)),
      number(times(firm.premium)),
      number(signedRange(firm.range)),
      number(amounts(firm.value)),
      make("td", { class: "s" }, firm.marked),
      number(amounts(firm.revenue)),
      number(ratio(ownMultiple(firm))),
      number(multipleOf(firm)),
      number(amount(firm.implied)),
      number(power(firm.power)),
    );
  }

  #why(reason: string): string {
    return nameIn(this.#data.leftOut[reason]?.text, reason).text;
  }

  #reasons(): string {
    const counted = Object.values(this.#data.leftOut).map(({ n, text }) => say("reason.n", { text: nameIn(text, "").text, n }));
    return counted.length ? say("unpriced.reasons", { reasons: counted.join(lang() === "zh" ? "；" : "; ") }) : "";
  }

  #save(): void {
    save(`premium-${this.#data.asOf}.csv`, csv(this.#shown(), (id) => this.#app.frame.names.org[id] ?? ["", ""]), "text/csv");
  }
}

export function multipleOf(firm: Priced): string {
  const [low, high] = firm.quartiles;
  return say("multiple.cell", { median: ratio(firm.multiple), low: ratio(low), high: ratio(high), n: firm.peers });
}
