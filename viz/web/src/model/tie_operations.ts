// What each operation does to a table of ties: graph/scenario/tie_operations.py, whose head says what is left behind.

import {
  ends,
  listed,
  type AddTie,
  type Refill,
  type RemoveCoalition,
  type RemoveFirm,
  type RemoveTie,
  type ReweightTie,
  type SetCriticality,
  type SetRevocability,
  type ShiftCohortShare,
  type Words,
} from "./document";
import { shifted } from "./cohort_shift";
import type { Site } from "./site";
import { placesOf, slotWeights } from "./slots";
import { isNamed, middle, placeOf, type Stated, type Tie } from "./tie";

/** Provider of a part that somebody left and that rests on nobody since. */
export const GONE = "OPEN:unfilled";

/** The tie with fields that the error model does not draw. */
export function stipulated(tie: Tie, ...names: Stated[]): Tie {
  return { ...tie, certain: [...new Set([...tie.certain, ...names])].sort() };
}

export function addTie(site: Site, operation: AddTie): readonly Tie[] {
  const dependent = site.dependent("dependent", operation.dependent);
  const provider = site.firm("provider", operation.provider, true);
  const slot = site.slot("slot", operation.slot);
  const terms = site.terms(slot);
  if (!terms) return site.ties;
  if (operation.layer !== undefined && operation.layer !== terms.layer) site.fault("layer", "wrong_layer", { slot, layer: terms.layer });
  if (provider === dependent) site.fault("provider", "own_provider", { name: dependent });
  if (site.ties.some((tie) => tie.id === operation.id)) site.fault("id", "taken_id", { name: operation.id });
  const beside = site.ties.filter((tie) => tie.dependent === dependent && tie.slot === slot);
  const [low, high] = operation.share === undefined ? [null, null] : ends(operation.share);
  const critical = beside.length ? Math.max(...beside.map((tie) => tie.criticality)) : terms.criticality;
  const tie: Tie = {
    id: operation.id ?? site.freeId(`scenario:${dependent}:${slot}:${provider}`),
    dependent,
    provider,
    slot,
    layer: terms.layer,
    low,
    high,
    criticality: operation.criticality ?? critical,
    revocability: operation.revocability ?? terms.revocability,
    closed: operation.closed ?? false,
    confidence: 1,
    active: 1,
    certain: [],
  };
  const stated = (["share", "criticality", "revocability"] as const).filter((name) => operation[name] !== undefined);
  return site.exchanged([stipulated(tie, ...stated)]);
}

export function removeTie(site: Site, operation: RemoveTie): readonly Tie[] {
  return left(site, site.selected(operation), operation.refill);
}

/** Another stated share; others keep theirs, blank ones take what is left, a sum above one is scaled to one. */
export function reweightTie(site: Site, operation: ReweightTie): readonly Tie[] {
  const [low, high] = ends(operation.share);
  return site.exchanged(site.selected(operation).map((tie) => stipulated({ ...tie, low, high }, "share")));
}

export function setRevocability(site: Site, operation: SetRevocability): readonly Tie[] {
  return site.exchanged(site.selected(operation).map((tie) => stipulated({ ...tie, revocability: operation.value }, "revocability")));
}

/** Another criticality of the slots that the ties stand in. */
export function setCriticality(site: Site, operation: SetCriticality): readonly Tie[] {
  const places = new Set(site.selected(operation).map(placeOf));
  const found = site.ties.filter((tie) => places.has(placeOf(tie)));
  return site.exchanged(found.map((tie) => stipulated({ ...tie, criticality: operation.value }, "criticality")));
}

/** Other shares of named providers; the others keep their proportions in what is left. */
export function shiftCohortShare(site: Site, operation: ShiftCohortShare): readonly Tie[] {
  const cohort = site.cohort("cohort", operation.cohort);
  const slot = site.slot("slot", operation.slot);
  const shares = new Map(Object.entries(operation.shares).map(([name, part]) => [site.firm("shares", name, true), ends(part)]));
  const terms = site.terms(slot);
  if (!terms || !site.world.cohorts.has(cohort)) return site.ties;
  const rows = site.ties.filter((tie) => tie.dependent === cohort && tie.slot === slot);
  const fresh = shifted(rows, cohort, slot, terms, shares).map((tie) => {
    if (!shares.has(tie.provider)) return tie;
    const fixed = stipulated(tie, "share");
    return operation.revocability === undefined
      ? fixed
      : stipulated({ ...fixed, revocability: operation.revocability }, "revocability");
  });
  return site.exchanged(fresh, new Set(rows.map((tie) => tie.id)));
}

/** Firms that leave: what rested on them is refilled, what they needed is needed no more. */
export function removeFirm(site: Site, operation: RemoveFirm): readonly Tie[] {
  const gone = new Set(listed(operation.firm).map((name) => site.firm("firm", name)));
  const supplied = site.ties.filter((tie) => gone.has(tie.provider) && !gone.has(tie.dependent));
  return left(site, supplied, operation.refill).filter((tie) => !gone.has(tie.dependent));
}

/** Firms that stop providing to others. */
export function removeCoalition(site: Site, operation: RemoveCoalition): readonly Tie[] {
  const members = group(site, "firms", operation.firms, "country", operation.country);
  const served = group(site, "customers", operation.customers, "customer_country", operation.customer_country);
  const slots = new Set(listed(operation.slot).map((name) => site.slot("slot", name)));
  const found = site.ties.filter(
    (tie) =>
      isNamed(tie) &&
      members.has(tie.provider) &&
      !members.has(tie.dependent) &&
      (!served.size || served.has(tie.dependent)) &&
      (!slots.size || slots.has(tie.slot)) &&
      (operation.layer === undefined || operation.layer === tie.layer),
  );
  return left(site, found, operation.refill);
}

function group(site: Site, firms: string, ids: Words | undefined, country: string, codes: Words | undefined): Set<string> {
  const wanted = new Set(listed(codes).map((code) => site.country(country, code)));
  const named = listed(ids).map((name) => site.dependent(firms, name));
  const inside = wanted.size ? [...site.world.firms.values()].filter((firm) => wanted.has(firm.country)) : [];
  return new Set([...named, ...inside.map((firm) => firm.id)]);
}

/** The table when ties end. */
function left(site: Site, gone: readonly Tie[], refill: Refill = "unnamed"): Tie[] {
  if (refill === "unnamed") return site.exchanged(unfilled(site.ties, gone));
  const out = new Set(gone.map((tie) => tie.id));
  const stay = new Set(site.ties.filter((tie) => !out.has(tie.id)).map(placeOf));
  const empty = new Map(gone.filter((tie) => !stay.has(placeOf(tie))).map((tie) => [placeOf(tie), tie]));
  return site.exchanged(
    [...empty.values()].map((tie) => ({ ...tie, provider: GONE, low: 1, high: 1 })),
    out,
  );
}

/** The ties with nobody as their provider, each with the share that its slot gives it. */
function unfilled(table: readonly Tie[], gone: readonly Tie[]): Tie[] {
  const out = new Set(gone.map((tie) => tie.id));
  const wanted = new Set(gone.map(placeOf));
  const places = placesOf(table.filter((tie) => wanted.has(placeOf(tie))));
  return [...places.values()].flatMap((rows) => {
    const weights = slotWeights(rows, rows.map(middle));
    return rows.flatMap((tie, at): Tie[] => {
      if (!out.has(tie.id)) return [];
      const [low, high] = middle(tie) === null ? [weights[at]!, weights[at]!] : [tie.low, tie.high];
      return [{ ...tie, provider: GONE, low, high }];
    });
  });
}
