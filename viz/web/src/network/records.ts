// What the block "network" holds, as rows. viz/payload.py writes it; a value that the data does not state is "".

import type { Name } from "../page/words";

/** Radii of the drawn marks, and the greatest power of any firm in any year. */
export interface Sizes {
  least: number;
  most: number;
  greatest: number;
}

export type Shades = readonly [light: string, dark: string];
export type Layer = "tech" | "dist" | "supply" | "capital";

/** An organization or an open standard. */
export interface Firm {
  /** Place in the graph's list of firms. */
  number: number;
  id: string;
  name: Name;
  aliases: string[];
  /** Pinyin of its Chinese names: whole, and initials. */
  keys: string[];
  /** Codes of exchanges: `XNAS:NVDA`. */
  tickers: string[];
  country: string;
  region: string;
  kind: string;
  founded: string;
  founded_evidence: string;
  evidence: string;
  note: string;
  sources: string;
  x: number;
  y: number;
  shape: string;
  /** Ties in which it depends, and in which it provides. */
  out: Tie[];
  in: Tie[];
  /** Paradigm in which it has most ties. */
  home: string;
}

/** All claims by which one firm depends on another in one paradigm, or has its money. */
export interface Tie {
  number: number;
  dependent: Firm;
  provider: Firm;
  /** "" for money, which is coded for firms and not for paradigms. */
  paradigm: string;
  /** Paradigm on whose ground it is drawn. */
  ground: string;
  layer: string;
  claims: Claim[];
}

/** What has dates: it holds from `from` on and no longer on `until`. */
export interface Dated {
  start: string;
  end: string;
  last_confirmed: string;
  rank: string;
  from: string;
  until: string;
}

interface Worded {
  quote: string;
  locator: string;
  note: string;
  /** Numbers of its sources, separated by blanks. */
  sources: string;
}

export interface Claim extends Dated, Worded {
  number: number;
  tie: string;
  edge: Tie;
  paradigm: string;
  slot: string;
  kind: string;
  layer: string;
  status: string;
  evidence: string;
  modality: string;
  confidence: string;
  known_from: string;
  share_low: string;
  share_high: string;
  share_basis: string;
  share_date: string;
  criticality: string;
  revocability: string;
  closed: string;
  round_trip: string;
  low: string;
  high: string;
  currency: string;
  scope: string;
  round: string;
  role: string;
  stake_low: string;
  stake_high: string;
}

/** What one source says of one claim. */
export interface Witness {
  number: number;
  claim: number;
  fields: string;
  quote: string;
  locator: string;
  confidence: string;
  known_from: string;
  sources: string;
}

export interface Holding extends Dated, Worded {
  number: number;
  holding: string;
  holder: number;
  name: Name;
  kind: string;
  paradigm: string;
  degree: string;
  reason: string;
  evidence: string;
  modality: string;
}

export interface DefinitionEvent extends Worded {
  number: number;
  event: string;
  org: number;
  date: string;
  name: Name;
  paradigm: string;
  evidence: string;
  modality: string;
}

/** A sentence of the essay about a firm, with its verdict. */
export interface Statement {
  number: number;
  statement: string;
  org: number;
  line: string;
  quote: string;
  verdict: string;
  recomputation: string;
  note: string;
  sources: string;
}

export interface Source {
  number: number;
  /** Its id. */
  source: string;
  title: string;
  publisher: string;
  published: string;
  url: string;
  tier: string;
}

export interface Era {
  id: string;
  name: Name;
  from: string;
  to: string;
  /** Middle and radius of its ground in the drawing; empty where it has none. */
  island: readonly number[];
}

/** A measure of firms, year by year: whole numbers of 1/scale in the order of `firms`. */
export interface YearlyTable {
  scale: number;
  firms: number[];
  years: Record<string, number[]>;
}
