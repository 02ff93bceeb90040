import { describe, expect, it } from "vitest";
import { bandPath, curve, rowsOf } from "../src/charts/curve";
import { stretches } from "../src/charts/lines";
import { outstanding } from "../src/charts/scatter";
import { DASHES, groupsOf, SYMBOLS } from "../src/charts/marks";
import { interval, labelRoom, number, roughWidth, signed } from "../src/charts/text";
import { DARK, LIGHT } from "../src/charts/theme";
import type { Figure } from "../src/charts/figures";
import { viewOf } from "../src/charts/views";
import { spans } from "../src/charts/waterfall";

const words = { significant: "yes", not_significant: "no", primary: "registered", chance: "by chance", specifications: "specifications" };
const setting = { width: 700, theme: LIGHT, words };

function luminance(color: string): number {
  const parts = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16) / 255);
  const [r, g, b] = parts.map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string, other: string): number {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

describe("theme", () => {
  it.each([LIGHT, DARK])("tells every colour from its ground", (theme) => {
    for (const color of [theme.ink, theme.faint, ...theme.series]) {
      expect(contrast(color, theme.ground)).toBeGreaterThanOrEqual(4.5);
    }
  });
  it("has a symbol and a dash of its own for each colour", () => {
    for (const table of [SYMBOLS, DASHES]) expect(new Set(table.map(String)).size).toBe(LIGHT.series.length);
  });
});

describe("text", () => {
  it("writes three significant digits", () => {
    expect([0, 0.12345, -1234.5, 0.00012345, 1e6].map((value) => number(value))).toEqual(["0", "0.123", "\u22121,230", "0.000123", "1,000,000"]);
    expect([signed(1.5), signed(-1.5), signed(0)]).toEqual(["+1.5", "\u22121.5", "0"]);
    expect([interval(1, 2), interval(null, 2)]).toEqual([" [1, 2]", ""]);
  });
  it("counts wide letters as two and breaks long labels", () => {
    expect(roughWidth("定义")).toBeGreaterThan(roughWidth("ab") * 1.5);
    expect(labelRoom(["a".repeat(80)], 360).lines).toBeGreaterThan(1);
    expect(labelRoom(["a"], 360).lines).toBe(1);
  });
  it("keeps the order of groups", () => expect(groupsOf(["b", "a", "b"])).toEqual(["b", "a"]));
});

describe("parts of figures", () => {
  it("begins a step where the one before ended, a sum at zero", () => {
    const step = (value: number, total: boolean) => ({ label: "", value, low: null, high: null, total });
    expect(spans([step(4, true), step(-1, false), step(3, true), step(2, false)])).toEqual([
      { from: 0, to: 4 },
      { from: 4, to: 3 },
      { from: 0, to: 3 },
      { from: 3, to: 5 },
    ]);
  });
  it("breaks a band where it is not known", () => {
    const low = [1, 1, null, 1];
    expect(stretches({ label: "", y: [2, 2, 2, 2], low, high: [3, 3, 3, 3] })).toEqual([[0, 1], [3]]);
    expect(stretches({ label: "", y: [2, 2] })).toEqual([]);
  });
  it("names the points that stand out", () => {
    const points = [0, 1, 2, 3, 50].map((x) => ({ label: String(x), x, y: 1, group: "g" }));
    expect([...outstanding(points, 2)].map(({ label }) => label)).toEqual(["50", "0"]);
    expect(outstanding([], 2).size).toBe(0);
  });
  it("names each option with its choice", () => {
    expect(rowsOf([{ label: "baseline", options: [{ label: "B1", used: [0] }] }])).toEqual([{ label: "baseline: B1", used: [0] }]);
  });
});

const FIGURES: Figure[] = [
  { kind: "intervals", data: { unit: "u", zero: 0, items: [{ label: "a", low: -1, mid: 0.5, high: 1, group: "g" }] } },
  { kind: "waterfall", data: { unit: "u", steps: [{ label: "a", value: -2, low: -3, high: -1, total: false }] } },
  { kind: "lines", data: { unit: "u", x_unit: "year", x: [2000, 2001], series: [{ label: "a", y: [0.5, null] }] } },
  { kind: "scatter", data: { x_unit: "x", y_unit: "u", points: [{ label: "a", x: 1, y: 0.5, group: "g" }], line: null } },
  { kind: "curve", data: { unit: "u", estimates: [0.5], low: [-1], high: [1], significant: [false], primary: 0, choices: [] } },
];

describe("views", () => {
  it.each(FIGURES)("makes a $kind that says what a mark is", (figure) => {
    const view = viewOf(figure, setting);
    expect(view.height).toBeGreaterThan(60);
    const series = view.option.series as { id?: string; type: string }[];
    const said = series.map(({ id }) => (id ? view.tip(id, 0) : "")).filter(Boolean);
    expect(said.length).toBeGreaterThan(0);
    expect(said[0]).toContain(figure.kind === "waterfall" ? "\u22122" : "0.5");
    expect(view.tip("none", 99)).toBe("");
  });
  it.each<Figure>([
    { kind: "intervals", data: { unit: "u", zero: null, items: [] } },
    { kind: "waterfall", data: { unit: "u", steps: [] } },
    { kind: "lines", data: { unit: "u", x_unit: "year", x: [], series: [] } },
    { kind: "scatter", data: { x_unit: "x", y_unit: "u", points: [], line: null } },
    { kind: "curve", data: { unit: "u", estimates: [], low: [], high: [], significant: [], primary: null, choices: [] } },
  ])("makes an empty $kind of finite size", (figure) => {
    const view = viewOf(figure, setting);
    expect(Number.isFinite(view.height)).toBe(true);
    expect(JSON.stringify(view.option)).not.toMatch(/NaN|Infinity/);
  });
  it("never takes a label of the data for the name of a series", () => {
    const hostile = "{a|b}<img>";
    const view = viewOf(
      { kind: "scatter", data: { x_unit: "", y_unit: "", points: [{ label: hostile, x: 1, y: 1, group: hostile }], line: null } },
      setting,
    );
    const names = (view.option.series as { name?: string }[]).map(({ name }) => name);
    expect(names).not.toContain(hostile);
    expect((view.option.legend as { formatter: (name: string) => string }).formatter("g0")).toBe(hostile);
  });
});

describe("band of chance", () => {
  it("goes there along the upper ends and back along the lower ones", () => {
    expect(bandPath([[0, 9, 1], [10, 8, 2]])).toBe("M0.00 1.00L10.00 2.00L10.00 8.00L0.00 9.00Z");
  });

  it("is nothing of one place, and has a name only where it is drawn", () => {
    expect(bandPath([[0, 9, 1]])).toBe("");
    const data = { unit: "u", estimates: [0, 1], low: [-1, 0], high: [1, 2], significant: [false, false], primary: null, choices: [] };
    const shown = (more: object) => JSON.stringify(curve({ ...data, ...more }, setting).option).includes("\"chance\"");
    expect(shown({})).toBe(false);
    expect(shown({ null_low: [null, null], null_high: [null, null] })).toBe(false);
    expect(shown({ null_low: [-1, -1], null_high: [1, 1] })).toBe(true);
  });
});
