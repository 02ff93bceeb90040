// Things of the store by their names: for completion, for the fields of parameters, for cells of a result.

import { closeness, needles, plain } from "../page/needles";
import { lang } from "../page/words";
import type { Named } from "./protocol";

const ID = "https://w3id.org/definer/id/";

export interface Thing {
  iri: string;
  /** Path of its kind (org, slot, source ...); "" for what is no thing of ours. */
  kind: string;
  /** All names: of the page's language first. */
  names: readonly string[];
  close: number;
}

interface Known {
  iri: string;
  kind: string;
  names: readonly [en: string, zh: string, any: string];
  aliases: readonly string[];
  needles: readonly string[];
}

export class Things {
  readonly #known = new Map<string, Known>();

  constructor({ names, aliases }: Named) {
    for (const [iri, all] of Object.entries(names)) {
      const kind = iri.startsWith(ID) ? (iri.slice(ID.length).split("/")[0] ?? "") : "";
      const others = aliases[iri] ?? [];
      const local = kind ? decodeURIComponent(iri.slice(ID.length + kind.length + 1)) : "";
      this.#known.set(iri, { iri, kind, names: all, aliases: others, needles: needles([...all, ...others, local, local.replaceAll("_", " ")]) });
    }
  }

  has(iri: string): boolean {
    return this.#known.has(iri);
  }

  /** Name in the page's language, else in English, else in any; null for a thing without. */
  name(iri: string): { text: string; lang: "en" | "zh" | "" } | null {
    const [en, zh, any] = this.#known.get(iri)?.names ?? ["", "", ""];
    const [own, ownLang] = lang() === "zh" ? ([zh, "zh"] as const) : ([en, "en"] as const);
    if (own) return { text: own, lang: ownLang };
    if (en) return { text: en, lang: "en" };
    return any ? { text: any, lang: zh ? "zh" : "" } : null;
  }

  /** Things called like `text`, the closest first; organizations before the rest. */
  like(text: string, most: number, kind = ""): Thing[] {
    const wanted = plain(text);
    const found: Thing[] = [];
    for (const known of this.#known.values()) {
      if (kind ? known.kind !== kind : !known.kind) continue;
      const close = closeness(known.needles, wanted);
      if (close < Infinity) found.push({ iri: known.iri, kind: known.kind, names: this.#all(known), close });
    }
    const weight = ({ kind: one }: Thing): number => (one === "org" ? 0 : one === "source" ? 2 : 1);
    return found.sort((a, b) => a.close - b.close || weight(a) - weight(b) || (a.names[0] ?? "").length - (b.names[0] ?? "").length).slice(0, most);
  }

  /** The things of a kind that bear exactly this id or name. */
  bearers(text: string, kind: string): string[] {
    const wanted = plain(text);
    const exact = `${ID}${kind}/${encodeURIComponent(text)}`;
    if (this.#known.has(exact)) return [exact];
    return [...this.#known.values()].filter((known) => known.kind === kind && known.needles.includes(wanted)).map(({ iri }) => iri);
  }

  of(kind: string): Thing[] {
    return [...this.#known.values()].filter((known) => known.kind === kind).map((known) => ({ iri: known.iri, kind, names: this.#all(known), close: 0 }));
  }

  #all({ names: [en, zh, any], aliases }: Known): string[] {
    const own = lang() === "zh" ? [zh, en] : [en, zh];
    return [...new Set([...own, any, ...aliases])].filter(Boolean);
  }
}
