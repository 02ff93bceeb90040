// What passes the filters at the date, in one pass over the claims: how each tie is drawn, which firms are, and the counts
// beside the chips (each counted as if its own group had no filter).

import type { Claim, Graph, Tie } from "./graph";
import { GROUPS, statusOf, type Group, type Look } from "./look";
import { holds } from "./validity";

export type Line = "solid" | "dashed" | "promised" | "money";

/** How a tie is drawn, and how many of its claims hold. */
export interface Manner {
  layer: string;
  line: Line;
  count: number;
}

export interface Scene {
  ties: (Manner | null)[];
  firms: ReadonlySet<number>;
  counts: Record<Group, Record<string, number>>;
  /** Claims that are drawn. */
  claims: Claim[];
}

const PROMISES = new Set(["intent", "announced", "signed"]);

export function survey(graph: Graph, look: Pick<Look, "off" | "date">): Scene {
  const { off, date } = look;
  const layers = Object.keys(graph.palette.layer);
  const seen = Object.fromEntries(GROUPS.map((group) => [group, new Map<string, Set<unknown>>()])) as Record<Group, Map<string, Set<unknown>>>;
  const scene: Scene = { ties: new Array<Manner | null>(graph.ties.length).fill(null), firms: new Set(), counts: {} as Scene["counts"], claims: [] };
  const firms = scene.firms as Set<number>;
  for (const tie of graph.ties) {
    const drawn: Claim[] = [];
    for (const claim of tie.claims) {
      if (!holds(claim, date)) continue;
      const stopped = stopping(tie, claim, off);
      if (stopped.length === 0) drawn.push(claim);
      // A claim counts for a group where no other group stops it.
      if (stopped.length > 1) continue;
      for (const group of GROUPS) if (!stopped.length || stopped[0] === group) count(seen[group], group, tie, claim);
    }
    if (!drawn.length) continue;
    scene.ties[tie.number] = manner(drawn, layers);
    scene.claims.push(...drawn);
    firms.add(tie.dependent.number).add(tie.provider.number);
  }
  for (const group of GROUPS) scene.counts[group] = Object.fromEntries([...seen[group]].map(([value, things]) => [value, things.size]));
  return scene;
}

/** Groups whose filter hides the claim. */
function stopping(tie: Tie, claim: Claim, off: Look["off"]): Group[] {
  const found: Group[] = [];
  if (off.paradigm.has(tie.ground)) found.push("paradigm");
  if (off.layer.has(claim.layer)) found.push("layer");
  if (off.evidence.has(claim.evidence)) found.push("evidence");
  if (off.status.has(statusOf(claim))) found.push("status");
  if (off.kind.has(tie.dependent.kind) || off.kind.has(tie.provider.kind)) found.push("kind");
  if (off.region.has(tie.dependent.region) || off.region.has(tie.provider.region)) found.push("region");
  return found;
}

function count(seen: Map<string, Set<unknown>>, group: Group, tie: Tie, claim: Claim): void {
  const add = (value: string, thing: unknown): void => {
    const things = seen.get(value);
    if (things) things.add(thing);
    else seen.set(value, new Set([thing]));
  };
  if (group === "layer") add(claim.layer, tie);
  else if (group === "evidence") add(claim.evidence, tie);
  else if (group === "status") add(statusOf(claim), tie);
  else
    for (const firm of [tie.dependent, tie.provider]) add(group === "paradigm" ? tie.ground : group === "kind" ? firm.kind : firm.region, firm);
}

function manner(drawn: readonly Claim[], layers: readonly string[]): Manner {
  const layer = layers.find((name) => drawn.some((claim) => claim.layer === name)) ?? layers[0] ?? "";
  const promised = drawn.every((claim) => PROMISES.has(claim.status));
  const sourced = drawn.some((claim) => claim.evidence === "sourced");
  return { layer, line: promised ? "promised" : layer === "capital" ? "money" : sourced ? "solid" : "dashed", count: drawn.length };
}

export function tieCount(scene: Scene): number {
  return scene.ties.reduce((sum, drawn) => sum + (drawn ? 1 : 0), 0);
}

/** Ties of a firm that are drawn. */
export function visibleTies(scene: Scene, firm: { out: Tie[]; in: Tie[] }): Tie[] {
  return [...firm.out, ...firm.in].filter((tie) => scene.ties[tie.number]);
}

/** The firm and all that are drawn at most `steps` ties from it, whichever way the ties run. */
export function neighbourhood(scene: Scene, firm: Claim["edge"]["dependent"], steps: number): Set<typeof firm> {
  const found = new Set([firm]);
  let rim = [firm];
  for (let step = 0; step < steps; step += 1) {
    const next: (typeof firm)[] = [];
    for (const one of rim) {
      for (const tie of visibleTies(scene, one)) {
        for (const other of [tie.dependent, tie.provider]) {
          if (found.has(other)) continue;
          found.add(other);
          next.push(other);
        }
      }
    }
    rim = next;
  }
  return found;
}
