// What the block "about" holds. viz/dossier/about.py writes it.

import type { Name } from "../page/words";

export interface AboutBlock {
  /** Date of the claims; the frame holds that of the findings. */
  dataAsOf: string;
  counts: { firms: number; claims: number; sources: number; unverified: number };
  method: Name[];
  draws: { paradigm: string; n: number; as_of: string; draws: number; seed: number }[];
  formulae: { name: Name; formula: string; where: string; meaning: Name }[];
  settings: { key: string; value: string; drawn: string; meaning: Name }[];
  limits: Name[];
  licences: { program: string; data: string; bundled: string };
  cite: { title: string; authors: string };
  /** What makes this file again. */
  command: string;
}
