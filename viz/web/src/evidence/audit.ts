// The audit of the essay: each sentence, what it states, what the claims give, and from which claims.

import { fill, make } from "../page/dom";
import type { Block } from "../findings/blocks";
import { Gallery } from "../findings/gallery";
import { render } from "../findings/render";
import { sourceList } from "../network/sources";
import { inLang } from "../page/bilingual";
import { htmlLang, lang, nameIn, speaker } from "../page/words";
import type { App } from "../dossier/app";
import type { Audited, Conflict } from "./block";
import { claimLine } from "./detail";
import type { Ledger } from "./ledger";
import { chipGroup, facts, number, worded } from "./parts";
import type { Sayer } from "./saying";
import table from "./words.json";

const say = speaker(table);

export class AuditView {
  readonly #app: App;
  readonly #ledger: Ledger;
  readonly #sayer: Sayer;
  readonly #place: HTMLElement;
  readonly #gallery = new Gallery();
  #seen = "";

  constructor(place: HTMLElement, app: App, ledger: Ledger, sayer: Sayer) {
    this.#app = app;
    this.#ledger = ledger;
    this.#sayer = sayer;
    this.#place = place;
  }

  draw(): void {
    const { audit } = this.#ledger;
    const chosen = new Set((this.#app.address.get("e.finding") ?? "").split(".").filter(Boolean));
    const shown = audit.statements.filter((row) => !chosen.size || chosen.has(`${row.recorded ?? "none"}`) || chosen.has(`c_${row.computed ?? "none"}`));
    fill(
      this.#place,
      make(
        "div",
        { class: "audit-view" },
        make("p", {}, say("audit.lead")),
        audit.lead.map((text) => make("p", { class: "verdict-line" }, nameIn(text, "").text)),
        this.#hypotheses(),
        this.#facets(chosen),
        make("p", { role: "status", class: "found" }, say("audit.found", { n: number(shown.length), all: number(audit.statements.length) })),
        make("div", { class: "scroll" }, this.#table(shown)),
        make("p", { class: "faint" }, say("audit.again")),
      ),
    );
    const open = this.#app.address.get("e.statement") ?? "";
    if (open !== this.#seen) this.#place.querySelector(`[data-statement="${CSS.escape(open)}"]`)?.scrollIntoView({ block: "nearest" });
    this.#seen = open;
  }

  #hypotheses(): HTMLElement {
    const { hypotheses, open } = this.#ledger.audit;
    const blocks = inLang<Block[]>(hypotheses, lang()).filter((block) => block.is !== "heading");
    return make(
      "details",
      { class: "findings hypotheses", open: this.#app.address.get("e.tests") === "1", on: { toggle: (event) => this.#keep(event) } },
      make("summary", {}, say("audit.hypotheses")),
      render(blocks, { gallery: this.#gallery }),
      open.length ? make("p", { class: "note" }, say("audit.open", { ids: open.join(say("comma")) })) : null,
    );
  }

  #keep(event: Event): void {
    const { target } = event;
    if (!(target instanceof HTMLDetailsElement) || target.open === (this.#app.address.get("e.tests") === "1")) return;
    this.#app.address.set({ "e.tests": target.open ? "1" : null });
    this.#place.querySelector<HTMLElement>(".hypotheses > summary")?.focus();
  }

  #facets(chosen: ReadonlySet<string>): HTMLElement {
    const { statements } = this.#ledger.audit;
    const toggle = (value: string) => {
      const next = new Set(chosen);
      if (!next.delete(value)) next.add(value);
      this.#app.address.set({ "e.finding": [...next].join("."), "e.statement": null });
      this.#place.querySelector<HTMLElement>(`[data-value="${value}"]`)?.focus();
    };
    const chips = (of: (row: Audited) => string, text: (value: string) => string) => {
      const counts = new Map<string, number>();
      for (const row of statements) counts.set(of(row), (counts.get(of(row)) ?? 0) + 1);
      return [...counts].map(([value, n]) => ({ value, text: text(value), n, pressed: chosen.has(value) }));
    };
    return make(
      "div",
      { class: "facets" },
      chipGroup(this.#app.term("verdict", say("audit.recorded")), "recorded", chips((row) => row.recorded ?? "none", (value) => this.#recorded(value)), toggle),
      chipGroup(
        this.#app.term("audit", say("audit.computed")), "computed",
        chips((row) => `c_${row.computed ?? "none"}`, (value) => (value === "c_none" ? say("audit.without") : this.#word("computed", value.slice(2)))),
        toggle,
      ),
    );
  }

  #word(group: string, key: string): string {
    return nameIn(this.#ledger.audit.words[`${group}.${key === "none" ? "unrecorded" : key}`], key).text;
  }

  /** The verdict by the name that the ontology defines. */
  #recorded(key: string): string {
    return key === "none" ? this.#word("recorded", key) : this.#sayer.word("verdict", key);
  }

  #table(shown: readonly Audited[]): HTMLElement {
    const heads = ["", say("id"), say("audit.line"), say("quote"), say("audit.stated"), say("audit.recomputed"), say("audit.computed"), say("audit.recorded")];
    const open = this.#app.address.get("e.statement");
    return make(
      "table",
      { class: "audit-table" },
      make("caption", { class: "visually-hidden" }, say("view.audit")),
      make("thead", {}, make("tr", {}, heads.map((head) => make(head ? "th" : "td", head ? { scope: "col" } : {}, head)))),
      make("tbody", {}, shown.flatMap((row) => this.#rows(row, row.id === open))),
    );
  }

  #rows(row: Audited, open: boolean): HTMLElement[] {
    const toggle = make(
      "button",
      {
        type: "button", class: "more", "aria-expanded": String(open), "aria-label": `${open ? say("close") : say("open")} ${row.id}`,
        on: {
          click: () => {
            this.#app.address.set({ "e.statement": open ? null : row.id });
            this.#place.querySelector<HTMLElement>(`[data-statement="${row.id}"] .more`)?.focus();
          },
        },
      },
      open ? "▾" : "▸",
    );
    const line = make(
      "tr",
      { class: open ? "open" : "", data: { statement: row.id } },
      make("td", {}, toggle),
      make("td", { class: "nowrap" }, row.id),
      make("td", { class: "num" }, String(row.line ?? "")),
      make("th", { scope: "row" }, make("q", { lang: htmlLang("zh") }, row.quote)),
      make("td", {}, worded(this.#stated(row))),
      make("td", { class: "nowrap" }, this.#recomputed(row)),
      make("td", {}, row.computed ? make("span", { class: "badge verdict", data: { verdict: row.computed } }, this.#word("computed", row.computed) + (row.basis === "own" ? " *" : "")) : "–"),
      make(
        "td",
        {},
        row.recorded ? this.#app.term(`verdict.${row.recorded}`, this.#recorded(row.recorded)) : "–",
        row.differs ? make("strong", { class: "differs" }, ` ≠ ${say("audit.differs")}`) : null,
      ),
    );
    return open ? [line, make("tr", { class: "detail-row" }, make("td", { colspan: 8 }, this.#detail(row)))] : [line];
  }

  #stated(row: Audited): string {
    const sign = row.operator && ["<", ">", "<=", ">=", "~"].includes(row.operator) ? row.operator : "";
    return `${sign}${row.stated}${this.#unit(row.stated_unit)}`;
  }

  #recomputed({ recomputed_range: ends, unit }: Audited): string {
    return ends ? `${spread(ends)}${this.#unit(unit)}` : "–";
  }

  #unit(unit: string | null): string {
    if (!unit) return "";
    const text = nameIn(this.#ledger.audit.words[`unit.${unit}`], unit in this.#ledger.audit.words ? "" : unit).text;
    const known = this.#ledger.audit.words[`unit.${unit}`];
    const shown = known ? known[0] && text : unit;
    return !shown || ["%", "x", "倍"].includes(shown) ? shown : ` ${shown}`;
  }

  #detail(row: Audited): HTMLElement {
    const { byKey, sourceById } = this.#ledger;
    const operands = row.claims.map((key) => {
      const item = byKey.get(key);
      return make("li", {}, item ? claimLine(item, this.#sayer, this.#app) : make("code", {}, key));
    });
    return make(
      "div",
      { class: "detail" },
      facts([
        [say("subject"), row.subject && worded(row.subject)],
        [say("date"), row.date],
        [this.#app.term("modality", say("modality")), row.modality && this.#sayer.word("modality", row.modality)],
        [this.#app.term("formula", say("audit.formula")), row.formula ? make("code", {}, row.formula.split(";")[0] ?? "") : say("audit.noformula")],
        [say("audit.steps"), row.recomputation && worded(row.recomputation)],
        [say("note"), row.note && worded(row.note)],
      ]),
      row.basis ? make("p", { class: "faint" }, say(`audit.basis.${row.basis}`)) : null,
      row.recomputed_differs ? make("p", { class: "differs" }, say("audit.mark", { recorded: row.recomputed_recorded, computed: row.recomputed })) : null,
      row.reason ? make("p", { class: "differs" }, say("audit.why", { why: nameIn([row.reason.en, row.reason.zh], "").text })) : null,
      operands.length ? [make("h4", {}, `${say("audit.operands")} (n = ${operands.length})`), make("ul", { class: "source-list" }, operands)] : null,
      row.also.length
        ? [make("h4", {}, say("audit.also")), make("ul", { class: "source-list" }, row.also.map(({ formula, range, unit }) => make("li", {}, make("code", {}, formula), ` = ${spread(range)}${this.#unit(unit)}`)))]
        : null,
      row.conflicts.length ? [make("h4", {}, say("audit.conflicts")), make("ul", { class: "source-list" }, row.conflicts.map((one) => this.#conflict(one)))] : null,
      make("h4", {}, say("sources.head")),
      sourceList(row.sources.flatMap((id) => sourceById.get(id) ?? [])),
      make(
        "p",
        { class: "detail-links" },
        make("a", { href: this.#app.address.link({ tab: "evidence", "e.view": "audit", "e.statement": row.id }) }, say("link")),
      ),
    );
  }

  #conflict(one: Conflict): HTMLElement {
    if (one.kind === "disagreement") {
      return make("li", {}, nameIn([one.topic.en, one.topic.zh], one.claim).text, ": ", one.views.join(" | "), make("span", { class: "faint" }, ` ${one.date ?? ""}`));
    }
    const item = this.#ledger.byKey.get(one.claim);
    return make("li", {}, item ? claimLine(item, this.#sayer, this.#app) : `${one.claim}: ${spread(one.value)} ${one.unit} ${one.date}`);
  }
}

/** Both ends of a range, one number where they are the same; at most four significant digits. */
export function spread([low, high]: readonly [number, number]): string {
  const ends = [...new Set([low, high].map(digits))];
  return ends.join("–");
}

function digits(value: number): string {
  if (Math.abs(value) >= 1000) return Math.round(value).toLocaleString("en");
  return String(Number(value.toPrecision(Math.abs(value) >= 1 ? 4 : 3)));
}
