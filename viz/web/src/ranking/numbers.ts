// How scores are written, the same as everywhere in the program.

import type { Place } from "./data";

/** Three decimals: power, reach and lock-in. */
export function score(value: number | null): string {
  return value === null ? "–" : value.toFixed(3);
}

/** A change with its sign; one that rounds to nothing has none. */
export function change(value: number): string {
  const text = Math.abs(value).toFixed(4);
  if (Number(text) === 0) return "0.0000";
  return (value > 0 ? "+" : "\u2212") + text;
}

/** A share in per cent that never rounds up to certainty. */
export function percent(share: number | null): string {
  if (share === null) return "–";
  if (share >= 0.995 && share < 1) return ">99%";
  if (share > 0 && share < 0.005) return "<1%";
  return `${roundHalfEven(100 * share)}%`;
}

/** As Python rounds, so that a page and the terminal never differ by one. */
function roundHalfEven(value: number): number {
  const floor = Math.floor(value);
  const part = value - floor;
  if (Math.abs(part - 0.5) > 1e-9) return Math.round(value);
  return floor % 2 === 0 ? floor : floor + 1;
}

export function rankRange(place: Pick<Place, "least" | "most">): string {
  if (place.least === null || place.most === null) return "";
  return place.least === place.most ? String(place.least) : `${place.least}–${place.most}`;
}

export function interval(low: number | null, high: number | null): string {
  return low === null || high === null ? "" : `${score(low)} – ${score(high)}`;
}
