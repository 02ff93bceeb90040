// What a claim says, as a sentence in the page's language: made of parts, so that firms can be links in a page and text
// in a table.

import { htmlLang, lang, nameIn, speaker, type Lang, type Name } from "../page/words";
import { make } from "../page/dom";
import type { App } from "../dossier/app";
import type { Item } from "./item";
import type { Ledger } from "./ledger";
import { amount, measure, percent } from "./numbers";
import table from "./words.json";

const say = speaker(table);
const BOUNDS = ["about", "at_least", "at_most"] as const;

export interface Part {
  text: string;
  /** Language of the text, where it is not the page's. */
  lang?: Lang;
  firm?: string;
  /** Key of the glossary. */
  term?: string;
}

/** Parts of a template: `{name}` stands for a part. */
export function phrase(template: string, values: Record<string, Part | readonly Part[]>): Part[] {
  return template.split(/(\{\w+\})/).flatMap((piece): readonly Part[] => {
    const value = piece.startsWith("{") ? values[piece.slice(1, -1)] : undefined;
    if (value === undefined) return piece ? [{ text: piece }] : [];
    return Array.isArray(value) ? value : [value as Part];
  });
}

export function textOf(parts: readonly Part[]): string {
  return parts.map(({ text }) => text).join("");
}

/** The parts as nodes; firms open in the network. */
export function nodesOf(parts: readonly Part[], app: App): (Node | string)[] {
  return parts.map(({ text, lang: language, firm, term }) => {
    const properties = { lang: language && htmlLang(language) };
    if (firm) return make("a", { ...properties, class: "firm", href: app.address.link({ tab: "network", firm }) }, text);
    if (term) return app.term(term, text);
    return language ? make("span", properties, text) : text;
  });
}

export class Sayer {
  readonly #ledger: Ledger;

  constructor(ledger: Ledger) {
    this.#ledger = ledger;
  }

  /** Name of a word of a closed list, in the page's language. */
  word(list: string, key: string): string {
    return nameIn(this.#ledger.graph.words[list]?.[key], key).text;
  }

  firm(id: string): Part {
    const known = this.#ledger.graph.firm(id);
    return { ...named(known?.name, id), ...(known && { firm: id }) };
  }

  slot(id: string): Part {
    const [en, zh] = this.#ledger.graph.slots[id] ?? [];
    return named(en === undefined ? undefined : [en, zh ?? ""], id);
  }

  paradigm(id: string): Part {
    return named(this.#ledger.graph.paradigm(id)?.name, id);
  }

  sentence(item: Item): Part[] {
    return this[item.kind](item);
  }

  tie({ row }: Item): Part[] {
    const dependent = this.firm(row.dependent ?? "");
    const slot = row.slot ? this.slot(row.slot) : { text: this.word("tieKind", row.kind ?? "") };
    const values = { dependent, slot };
    if (row.provider === "IN_HOUSE") return phrase(say("says.in_house"), values);
    if (row.provider === "UNKNOWN") return phrase(say("says.unknown"), values);
    const provider = this.firm(row.provider ?? "");
    if (!row.slot) return phrase(say("says.bond"), { dependent, provider, kind: slot });
    const open = this.#ledger.graph.firm(row.provider)?.kind === "OpenStandard";
    return phrase(say(open ? "says.open" : "says.tie"), { ...values, provider });
  }

  investment({ row }: Item): Part[] {
    const sum = amount(row.low ?? "", row.high ?? "", row.currency ?? "");
    const scope = row.scope ? this.word("amountScope", row.scope) : "";
    return phrase(say(sum ? "says.investment_of" : "says.investment"), {
      investor: this.firm(row.provider ?? ""),
      investee: this.firm(row.dependent ?? ""),
      sum: { text: sum },
      scope: { text: scope },
    });
  }

  holding({ row }: Item): Part[] {
    return phrase(say("says.holding"), {
      holder: this.firm(row.holder ?? ""),
      point: named([row.name_en ?? "", row.name_zh ?? ""], row.holding ?? ""),
      degree: { text: row.degree ?? "?" },
    });
  }

  event({ orgs, row }: Item): Part[] {
    const actors = orgs.flatMap((id, at) => [...(at ? [{ text: say("comma") }] : []), this.firm(id)]);
    return phrase(say("says.event"), { event: named([row.name_en ?? "", row.name_zh ?? ""], row.event ?? ""), actors });
  }

  valuation({ row }: Item): Part[] {
    return phrase(say("says.valuation"), {
      firm: this.firm(row.org ?? ""),
      value: { text: this.#bounded(row.operator, amount(row.low ?? "", row.high ?? "", row.currency ?? "")) },
      kind: { text: this.word("valuationKind", row.kind ?? ""), term: `valuationKind.${row.kind}` },
    });
  }

  fundamental({ row }: Item): Part[] {
    return phrase(say("says.fundamental"), {
      firm: this.firm(row.org ?? ""),
      value: { text: this.#bounded(row.operator, measure(row.low ?? "", row.high ?? "", row.unit ?? "", row.currency ?? "")) },
      metric: { text: this.word("metric", row.metric ?? ""), term: `metric.${row.metric}` },
    });
  }

  share({ row }: Item): Part[] {
    const special = row.provider === "IN_HOUSE" || row.provider === "UNKNOWN";
    return phrase(say("says.share"), {
      provider: special ? { text: say(`provider.${row.provider as "IN_HOUSE" | "UNKNOWN"}`) } : this.firm(row.provider ?? ""),
      share: { text: percent(row.share_low ?? "", row.share_high ?? "") },
      slot: this.slot(row.slot ?? ""),
      cohort: named(this.#ledger.cohorts[row.cohort ?? ""], row.cohort ?? ""),
    });
  }

  statement({ row, quote }: Item): Part[] {
    return phrase(say("says.statement"), { line: { text: row.line ?? "" }, quote: { text: quote, ...(lang() === "en" && { lang: "zh" as const }) } });
  }

  /** What a figure is of. */
  quantity({ kind, row }: Item): string {
    return kind === "valuation" ? this.word("valuationKind", row.kind ?? "") : this.word("metric", row.metric ?? "");
  }

  /** When it held, or what day or period it is of. */
  when(item: Item): string {
    const { start, end, span } = item;
    if (!start && !end) return say("when.none");
    if (!span) return end ? say("when.period", { start, end }) : start;
    if (end === "unknown") return say("when.unknown", { start: start || "?" });
    return end ? say("when.span", { start: start || "?", end }) : say("when.since", { start });
  }

  #bounded(operator: string | undefined, value: string): string {
    const bound = BOUNDS.find((one) => one === operator);
    return bound ? say(`bounded.${bound}`, { value }) : value;
  }
}

function named(name: Name | undefined, id: string): Part {
  const found = nameIn(name, id);
  return found.lang ? { text: found.text, lang: found.lang } : { text: found.text };
}
