// The premium block: firms, and the comparison of power with premium. viz/dossier/premium.py writes it.

import type { Name } from "../page/words";

export type Range = [low: number, high: number];

export interface Priced {
  id: string;
  country: string | null;
  paradigm: string | null;
  /** Value, revenue and implied value in billions of US dollars. */
  value: Range;
  marked: string;
  private: boolean;
  evidence: string;
  revenue: Range;
  period: [start: string, end: string];
  baseline: string;
  /** Median price to sales of the industry's other firms, its published quartiles, and how many firms it is of. */
  multiple: number;
  quartiles: Range;
  peers: number;
  implied: number;
  premium: number;
  range: Range;
  /** Definition power in the home paradigm; null outside the registered sample. */
  power: number | null;
}

export interface Unpriced {
  id: string;
  country: string | null;
  paradigm: string | null;
  reason: string;
}

export type Firm = Priced | Unpriced;

export interface Comparison {
  /** Firm, power in standard deviations, log premium. */
  points: [firm: string, x: number, y: number][];
  slope: number | null;
  interval: Range | null;
  /** Least and greatest slope without one firm. */
  without: [[firm: string, slope: number], [firm: string, slope: number]] | null;
  p: number | null;
  permutations: number | null;
}

export interface Premium {
  asOf: string;
  n: number;
  leftOut: Record<string, { n: number; text: Name }>;
  firms: Firm[];
  sample: { n: number; leftOut: { n: number; text: Name }[] };
  spec: { id: string; sha256: string; date: string };
  registered: Comparison | null;
  plain: Comparison | null;
  /** Number of the essay's pairs that are accounted for. */
  pairs: number;
  /** Why there is no registered estimate. */
  reason: { en: string; zh: string } | null;
}

export function isPriced(firm: Firm): firm is Priced {
  return "premium" in firm;
}

export function middle([low, high]: Range): number {
  return Math.sqrt(low) * Math.sqrt(high);
}

/** Value over revenue of twelve months. */
export function ownMultiple(firm: Priced): number {
  return middle(firm.value) / middle(firm.revenue);
}

/** The groups of countries that the registered specification tells apart. */
export const GROUPS = ["US", "CN", "other"] as const;
export type Group = (typeof GROUPS)[number];

export function groupOf(country: string | null): Group {
  return country === "US" || country === "CN" ? country : "other";
}
