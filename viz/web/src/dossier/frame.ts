// What the dossier carries unpacked: what every tab needs at once. viz/dossier/frame.py writes it.

import type { Lang, Name } from "../page/words";

export interface Paradigm {
  id: string;
  name: Name;
  /** First and last day of the coded period. */
  from: string;
  to: string;
}

/** A part of the analysis that this file does not hold, and why. */
export interface LeftOut {
  /** Names of the blocks that it would be. */
  blocks: string[];
  what: Name;
  why: Name;
}

export interface Frame {
  lang: Lang;
  asOf: string;
  /** Dates of the slider: each year's end, and the last date. */
  stops: string[];
  version: string;
  /** Digest of the claims. */
  claims: string;
  tabs: string[];
  paradigms: Paradigm[];
  names: { org: Record<string, Name>; slot: Record<string, Name>; point: Record<string, Name> };
  /** Terms of the field with their definitions: hover texts. */
  glossary: Record<string, { name: Name; definition: Name }>;
  leftOut: LeftOut[];
  /** Blocks that are served beside the page instead of standing in it. */
  served: string[];
}
