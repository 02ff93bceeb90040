// A claim as the list tells it: one form for ties, figures, holdings, events and sentences of the text.

import type { Source } from "../network/records";

export const KINDS = ["tie", "share", "holding", "event", "investment", "valuation", "fundamental", "statement"] as const;
export type Kind = (typeof KINDS)[number];

/** What a record states, by column; "" where it states nothing. */
export type Row = Readonly<Record<string, string>>;

/** What one document says of single fields of a tie. */
export interface Said {
  fields: string;
  quote: string;
  locator: string;
  confidence: string;
  known_from: string;
  sources: Source[];
}

export interface Item {
  /** Kind and id, as the store names it: `tie/ai0006`. */
  key: string;
  kind: Kind;
  /** Firms that it speaks of, the one that it is about first. */
  orgs: readonly string[];
  paradigm: string;
  evidence: string;
  modality: string;
  rank: string;
  confidence: string;
  quote: string;
  locator: string;
  note: string;
  knownFrom: string;
  /** When it held, as stated. */
  start: string;
  end: string;
  /** The days between which it holds; `until` "" is open. */
  from: string;
  until: string;
  /** Whether it is said of a span of time, and not of a day or a period that is over. */
  span: boolean;
  sources: readonly Source[];
  /** The best tier among its sources, 1 to 5; "" where no source was found. */
  tier: string;
  /** Numbers of the clash and of the recorded disagreements that it stands in. */
  clash: number | null;
  disputes: number[];
  /** Statements of the text that rest on it, and their verdicts. */
  statements: string[];
  verdicts: string[];
  said: readonly Said[];
  row: Row;
}

/** The best tier: sources are told apart by how far they stand from the fact. */
export function bestTier(sources: readonly Pick<Source, "tier">[]): string {
  return sources.map(({ tier }) => tier).filter(Boolean).sort()[0] ?? "";
}

/** Whether it is in doubt with another claim. */
export function conflicting(item: Item): boolean {
  return item.clash !== null || item.disputes.length > 0;
}
