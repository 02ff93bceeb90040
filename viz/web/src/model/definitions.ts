// Definitions per country, with holdings supposed otherwise: graph/scenario/holdings.py and control_operations.py.

import type { AddControlPoint, SetHoldingDegree } from "./document";
import type { Site } from "./site";
import { byText } from "./tie";
import type { Holding, World } from "./world";

export interface CountChange {
  rule: string;
  essay: boolean;
  country: string;
  before: number;
  after: number;
}

/** Definitions of each country by one rule: the essay's takes a paradigm's greater side, the symmetric one their sum. */
export function definitions(holdings: readonly Holding[], rule: string, sides: Record<string, number>, essay: boolean): Map<string, number> {
  const held = new Map<string, { country: string; era: string; value: number }>();
  for (const row of holdings) {
    if (row.essay !== essay) continue;
    const key = `${row.country}\n${row.paradigm}\n${row.side}`;
    const value = row.degree * row.weight * (sides[row.side] ?? 0);
    const before = held.get(key)?.value ?? 0;
    held.set(key, { country: row.country, era: `${row.country}\n${row.paradigm}`, value: Math.max(before, value) });
  }
  const eras = new Map<string, { country: string; values: number[] }>();
  for (const { country, era, value } of held.values()) {
    const found = eras.get(era);
    if (found) found.values.push(value);
    else eras.set(era, { country, values: [value] });
  }
  const counts = new Map<string, number>();
  for (const [, { country, values }] of [...eras].sort(([one], [two]) => byText(one, two))) {
    const count = rule === "essay" ? Math.max(...values) : values.reduce((sum, value) => sum + value, 0);
    counts.set(country, (counts.get(country) ?? 0) + count);
  }
  return counts;
}

/** Counts before and after, by rule, holdings and country; of the countries that have a count at all. */
export function countChanges(world: World, before: readonly Holding[], after: readonly Holding[]): CountChange[] {
  const round = (value: number): number => Number(value.toFixed(10));
  return Object.entries(world.rules).flatMap(([rule, sides]) =>
    [true, false].flatMap((essay) => {
      const [one, two] = [definitions(before, rule, sides, essay), definitions(after, rule, sides, essay)];
      return [...new Set([...one.keys(), ...two.keys()])]
        .sort((a, b) => (two.get(b) ?? 0) - (two.get(a) ?? 0) || byText(a, b))
        .map((country) => ({ rule, essay, country, before: round(one.get(country) ?? 0), after: round(two.get(country) ?? 0) }));
    }),
  );
}

/** A control point of the paradigm, with its holder. */
export function addControlPoint(site: Site, operation: AddControlPoint): readonly Holding[] {
  const { id, side, weight = 1 } = operation;
  if (site.world.points.has(id) || site.holdings.some((row) => row.point === id)) site.fault("id", "taken_id", { name: id });
  return held(site, id, { paradigm: site.world.paradigm, side, weight }, site.firm("holder", operation.holder), operation);
}

/** Another degree of every holding of the point by the holder; where there is none, a holding more. */
export function setHoldingDegree(site: Site, operation: SetHoldingDegree): readonly Holding[] {
  const holder = site.firm("holder", operation.holder);
  const added = site.holdings.find((row) => row.point === operation.control_point);
  const place = site.world.points.get(operation.control_point) ?? added;
  if (!place) {
    site.fault("control_point", "unknown_point", { name: operation.control_point });
    return site.holdings;
  }
  const { paradigm, side, weight } = place;
  return held(site, operation.control_point, { paradigm, side, weight }, holder, operation);
}

function held(
  site: Site,
  point: string,
  place: { paradigm: string; side: string; weight: number },
  holder: string,
  { degree, holdings = "both" }: { degree: number; holdings?: "essay" | "researched" | "both" },
): readonly Holding[] {
  const country = site.countryOf(holder);
  if (!country) {
    site.fault("holder", "no_country", { name: holder });
    return site.holdings;
  }
  const found = [...site.holdings];
  for (const essay of [true, false]) {
    if (holdings !== "both" && holdings !== (essay ? "essay" : "researched")) continue;
    const own = found.flatMap((row, at) => (row.point === point && row.holder === holder && row.essay === essay ? [at] : []));
    for (const at of own) found[at] = { ...found[at]!, degree };
    if (!own.length) found.push({ point, ...place, holder, country, degree, essay });
  }
  return [...new Map(found.map((row) => [holdingKey(row), row])).values()];
}

export function holdingKey(row: Holding): string {
  return [row.point, row.paradigm, row.side, row.weight, row.holder, row.country, row.degree, row.essay].join("\n");
}
