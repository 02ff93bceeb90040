// When a claim holds. An interval is half-open: it holds on its first day and no longer on the day of its end.

import type { Dated } from "./records";

export function firstDay(when: string): string {
  return when.length === 4 ? `${when}-01-01` : when.length === 7 ? `${when}-01` : when;
}

export function lastDay(when: string): string {
  return when.length === 4 ? `${when}-12-31` : when.length === 7 ? `${when}-31` : when;
}

/** Days between which a claim holds. One that "ended, nobody says when" holds as long as a source saw it. */
export function bounds(claim: Pick<Dated, "start" | "end" | "last_confirmed">): { from: string; until: string } {
  const from = claim.start ? firstDay(claim.start) : "";
  if (claim.end === "unknown") return { from, until: `${lastDay(claim.last_confirmed || claim.start)}~` };
  return { from, until: claim.end ? firstDay(claim.end) : "" };
}

export function holds(claim: Pick<Dated, "from" | "until" | "rank">, date: string): boolean {
  return claim.from !== "" && claim.from <= date && (claim.until === "" || claim.until > date) && claim.rank !== "deprecated";
}
