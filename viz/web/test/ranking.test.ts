import { describe, expect, it } from "vitest";
import type { Course, Place } from "../src/ranking/data";
import { change, interval, percent, rankRange, score } from "../src/ranking/numbers";
import { csv, found, ordered, orderOf } from "../src/ranking/order";
import { leaders, lines, rowOf, spanOf, standings, ticks, uncoded, yearsOf } from "../src/timeline/series";

function place(id: string, rank: number, power: number, more: Partial<Place> = {}): Place {
  return {
    id, rank, power, reach: power, lockin: power, low: null, high: null, least: null, most: null, first: null, degree: 0,
    sourcedRank: rank, sourcedPower: power, ...more,
  }; // prettier-ignore
}

describe("numbers", () => {
  it("never round up to certainty", () => {
    expect([percent(0.9996), percent(1), percent(0.0004), percent(0), percent(0.455), percent(null)]).toEqual([">99%", "100%", "<1%", "0%", "46%", "–"]);
  });
  it("round halves as Python does", () => {
    expect([percent(0.125), percent(0.135), percent(0.625)]).toEqual(["12%", "14%", "62%"]);
  });
  it("give a change its sign, unless it is nothing", () => {
    expect([change(0.01234), change(-0.5), change(0.000001), change(-0.00001)]).toEqual(["+0.0123", "\u22120.5000", "0.0000", "0.0000"]);
  });
  it("write scores, ranks and intervals", () => {
    expect(score(0.1508)).toBe("0.151");
    expect(score(null)).toBe("–");
    expect(rankRange({ least: 2, most: 2 })).toBe("2");
    expect(rankRange({ least: 1, most: 3 })).toBe("1–3");
    expect(interval(0.1, 0.25)).toBe("0.100 – 0.250");
    expect(interval(null, 0.2)).toBe("");
  });
});

describe("order of a ranking", () => {
  const places = [
    place("a", 1, 0.5, { first: 0.4, lockin: 0.1, sourcedRank: 2 }),
    place("b", 2, 0.3, { first: 0.6, lockin: 0.9, sourcedRank: null }),
    place("c", 3, 0.2, { first: 0.4, lockin: 0.2, sourcedRank: 1 }),
  ];
  it("sorts by what is asked for, equal ones as ranked", () => {
    expect(ordered(places, "first").map(({ id }) => id)).toEqual(["b", "a", "c"]);
    expect(ordered(places, "lockin").map(({ id }) => id)).toEqual(["b", "c", "a"]);
    expect(ordered(places, "sourced").map(({ id }) => id)).toEqual(["c", "a", "b"]);
    expect(ordered(places, "power")).toBe(places);
  });
  it("knows its orders", () => {
    expect([orderOf("reach"), orderOf("constructor"), orderOf(null)]).toEqual(["reach", "power", "power"]);
  });
  it("finds in any name, without case", () => {
    const names = (id: string): string[] => ({ a: ["CATL", "宁德时代"], b: ["Société"], c: [] })[id] ?? [];
    expect(found(places, "宁德", names).map(({ id }) => id)).toEqual(["a"]);
    expect(found(places, " SOCIETE ", names).map(({ id }) => id)).toEqual(["b"]);
    expect(found(places, "", names)).toBe(places);
    expect(found(places, "zzz", names)).toEqual([]);
  });
  it("exports what a spreadsheet does not run", () => {
    expect(csv([["a", "b"], ["=1+1", 'x "y", z'], [null, -0.5]])).toBe('a,b\r\n\'=1+1,"x ""y"", z"\r\n,-0.5\r\n');
  });
});

const COURSE: Course = {
  firms: ["apple", "google", "intel", "small"],
  sure: {},
  years: {
    "1990": { asOf: "1990-12-31", n: 3, coded: "before", rows: [[2, 1, 0.9, 3]] },
    "1991": { asOf: "1991-12-31", n: 4, coded: "in", rows: [[1, 1, 0.6, 4], [0, 2, 0.4, 3]] },
    "1992": { asOf: "1992-12-31", n: 4, coded: "in", rows: [[0, 1, 0.5, 4], [1, 2, 0.3, 2], [2, 3, 0.2, 1], [3, 4, 0.1, 1]] },
    "1993": { asOf: "1993-12-31", n: 4, coded: "beyond", rows: [[3, 1, 0.8, 4]] },
    "1994": { asOf: "1994-12-31", n: 4, coded: "beyond", rows: [] },
  },
}; // prettier-ignore

describe("courses", () => {
  it("choose who was near the top in a coded year, by peak", () => {
    expect(leaders(COURSE)).toEqual(["google", "apple", "intel"]);
    expect(leaders(COURSE, 1)).toEqual(["google"]);
  });
  it("give each firm's power by year", () => {
    const years = yearsOf(COURSE);
    expect(years).toEqual([1990, 1991, 1992, 1993, 1994]);
    expect(lines(COURSE, ["apple", "intel"], years)).toEqual([
      { firm: "apple", power: [null, 0.4, 0.5, null, null] },
      { firm: "intel", power: [0.9, null, 0.2, null, null] },
    ]);
    expect(rowOf(COURSE.years["1991"], 7)).toBeUndefined();
  });
  it("compare a year with the one before", () => {
    expect(standings(COURSE, 1992).map(({ firm, rank, before }) => [firm, rank, before])).toEqual([
      ["apple", 1, 2],
      ["google", 2, 1],
      ["intel", 3, null],
      ["small", 4, null],
    ]);
    expect(standings(COURSE, 2050)).toEqual([]);
  });
  it("name stretches that nobody coded", () => {
    expect(uncoded(COURSE, yearsOf(COURSE))).toEqual([
      { from: 1990, to: 1990, why: "before" },
      { from: 1993, to: 1994, why: "beyond" },
    ]);
  });
  it("begin shortly before their first firm", () => {
    expect(spanOf(COURSE, [1985, 1986, 1987, 1988, 1989, 1990, 1991])).toEqual([1987, 1988, 1989, 1990, 1991]);
    expect(spanOf({ ...COURSE, years: {} }, [1990, 1991])).toEqual([1990, 1991]);
  });
  it("stand on round ticks", () => {
    expect(ticks(0.234)).toEqual([0, 0.05, 0.1, 0.15, 0.2, 0.25]);
    expect(ticks(0.01)).toEqual([0, 0.002, 0.004, 0.006, 0.008, 0.01]);
    expect(ticks(1)).toEqual([0, 0.2, 0.4, 0.6, 0.8, 1]);
  });
});
