// What a claim is found by: names in both languages, aliases, pinyin, the words of its sources, its notes, its id.

import { plain } from "../page/needles";
import type { Item } from "./item";
import type { Ledger } from "./ledger";

/** Text of each claim to search in; made when it is first asked for. */
export function searchable(ledger: Ledger): (item: Item) => string {
  const { graph, cohorts } = ledger;
  const names = new Map<string, string>();
  const cache = new Map<Item, string>();

  function once(key: string, texts: () => readonly (string | undefined)[]): string {
    let found = names.get(key);
    if (found === undefined) {
      found = plain(texts().filter(Boolean).join(" "));
      names.set(key, found);
    }
    return found;
  }

  const firm = (id: string) =>
    once(`firm ${id}`, () => {
      const known = graph.firm(id);
      return known ? [id, ...known.name, ...known.aliases, ...known.keys, ...known.tickers] : [id];
    });
  const word = (list: string, key: string | undefined) => (key ? once(`${list} ${key}`, () => [key, ...(graph.words[list]?.[key] ?? [])]) : "");
  const slot = (id: string | undefined) => (id ? once(`slot ${id}`, () => [id, graph.slots[id]?.[0], graph.slots[id]?.[1]]) : "");

  function make({ key, orgs, row, quote, locator, note, sources, said, paradigm }: Item): string {
    const own = [key, quote, locator, note, row.reason, row.name_en, row.name_zh, row.subject, row.stated, row.round, row.role];
    const heard = said.flatMap((one) => [one.quote, one.locator]);
    const titles = [...sources, ...said.flatMap((one) => one.sources)].map(({ source, title }) => once(`source ${source}`, () => [title]));
    return [
      plain([...own, ...heard, ...(cohorts[row.cohort ?? ""] ?? [])].filter(Boolean).join(" ")),
      ...orgs.map(firm),
      slot(row.slot),
      word("tieKind", row.kind),
      word("valuationKind", row.kind),
      word("metric", row.metric),
      paradigm && once(`paradigm ${paradigm}`, () => [...(graph.paradigm(paradigm)?.name ?? [])]),
      ...new Set(titles),
    ].join(" ");
  }

  return (item) => {
    let found = cache.get(item);
    if (found === undefined) {
      found = make(item);
      cache.set(item, found);
    }
    return found;
  };
}
