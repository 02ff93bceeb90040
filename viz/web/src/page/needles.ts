// Finding things by what they are called: in either language, by alias or by pinyin.

/** What a needle and a wanted text are compared as: no accents, no case. */
export function plain(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase()
    .trim();
}

/** Texts under which a thing is found, each once. */
export function needles(texts: Iterable<string>): string[] {
  return [...new Set([...texts].map(plain))].filter(Boolean);
}

/** 0 is best: the whole name, then its start, the start of a word, any part; Infinity is no match. */
export function closeness(found: readonly string[], wanted: string): number {
  let best = Infinity;
  for (const needle of found) {
    const at = needle.indexOf(wanted);
    if (at < 0) continue;
    best = Math.min(best, needle === wanted ? 0 : at === 0 ? 1 : /[\s(/-]/.test(needle[at - 1] ?? "") ? 2 : 3);
  }
  return best;
}

export interface Findable {
  needles: readonly string[];
  /** The heavier comes first among equally close ones. */
  weight: number;
}

/** What is called like `text`, the closest first; the order of `things` where nothing else decides. */
export function matches<Thing extends Findable>(things: readonly Thing[], text: string): Thing[] {
  const wanted = plain(text);
  if (!wanted) return [];
  return things
    .map((thing) => ({ thing, close: closeness(thing.needles, wanted) }))
    .filter(({ close }) => close < Infinity)
    .sort((a, b) => a.close - b.close || b.thing.weight - a.thing.weight)
    .map(({ thing }) => thing);
}
