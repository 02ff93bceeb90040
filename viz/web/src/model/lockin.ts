// Lock-in: what would stop if a firm withdrew. graph/power/lockin.py and graph/precision.py: the same map, the same rule
// when it has settled. Only who depends on the firm, through whomever, can lose by it: the others are not visited.

import type { Projection } from "./projection";

const ROUNDS = 1_000_000;
const LEAST = 1e-15;

/** A circle in which each firm rests wholly on the next, but for next to nothing. */
export class ConvergenceError extends Error {}

/** Whether what is still to come after a round that changed a number by `change` is below `within`. */
export function settled(change: number, rounds: number, within = 1e-12): boolean {
  if (change < LEAST) return true;
  if (change >= within || rounds < 1) return false;
  const shrinking = change ** (1 / rounds);
  return (change * shrinking) / (1 - shrinking) < within;
}

/** Slots by the node that fills them, so far as it can withhold anything, and by the node that needs them. */
export interface Slots {
  served: readonly (readonly number[])[];
  needed: readonly (readonly number[])[];
}

export function slotsByNode({ nodes, slots, dependent, withheld }: Projection): Slots {
  const served: number[][] = nodes.map(() => []);
  const needed: number[][] = nodes.map(() => []);
  for (let k = 0; k < slots.length; k += 1) {
    needed[dependent[k]!]!.push(k);
    for (let at = withheld.from[k]!; at < withheld.from[k + 1]!; at += 1) {
      if (withheld.value[at]! > 0) served[withheld.column[at]!]!.push(k);
    }
  }
  return { served, needed };
}

/** Loss of every node if `target` withdrew; 0 for itself. */
export function losses(projection: Projection, target: number, { served, needed }: Slots, resourcing: number): Float64Array {
  const state = new Float64Array(projection.nodes.length);
  const inside = dependents(projection, target, served);
  if (!inside.length) return state;
  const update = new Float64Array(inside.length);
  state[target] = 1;
  for (let rounds = 1; rounds <= ROUNDS; rounds += 1) {
    let change = 0;
    for (let at = 0; at < inside.length; at += 1) {
      let loss = 0;
      for (const k of needed[inside[at]!]!) loss = Math.max(loss, slotLoss(projection, k, state, resourcing));
      update[at] = loss;
      change = Math.max(change, Math.abs(loss - state[inside[at]!]!));
    }
    for (let at = 0; at < inside.length; at += 1) state[inside[at]!] = update[at]!;
    if (settled(change, rounds)) {
      state[target] = 0;
      return state;
    }
  }
  throw new ConvergenceError();
}

/** Loss through one slot, given the losses of its providers. */
export function slotLoss({ withheld, criticality }: Projection, k: number, state: Float64Array, resourcing: number): number {
  let lost = 0;
  for (let at = withheld.from[k]!; at < withheld.from[k + 1]!; at += 1) lost += withheld.value[at]! * state[withheld.column[at]!]!;
  if (resourcing > 1) lost = Math.max(0, 1 - resourcing * (1 - lost));
  return lost * criticality[k]!;
}

/** Who depends on `target`, through whomever; not itself. */
function dependents({ nodes, dependent }: Projection, target: number, served: Slots["served"]): number[] {
  const known = new Uint8Array(nodes.length);
  const found = [target];
  known[target] = 1;
  for (let next = 0; next < found.length; next += 1) {
    for (const k of served[found[next]!]!) {
      const j = dependent[k]!;
      if (!known[j]) {
        known[j] = 1;
        found.push(j);
      }
    }
  }
  return found.slice(1);
}
