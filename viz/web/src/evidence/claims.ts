// The list of claims: chips with counts, search, pages, each claim with what it rests on.

import { quotation } from "../page/quotation";
import { save } from "../page/download";
import { fill, make } from "../page/dom";
import { nameIn, speaker } from "../page/words";
import type { App } from "../dossier/app";
import { csv } from "./csv";
import { detail } from "./detail";
import { FACETS, filtered, ORDERS, ordered, standsAt, tally, type Choice, type Facet, type Order } from "./filters";
import { KINDS, type Item, type Kind } from "./item";
import type { Ledger } from "./ledger";
import { badges, chipGroup, number, pager } from "./parts";
import { nodesOf, type Sayer } from "./saying";
import { searchable } from "./search";
import table from "./words.json";

const say = speaker(table);
const PAGE = 30;
const PAUSE = 160;
const TIERS = ["1", "2", "3", "4", "5", "none"];

export class ClaimsView {
  readonly #app: App;
  readonly #ledger: Ledger;
  readonly #sayer: Sayer;
  readonly #text: (item: Item) => string;
  readonly #side = make("div", { class: "facets" });
  readonly #head = make("div", { class: "list-head" });
  readonly #chosen = make("div", { class: "chosen" });
  readonly #status = make("p", { role: "status", class: "found" });
  readonly #list = make("ol", { class: "claim-list" });
  readonly #pager = make("nav", { class: "pager" });
  readonly #input: HTMLInputElement;
  #found: Item[] = [];
  #seen: Item | undefined;
  #timer = 0;

  constructor(place: HTMLElement, app: App, ledger: Ledger, sayer: Sayer) {
    this.#app = app;
    this.#ledger = ledger;
    this.#sayer = sayer;
    this.#text = searchable(ledger);
    this.#input = make("input", {
      type: "search", class: "search-text", autocomplete: "off", spellcheck: false,
      on: {
        input: () => {
          clearTimeout(this.#timer);
          this.#timer = setTimeout(() => this.#set({ "e.q": this.#input.value.trim() }), PAUSE);
        },
      },
    });
    const filters = make("details", { class: "filters" }, make("summary", {}, say("filters")), this.#side);
    filters.open = !matchMedia("(max-width: 760px)").matches;
    fill(place, make("div", { class: "claims" }, filters, make("div", { class: "claims-main" }, this.#input, this.#head, this.#chosen, this.#status, this.#list, this.#pager)));
  }

  draw(): void {
    const choice = this.#choice();
    const { items } = this.#ledger;
    this.#found = ordered(filtered(items, choice, this.#text), this.#order());
    if (document.activeElement !== this.#input) this.#input.value = choice.text;
    this.#input.setAttribute("aria-label", say("search"));
    this.#input.placeholder = say("search.field", { what: say("search"), hint: say("search.hint") });
    this.#drawFacets(choice);
    this.#drawHead(choice);
    this.#drawList();
  }

  /** Show a claim that the filters may hide: it is put above the list. */
  #opened(): Item | undefined {
    return this.#ledger.byKey.get(this.#app.address.get("e.claim") ?? "");
  }

  #choice(): Choice {
    const { address } = this.#app;
    const facets: Choice["facets"] = {};
    for (const facet of FACETS) {
      const values = address.get(`e.${facet}`)?.split(".").filter(Boolean);
      if (values?.length) facets[facet] = values;
    }
    const firm = address.get("firm") ?? "";
    const source = address.get("e.source") ?? "";
    return {
      facets,
      firm: this.#ledger.graph.firm(firm) ? firm : "",
      source: this.#ledger.sourceById.has(source) ? source : "",
      slot: address.get("e.slot") ?? "",
      date: address.get("e.now") ? this.#app.date : "",
      text: address.get("e.q") ?? "",
    };
  }

  #order(): Order {
    return ORDERS.find((order) => order === this.#app.address.get("e.order")) ?? "file";
  }

  #set(change: Record<string, string | null>): void {
    this.#app.address.set({ "e.page": null, "e.claim": null, ...change });
  }

  #toggle(facet: Facet, value: string): void {
    const chosen = new Set(this.#choice().facets[facet] ?? []);
    if (!chosen.delete(value)) chosen.add(value);
    this.#set({ [`e.${facet}`]: [...chosen].join(".") });
    this.#side.querySelector<HTMLElement>(`[data-facet="${facet}"] [data-value="${CSS.escape(value)}"]`)?.focus();
  }

  #drawFacets(choice: Choice): void {
    const groups = FACETS.map((facet) => {
      const counts = tally(filtered(this.#ledger.items, choice, this.#text, facet), facet);
      const chosen = new Set(choice.facets[facet] ?? []);
      const values = this.#values(facet).filter((value) => counts.get(value) || chosen.has(value));
      if (!values.length) return null;
      const chips = values.map((value) => ({
        value, text: this.#valueName(facet, value), n: counts.get(value) ?? 0, pressed: chosen.has(value), hint: this.#meaning(facet, value),
      }));
      const title = facet === "kind" ? say("kind") : this.#app.term(facet, say(facet));
      return chipGroup(title, facet, chips, (value) => this.#toggle(facet, value));
    });
    fill(this.#side, groups, make("button", { type: "button", class: "reset", on: { click: () => this.#reset() } }, say("reset")));
  }

  #reset(): void {
    const keys = [...FACETS.map((facet) => `e.${facet}`), "e.q", "e.now", "e.source", "e.slot", "firm"];
    this.#set(Object.fromEntries(keys.map((key) => [key, null])));
  }

  #values(facet: Facet): readonly string[] {
    const { graph } = this.#ledger;
    if (facet === "kind") return KINDS;
    if (facet === "paradigm") return [...graph.paradigms.map(({ id }) => id), "none"];
    if (facet === "tier") return TIERS;
    if (facet === "conflict") return ["yes"];
    return Object.keys(graph.words[facet] ?? {});
  }

  #valueName(facet: Facet, value: string): string {
    if (facet === "kind") return say(`kind.${value as Kind}`);
    if (facet === "evidence" && (value === "sourced" || value === "known")) return say(`evidence.${value}`);
    if (facet === "tier") return say(`tier.${value as "1"}`);
    if (facet === "conflict") return say("conflict.yes");
    if (facet === "paradigm") return value === "none" ? say("paradigm.none") : this.#app.name("paradigm", value);
    return this.#sayer.word(facet, value);
  }

  #meaning(facet: Facet, value: string): string | undefined {
    const entry = this.#app.frame.glossary[facet === "kind" ? value.replace("share", "cohort_share").replace("holding", "control_holding") : `${facet}.${value}`];
    return entry && nameIn(entry.definition, "").text;
  }

  #drawHead(choice: Choice): void {
    const { date } = this.#app;
    const unverified = choice.facets.evidence?.join() === "known";
    const toggle = (text: string, on: boolean, change: Record<string, string | null>, hint?: string) =>
      make("button", { type: "button", class: "pick", title: hint, "aria-pressed": String(on), on: { click: () => this.#set(change) } }, text);
    const order = make(
      "select",
      { "aria-label": say("order"), on: { change: () => this.#set({ "e.order": order.value === "file" ? null : order.value }) } },
      ORDERS.map((value) => make("option", { value, selected: value === this.#order() }, say(`order.${value}`))),
    );
    fill(
      this.#head,
      toggle(say("only.unverified"), unverified, { "e.evidence": unverified ? null : "known" }),
      toggle(say("only.now", { date }), Boolean(choice.date), { "e.now": choice.date ? null : "1" }, say("only.now.hint")),
      order,
      make("button", { type: "button", class: "download", on: { click: () => save("claims.csv", csv(this.#found, this.#sayer), "text/csv") } }, say("csv", { n: number(this.#found.length) })),
    );
    const drop = (text: string, key: string) =>
      make("button", { type: "button", class: "pick", "aria-pressed": "true", title: say("drop"), on: { click: () => this.#set({ [key]: null }) } }, `${text} ×`);
    const source = this.#ledger.sourceById.get(choice.source);
    fill(
      this.#chosen,
      choice.firm ? drop(say("of.firm", { name: this.#sayer.firm(choice.firm).text }), "firm") : null,
      choice.slot ? drop(say("of.slot", { name: this.#sayer.slot(choice.slot).text }), "e.slot") : null,
      source ? drop(say("of.source", { name: source.title || source.source }), "e.source") : null,
    );
    fill(this.#status, this.#found.length ? say("found", { n: number(this.#found.length), all: number(this.#ledger.items.length) }) : say("found.none"));
    this.#pager.setAttribute("aria-label", say("pages"));
  }

  #drawList(): void {
    const opened = this.#opened();
    const place = opened ? this.#found.indexOf(opened) : -1;
    const asked = Math.trunc(Number(this.#app.address.get("e.page"))) || (place >= 0 ? Math.floor(place / PAGE) + 1 : 1);
    const page = Math.max(1, Math.min(asked, Math.ceil(this.#found.length / PAGE) || 1));
    const shown = this.#found.slice((page - 1) * PAGE, page * PAGE);
    const rows = opened && !shown.includes(opened) ? [opened, ...shown] : shown;
    fill(this.#list, rows.map((item) => this.#row(item, item === opened)));
    if (opened && opened !== this.#seen) this.#list.querySelector(".open")?.scrollIntoView({ block: "nearest" });
    this.#seen = opened;
    pager(this.#pager, this.#found.length, page, PAGE, (to) => {
      this.#app.address.set({ "e.page": to === 1 ? null : to, "e.claim": null }, { push: true });
      this.#list.scrollIntoView({ block: "start" });
    });
  }

  #row(item: Item, open: boolean): HTMLElement {
    const { date } = this.#app;
    const toggle = make(
      "button",
      {
        type: "button", class: "more", "aria-expanded": String(open), "aria-label": open ? say("close") : say("open"),
        on: {
          click: () => {
            this.#app.address.set({ "e.claim": open ? null : item.key });
            this.#list.querySelector<HTMLElement>(`[data-claim="${CSS.escape(item.key)}"] .more`)?.focus();
          },
        },
      },
      open ? "▾" : "▸",
    );
    return make(
      "li",
      { class: `claim${open ? " open" : ""}`, data: { claim: item.key, kind: item.kind, evidence: item.evidence } },
      make(
        "div",
        { class: "claim-line" },
        toggle,
        make(
          "div",
          { class: "claim-says" },
          make("p", {}, ...nodesOf(this.#sayer.sentence(item), this.#app)),
          make(
            "p",
            { class: "claim-meta" },
            make("span", { class: "faint" }, [say(`kind.${item.kind}`), item.paradigm && this.#app.name("paradigm", item.paradigm), this.#sayer.when(item)].filter(Boolean).join(" · ")),
            badges(item, date, standsAt(item, date), (list, key) => this.#sayer.word(list, key)),
          ),
          !open && item.quote && item.kind !== "statement" ? make("p", { class: "claim-quote" }, quotation(item.quote)) : null,
        ),
      ),
      open ? detail(item, this.#ledger, this.#sayer, this.#app) : null,
    );
  }
}
