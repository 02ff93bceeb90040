import { describe, expect, it } from "vitest";
import { bibtex } from "../src/about/cite";
import { countKinds } from "../src/about/counts";
import { titles } from "../src/about/tab";
import { change } from "../src/dossier/finder";
import { spread } from "../src/evidence/audit";
import { cell } from "../src/evidence/csv";
import { borneOut } from "../src/evidence/detail";
import { filtered, ordered, standsAt, tally, type Choice } from "../src/evidence/filters";
import { bestTier, type Item } from "../src/evidence/item";
import { sameTime } from "../src/evidence/ledger";
import { amount, measure, percent, range, times } from "../src/evidence/numbers";
import { phrase, textOf } from "../src/evidence/saying";
import { supports } from "../src/evidence/sources";

function claim(key: string, more: Partial<Item> = {}): Item {
  return {
    key, kind: "tie", orgs: [], paradigm: "ai", evidence: "sourced", modality: "asserted", rank: "normal", confidence: "0.9", quote: "",
    locator: "", note: "", knownFrom: "", start: "2020", end: "", from: "2020-01-01", until: "", span: true, sources: [], tier: "2",
    clash: null, disputes: [], statements: [], verdicts: [], said: [], row: {}, ...more,
  };
}

const everything: Choice = { facets: {}, firm: "", source: "", slot: "", date: "", text: "" };
const source = (id: string, tier: string) => ({ number: 0, source: id, title: id, publisher: "", published: "", url: "", tier });

describe("filters", () => {
  const items = [
    claim("a", { orgs: ["x"], tier: "1" }),
    claim("b", { evidence: "known", tier: "", confidence: "0.5" }),
    claim("c", { kind: "valuation", paradigm: "", span: false, clash: 0, verdicts: ["confirmed", "contested"] }),
  ];
  const keys = (choice: Partial<Choice>) => filtered(items, { ...everything, ...choice }, ({ key }) => key).map(({ key }) => key);

  it("lets pass what every facet admits, and any value within one", () => {
    expect(keys({})).toEqual(["a", "b", "c"]);
    expect(keys({ facets: { evidence: ["known"] } })).toEqual(["b"]);
    expect(keys({ facets: { tier: ["1", "none"] } })).toEqual(["a", "b"]);
    expect(keys({ facets: { tier: ["1", "none"], evidence: ["known"] } })).toEqual(["b"]);
    expect(keys({ facets: { conflict: ["yes"] } })).toEqual(["c"]);
    expect(keys({ firm: "x" })).toEqual(["a"]);
    expect(keys({ text: "B" })).toEqual(["b"]);
  });
  it("counts a facet as if nothing of it were chosen", () => {
    const choice = { ...everything, facets: { evidence: ["known"] } };
    const counts = tally(filtered(items, choice, () => "", "evidence"), "evidence");
    expect([...counts]).toEqual([["sourced", 2], ["known", 1]]);
    expect([...tally(items, "verdict")]).toEqual([["confirmed", 1], ["contested", 1]]);
  });
  it("asks spans whether they hold, and figures whether they are of the time before", () => {
    const span = claim("s", { until: "2021-01-01" });
    expect([standsAt(span, "2020-06-30"), standsAt(span, "2021-01-01"), standsAt(span, "2019-12-31")]).toEqual([true, false, false]);
    expect(standsAt(claim("f", { span: false, from: "2020-01-01" }), "2025-01-01")).toBe(true);
    expect(standsAt(claim("undated", { from: "" }), "2025-01-01")).toBe(false);
  });
  it("puts in order without losing the order of the file", () => {
    expect(ordered(items, "doubtful").map(({ key }) => key)).toEqual(["b", "a", "c"]);
    expect(ordered(items, "newest").map(({ key }) => key)).toEqual(["a", "b", "c"]);
  });
});

describe("numbers", () => {
  it("keeps what is stated and no digit more", () => {
    expect([range("1340", "1340"), range("3.3", "5.0"), range("-1234567.50", "")]).toEqual(["1,340", "3.3–5.0", "-1,234,567.50"]);
    expect(amount("4.3", "4.3", "USD")).toBe("USD 4.3 bn");
    expect(percent("0.07", "0.07")).toBe("7%");
    expect(times("0.29", 100)).toBe("29");
    expect([measure("93.3", "93.3", "pct", ""), measure("12", "12", "GW", "")]).toEqual(["93.3%", "12 GW"]);
  });
  it("writes spreads of recomputations", () => {
    expect([spread([0.66, 1]), spread([1340.4, 1340.4]), spread([0.093896, 0.093896])]).toEqual(["0.66–1", "1,340", "0.0939"]);
  });
});

describe("claims", () => {
  it("makes sentences of parts, and knows no place that the template lacks", () => {
    const parts = phrase("{a} depends on {b}.", { a: { text: "X", firm: "x" }, b: [{ text: "Y" }, { text: "Z" }] });
    expect(textOf(parts)).toBe("X depends on YZ.");
    expect(parts[0]?.firm).toBe("x");
    expect(textOf(phrase("{unknown} stays", {}))).toBe("{unknown} stays");
  });
  it("has the best tier of its sources", () => {
    expect([bestTier([]), bestTier([{ tier: "4" }, { tier: "2" }])]).toEqual(["", "2"]);
  });
  it("tells borne-out fields from judged ones", () => {
    const said = [{ fields: "existence start", quote: "", locator: "", confidence: "", known_from: "", sources: [] }];
    const tie = claim("t", { said, row: { criticality: "0.9", share_low: "0.5" } });
    expect(borneOut(tie)).toEqual({ sourced: ["existence", "start"], judged: ["share", "criticality"] });
    expect(borneOut(claim("m", { evidence: "known" })).judged).toEqual(["existence", "start"]);
  });
  it("meets a disagreement of its time only", () => {
    const cap = claim("v", { kind: "valuation", row: { kind: "market_cap" }, start: "2025", from: "2025-01-01" });
    expect([sameTime("2025-09-10", cap), sameTime("2025", cap), sameTime("", cap)]).toEqual([false, true, true]);
    const figure = claim("f", { kind: "fundamental", start: "2025-01-01", end: "2025-06-30", from: "2025-01-01" });
    expect([sameTime("2025-03", figure), sameTime("2025-08", figure)]).toEqual([true, false]);
  });
  it("counts each source once per claim", () => {
    const one = source("one", "1");
    const said = [{ fields: "start", quote: "", locator: "", confidence: "", known_from: "", sources: [one] }];
    const found = supports([source("two", "2"), one], [claim("t", { sources: [one], said })]);
    expect(found.map(({ source: { source: id }, n }) => [id, n])).toEqual([["one", 1], ["two", 0]]);
  });
  it("writes cells that no spreadsheet takes for formulae", () => {
    expect([cell('a "b"'), cell("=1+1"), cell("-0.5"), cell("@x, y")]).toEqual(['"a ""b"""', "'=1+1", "-0.5", `"'@x, y"`]);
  });
});

describe("about", () => {
  it("counts kinds, memory and tiers", () => {
    const counts = countKinds([claim("a", { tier: "1" }), claim("b", { evidence: "known", tier: "" })]);
    expect(counts).toEqual([
      { kind: "tie", n: 2, known: 1, tiers: [1, 0, 0, 0, 0] },
      { kind: "all", n: 2, known: 1, tiers: [1, 0, 0, 0, 0] },
    ]);
  });
  it("cites with what the numbers were computed from", () => {
    expect(bibtex({ title: "T", authors: "A", version: "1", claims: "abc", date: "2025-11-15" })).toContain("note = {Version 1, claims abc, as of 2025-11-15}");
  });
  it("names what is bundled", () => {
    const rule = "=".repeat(78);
    expect(titles(`intro\n\n${rule}\necharts 6 (Apache-2.0)\n${rule}\n\ntext\n`)).toEqual(["echarts 6 (Apache-2.0)"]);
  });
});

describe("finder", () => {
  const paradigms = ["pc", "search", "ai"];
  it("stays where a firm is known and else opens the network", () => {
    expect(change({ kind: "firm", id: "catl" }, "evidence", paradigms)).toEqual({ firm: "catl", tab: "evidence" });
    expect(change({ kind: "firm", id: "catl" }, "query", paradigms)).toEqual({ firm: "catl", tab: "network", "n.tie": null });
    expect(change({ kind: "paradigm", id: "pc" }, "about", paradigms)).toEqual({ p: "pc", tab: "ranking" });
    expect(change({ kind: "tab", id: "query" }, "about", paradigms)).toEqual({ tab: "query" });
  });
  it("draws a paradigm alone in the network", () => {
    expect(change({ kind: "paradigm", id: "search" }, "network", paradigms)).toEqual({ p: "search", tab: "network", "n.paradigm": "-pc,-ai" });
  });
});
