// Names and numbers of the network as text, in the reader's language.

import { lang, nameIn, speaker, type Name } from "../page/words";
import type { Claim, Firm, Graph, Holding } from "./graph";
import type { SizeBy } from "./look";
import table from "./words.json";

export const say = speaker(table);
export type Key = keyof typeof table;

/** A word of a family, as `say("layer.tech")`; what the table lacks is said as the data says it. */
export function sayOf(family: string, word: string): string {
  const key = `${family}.${word}`;
  return key in table ? say(key as Key) : word.replace(/_/g, " ");
}

export function nameOf(firm: Firm): string {
  return nameIn(firm.name, firm.id).text;
}

/** The name in the other language, where it differs. */
export function otherNameOf(firm: Firm): string {
  const other = firm.name[lang() === "zh" ? 0 : 1];
  return other && other !== nameOf(firm) ? other : "";
}

export function otherLang(): "en" | "zh-Hans" {
  return lang() === "zh" ? "en" : "zh-Hans";
}

/** The name without what it explains in brackets at its end; the whole name stands in the hover text. */
export function paradigmName(graph: Graph, id: string): string {
  return paradigmFullName(graph, id).replace(/\s*[(（][^()（）]*[)）]$/, "");
}

export function paradigmFullName(graph: Graph, id: string): string {
  return nameIn(graph.paradigm(id)?.name, id).text;
}

export function slotName(graph: Graph, id: string): string {
  const slot = graph.slots[id];
  return slot ? nameIn([slot[0], slot[1]], id).text : id || say("slot.none");
}

export function slotDefinition(graph: Graph, id: string): string {
  const slot = graph.slots[id];
  return slot ? nameIn([slot[2], slot[3]], "").text : "";
}

/** A word of a closed list, as the vocabulary names it. */
export function wordOf(graph: Graph, list: string, word: string): string {
  const names: Name | undefined = graph.words[list]?.[word];
  return nameIn(names, word.replace(/_/g, " ")).text;
}

export function holdingName(holding: Holding): string {
  return nameIn(holding.name, holding.holding).text;
}

export function percent(low: string, high: string): string {
  const show = (text: string): string => `${+(Number(text) * 100).toFixed(1)}`;
  if (!low && !high) return "";
  if (!high || low === high) return `${show(low)} %`;
  return low ? `${show(low)}–${show(high)} %` : `≤ ${show(high)} %`;
}

/** Chinese counts large amounts in 亿, of which ten make a billion. */
export function amountText(row: Pick<Claim, "low" | "high" | "currency">): string {
  if (!row.low && !row.high) return "";
  const times = (factor: number): string => {
    const show = (text: string): string => (factor === 1 ? text : String(+(Number(text) * factor).toFixed(4)));
    return row.low && row.high && row.low !== row.high ? `${show(row.low)}–${show(row.high)}` : show(row.low || row.high);
  };
  return say("amount.bn", { value: times(1), yi: times(10), currency: row.currency });
}

export function powerText(power: number): string {
  return power < 0.0005 ? "< 0.001" : power.toFixed(3);
}

/** A value of the measure that sizes the marks, with its unit. */
export function measureText(by: SizeBy, value: number): string {
  if (by === "dependents") return String(value);
  if (by === "amount") return say("amount.usd", { value: +value.toFixed(2), yi: +(value * 10).toFixed(1) });
  return powerText(value);
}

export function spanText(row: Pick<Claim, "start" | "end"> & { kind?: string }): string {
  if (!row.start) return say("span.none");
  if (row.kind === "investment") return say("on", { date: row.start });
  if (row.end === "unknown") return say("span.unknown", { start: row.start });
  return row.end ? say("span", { start: row.start, end: row.end }) : say("span.open", { start: row.start });
}

/** The last stop is a day; all others stand for a year. */
export function dateText(date: string, stops: readonly string[]): string {
  return date === stops.at(-1) ? date : date.slice(0, 4);
}
