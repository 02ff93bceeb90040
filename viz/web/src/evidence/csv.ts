// The claims on the list as a table for a spreadsheet.

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
  // The mark at the start tells spreadsheets that it is UTF-8.
  return `\ufeff${[HEADS, ...body].map((cells) => cells.map(cell).join(",")).join("\r\n")}\r\n`;
}

/** A cell that a spreadsheet shows as text: what it would take for a formula is led by an apostrophe. */
export function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) && !/^-?\d+(\.\d+)?$/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
