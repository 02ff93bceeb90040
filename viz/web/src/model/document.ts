// What a scenario file may say: graph/scenario/operations.py and document.py. A test holds the fields below to theirs.

export const FORMAT = "definer-scenario-1";
export const MOST_OPERATIONS = 500;

export type Share = number | readonly [number, number];
export type Words = string | readonly string[];
export type Refill = "unnamed" | "rivals";

export type Kind = "word" | "words" | "text" | "part" | "share" | "shares" | "flag" | readonly string[];
export interface Field {
  kind: Kind;
  needed?: true;
  /** Without it, null says the same as nothing. */
  fallback?: unknown;
}

const LAYERS = ["tech", "dist", "supply"] as const;
const REFILL: Field = { kind: ["unnamed", "rivals"], fallback: "unnamed" };
const HOLDINGS: Field = { kind: ["essay", "researched", "both"], fallback: "both" };
const BECAUSE = { because: { kind: "text" } } as const satisfies Record<string, Field>;
const SELECTION = {
  tie: { kind: "words" },
  dependent: { kind: "words" },
  provider: { kind: "words" },
  slot: { kind: "words" },
  layer: { kind: LAYERS },
  dependent_country: { kind: "words" },
  provider_country: { kind: "words" },
} as const satisfies Record<string, Field>;
export const SELECTORS = Object.keys(SELECTION) as readonly (keyof typeof SELECTION)[];

const word: Field = { kind: "word", needed: true };
const part: Field = { kind: "part", needed: true };

export const FIELDS: Readonly<Record<string, Readonly<Record<string, Field>>>> = {
  add_tie: {
    ...BECAUSE,
    id: { kind: "word" },
    dependent: word,
    provider: word,
    slot: word,
    share: { kind: "share" },
    layer: { kind: "word" },
    criticality: { kind: "part" },
    revocability: { kind: "part" },
    closed: { kind: "flag", fallback: false },
  },
  remove_tie: { ...BECAUSE, ...SELECTION, refill: REFILL },
  reweight_tie: { ...BECAUSE, ...SELECTION, share: { kind: "share", needed: true } },
  set_revocability: { ...BECAUSE, ...SELECTION, value: part },
  set_criticality: { ...BECAUSE, ...SELECTION, value: part },
  shift_cohort_share: { ...BECAUSE, cohort: word, slot: word, shares: { kind: "shares", needed: true }, revocability: { kind: "part" } },
  remove_firm: { ...BECAUSE, firm: { kind: "words", needed: true }, refill: REFILL },
  remove_coalition: {
    ...BECAUSE,
    firms: { kind: "words" },
    country: { kind: "words" },
    customers: { kind: "words" },
    customer_country: { kind: "words" },
    slot: { kind: "words" },
    layer: { kind: LAYERS },
    refill: REFILL,
  },
  add_control_point: {
    ...BECAUSE,
    id: word,
    side: { kind: ["software", "supply"], needed: true },
    holder: word,
    degree: part,
    weight: { kind: "part", fallback: 1 },
    holdings: HOLDINGS,
  },
  set_holding_degree: { ...BECAUSE, control_point: word, holder: word, degree: part, holdings: HOLDINGS },
};

interface Because {
  because?: string;
}
interface Selection extends Because {
  tie?: Words;
  dependent?: Words;
  provider?: Words;
  slot?: Words;
  layer?: string;
  dependent_country?: Words;
  provider_country?: Words;
}
export type Selecting = Selection;
export interface AddTie extends Because {
  op: "add_tie";
  id?: string;
  dependent: string;
  provider: string;
  slot: string;
  share?: Share;
  layer?: string;
  criticality?: number;
  revocability?: number;
  closed?: boolean;
}
export interface RemoveTie extends Selection {
  op: "remove_tie";
  refill?: Refill;
}
export interface ReweightTie extends Selection {
  op: "reweight_tie";
  share: Share;
}
export interface SetRevocability extends Selection {
  op: "set_revocability";
  value: number;
}
export interface SetCriticality extends Selection {
  op: "set_criticality";
  value: number;
}
export interface ShiftCohortShare extends Because {
  op: "shift_cohort_share";
  cohort: string;
  slot: string;
  shares: Readonly<Record<string, Share>>;
  revocability?: number;
}
export interface RemoveFirm extends Because {
  op: "remove_firm";
  firm: Words;
  refill?: Refill;
}
export interface RemoveCoalition extends Because {
  op: "remove_coalition";
  firms?: Words;
  country?: Words;
  customers?: Words;
  customer_country?: Words;
  slot?: Words;
  layer?: string;
  refill?: Refill;
}
export interface AddControlPoint extends Because {
  op: "add_control_point";
  id: string;
  side: "software" | "supply";
  holder: string;
  degree: number;
  weight?: number;
  holdings?: "essay" | "researched" | "both";
}
export interface SetHoldingDegree extends Because {
  op: "set_holding_degree";
  control_point: string;
  holder: string;
  degree: number;
  holdings?: "essay" | "researched" | "both";
}
export type Operation =
  | AddTie
  | RemoveTie
  | ReweightTie
  | SetRevocability
  | SetCriticality
  | ShiftCohortShare
  | RemoveFirm
  | RemoveCoalition
  | AddControlPoint
  | SetHoldingDegree;

export interface Bilingual {
  en: string;
  zh: string;
}
export interface Document {
  title: Bilingual;
  paradigm: string;
  as_of?: string;
  status?: { verified?: boolean; source?: string; because?: Bilingual };
  note?: Bilingual;
  operations: Operation[];
}

export function listed(words: Words | undefined): readonly string[] {
  return words === undefined ? [] : typeof words === "string" ? [words] : words;
}

export function ends(share: Share): readonly [number, number] {
  return typeof share === "number" ? [share, share] : share;
}
