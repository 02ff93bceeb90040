// What the reader has chosen of the network, as it stands in the address. Everything drawn follows from it and the data.

import type { Change } from "../page/address";
import type { Graph, Tie } from "./graph";
import type { Firm } from "./records";

export const GROUPS = ["paradigm", "layer", "evidence", "status", "kind", "region"] as const;
export type Group = (typeof GROUPS)[number];
export const SIZES = ["power", "reach", "lockin", "dependents", "amount", "none"] as const;
export type SizeBy = (typeof SIZES)[number];
export const COLORS = ["region", "paradigm", "kind", "evidence"] as const;
export type ColorBy = (typeof COLORS)[number];

export interface Pin {
  firm: Firm;
  /** Where the reader put it; by default it stays in its place. */
  at: { x: number; y: number } | null;
}

export interface Look {
  date: string;
  /** Values of each group that are hidden. */
  off: Record<Group, ReadonlySet<string>>;
  size: SizeBy;
  color: ColorBy;
  firm: Firm | null;
  tie: Tie | null;
  /** How far from the chosen firm its neighbourhood reaches. */
  steps: 1 | 2;
  /** Whether all outside the neighbourhood is hidden. */
  only: boolean;
  /** Ends of the path asked for. */
  from: Firm | null;
  to: Firm | null;
  /** Whether the path follows the direction of dependence. */
  directed: boolean;
  pins: readonly Pin[];
}

const COORDINATE = /^-?\d{1,6}$/;
const OWN = ["tie", "size", "color", "steps", "only", "from", "to", "free", "pin"] as const;

const known = new WeakMap<Graph, Map<Group, readonly string[]>>();

/** Values of a group in the order of its chips. */
export function valuesOf(graph: Graph, group: Group): readonly string[] {
  let groups = known.get(graph);
  if (!groups) known.set(graph, (groups = new Map()));
  let values = groups.get(group);
  if (!values) groups.set(group, (values = findValues(graph, group)));
  return values;
}

function findValues(graph: Graph, group: Group): string[] {
  if (group === "paradigm") return graph.paradigms.map(({ id }) => id);
  if (group === "layer") return Object.keys(graph.palette.layer);
  if (group === "region") return Object.keys(graph.palette.region);
  if (group === "evidence") return ["sourced", "known"];
  const found = group === "kind" ? graph.firms.map(({ kind }) => kind) : graph.claims.map(statusOf);
  const order = group === "kind" ? KINDS : STATUSES;
  return [...new Set(found)].sort((a, b) => place(order, a) - place(order, b) || (a < b ? -1 : 1));
}

const KINDS = ["Company", "CapitalSource", "PublicBody", "Group", "OpenStandard", "Organization"];
const STATUSES = ["active", "closed", "signed", "announced", "intent", "ended"];

function place(order: readonly string[], value: string): number {
  const at = order.indexOf(value);
  return at < 0 ? order.length : at;
}

/** A claim that states no status is one that holds: most transactions of money do not. */
export function statusOf(claim: { status: string }): string {
  return claim.status || "active";
}

/** Reads the address; what it cannot mean is left out. `prefix` stands before the view's own keys. */
export function readLook(get: (key: string) => string | null, graph: Graph, date: string, prefix: string): Look {
  const own = (key: string): string => get(prefix + key) ?? "";
  const off = {} as Record<Group, ReadonlySet<string>>;
  for (const group of GROUPS) {
    const hidden = own(group).split(",").map((value) => value.replace(/^-/, ""));
    off[group] = new Set(hidden[0] ? valuesOf(graph, group).filter((value) => hidden.includes(value)) : []);
  }
  const [dependent = "", provider = "", paradigm = ""] = own("tie").split("~");
  return {
    date,
    off,
    size: SIZES.find((name) => name === own("size")) ?? (graph.hasPower ? "power" : "none"),
    color: COLORS.find((name) => name === own("color")) ?? "region",
    firm: graph.firm(get("firm")) ?? null,
    tie: graph.tie(dependent, provider, paradigm) ?? null,
    steps: own("steps") === "2" ? 2 : 1,
    only: own("only") === "1",
    from: graph.firm(own("from")) ?? null,
    to: graph.firm(own("to")) ?? null,
    directed: own("free") !== "1",
    pins: pinsOf(own("pin"), graph),
  };
}

function pinsOf(text: string, graph: Graph): Pin[] {
  const found = new Map<string, Pin>();
  for (const part of text.split("~")) {
    const [id = "", x = "", y = ""] = part.split("@");
    const firm = graph.firm(id);
    if (!firm) continue;
    found.set(id, { firm, at: COORDINATE.test(x) && COORDINATE.test(y) ? { x: Number(x), y: Number(y) } : null });
  }
  return [...found.values()];
}

export function pinText(pins: readonly Pin[]): string {
  return pins.map(({ firm, at }) => (at ? `${firm.id}@${Math.round(at.x)}@${Math.round(at.y)}` : firm.id)).join("~");
}

export function tieText(tie: Tie): string {
  return [tie.dependent.id, tie.provider.id, tie.paradigm].join("~");
}

export function offText(off: ReadonlySet<string>): string {
  return [...off].map((value) => `-${value}`).join(",");
}

/** A change of the view's own keys. */
export function own(prefix: string, change: Change): Change {
  return Object.fromEntries(Object.entries(change).map(([key, value]) => [prefix + key, value]));
}

/** Back to the first view. */
export function nothing(prefix: string): Change {
  const keys = [...GROUPS, ...OWN];
  return { ...Object.fromEntries(keys.map((key) => [prefix + key, null])), firm: null, at: null };
}
