// Shares of a cohort's slot, set anew: graph/scenario/cohort_shift.py.

import { byText, middle, type Tie } from "./tie";
import type { SlotTerms } from "./world";

type Ends = readonly [number, number];

/** The named providers as stated, the others in their old proportions; new ties are as sure as those they join. */
export function shifted(rows: readonly Tie[], cohort: string, slot: string, terms: SlotTerms, shares: ReadonlyMap<string, Ends>): Tie[] {
  let old = 0;
  for (const tie of rows) if (shares.has(tie.provider)) old += middle(tie) ?? 0;
  const stated = [...shares.values()].reduce((sum, [low, high]) => sum + low + high, 0) / 2;
  const factor = old < 1 - 1e-12 ? Math.max(0, 1 - stated) / (1 - old) : 0;
  const found = rows.filter((tie) => !shares.has(tie.provider)).map((tie) => scaled(tie, factor));
  for (const [provider, [low, high]] of shares) {
    const base = rows.find((tie) => tie.provider === provider) ?? fresh(rows, cohort, slot, terms, provider);
    found.push({ ...base, low, high });
  }
  return found;
}

function scaled(tie: Tie, factor: number): Tie {
  if (factor === 1) return tie;
  const [low, high] = [tie.low, tie.high].map((share) => (share === null ? null : Math.min(1, share * factor)));
  return { ...tie, low: low ?? null, high: high ?? null };
}

/** A provider's tie where it had none. */
function fresh(rows: readonly Tie[], cohort: string, slot: string, terms: SlotTerms, provider: string): Tie {
  const id = `scenario:${cohort}:${slot}:${provider}`;
  const [surest] = [...rows].sort((one, two) => two.confidence - one.confidence || byText(one.id, two.id));
  if (surest) return { ...surest, id, provider, certain: [] };
  const { layer, criticality, revocability } = terms;
  const open = { low: null, high: null, closed: false, confidence: 1, active: 1, certain: [] };
  return { id, dependent: cohort, provider, slot, layer, criticality, revocability, ...open };
}
