// The documents: tier, publisher, date, and what rests on each.

import { fill, make } from "../page/dom";
import { plain } from "../page/needles";
import { speaker } from "../page/words";
import type { App } from "../dossier/app";
import type { Source } from "../network/records";
import { titled } from "../network/sources";
import { KINDS, type Item, type Kind } from "./item";
import type { Ledger } from "./ledger";
import { chipGroup, number, pager } from "./parts";
import table from "./words.json";

const say = speaker(table);
const PAGE = 40;
const PAUSE = 160;
const TIERS = ["1", "2", "3", "4", "5"] as const;

export interface Supported {
  source: Source;
  /** Claims that rest on it, by kind; a tie counts too where only a field of it does. */
  counts: ReadonlyMap<Kind, number>;
  n: number;
}

/** What each source supports, the most cited first. */
export function supports(sources: readonly Source[], items: readonly Item[]): Supported[] {
  const counts = new Map<string, Map<Kind, number>>();
  for (const item of items) {
    for (const id of new Set([...item.sources, ...item.said.flatMap((one) => one.sources)].map(({ source }) => source))) {
      const found = counts.get(id) ?? new Map<Kind, number>();
      found.set(item.kind, (found.get(item.kind) ?? 0) + 1);
      counts.set(id, found);
    }
  }
  return sources
    .map((source) => {
      const found = counts.get(source.source) ?? new Map<Kind, number>();
      return { source, counts: found, n: [...found.values()].reduce((sum, n) => sum + n, 0) };
    })
    .sort((a, b) => b.n - a.n || (a.source.source < b.source.source ? -1 : 1));
}

export class SourcesView {
  readonly #app: App;
  readonly #ledger: Ledger;
  readonly #all: Supported[];
  readonly #input: HTMLInputElement;
  readonly #top = make("div", {});
  readonly #status = make("p", { role: "status", class: "found" });
  readonly #body = make("div", { class: "scroll" });
  readonly #pager = make("nav", { class: "pager" });
  #timer = 0;

  constructor(place: HTMLElement, app: App, ledger: Ledger) {
    this.#app = app;
    this.#ledger = ledger;
    this.#all = supports(ledger.sources, ledger.items);
    this.#input = make("input", {
      type: "search", class: "search-text", autocomplete: "off", spellcheck: false,
      on: {
        input: () => {
          clearTimeout(this.#timer);
          this.#timer = setTimeout(() => app.address.set({ "e.sq": this.#input.value.trim(), "e.page": null }), PAUSE);
        },
      },
    });
    fill(place, make("div", { class: "sources-view" }, this.#top, this.#input, this.#status, this.#body, this.#pager));
  }

  draw(): void {
    const { address } = this.#app;
    const chosen = new Set((address.get("e.tier") ?? "").split(".").filter(Boolean));
    const wanted = plain(address.get("e.sq") ?? "").split(/\s+/).filter(Boolean);
    if (document.activeElement !== this.#input) this.#input.value = address.get("e.sq") ?? "";
    this.#input.setAttribute("aria-label", say("sources.search"));
    this.#input.placeholder = say("search.field", { what: say("sources.search"), hint: say("sources.search.hint") });
    const named = this.#all.filter(({ source }) => {
      const text = wanted.length ? plain([source.source, source.title, source.publisher, source.url].join(" ")) : "";
      return wanted.every((word) => text.includes(word));
    });
    const found = named.filter(({ source }) => !chosen.size || chosen.has(source.tier));
    this.#drawTop(named, chosen);
    fill(this.#status, say("found.sources", { n: number(found.length), all: number(this.#all.length) }));
    const page = Math.max(1, Math.min(Math.trunc(Number(address.get("e.page"))) || 1, Math.ceil(found.length / PAGE) || 1));
    fill(this.#body, this.#table(found.slice((page - 1) * PAGE, page * PAGE)));
    pager(this.#pager, found.length, page, PAGE, (to) => address.set({ "e.page": to === 1 ? null : to }, { push: true }));
    this.#pager.setAttribute("aria-label", say("pages"));
  }

  #drawTop(named: readonly Supported[], chosen: ReadonlySet<string>): void {
    const toggle = (value: string) => {
      const next = new Set(chosen);
      if (!next.delete(value)) next.add(value);
      this.#app.address.set({ "e.tier": [...next].join("."), "e.page": null });
      this.#top.querySelector<HTMLElement>(`[data-value="${value}"]`)?.focus();
    };
    const chips = TIERS.map((tier) => ({
      value: tier, text: say(`tier.${tier}`), n: named.filter(({ source }) => source.tier === tier).length, pressed: chosen.has(tier),
    }));
    fill(this.#top, make("p", { class: "faint" }, say("sources.lead", { n: number(this.#all.length) })), chipGroup(this.#app.term("tier", say("source.tiers")), "tier", chips, toggle), this.#byTier());
  }

  /** Numbers of each tier over the whole file. */
  #byTier(): HTMLElement {
    const { items } = this.#ledger;
    const ties = items.filter(({ kind }) => kind === "tie");
    const has = (item: Item, tier: string) => item.sources.some((source) => source.tier === tier);
    const count = (tier: string) => [
      this.#all.filter(({ source }) => source.tier === tier).length,
      items.filter((item) => item.tier === tier).length,
      ties.filter((item) => has(item, tier)).length,
    ];
    return make(
      "table",
      { class: "tiers" },
      make("caption", {}, say("tiers")),
      make("thead", {}, make("tr", {}, [say("side.tier"), say("tiers.sources"), say("tiers.claims"), say("tiers.ties")].map((head) => make("th", { scope: "col" }, head)))),
      make(
        "tbody",
        {},
        TIERS.map((tier) =>
          make("tr", { data: { tier } }, make("th", { scope: "row" }, say(`tier.${tier}`)), count(tier).map((n) => make("td", { class: "num" }, number(n)))),
        ),
      ),
    );
  }

  #table(shown: readonly Supported[]): HTMLElement {
    return make(
      "table",
      { class: "sources-table" },
      make("caption", { class: "visually-hidden" }, say("view.sources")),
      make(
        "thead",
        {},
        make("tr", {}, [say("source.title"), say("source.publisher"), say("source.published"), say("side.tier"), say("source.supports")].map((head) => make("th", { scope: "col" }, head))),
      ),
      make("tbody", {}, shown.map((one) => this.#row(one))),
    );
  }

  #row({ source, counts, n }: Supported): HTMLElement {
    const kinds = KINDS.flatMap((kind) => (counts.get(kind) ? [`${say(`kind.${kind}`)} ${number(counts.get(kind) ?? 0)}`] : []));
    return make(
      "tr",
      { data: { source: source.source } },
      make("th", { scope: "row" }, titled(source), make("span", { class: "faint" }, ` ${source.source}`)),
      make("td", {}, source.publisher),
      make("td", { class: "nowrap" }, source.published),
      make("td", { class: "num" }, source.tier),
      make(
        "td",
        {},
        n
          ? make("a", { href: this.#app.address.link({ "e.view": null, "e.source": source.source, "e.page": null, "e.tier": null, "e.claim": null, firm: null }) }, say("source.show", { n: number(n) }))
          : "0",
        kinds.length ? make("span", { class: "faint" }, ` ${kinds.join(say("comma"))}`) : null,
      ),
    );
  }
}
