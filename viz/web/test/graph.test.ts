import { describe, expect, it } from "vitest";
import { rows } from "../src/network/columns";
import { Graph, holds, loadGraph, type Payload } from "../src/network/graph";
import { bounds } from "../src/network/validity";

const empty = { n: 0, columns: {}, keys: {} };
const data: Payload = {
  nodes: {
    n: 3,
    columns: { id: ["a", "b", "fund"], en: ["A", "B", "Fund"], zh: ["甲", "", "基金"], x: [0, 1, 2], y: [0, 0, 0], aliases: ["One\nTwo", "", ""], tickers: ["XNAS:A", "", ""] },
    keys: {},
  },
  edges: { n: 2, columns: { from: [0, 0], to: [1, 2], paradigm: ["pc", ""], layer: [0, 1], first: [0, 2], count: [2, 1] }, keys: { layer: ["tech", "capital"] } },
  claims: {
    n: 3,
    columns: { tie: ["t1", "t2", "i1"], start: ["1990", "1995-06", "2001-02-03"], end: ["1995", "unknown", ""], last_confirmed: ["", "1997", ""], layer: ["tech", "tech", "capital"] },
    keys: {},
  },
  witnesses: { n: 1, columns: { claim: [1], fields: ["start"] }, keys: {} },
  holdings: { n: 1, columns: { holding: ["h"], holder: [1], name_en: ["Point"] }, keys: {} },
  events: empty,
  statements: empty,
  sources: { n: 1, columns: { title: ["Paper"] }, keys: {} },
  paradigms: [{ id: "pc", en: "PC", zh: "个人电脑", from: "1980", to: "2000", island: [] }],
  slots: {},
  words: {},
  power: { pc: { scale: 100, firms: [0, 1], years: { "1990": [0, 50] } } },
  reach: {},
  lockin: {},
  sizes: { least: 1, most: 2, greatest: 0.5 },
  palette: { region: {}, layer: {}, paradigm: [] },
};

describe("columns", () => {
  it("become rows again, with blanks for columns that the table lacks", () => {
    const table = { n: 2, columns: { a: [1, 0], b: [7, 8] }, keys: { a: ["x", "y"] } };
    expect(rows<{ number: number; a: string; c: string }>(table, ["c"])).toEqual([
      { number: 0, a: "y", b: 7, c: "" },
      { number: 1, a: "x", b: 8, c: "" },
    ]);
  });
});

describe("validity", () => {
  it("is half-open", () => {
    const claim = { ...bounds({ start: "1990", end: "1995", last_confirmed: "" }), rank: "normal" };
    expect([holds(claim, "1989-12-31"), holds(claim, "1990-01-01"), holds(claim, "1994-12-31"), holds(claim, "1995-01-01")]).toEqual([false, true, true, false]);
  });
  it("ends, where nobody says when, on the last day that a source saw it", () => {
    const claim = { ...bounds({ start: "1995-06", end: "unknown", last_confirmed: "1997" }), rank: "normal" };
    expect([holds(claim, "1997-12-31"), holds(claim, "1998-01-01")]).toEqual([true, false]);
  });
  it("holds neither without a start nor once set aside", () => {
    expect(holds({ ...bounds({ start: "", end: "", last_confirmed: "" }), rank: "normal" }, "2000-01-01")).toBe(false);
    expect(holds({ ...bounds({ start: "1990", end: "", last_confirmed: "" }), rank: "deprecated" }, "2000-01-01")).toBe(false);
  });
});

describe("graph", () => {
  const graph = new Graph(structuredClone(data));
  it("joins firms, ties and claims", () => {
    expect(graph.firm("a")?.out.map((tie) => tie.provider.id)).toEqual(["b", "fund"]);
    expect(graph.tie("a", "b", "pc")?.claims.map((claim) => claim.tie)).toEqual(["t1", "t2"]);
    expect(graph.claim("i1")?.edge.provider.id).toBe("fund");
    expect(graph.firm("a")?.aliases).toEqual(["One", "Two"]);
    expect(graph.firm("b")?.aliases).toEqual([]);
    expect(graph.witnessesOf(graph.claims[1]!).map((row) => row.fields)).toEqual(["start"]);
    expect(graph.holdingsOf(graph.firm("b")!)[0]?.name).toEqual(["Point", ""]);
  });
  it("puts money on the ground of the firm that got it", () => {
    expect(graph.tie("a", "fund", "")?.ground).toBe("pc");
  });
  it("reads powers by year", () => {
    expect([...graph.powers("pc", "1990")]).toEqual([[1, 0.5]]);
    expect(graph.powers("pc", "1991").size).toBe(0);
    expect(graph.ranking("pc", "1990").map(({ firm }) => firm.id)).toEqual(["b"]);
  });
  it("gives no source for a number that the file lacks", () => {
    expect(graph.sourcesOf({ sources: "0 7" }).map((source) => source.title)).toEqual(["Paper"]);
  });
  it("is made once for a file", async () => {
    const app = { block: <Value>() => Promise.resolve(structuredClone(data) as Value) };
    expect(await loadGraph(app)).toBe(await loadGraph(app));
  });
});
