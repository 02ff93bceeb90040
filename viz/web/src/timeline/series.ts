// Courses of power over the years, from the yearly rankings that the file holds. Nothing is scored here.

import type { Course, Year, YearRow } from "../ranking/data";

/** Most lines that a chart can keep apart, and how near to the top a firm must have been to have one. */
export const MOST = 8;
const TOP = 3;
const BEFORE = 3;

export interface Line {
  firm: string;
  /** Power by place in `years`; null where the firm has none. */
  power: (number | null)[];
}

export function yearsOf(course: Course): number[] {
  return Object.keys(course.years).map(Number).sort((a, b) => a - b);
}

/** Firms among the first three of some coded year, those with the greatest peaks first: as `definer history` chooses. */
export function leaders(course: Course, most = MOST): string[] {
  const peaks = new Map<number, number>();
  const near = new Set<number>();
  for (const year of Object.values(course.years)) {
    if (year.coded !== "in") continue;
    for (const [firm, rank, power] of year.rows) {
      peaks.set(firm, Math.max(peaks.get(firm) ?? 0, power));
      if (rank <= TOP) near.add(firm);
    }
  }
  const name = (firm: number): string => course.firms[firm] ?? "";
  return [...near]
    .sort((a, b) => (peaks.get(b) ?? 0) - (peaks.get(a) ?? 0) || (name(a) < name(b) ? -1 : 1))
    .slice(0, most)
    .map(name);
}

export function lines(course: Course, firms: readonly string[], years: readonly number[]): Line[] {
  return firms.map((firm) => {
    const number = course.firms.indexOf(firm);
    return { firm, power: years.map((year) => rowOf(course.years[year], number)?.[2] ?? null) };
  });
}

export function rowOf(year: Year | undefined, number: number): YearRow | undefined {
  return year?.rows.find(([firm]) => firm === number);
}

export interface Standing {
  firm: string;
  rank: number;
  power: number;
  degree: number;
  /** Rank at the end of the year before; null where it had no power then. */
  before: number | null;
}

export function standings(course: Course, year: number): Standing[] {
  const earlier = new Map(course.years[year - 1]?.rows.map(([firm, rank]) => [firm, rank]));
  return (course.years[year]?.rows ?? []).map(([number, rank, power, degree]) => ({
    firm: course.firms[number] ?? "", rank, power, degree, before: earlier.get(number) ?? null,
  })); // prettier-ignore
}

/** Stretches of years that were not coded, as first and last place in `years`. */
export function uncoded(course: Course, years: readonly number[]): { from: number; to: number; why: "before" | "beyond" }[] {
  const found: { from: number; to: number; why: "before" | "beyond" }[] = [];
  for (const year of years) {
    const coded = course.years[year]?.coded;
    if (coded === undefined || coded === "in") continue;
    const last = found.at(-1);
    if (last && last.why === coded && last.to === year - 1) last.to = year;
    else found.push({ from: year, to: year, why: coded });
  }
  return found;
}

/** Years that a chart of the course spans: from shortly before its first firm on. */
export function spanOf(course: Course, years: readonly number[]): number[] {
  const first = years.find((year) => course.years[year]?.rows.length);
  return first === undefined ? [...years] : years.filter((year) => year >= first - BEFORE);
}

/** Round steps of an axis from 0 that holds `most`: at most six of them. */
export function ticks(most: number): number[] {
  const rough = Math.max(most, 1e-6) / 5;
  const size = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 2.5, 5, 10].find((factor) => factor * size >= rough - 1e-12) ?? 10) * size;
  const count = Math.ceil(most / step - 1e-9);
  return Array.from({ length: count + 1 }, (_, place) => Number((place * step).toPrecision(6)));
}
