// The dependency model as arrays: graph/power/projection.py. Slots, shares and participants are indexed alike.

import { fillSlots, type Slot } from "./slots";
import { byText, type Spec, type Table } from "./tie";

/** Rows of a sparse matrix: those of row k stand from `from[k]` to `from[k + 1]`. */
export interface Rows {
  from: Int32Array;
  column: Int32Array;
  value: Float64Array;
}

export interface Projection {
  nodes: string[];
  at: Map<string, number>;
  slots: Slot[];
  /** u_j: 1 (or the stated mass) for every dependent with a slot, else 0. */
  mass: Float64Array;
  totalMass: number;
  /** Participants: dependents with at least one slot and a mass. */
  n: number;
  /** Index of each slot's dependent. */
  dependent: Int32Array;
  criticality: Float64Array;
  /** kappa_jf = q_j c_jf / sum_f c_jf, with q_j = 1 - prod_f (1 - c_jf). */
  intensity: Float64Array;
  /** s_jfA, and s_jfA r_jfA. */
  shares: Rows;
  withheld: Rows;
}

export function project(table: Table, spec: Spec): Projection {
  const slots = fillSlots(table, spec);
  const names = new Set(slots.flatMap((slot) => [slot.dependent, ...slot.fills.map((fill) => fill.provider)]));
  const nodes = [...names].sort(byText);
  const at = new Map(nodes.map((node, place) => [node, place]));
  const mass = new Float64Array(nodes.length);
  const dependent = Int32Array.from(slots, (slot) => at.get(slot.dependent)!);
  for (const slot of slots) mass[at.get(slot.dependent)!] = table.mass(slot.dependent);
  const criticality = Float64Array.from(slots, (slot) => slot.criticality);
  return {
    nodes,
    at,
    slots,
    mass,
    totalMass: mass.reduce((sum, one) => sum + one, 0),
    n: mass.reduce((count, one) => count + (one ? 1 : 0), 0),
    dependent,
    criticality,
    intensity: intensity(criticality, dependent, nodes.length),
    shares: rows(slots, at, (share) => share),
    withheld: rows(slots, at, (share, revocability) => share * revocability),
  };
}

function rows(slots: readonly Slot[], at: ReadonlyMap<string, number>, value: (share: number, revocability: number) => number): Rows {
  const fills = slots.flatMap((slot) => slot.fills);
  const from = new Int32Array(slots.length + 1);
  slots.forEach((slot, k) => (from[k + 1] = from[k]! + slot.fills.length));
  return {
    from,
    column: Int32Array.from(fills, (fill) => at.get(fill.provider)!),
    value: Float64Array.from(fills, (fill) => value(fill.share, fill.revocability)),
  };
}

/** The noisy-or of all criticalities of the dependent, split in proportion to them. */
function intensity(criticality: Float64Array, dependent: Int32Array, n: number): Float64Array {
  const total = new Float64Array(n);
  const spared = new Float64Array(n).fill(1);
  criticality.forEach((value, k) => {
    total[dependent[k]!]! += value;
    spared[dependent[k]!]! *= 1 - value;
  });
  return criticality.map((value, k) => {
    const j = dependent[k]!;
    return total[j]! > 0 ? (1 - spared[j]!) * (value / total[j]!) : 0;
  });
}
