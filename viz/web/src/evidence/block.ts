// What the blocks "evidence" and "audit" hold. viz/dossier/evidence.py and viz/dossier/audit.py write them.

import type { Columns } from "../network/columns";
import type { Name } from "../page/words";

export interface View {
  says: string;
  sources: string[];
}

/** Claims of different sources that cannot all be right, as they were recorded. */
export interface Disagreement {
  id: string;
  topic: Name;
  metric: string;
  date: string;
  treatment: string;
  orgs: string[];
  causes: string[];
  views: View[];
}

export interface EvidenceBlock {
  /** Slots that a firm fills itself, or that nobody is named for. */
  own: Columns;
  /** What documents say of those; `own` is the row. */
  witnesses: Columns;
  valuations: Columns;
  fundamentals: Columns;
  shares: Columns;
  cohorts: Record<string, Name>;
  /** Groups of row numbers: figures of one quantity whose ranges do not overlap. */
  clashes: { valuation: number[][]; fundamental: number[][] };
  disagreements: Disagreement[];
  /** Records of the store by class. */
  counts: Record<string, number>;
  /** Sources that the network's block does not describe. */
  sources: Columns;
}

export type Conflict =
  | { kind: "claim"; claim: string; against: string; what: string; date: string; value: [number, number]; unit: string; rank: string; sources: string[] }
  | { kind: "disagreement"; claim: string; topic: { en: string; zh: string }; date: string | null; views: string[]; sources: string[]; treatment: string | null };

export interface Audited {
  id: string;
  quote: string;
  stated: string;
  operator: string | null;
  stated_unit: string | null;
  date: string | null;
  line: number | null;
  verdict: string | null;
  recorded: string | null;
  computed: string | null;
  differs: boolean;
  recomputed: number | null;
  recomputed_range: [number, number] | null;
  recomputed_recorded: number | null;
  recomputed_differs: boolean;
  unit: string | null;
  basis: "own" | "independent" | "mixed" | null;
  formula: string | null;
  recomputation: string | null;
  reason: { en: string; zh: string } | null;
  /** Claims that the verdict or the formula use: `valuation/v0001`. */
  claims: string[];
  conflicts: Conflict[];
  also: { formula: string; range: [number, number]; unit: string | null }[];
  subject: string;
  modality: string;
  certainty: string;
  known_from: string;
  locator: string;
  note: string;
  orgs: string[];
  sources: string[];
}

export interface AuditBlock {
  asOf: string;
  /** Statements that have a formula. */
  n: number;
  statements: Audited[];
  /** What the audit as a whole came to. */
  lead: Name[];
  /** Blocks of findings in both languages: the essay's claims as hypotheses. */
  hypotheses: unknown[];
  /** Hypotheses that this file does not compute. */
  open: string[];
  /** Words of verdicts and units. */
  words: Record<string, Name>;
}
