// What the controls of the tab do to the list of operations. All of it is pure: a list goes in, another comes out.

import type { Operation, Refill, SetHoldingDegree } from "../model/document";
import type { Tie } from "../model/tie";
import type { Holding } from "../model/world";

type Operations = readonly Operation[];

/** Position of the operation that ends this tie, and nothing else. */
export function removalOf(operations: Operations, tie: Tie): number {
  return operations.findIndex((one) => one.op === "remove_tie" && one.tie === tie.id);
}

/** Position of the operation by which this one tie was supposed. */
export function additionOf(operations: Operations, tie: Tie): number {
  return operations.findIndex((one) => one.op === "add_tie" && one.id === tie.id);
}

/** End the tie, or let it stand again. Settings of a tie that ends are taken out: they would be about nothing. */
export function withTie(operations: Operations, tie: Tie, on: boolean): Operation[] {
  const added = additionOf(operations, tie);
  if (!on && added >= 0) return about(operations, tie, false);
  const kept = operations.filter((one) => !(one.op === "remove_tie" && one.tie === tie.id));
  if (on) return kept;
  return [...about(kept, tie, true), { op: "remove_tie", tie: tie.id }];
}

/** The operations that are not about this one tie; with `slot`, those about its slot stay. */
function about(operations: Operations, tie: Tie, added: boolean): Operation[] {
  return operations.filter((one) => {
    if (one.op === "add_tie") return added || one.id !== tie.id;
    return !((one.op === "reweight_tie" || one.op === "set_revocability") && one.tie === tie.id);
  });
}

export type Setting = "share" | "revocability" | "criticality";

/** What is set of a tie by an operation about it alone (criticality: about its slot). */
export function settingOf(operations: Operations, tie: Tie, setting: Setting): number | null {
  const found = operations[placeOfSetting(operations, tie, setting)];
  if (!found) return null;
  if (found.op === "reweight_tie") return typeof found.share === "number" ? found.share : (found.share[0] + found.share[1]) / 2;
  return found.op === "set_revocability" || found.op === "set_criticality" ? found.value : null;
}

/** Set a value of a tie; null takes the operation out. One that is there already keeps its place. */
export function withSetting(operations: Operations, tie: Tie, setting: Setting, value: number | null): Operation[] {
  const at = placeOfSetting(operations, tie, setting);
  if (value === null) return operations.filter((_, place) => place !== at);
  const made = operationOf(tie, setting, value);
  return at < 0 ? [...operations, made] : operations.map((one, place) => (place === at ? made : one));
}

function placeOfSetting(operations: Operations, tie: Tie, setting: Setting): number {
  return operations.findIndex((one) => {
    if (setting === "share") return one.op === "reweight_tie" && one.tie === tie.id;
    if (setting === "revocability") return one.op === "set_revocability" && one.tie === tie.id;
    return one.op === "set_criticality" && one.dependent === tie.dependent && one.slot === tie.slot && one.provider === undefined;
  });
}

function operationOf(tie: Tie, setting: Setting, value: number): Operation {
  if (setting === "share") return { op: "reweight_tie", tie: tie.id, share: value };
  if (setting === "revocability") return { op: "set_revocability", tie: tie.id, value };
  return { op: "set_criticality", dependent: tie.dependent, slot: tie.slot, value };
}

export function withRefill(operations: Operations, at: number, refill: Refill): Operation[] {
  return operations.map((one, place) => (place === at && "op" in one && isRemoval(one) ? { ...one, refill } : one));
}

export function isRemoval(operation: Operation): operation is Extract<Operation, { op: "remove_tie" | "remove_firm" | "remove_coalition" }> {
  return operation.op === "remove_tie" || operation.op === "remove_firm" || operation.op === "remove_coalition";
}

export function withdrawalOf(operations: Operations, firm: string): number {
  return operations.findIndex((one) => one.op === "remove_firm" && (one.firm === firm || (Array.isArray(one.firm) && one.firm.includes(firm))));
}

/** Degree of a holding as set; the essay's and the researched holdings are set apart. */
export function degreeOf(operations: Operations, holding: Holding): number | null {
  return (operations[placeOfDegree(operations, holding)] as SetHoldingDegree | undefined)?.degree ?? null;
}

export function withDegree(operations: Operations, holding: Holding, degree: number | null): Operation[] {
  const at = placeOfDegree(operations, holding);
  if (degree === null) return operations.filter((_, place) => place !== at);
  const { point, holder, essay } = holding;
  const made: SetHoldingDegree = { op: "set_holding_degree", control_point: point, holder, degree, holdings: essay ? "essay" : "researched" };
  return at < 0 ? [...operations, made] : operations.map((one, place) => (place === at ? made : one));
}

function placeOfDegree(operations: Operations, { point, holder, essay }: Holding): number {
  const wanted = essay ? "essay" : "researched";
  return operations.findIndex(
    (one) => one.op === "set_holding_degree" && one.control_point === point && one.holder === holder && one.holdings === wanted,
  );
}
