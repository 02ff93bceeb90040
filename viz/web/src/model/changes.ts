// Scores before and after, and the parts responsible: graph/scenario/differences.py, graph/scenario/paths.py.

import { partsOf, type Facet, type Part } from "./parts";
import type { NodeScore, Scores } from "./score";
import { byText, placeOf, sameTie, type Tie } from "./tie";

const SAME = 1e-12;
const NOTHING: NodeScore = { power: 0, reach: 0, lockin: 0, rank: null };

export interface Change {
  id: string;
  before: NodeScore;
  after: NodeScore;
  /** Power after less before. */
  change: number;
  changed: boolean;
}

/** All that is in a tie on either side, the largest changes of power first. */
export function changes(before: Scores, after: Scores): Change[] {
  const keys = [...new Set([...before.nodes.keys(), ...after.nodes.keys()])];
  const found = keys.map((id): Change => {
    const [one, two] = [before.nodes.get(id) ?? NOTHING, after.nodes.get(id) ?? NOTHING];
    const moved = (["power", "reach", "lockin"] as const).some((facet) => Math.abs(two[facet] - one[facet]) > SAME);
    return { id, before: one, after: two, change: two.power - one.power, changed: moved || one.rank !== two.rank };
  });
  const size = (change: Change): number => Number(Math.abs(change.change).toFixed(12));
  return found.sort((one, two) => size(two) - size(one) || byText(one.id, two.id));
}

/**
 * One part of a firm's score that changed. `direct`: ties of this very slot were changed; `indirect`: more or less rests
 * on, or is lost by, the dependent itself; `participants`: only the number of participants changed.
 */
export interface PathChange {
  facet: Facet;
  dependent: string;
  slot: string;
  before: number;
  after: number;
  change: number;
  kind: "direct" | "indirect" | "participants";
  chain: string[];
  ties: string[];
}

/** All parts of a firm's change, the largest first; they sum to it. */
export function pathChanges(before: Scores, after: Scores, firm: string): PathChange[] {
  const [first, second] = [partsOf(before, firm), partsOf(after, firm)];
  const places = changedPlaces(before.table.ties, after.table.ties);
  const chains = new Map([...first, ...second].flatMap((part) => (part.chain.length ? [[placeOf(part), part.chain] as const] : [])));
  const sides = [new Map(first.map((part) => [key(part), part])), new Map(second.map((part) => [key(part), part]))] as const;
  const found = new Map([...second, ...first].map((part) => [key(part), part]));
  const masses = [before.projection.totalMass, after.projection.totalMass] as const;
  return [...found]
    .map(([at, { facet, dependent, slot }]): PathChange => {
      const [one, two] = [sides[0].get(at)?.value ?? 0, sides[1].get(at)?.value ?? 0];
      const place = placeOf({ dependent, slot });
      const indirect = Math.abs(byDependence(one, two, ...masses)) <= SAME ? "participants" : "indirect";
      const kind = places.has(place) ? "direct" : indirect;
      const way = facet === "lockin" ? (chains.get(place) ?? []) : [];
      return { facet, dependent, slot, before: one, after: two, change: two - one, kind, chain: way, ties: places.get(place) ?? [] };
    })
    .filter(({ change }) => Math.abs(change) > SAME)
    .sort(
      (one, two) =>
        Math.abs(two.change) - Math.abs(one.change) ||
        byText(one.facet, two.facet) ||
        byText(one.dependent, two.dependent) ||
        byText(one.slot, two.slot),
    );
}

const key = (part: Part): string => `${part.facet}\n${placeOf(part)}`;

/** What of `after - before` comes through changed dependence, not through the number of participants (Shapley). */
function byDependence(before: number, after: number, massBefore: number, massAfter: number): number {
  const [first, second] = [massBefore || massAfter || 1, massAfter || massBefore || 1];
  if (first === second) return after - before;
  return after - before - ((after * second + before * first) / 2) * (1 / second - 1 / first);
}

/** Ids of ties that are not the same on both sides, by dependent and slot. */
export function changedPlaces(before: readonly Tie[], after: readonly Tie[]): Map<string, string[]> {
  const [first, second] = [before, after].map((ties) => new Map(ties.map((tie) => [tie.id, tie])));
  const found = new Map<string, string[]>();
  for (const id of [...new Set([...first!.keys(), ...second!.keys()])].sort(byText)) {
    const sides = [first!.get(id), second!.get(id)] as const;
    if (sameTie(...sides)) continue;
    for (const place of new Set(sides.flatMap((tie) => (tie ? [placeOf(tie)] : [])))) {
      found.set(place, [...(found.get(place) ?? []), id]);
    }
  }
  return found;
}
