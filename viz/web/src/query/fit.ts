// Which pictures an answer can be drawn as, and from which columns.

import type { Answer, Cell } from "./answer";
import { isDate, isNumber } from "./answer";
import type { WordKey } from "./fault";

export const VIEWS = ["table", "graph", "timeline", "chart", "raw"] as const;
export type ViewName = (typeof VIEWS)[number];
export type ColumnKind = "thing" | "number" | "date" | "text" | "empty";

export interface Fit {
  kinds: readonly ColumnKind[];
  /** Why a view cannot be had; a view without an entry can. */
  unfit: Partial<Record<ViewName, WordKey>>;
}

export function fit(answer: Answer): Fit {
  const kinds = answer.columns.map((_, at) => kindOf(answer.rows.map((row) => row[at] ?? null)));
  const unfit: Fit["unfit"] = {};
  if (!answer.rows.length) unfit.graph = unfit.timeline = unfit.chart = "unfit.rows";
  else {
    if (answer.kind !== "graph" && columnsOf(kinds, ["thing"]).length < 2) unfit.graph = "unfit.graph";
    if (!columnsOf(kinds, ["date"]).length) unfit.timeline = "unfit.timeline";
    if (!columnsOf(kinds, ["number"]).length) unfit.chart = "unfit.chart";
  }
  return { kinds, unfit };
}

function kindOf(cells: readonly (Cell | null)[]): ColumnKind {
  const filled = cells.filter((cell) => cell !== null);
  if (!filled.length) return "empty";
  if (filled.every(isNumber)) return "number";
  if (filled.every(isDate)) return "date";
  return filled.every((cell) => cell.kind !== "literal" || cell.language !== "") ? "thing" : "text";
}

/** Columns of some kinds, by their number. */
export function columnsOf(kinds: readonly ColumnKind[], wanted: readonly ColumnKind[]): number[] {
  return kinds.flatMap((kind, at) => (wanted.includes(kind) ? [at] : []));
}

/** The view that a comment of the query asks for (`#view: graph`). */
export function askedView(text: string): ViewName | null {
  const name = /^#\s*view:\s*(\w+)\s*$/m.exec(text)?.[1];
  return VIEWS.find((view) => view === name) ?? null;
}
