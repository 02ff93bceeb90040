// Terms of the vocabulary: what the editor offers, and what a misspelt one was meant to be.

import type { Name } from "../page/words";
import { Fault } from "./fault";
import { declared, type Prefixes } from "./prefixes";
import { significant } from "./tokens";

export type TermKind = "class" | "property" | "word" | "thing";

export interface Term {
  iri: string;
  kind: TermKind;
  label: Name;
  definition: Name;
}

export interface VocabularyBlock {
  /** Closed lists: their prefix, and where their words stand. */
  lists: Record<string, string>;
  terms: [iri: string, kind: TermKind, labelEn: string, labelZh: string, definitionEn: string, definitionZh: string][];
}

const OURS = "https://w3id.org/definer/";
const ID = `${OURS}id/`;
/** Names that everybody uses and the vocabulary does not describe. */
const STANDARD: Record<string, TermKind> = {
  "http://www.w3.org/1999/02/22-rdf-syntax-ns#type": "property",
  "http://www.w3.org/2000/01/rdf-schema#label": "property",
  "http://www.w3.org/2000/01/rdf-schema#subClassOf": "property",
  "http://www.w3.org/2000/01/rdf-schema#subPropertyOf": "property",
  "http://www.w3.org/2000/01/rdf-schema#isDefinedBy": "property",
  "http://www.w3.org/2002/07/owl#Class": "class",
  "http://www.w3.org/2001/XMLSchema#date": "class",
  "http://www.w3.org/2001/XMLSchema#integer": "class",
  "http://www.w3.org/2001/XMLSchema#decimal": "class",
};

export class Vocabulary {
  readonly terms: readonly Term[];
  readonly prefixes: Prefixes;
  readonly lists: Prefixes;
  readonly #known: ReadonlyMap<string, Term>;

  constructor(block: VocabularyBlock, prefixes: Prefixes) {
    const described = block.terms.map(([iri, kind, en, zh, definitionEn, definitionZh]): Term => ({ iri, kind, label: [en, zh], definition: [definitionEn, definitionZh] }));
    const known = new Map(described.map((term) => [term.iri, term]));
    for (const [iri, kind] of Object.entries(STANDARD)) {
      if (!known.has(iri)) known.set(iri, { iri, kind, label: ["", ""], definition: ["", ""] });
    }
    this.terms = [...known.values()];
    this.prefixes = prefixes;
    this.lists = block.lists;
    this.#known = known;
  }

  find(iri: string): Term | undefined {
    return this.#known.get(iri);
  }

  /** Terms of ours in the query that the vocabulary does not have, each with the nearest one it has. */
  strangers(text: string): Fault[] {
    const namespaces: Record<string, string> = { ...this.prefixes, ...declared(text) };
    const found: Fault[] = [];
    for (const { kind, text: name, start } of significant(text)) {
      if (kind !== "name") continue;
      const colon = name.indexOf(":");
      const namespace = namespaces[name.slice(0, colon)] ?? "";
      const local = name.slice(colon + 1);
      if (!local || !namespace.startsWith(OURS) || namespace.startsWith(ID) || this.#known.has(namespace + local)) continue;
      const near = this.#nearest(namespace, local);
      const end = start + name.length;
      const values = { term: name, near };
      if (!near) found.push(new Fault("stranger", values, start, end));
      else found.push(new Fault("stranger.near", values, start, end, [{ label: "mend.term", values: { near }, from: start + colon + 1, to: end, text: near }]));
    }
    return found;
  }

  #nearest(namespace: string, local: string): string {
    let best = "";
    let least = Math.max(2, Math.ceil(local.length * 0.4)) + 1;
    for (const { iri } of this.terms) {
      if (!iri.startsWith(namespace)) continue;
      const other = iri.slice(namespace.length);
      const away = distance(local.toLowerCase(), other.toLowerCase());
      if (away < least) [best, least] = [other, away];
    }
    return best;
  }
}

/** How many letters have to change to make one word the other. */
export function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + same));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
