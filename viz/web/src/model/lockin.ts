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

/** Slots by the node that fills them, so far as it can withhold anything. */
export type Customers = readonly (readonly number[])[];

export function customers({ nodes, slots, withheld }: Projection): Customers {
  const found: number[][] = nodes.map(() => []);
  slots.forEach((_, k) => {
    for (let at = withheld.from[k]!; at < withheld.from[k + 1]!; at += 1) {
      if (withheld.value[at]! > 0) found[withheld.column[at]!]!.push(k);
    }
  });
  return found;
}

/** Loss of every node if `target` withdrew; 0 for itself. */
export function losses(projection: Projection, target: number, served: Customers, resourcing: number): Float64Array {
  const { nodes, slots, dependent } = projection;
  const state = new Float64Array(nodes.length);
  if (!served[target]!.length) return state;
  const inside = dependents(projection, target, served);
  const open = slots.flatMap((_, k) => (inside[dependent[k]!] && dependent[k] !== target ? [k] : []));
  const update = new Float64Array(nodes.length);
  state[target] = 1;
  for (let rounds = 1; rounds <= ROUNDS; rounds += 1) {
    update.fill(0);
    for (const k of open) {
      const lost = slotLoss(projection, k, state, resourcing);
      const j = dependent[k]!;
      if (lost > update[j]!) update[j] = lost;
    }
    update[target] = 1;
    let change = 0;
    for (let j = 0; j < update.length; j += 1) change = Math.max(change, Math.abs(update[j]! - state[j]!));
    state.set(update);
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

/** Who depends on `target`, through whomever. */
function dependents({ nodes, dependent }: Projection, target: number, served: Customers): Uint8Array {
  const inside = new Uint8Array(nodes.length);
  const open = [target];
  inside[target] = 1;
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const k of served[next]!) {
      const j = dependent[k]!;
      if (!inside[j]) {
        inside[j] = 1;
        open.push(j);
      }
    }
  }
  return inside;
}
