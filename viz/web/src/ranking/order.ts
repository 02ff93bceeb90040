// Order, search and export of a ranking.

import { cell, lines } from "../page/csv";
import { plain } from "../page/needles";
import type { Place } from "./data";

export const ORDERS = ["power", "first", "reach", "lockin", "degree", "sourced"] as const;
export type Order = (typeof ORDERS)[number];

export function orderOf(text: string | null): Order {
  return ORDERS.find((one) => one === text) ?? "power";
}

/** Firms in the order asked for; equal ones as they stand in the ranking. */
export function ordered(places: readonly Place[], order: Order): readonly Place[] {
  if (order === "power") return places;
  const value = (place: Place): number => {
    if (order === "sourced") return place.sourcedRank === null ? -Infinity : -place.sourcedRank;
    return place[order] ?? -Infinity;
  };
  return [...places].sort((a, b) => value(b) - value(a));
}

/** Firms one of whose names holds the text, in either language. */
export function found(places: readonly Place[], text: string, names: (id: string) => readonly string[]): readonly Place[] {
  const wanted = plain(text);
  if (!wanted) return places;
  return places.filter((place) => [place.id, ...names(place.id)].some((name) => plain(name).includes(wanted)));
}

/** Lines of comma-separated values; what a spreadsheet would run as a formula is kept from it. */
export function csv(rows: readonly (readonly (string | number | null)[])[]): string {
  return lines(rows.map((row) => row.map((value) => cell(value))));
}
