// Which claims are asked for, and how many there would be with each further choice.

import { plain } from "../page/needles";
import { conflicting, type Item } from "./item";

export const FACETS = ["kind", "paradigm", "evidence", "tier", "modality", "verdict", "rank", "conflict"] as const;
export type Facet = (typeof FACETS)[number];

export interface Choice {
  facets: Partial<Record<Facet, readonly string[]>>;
  /** Id of a firm that it speaks of, of a source that it rests on; "" for any. */
  firm: string;
  source: string;
  /** Id of a slot that it is about. */
  slot: string;
  /** Only what holds on the day, and figures up to it; "" for any time. */
  date: string;
  text: string;
}

/** What a claim counts under in a facet; nothing where the facet does not apply. */
export function valuesOf(item: Item, facet: Facet): readonly string[] {
  switch (facet) {
    case "verdict":
      return item.verdicts;
    case "conflict":
      return conflicting(item) ? ["yes"] : [];
    case "tier":
      return [item.tier || "none"];
    case "paradigm":
      return [item.paradigm || "none"];
    default:
      return item[facet] ? [item[facet]] : [];
  }
}

/** Whether it holds on the day; what is said of a day or a period counts from its beginning on. */
export function standsAt(item: Item, date: string): boolean {
  if (!item.from || item.from > date) return false;
  return !item.span || item.until === "" || item.until > date;
}

/** Claims that pass everything but one facet's choice (`except`), for the counts beside its values. */
export function filtered(items: readonly Item[], choice: Choice, textOf: (item: Item) => string, except?: Facet): Item[] {
  const chosen = FACETS.flatMap((facet) => {
    const values = choice.facets[facet];
    return values?.length && facet !== except ? [[facet, new Set(values)] as const] : [];
  });
  const wanted = plain(choice.text).split(/\s+/).filter(Boolean);
  return items.filter(
    (item) =>
      (!choice.firm || item.orgs.includes(choice.firm)) &&
      (!choice.source || rests(item, choice.source)) &&
      (!choice.slot || item.row.slot === choice.slot) &&
      (!choice.date || standsAt(item, choice.date)) &&
      chosen.every(([facet, values]) => valuesOf(item, facet).some((value) => values.has(value))) &&
      (!wanted.length || wanted.every((word) => textOf(item).includes(word))),
  );
}

export function rests(item: Item, source: string): boolean {
  return item.sources.some((one) => one.source === source) || item.said.some(({ sources }) => sources.some((one) => one.source === source));
}

export function tally(items: readonly Item[], facet: Facet): Map<string, number> {
  const found = new Map<string, number>();
  for (const item of items) for (const value of valuesOf(item, facet)) found.set(value, (found.get(value) ?? 0) + 1);
  return found;
}

export const ORDERS = ["file", "newest", "oldest", "doubtful"] as const;
export type Order = (typeof ORDERS)[number];

/** The claims in an order; as they stand in the file where nothing else decides. */
export function ordered(items: Item[], order: Order): Item[] {
  if (order === "file") return items;
  const compare: Record<Exclude<Order, "file">, (a: Item, b: Item) => number> = {
    newest: (a, b) => (a.from < b.from ? 1 : a.from > b.from ? -1 : 0),
    oldest: (a, b) => Number(a.from === "") - Number(b.from === "") || (a.from < b.from ? -1 : a.from > b.from ? 1 : 0),
    doubtful: (a, b) => Number(a.confidence || 1) - Number(b.confidence || 1),
  };
  return [...items].sort(compare[order]);
}
