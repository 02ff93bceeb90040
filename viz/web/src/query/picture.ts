// What the pictures of an answer share: the answer with its names, columns to choose, notes of what is not drawn.

import { make } from "../page/dom";
import { htmlLang, lang, speaker } from "../page/words";
import type { Answer, Cell } from "./answer";
import type { ColumnKind } from "./fit";
import type { Things } from "./things";
import table from "./words.json";

const say = speaker(table);

export interface Shown {
  answer: Answer;
  kinds: readonly ColumnKind[];
  title: string;
  things: Things | null;
  /** Address of a query about an IRI. */
  about(iri: string): string;
}

/** A cell as people read it: a name instead of an IRI. */
export function reading(cell: Cell | null, things: Things | null): { text: string; lang: string } {
  if (!cell) return { text: "", lang: "" };
  if (cell.kind !== "uri") return { text: cell.value, lang: cell.language };
  const name = things?.name(cell.value);
  if (!name) return { text: short(cell.value), lang: "" };
  return { text: name.text, lang: name.lang === lang() || !name.lang ? "" : htmlLang(name.lang) };
}

/** An IRI of ours by its end. */
export function short(iri: string): string {
  return iri.replace(/^https:\/\/w3id\.org\/definer\/(?:id\/)?/, "");
}

export function sameThing(cell: Cell): string {
  return `${cell.kind} ${cell.value}`;
}

/** A field to choose a column with. */
export function chooser(label: string, shown: Shown, columns: readonly number[], chosen: number | null, choose: (column: number | null) => void, none = false): HTMLElement {
  const options = columns.map((at) => make("option", { value: String(at), selected: at === chosen }, `?${shown.answer.columns[at]}`));
  const select = make(
    "select",
    { on: { change: () => choose(select.value === "" ? null : Number(select.value)) } },
    none ? make("option", { value: "", selected: chosen === null }, say("column.none")) : null,
    options,
  );
  return make("label", { class: "query-chooser" }, `${label} `, select);
}

/** What is not drawn, and the way to the rest. */
export function drawnNote(n: number, total: number, why: "drawn.room" | "drawn.blank", more?: () => void): HTMLElement | null {
  if (n >= total) return null;
  const step = Math.min(n, total - n);
  return make(
    "p",
    { class: "query-note" },
    say("drawn", { n: counted(n), total: counted(total), why: say(why) }),
    " ",
    more ? make("button", { type: "button", on: { click: more } }, say("drawn.more", { n: counted(step) })) : null,
  );
}

export function counted(n: number): string {
  return n.toLocaleString(lang() === "zh" ? "zh-CN" : "en-GB");
}

/** Round numbers between two ends, `n` of them or so. */
export function ticks(low: number, high: number, n: number): number[] {
  const rough = (high - low || Math.abs(high) || 1) / n;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 5, 10].find((one) => one * power >= rough) ?? 10) * power;
  const first = Math.ceil(low / step);
  const count = Math.max(0, Math.floor(high / step) - first) + 1;
  return Array.from({ length: count }, (_, at) => Number(((first + at) * step).toPrecision(12)));
}
