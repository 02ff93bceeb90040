// Measures of firms at the date, over what is drawn: by them marks are sized and lists are ordered.

import type { Graph } from "./graph";
import type { Look, SizeBy } from "./look";
import type { Sizes } from "./records";
import type { Scene } from "./visibility";

export interface Measured {
  by: SizeBy;
  /** By the firm's number; 0 where it has none. */
  values: readonly number[];
  /** The value of the largest mark. */
  greatest: number;
  /** Claims with an amount that is in another currency than dollars, and so in no sum. */
  leftOut: number;
}

/** The greatest value over the shown paradigms, or what the drawn claims add up to. */
export function measure(graph: Graph, look: Pick<Look, "size" | "off" | "date">, scene: Scene): Measured {
  const by = look.size;
  if (by === "dependents") return dependents(graph, scene);
  if (by === "amount") return amounts(graph, scene);
  const values = new Array<number>(graph.firms.length).fill(0);
  if (by === "none") return { by, values, greatest: 1, leftOut: 0 };
  const year = look.date.slice(0, 4);
  for (const { id } of graph.paradigms) {
    if (look.off.paradigm.has(id)) continue;
    for (const [number, value] of graph.measure(by, id, year)) values[number] = Math.max(values[number] ?? 0, value);
  }
  return { by, values, greatest: graph.greatest(by), leftOut: 0 };
}

/** Distinct firms that depend on it by a drawn tie; money is no dependence. */
function dependents(graph: Graph, scene: Scene): Measured {
  const found = graph.firms.map(() => new Set<number>());
  for (const tie of graph.ties) {
    if (scene.ties[tie.number] && tie.paradigm) found[tie.provider.number]?.add(tie.dependent.number);
  }
  return counted("dependents", found.map((set) => set.size), 0);
}

/** Dollars of the drawn claims that a firm gives or gets, the middle of each stated range, in billions. */
function amounts(graph: Graph, scene: Scene): Measured {
  const values = new Array<number>(graph.firms.length).fill(0);
  let leftOut = 0;
  for (const claim of scene.claims) {
    const [low, high] = [Number(claim.low || claim.high), Number(claim.high || claim.low)];
    if (!(low > 0 || high > 0)) continue;
    if (claim.currency !== "USD") {
      leftOut += 1;
      continue;
    }
    for (const firm of [claim.edge.dependent, claim.edge.provider]) values[firm.number] = (values[firm.number] ?? 0) + (low + high) / 2;
  }
  return counted("amount", values, leftOut);
}

function counted(by: SizeBy, values: number[], leftOut: number): Measured {
  return { by, values, greatest: values.reduce((most, value) => Math.max(most, value), 0) || 1, leftOut };
}

/** Radius of a mark whose area grows with its share of the greatest value. */
export function radius(sizes: Sizes, measured: Measured, firm: { number: number }): number {
  if (measured.by === "none") return sizes.least + 4;
  const share = Math.min(1, (measured.values[firm.number] ?? 0) / measured.greatest);
  return Math.sqrt(sizes.least ** 2 + (sizes.most ** 2 - sizes.least ** 2) * share);
}

/** Power alone, whatever sizes the marks: hover texts and lists tell it. */
export function powerOf(graph: Graph, look: Pick<Look, "off" | "date">, firm: { number: number }): { power: number; paradigm: string } {
  let best = { power: 0, paradigm: "" };
  for (const { id } of graph.paradigms) {
    if (look.off.paradigm.has(id)) continue;
    const power = graph.powers(id, look.date.slice(0, 4)).get(firm.number) ?? 0;
    if (power > best.power) best = { power, paradigm: id };
  }
  return best;
}
