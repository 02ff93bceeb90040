// Symbols and dashes: what tells groups apart where colour does not.

/** Outlines in a box of ten by ten; the first is a circle. */
export const SYMBOLS: readonly string[] = [
  "M0 5a5 5 0 1 0 10 0a5 5 0 1 0-10 0Z",
  "M0 0H10V10H0Z",
  "M5 0L10 10H0Z",
  "M5 0L10 5L5 10L0 5Z",
  "M0 0H10L5 10Z",
  "M3.5 0H6.5V3.5H10V6.5H6.5V10H3.5V6.5H0V3.5H3.5Z",
];

export const DASHES: readonly (number[] | "solid")[] = ["solid", [7, 4], [2, 3], [10, 3, 2, 3], [14, 5], [5, 2, 1, 2]];

export function symbol(index: number): string {
  return SYMBOLS[index % SYMBOLS.length] as string;
}

export function dash(index: number): number[] | "solid" {
  return DASHES[index % DASHES.length] as number[] | "solid";
}

/** Groups in the order in which they first appear. */
export function groupsOf(names: Iterable<string>): string[] {
  return [...new Set(names)];
}
