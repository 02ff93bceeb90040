// Shares inside a slot: graph/power/shares.py, whose head gives the rules.

import { byText, isNamed, middle, placeOf, UNKNOWN, type Layer, type Spec, type Table, type Tie } from "./tie";

/** One tie's part of a slot: `share` rests on the provider, who can withhold `revocability` of that. */
export interface Fill {
  tie: string;
  provider: string;
  share: number;
  revocability: number;
}

export interface Slot {
  dependent: string;
  slot: string;
  layer: Layer;
  criticality: number;
  residual: number;
  fills: Fill[];
}

/** Slots of all dependents, sorted by dependent and slot. */
export function fillSlots(table: Table, spec: Spec): Slot[] {
  return [...placesOf(table.ties).values()]
    .sort(([one], [two]) => byText(one!.dependent, two!.dependent) || byText(one!.slot, two!.slot))
    .map((rows) => fillOne(rows, spec));
}

/** Ties by dependent and slot, each list by provider and id. */
export function placesOf(ties: readonly Tie[]): Map<string, Tie[]> {
  const places = new Map<string, Tie[]>();
  for (const tie of ties) {
    const place = placeOf(tie);
    const rows = places.get(place);
    if (rows) rows.push(tie);
    else places.set(place, [tie]);
  }
  for (const rows of places.values()) rows.sort((one, two) => byText(one.provider, two.provider) || byText(one.id, two.id));
  return places;
}

function fillOne(rows: readonly Tie[], spec: Spec): Slot {
  const middles = rows.map(middle);
  const weights = slotWeights(rows, middles);
  let known = 0;
  rows.forEach((tie, at) => (known += tie.provider === UNKNOWN ? 0 : weights[at]!));
  const unlisted = known < 1 - 1e-12 ? 1 - known : 0;
  const residual = rows.some((tie) => tie.closed) ? unlisted : Math.max(spec.rho, unlisted);
  const scale = known > 0 ? (1 - residual) / known : 0;
  const held = new Map<string, number>();
  rows.forEach((tie, at) => {
    const certainty = middles[at] !== 0 ? tie.confidence * tie.active : 0;
    held.set(tie.provider, Math.max(held.get(tie.provider) ?? 0, certainty));
  });
  const fills = rows.flatMap((tie, at): Fill[] =>
    isNamed(tie)
      ? [{ tie: tie.id, provider: tie.provider, share: weights[at]! * scale * held.get(tie.provider)!, revocability: tie.revocability }]
      : [],
  );
  const first = rows[0]!;
  const criticality = Math.max(...rows.map((tie) => tie.criticality));
  return { dependent: first.dependent, slot: first.slot, layer: first.layer, criticality, residual, fills };
}

/** Share of the slot per row before residual, confidence and decay; they sum to at most 1. */
export function slotWeights(rows: readonly Tie[], middles: readonly (number | null)[]): number[] {
  let total = 0;
  for (const share of middles) total += share ?? 0;
  const speak = new Set(rows.filter((_, at) => middles[at]).map((tie) => tie.provider));
  const silent = rows.filter((tie, at) => middles[at] === null && !speak.has(tie.provider)).map((tie) => tie.provider);
  const left = silent.length ? Math.max(0, 1 - total) / new Set(silent).size : 0;
  return rows.map((tie, at) => {
    const share = middles[at];
    if (share !== null && share !== undefined) return share / Math.max(total, 1);
    return speak.has(tie.provider) ? 0 : left / silent.filter((name) => name === tie.provider).length;
  });
}
