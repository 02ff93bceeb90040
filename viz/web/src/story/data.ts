// The block "story": viz/dossier/story.py writes it.

import type { Name } from "../page/words";
import type { EventSource } from "../ranking/data";

export type Status = "supports" | "part" | "contradicts" | "inconclusive" | "refused";

export interface Item {
  paradigm: string;
  asOf: string;
  word: "definer" | "contested" | "none";
  firm: string | null;
  p: number;
  draws: number;
  decided: boolean;
  n: number;
  /** Firms that the essay names; none, and no status, where the file has no essay. */
  claimed: readonly string[];
  status: Status | null;
}

export interface Interval {
  name: string;
  ends: readonly [value: number, low: number | null, high: number | null];
}

export interface Answer {
  id: "definers" | "link" | "gap";
  status: Status | null;
  text: Name;
  more: readonly Name[];
  items: readonly Item[];
  intervals: readonly Interval[];
  n: readonly number[];
}

export interface Story {
  thesis: {
    text: Name;
    /** Whether the file holds the essay. */
    essay: boolean;
    quote: readonly { text: string; line: string }[];
    source: EventSource;
    counts: readonly { rule: string; rows: readonly (readonly [country: string, count: number])[] }[];
  };
  counts: { firms: number; claims: number; sources: number; unverified: number };
  answers: readonly Answer[];
}
