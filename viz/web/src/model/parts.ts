// The parts that a firm's score is the sum of, in units of power: graph/power/parts.py.

import { losses, slotLoss } from "./lockin";
import type { Projection } from "./projection";
import type { Scores } from "./score";
import { byText } from "./tie";

export type Facet = "reach" | "lockin";

/** Part of a firm's power that rests on one slot of one dependent; `chain`, of lock-in, leads from it to the firm. */
export interface Part {
  facet: Facet;
  dependent: string;
  slot: string;
  value: number;
  ties: string[];
  chain: string[];
}

/** Parts of a firm's power; none for who is in no tie. */
export function partsOf(scores: Scores, firm: string): Part[] {
  const target = scores.projection.at.get(firm);
  if (target === undefined || !(scores.projection.totalMass > 0)) return [];
  return [...reachParts(scores, target), ...lockinParts(scores, target)];
}

/** (u_j + alpha R_j) kappa_jf s_jfA per slot: the last tie decides whose part it is. */
function reachParts({ projection, reaches, spec }: Scores, target: number): Part[] {
  const { slots, dependent, mass, intensity, totalMass, nodes } = projection;
  const node = nodes[target]!;
  return slots.flatMap((slot, k): Part[] => {
    const fills = slot.fills.filter((fill) => fill.provider === node && fill.share > 0);
    const share = fills.reduce((sum, fill) => sum + fill.share, 0);
    const j = dependent[k]!;
    const value = (spec.weights[0] * (mass[j]! + spec.alpha * reaches[j]!) * intensity[k]! * share) / totalMass;
    if (!(value > 0)) return [];
    fills.sort((one, two) => two.share - one.share || byText(one.tie, two.tie));
    return [{ facet: "reach", dependent: slot.dependent, slot: slot.slot, value, ties: fills.map((fill) => fill.tie), chain: [] }];
  });
}

interface Carrier {
  tie: string;
  provider: number;
  carried: number;
}

/** u_j ell_j per dependent through its binding slot (the first by id of equal ones). */
function lockinParts({ projection, byNode, spec }: Scores, target: number): Part[] {
  const { slots, dependent, mass, totalMass } = projection;
  const lost = losses(projection, target, byNode, spec.resourcing);
  const ell = lost.slice();
  ell[target] = 1;
  const binding = new Map<number, { k: number; loss: number }>();
  slots.forEach((_, k) => {
    const loss = slotLoss(projection, k, ell, spec.resourcing);
    const found = binding.get(dependent[k]!);
    if (!found || loss > found.loss + 1e-12) binding.set(dependent[k]!, { k, loss });
  });
  const through = new Map([...binding].map(([j, { k }]) => [j, carriers(projection, k, ell)]));
  return [...binding].flatMap(([j, { k }]): Part[] => {
    const value = (spec.weights[1] * mass[j]! * lost[j]!) / totalMass;
    if (!(value > 0)) return [];
    const slot = slots[k]!;
    const ties = through.get(j)!.map((carrier) => carrier.tie);
    return [{ facet: "lockin", dependent: slot.dependent, slot: slot.slot, value, ties, chain: chain(projection, j, target, through) }];
  });
}

/** Ties of a slot that pass on a loss, the weightiest first. */
function carriers({ slots, at }: Projection, k: number, ell: Float64Array): Carrier[] {
  return slots[k]!.fills
    .map((fill) => {
      const provider = at.get(fill.provider)!;
      return { tie: fill.tie, provider, carried: fill.share * fill.revocability * ell[provider]! };
    })
    .filter(({ carried }) => carried > 0)
    .sort((one, two) => two.carried - one.carried || byText(one.tie, two.tie) || one.provider - two.provider);
}

/** From dependent to firm along the weightiest tie of each binding slot. */
function chain({ nodes }: Projection, start: number, target: number, through: ReadonlyMap<number, readonly Carrier[]>): string[] {
  const found = [start];
  for (let last = start; last !== target; ) {
    const step = through.get(last)?.find(({ provider }) => !found.includes(provider));
    if (!step) break;
    last = step.provider;
    found.push(last);
  }
  return found.map((at) => nodes[at]!);
}
