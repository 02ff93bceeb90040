// The claims on the list as a table for a spreadsheet.

import { cell as written, lines, MARK } from "../page/csv";
import { textOf, type Sayer } from "./saying";
import type { Item } from "./item";

const HEADS = ["claim", "kind", "says", "paradigm", "start", "end", "evidence", "tier", "modality", "rank", "confidence", "known_from",
  "verdicts", "conflict", "quote", "locator", "note", "sources", "urls"] as const;

export function csv(items: readonly Item[], sayer: Sayer): string {
  const body = items.map((item) => {
    const sources = [...new Set([...item.sources, ...item.said.flatMap((one) => one.sources)])];
    return [
      item.key, item.kind, textOf(sayer.sentence(item)), item.paradigm, item.start, item.end, item.evidence, item.tier, item.modality,
      item.rank, item.confidence, item.knownFrom, item.verdicts.join(" "), item.clash !== null || item.disputes.length ? "yes" : "",
      item.quote, item.locator, item.note, sources.map(({ source }) => source).join(" "), sources.map(({ url }) => url).filter(Boolean).join(" "),
    ];
  });
  return MARK + lines([HEADS, ...body].map((cells) => cells.map(cell)));
}

/** Claims state their numbers as text. */
export function cell(text: string): string {
  return written(text, /^-?\d+(\.\d+)?$/.test(text));
}
