import { signed } from "../src/page/numbers";
import { describe, expect, it } from "vitest";
import { DARK, LIGHT } from "../src/charts/theme";
import { looks, parts } from "../src/findings/render";
import { inLang } from "../src/page/bilingual";
import { cell } from "../src/page/csv";
import { csv } from "../src/premium/csv";
import { groupOf, ownMultiple, type Priced } from "../src/premium/data";
import { KEYS, ordered } from "../src/premium/firms";
import { amount, amounts, interval, pValue, times } from "../src/premium/numbers";
import { centre, looksOf, outstanding, sweep, type Point } from "../src/premium/plot";

function priced(id: string, change: Partial<Priced> = {}): Priced {
  return {
    id,
    country: "US",
    paradigm: "ai",
    value: [400, 900],
    marked: "2025-10-31",
    private: false,
    evidence: "sourced",
    revenue: [60, 60],
    period: ["2024-01-01", "2024-12-31"],
    baseline: "B1",
    multiple: 2.5,
    quartiles: [1, 4],
    peers: 24,
    implied: 150,
    premium: Math.log(4),
    range: [0.9, 1.8],
    power: 0.25,
    ...change,
  };
}

describe("values in both languages", () => {
  it("takes one language out, however deep, and leaves the rest", () => {
    const value = { n: 3, text: { en: "power", zh: "定义权" }, rows: [["a", { en: "b", zh: "乙" }], [null, true]] };
    expect(inLang(value, "zh")).toEqual({ n: 3, text: "定义权", rows: [["a", "乙"], [null, true]] });
    expect(inLang(value, "en")).toEqual({ n: 3, text: "power", rows: [["a", "b"], [null, true]] });
  });
  it("takes whole blocks that stand side by side", () => {
    expect(inLang({ en: [1, 2], zh: [{ en: 1, zh: 3 }] }, "zh")).toEqual([3]);
    expect(inLang({ en: 1, zh: 2, other: 3 }, "en")).toEqual({ en: 1, zh: 2, other: 3 });
  });
});

describe("blocks", () => {
  it("go in parts under their headings", () => {
    const text = (words: string) => ({ is: "paragraph" as const, text: words, role: "plain" as const });
    const head = (words: string, level: number) => ({ is: "heading" as const, text: words, level });
    const found = parts([text("a"), head("one", 3), text("b"), head("deeper", 4), text("c"), head("two", 3)], 3);
    expect(found.map(({ heading, blocks }) => [heading?.text ?? null, blocks.length])).toEqual([
      [null, 1],
      ["one", 3],
      ["two", 0],
    ]);
  });
  it("set numbers to the right and keep short texts on one line", () => {
    expect(looks({ name: "", as: "number" }, "1")).toBe("n");
    expect(looks({ name: "", as: "wide" }, "1")).toBe("w");
    expect(looks({ name: "", as: "text" }, "short")).toBe("s");
    expect(looks({ name: "", as: "text" }, "x".repeat(25))).toBeUndefined();
  });
});

describe("numbers", () => {
  it("have a sign, never a minus before nothing", () => {
    expect([signed(0.031), signed(-0.2), signed(-0.0001), signed(0)]).toEqual(["+0.03", "−0.20", "+0.00", "+0.00"]);
    expect(interval([-0.1918, 0.1384])).toBe("[−0.192, +0.138]");
  });
  it("say logs as factors and amounts in billions", () => {
    expect([times(0), times(Math.log(12)), times(-0.7)]).toEqual(["×1.00", "×12.0", "×0.50"]);
    expect([amount(4920), amount(24.4), amount(0.5)]).toEqual(["4,920", "24.4", "0.50"]);
    expect([amounts([3.3, 5]), amounts([2, 2])]).toEqual(["3.30–5.00", "2.00"]);
    expect([pValue(0.7403), pValue(0.0001)]).toEqual(["= 0.740", "< 0.001"]);
  });
  it("divide the middle of a range by the middle of the other", () => {
    expect(ownMultiple(priced("a"))).toBeCloseTo(10, 12);
    expect([groupOf("US"), groupOf("CN"), groupOf("TW"), groupOf(null)]).toEqual(["US", "CN", "other", "other"]);
  });
});

describe("scatter", () => {
  const point = (id: string, x: number, y: number, dimmed = false): Point => ({ id, label: id, x, y, shape: 0, group: "US", dimmed, chosen: false, tip: "" });
  it("sweeps between two slopes through the middle of the points", () => {
    expect(centre([{ x: 1, y: 2 }, { x: 3, y: 4 }])).toEqual([2, 3]);
    expect(sweep([0, 0], [-1, 2], [-0.5, 1])).toEqual([[-1, 0.5], [0, 0], [2, -1], [2, 2], [0, 0], [-1, -1]]);
  });
  it("names what stands out, and nothing that is faded", () => {
    const points = [point("a", 0, 0), point("b", 9, 0), point("c", 0, 9, true), point("d", 0.1, 0)];
    expect([...outstanding(points, 1)].map(({ id }) => id)).toEqual(["b"]);
    expect([...outstanding(points, 9)].map(({ id }) => id)).not.toContain("c");
  });
  it.each([LIGHT, DARK])("tells groups without colour: full, hollow, half", (theme) => {
    const [us, cn, other] = (["US", "CN", "other"] as const).map((group) => looksOf(group, theme));
    expect(us?.color).toBe(us?.borderColor);
    expect(cn?.color).toBe(theme.ground);
    expect(other?.color).toMatch(/59$/);
  });
});

describe("table of firms", () => {
  it("orders by number with what has none last, equal ones by id", () => {
    const rows = [priced("c", { power: null }), priced("b", { power: 0.1 }), priced("d", { power: 0.9 }), priced("a", { power: 0.1 })];
    expect(ordered(rows, KEYS.power, true).map(({ id }) => id)).toEqual(["d", "a", "b", "c"]);
    expect(ordered(rows, KEYS.power, false).map(({ id }) => id)).toEqual(["a", "b", "d", "c"]);
  });
  it("goes into a spreadsheet without becoming a formula", () => {
    expect([cell("=1+1"), cell('a "b", c'), cell(-0.5), cell(null), cell(true)]).toEqual(["'=1+1", '"a ""b"", c"', "-0.5", "", "true"]);
    const lines = csv([priced("x"), { id: "y", country: null, paradigm: null, reason: "no_mark" }], (id) => [`${id} Inc`, "某"]).replace(/\r\n$/, "").split("\r\n");
    expect(lines[0]?.startsWith("\ufeffid,name_en")).toBe(true);
    expect(new Set(lines.map((line) => line.split(",").length))).toEqual(new Set([22]));
    expect(lines[2]?.endsWith(",no_mark")).toBe(true);
  });
});
