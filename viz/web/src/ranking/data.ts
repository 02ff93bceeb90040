// The blocks "ranking" and "history": viz/dossier/ranking.py and history.py write them.

import type { App } from "../dossier/app";
import type { Name } from "../page/words";

export interface Verdict {
  word: "definer" | "contested" | "none";
  firm: string | null;
  p_rank1: number;
  p_rank1_before: number;
  before: string;
  draws: number;
  /** Whether more draws would hardly change the word. */
  decided: boolean;
  text: Name;
  close: Name | null;
}

type Maybe = number | null;
type RawPlace = readonly [
  id: string, rank: number, power: number, reach: number, lockin: number, low: Maybe, high: Maybe,
  least: Maybe, most: Maybe, first: Maybe, degree: number, sourcedRank: Maybe, sourcedPower: Maybe,
]; // prettier-ignore

/** A firm's place in a ranking. */
export interface Place {
  id: string;
  rank: number;
  power: number;
  reach: number;
  lockin: number;
  /** Ends of the intervals of power and of rank, and P(rank 1); null without draws. */
  low: Maybe;
  high: Maybe;
  least: Maybe;
  most: Maybe;
  first: Maybe;
  degree: number;
  /** From the claims alone that name a source; null where these do not hold the firm. */
  sourcedRank: Maybe;
  sourcedPower: Maybe;
}

/** What a part of a score is called, and how much of reach and of lock-in it is, in units of power. */
export type Slice = readonly [key: string, reach: number, lockin: number];
export type Person = readonly [firm: string, reach: number, lockin: number, slot: string | null, chain: readonly string[]];
export type Effect = readonly [tie: string, power: number, change: number, rank: Maybe, n: number];

export interface Explained {
  power: number;
  reach: number;
  lockin: number;
  weights: readonly [number, number];
  slots: readonly Slice[];
  ties: readonly Slice[];
  /** How many are not listed, and what they sum to. */
  tiesLeft: readonly [number, number];
  people: readonly Person[];
  peopleLeft: readonly [number, number];
  /** Score without single ties; null where it was not computed. */
  without: readonly Effect[] | null;
}

interface RawRanked {
  asOf: string;
  n: number;
  draws: number;
  seed: number | null;
  errors: string | null;
  spec: string;
  coded: readonly [string | null, string | null];
  beyond: boolean;
  note: Name;
  verdict: Verdict | null;
  pNone: Maybe;
  sourcedN: Maybe;
  firms: readonly RawPlace[];
}

export type Ranked = Omit<RawRanked, "firms"> & { firms: readonly Place[] };

interface RawRanking extends RawRanked {
  last: RawRanked | null;
  explained: Record<string, Explained>;
  counted: Record<string, number>;
}

export type Ranking = Ranked & { last: Ranked | null; explained: Record<string, Explained>; counted: Record<string, number> };

/** Firms of one year, the strongest first: number of the firm, rank, power, distinct dependents. */
export type YearRow = readonly [firm: number, rank: number, power: number, degree: number];
export type Spread = readonly [low: number, high: number, least: number, most: number, first: number];

export interface Year {
  asOf: string;
  n: number;
  coded: "before" | "in" | "beyond";
  rows: readonly YearRow[];
}

export interface Course {
  firms: readonly string[];
  years: Record<string, Year>;
  /** Years that have intervals. */
  sure: Record<string, { draws: number; verdict: Verdict | null; rows: Record<string, Spread> }>;
}

export interface EventSource {
  title: string;
  publisher: string;
  published: string;
  url: string;
  tier: string;
}

export interface DefinitionEvent {
  id: string;
  date: string;
  name: Name;
  paradigm: string;
  evidence: string;
  note: string;
  orgs: readonly string[];
  sources: readonly EventSource[];
}

export interface History {
  paradigms: Record<string, Course>;
  events: readonly DefinitionEvent[];
}

function placed(row: RawPlace): Place {
  const [id, rank, power, reach, lockin, low, high, least, most, first, degree, sourcedRank, sourcedPower] = row;
  return { id, rank, power, reach, lockin, low, high, least, most, first, degree, sourcedRank, sourcedPower };
}

function ranked<Raw extends RawRanked>(raw: Raw): Omit<Raw, "firms"> & { firms: readonly Place[] } {
  return { ...raw, firms: raw.firms.map(placed) };
}

let rankings: Promise<Record<string, Ranking>> | undefined;

/** Ranking of each paradigm as of the file's date. */
export function loadRanking(app: App): Promise<Record<string, Ranking>> {
  rankings ??= app.block<Record<string, RawRanking>>("ranking").then((found) =>
    Object.fromEntries(
      Object.entries(found).map(([id, raw]) => [id, { ...ranked(raw), last: raw.last && ranked(raw.last) }]),
    ),
  );
  return rankings;
}

export function loadHistory(app: App): Promise<History> {
  return app.block<History>("history");
}
