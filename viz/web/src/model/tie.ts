// A tie as the score reads it, and the ties of one paradigm: graph/power/tie.py, after validity and decay.

export type Layer = "tech" | "dist" | "supply";

/** Fields that a scenario has set: draws of the error model leave them as they are. */
export type Stated = "share" | "criticality" | "revocability";

export interface Tie {
  readonly id: string;
  readonly dependent: string;
  readonly provider: string;
  readonly slot: string;
  readonly layer: Layer;
  readonly low: number | null;
  readonly high: number | null;
  readonly criticality: number;
  readonly revocability: number;
  readonly closed: boolean;
  /** Probability that the claim holds. */
  readonly confidence: number;
  /** Probability that the tie still held on the date. */
  readonly active: number;
  /** Fields that are certain, in the order of the alphabet. */
  readonly certain: readonly Stated[];
}

/** What the score reads. `company` says who is ranked; `mass` how many participants a dependent counts for. */
export interface Table {
  readonly ties: readonly Tie[];
  readonly company: (id: string) => boolean;
  readonly mass: (id: string) => number;
}

export interface Spec {
  readonly alpha: number;
  readonly rho: number;
  readonly weights: readonly [reach: number, lockin: number];
  readonly resourcing: number;
}

export const UNKNOWN = "UNKNOWN";
export const IN_HOUSE = "IN_HOUSE";

/** Filled in-house or by an open standard: rests on nobody. */
export function isOwn(tie: Tie): boolean {
  return tie.provider === IN_HOUSE || tie.provider === tie.dependent || tie.provider.startsWith("OPEN:");
}

/** Rests on another organization. */
export function isNamed(tie: Tie): boolean {
  return !isOwn(tie) && tie.provider !== UNKNOWN;
}

/** Middle of the stated share, null where none is stated; 0 is a tie signed and not delivered. */
export function middle(tie: Tie): number | null {
  if (tie.low !== null && tie.high !== null) return (tie.low + tie.high) / 2;
  return tie.low ?? tie.high;
}

export function sameTie(one: Tie | undefined, two: Tie | undefined): boolean {
  if (one === two) return true;
  if (!one || !two) return false;
  return (
    one.dependent === two.dependent &&
    one.provider === two.provider &&
    one.slot === two.slot &&
    one.layer === two.layer &&
    one.low === two.low &&
    one.high === two.high &&
    one.criticality === two.criticality &&
    one.revocability === two.revocability &&
    one.closed === two.closed &&
    one.confidence === two.confidence &&
    one.active === two.active &&
    one.certain.join() === two.certain.join()
  );
}

/** Order of texts as Python has it for the letters that ids are made of. */
export function byText(one: string, two: string): number {
  return one < two ? -1 : one > two ? 1 : 0;
}

export const placeOf = (tie: { dependent: string; slot: string }): string => `${tie.dependent}\n${tie.slot}`;
