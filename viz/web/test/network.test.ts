import { describe, expect, it } from "vitest";
import { Graph, type Payload } from "../src/network/graph";
import { cross, labelLimit, placeLabels, type Wanting } from "../src/network/labels";
import { offText, pinText, readLook, tieText, valuesOf, type Look } from "../src/network/look";
import { measure, radius } from "../src/network/measures";
import { shortestPath } from "../src/network/path";
import { search } from "../src/network/search";
import { arrow, corners } from "../src/network/shapes";
import { evidenceClass } from "../src/network/shade";
import { xmlText } from "../src/network/vector";
import { neighbourhood, survey, tieCount, visibleTies } from "../src/network/visibility";

const IDS = ["a", "b", "c", "d", "fund"];
const empty = { n: 0, columns: {}, keys: {} };

/** a → b → c in pc, a → d in ai (announced), d → c in ai from memory, and money of the fund in a. */
function graph(): Graph {
  const ties = [
    { from: 0, to: 1, paradigm: "pc", layer: "tech", status: "active", evidence: "sourced" },
    { from: 1, to: 2, paradigm: "pc", layer: "supply", status: "ended", evidence: "sourced" },
    { from: 0, to: 3, paradigm: "ai", layer: "tech", status: "announced", evidence: "sourced" },
    { from: 3, to: 2, paradigm: "ai", layer: "tech", status: "active", evidence: "known" },
    { from: 0, to: 4, paradigm: "", layer: "capital", status: "", evidence: "sourced" },
  ];
  const column = (name: keyof (typeof ties)[number]): unknown[] => ties.map((tie) => tie[name]);
  const data: Payload = {
    nodes: {
      n: 5,
      columns: {
        id: IDS, en: ["Apple", "Bell", "CATL", "Dell", "Fund"], zh: ["苹果", "", "宁德时代", "戴尔", ""], x: [0, 1, 2, 3, 4], y: [0, 0, 0, 0, 0],
        kind: ["Company", "Company", "Company", "Company", "CapitalSource"], region: ["us", "us", "cn", "us", "us"],
        tickers: ["XNAS:AAPL", "", "XSHE:300750", "", ""], keys: ["pingguo pg", "", "ningdeshidai ndsd", "", ""],
      },
      keys: {},
    },
    edges: { n: 5, columns: { from: column("from"), to: column("to"), paradigm: column("paradigm"), layer: column("layer"), first: [0, 1, 2, 3, 4], count: [1, 1, 1, 1, 1] }, keys: {} },
    claims: {
      n: 5,
      columns: {
        tie: ["1", "2", "3", "4", "5"], start: ["1990", "1990", "1990", "1990", "1990"], end: ["", "2020", "", "", ""], layer: column("layer"), status: column("status"),
        evidence: column("evidence"), low: ["", "", "2", "", "5"], high: ["", "", "4", "", ""], currency: ["", "", "EUR", "", "USD"],
      },
      keys: {},
    },
    witnesses: empty, holdings: empty, events: empty, statements: empty, sources: empty,
    paradigms: [{ id: "pc", en: "PC", zh: "个人电脑", from: "", to: "", island: [] }, { id: "ai", en: "AI", zh: "人工智能", from: "", to: "", island: [] }],
    slots: {}, words: {},
    power: { pc: { scale: 10, firms: [1, 2], years: { "2000": [4, 2] } }, ai: { scale: 10, firms: [2], years: { "2000": [3] } } },
    reach: {}, lockin: {},
    sizes: { least: 3, most: 5, greatest: 0.4 },
    palette: { region: { us: ["#000000", "#ffffff"], cn: ["#000000", "#ffffff"] }, layer: { tech: ["#000000", "#ffffff"], supply: ["#000000", "#ffffff"], capital: ["#000000", "#ffffff"] }, paradigm: [["#000000", "#ffffff"]] },
  };
  return new Graph(data);
}

const look = (found: Graph, text = "", date = "2000-12-31"): Look => {
  const values = new URLSearchParams(text);
  return readLook((key) => values.get(key), found, date, "n.");
};
const ids = (firms: Iterable<{ id: string }>): string[] => [...firms].map(({ id }) => id).sort();

describe("look", () => {
  it("is read from the address, and what the address cannot mean is left out", () => {
    const found = graph();
    const read = look(found, "n.region=-cn,-mars&n.size=weight&n.color=kind&firm=b&n.tie=a~b~pc&n.steps=7&n.pin=a@10@-20~c~nobody@1@2&n.from=a&n.to=x");
    expect([...read.off.region]).toEqual(["cn"]);
    expect([read.size, read.color, read.firm?.id, read.tie?.number, read.steps]).toEqual(["power", "kind", "b", 0, 1]);
    expect(read.pins.map(({ firm, at }) => [firm.id, at])).toEqual([["a", { x: 10, y: -20 }], ["c", null]]);
    expect([read.from?.id, read.to]).toEqual(["a", null]);
    expect(pinText(read.pins)).toBe("a@10@-20~c");
    expect(offText(read.off.region)).toBe("-cn");
    expect(tieText(read.tie!)).toBe("a~b~pc");
  });
  it("knows the values of each group in their order", () => {
    expect(valuesOf(graph(), "kind")).toEqual(["Company", "CapitalSource"]);
    expect(valuesOf(graph(), "status")).toEqual(["active", "announced", "ended"]);
  });
});

describe("visibility", () => {
  it("counts each group as if it had no filter of its own", () => {
    const found = graph();
    const scene = survey(found, look(found, "n.region=-cn"));
    expect(ids(found.firms.filter(({ number }) => scene.firms.has(number)))).toEqual(["a", "b", "d", "fund"]);
    expect(tieCount(scene)).toBe(3);
    expect(scene.counts.region).toEqual({ us: 5 - 1, cn: 1 });
    expect(scene.counts.layer).toEqual({ tech: 2, capital: 1 });
    expect(scene.counts.status).toEqual({ active: 2, announced: 1 });
  });
  it("filters by kind, status and evidence", () => {
    const found = graph();
    const shown = (text: string): number => tieCount(survey(found, look(found, text)));
    expect([shown(""), shown("n.kind=-CapitalSource"), shown("n.status=-announced,-ended"), shown("n.evidence=-known")]).toEqual([5, 4, 3, 4]);
  });
  it("says how a tie is drawn, and leaves out what does not hold at the date", () => {
    const found = graph();
    expect(survey(found, look(found)).ties.map((manner) => manner?.line)).toEqual(["solid", "solid", "promised", "dashed", "money"]);
    expect(survey(found, look(found, "", "2021-12-31")).ties[1]).toBeNull();
  });
  it("finds the neighbourhood of one and of two steps", () => {
    const found = graph();
    const scene = survey(found, look(found));
    expect(ids(neighbourhood(scene, found.firm("b")!, 1))).toEqual(["a", "b", "c"]);
    expect(ids(neighbourhood(scene, found.firm("b")!, 2))).toEqual(IDS);
    expect(visibleTies(scene, found.firm("c")!).length).toBe(2);
  });
});

describe("path", () => {
  const found = graph();
  const way = (from: string, to: string, directed: boolean, text = ""): string[] | undefined =>
    shortestPath(survey(found, look(found, text)), found.firm(from)!, found.firm(to)!, directed)?.map((step) => `${step.from.id}${step.forward ? ">" : "<"}${step.to.id}`);
  it("follows dependence, over the lower ids among equally short ones", () => expect(way("a", "c", true)).toEqual(["a>b", "b>c"]));
  it("keeps to what is shown", () => expect(way("a", "c", true, "n.paradigm=-pc")).toEqual(["a>d", "d>c"]));
  it("has no way against dependence, unless direction is ignored", () => {
    expect(way("c", "a", true)).toBeUndefined();
    expect(way("c", "a", false)).toEqual(["c<b", "b<a"]);
  });
  it("takes money for no dependence", () => {
    expect(way("a", "fund", true)).toBeUndefined();
    expect(way("a", "fund", false)).toEqual(["a>fund"]);
  });
  it("is empty from a firm to itself", () => expect(way("a", "a", true)).toEqual([]));
});

describe("measures", () => {
  const found = graph();
  const of = (text: string): ReturnType<typeof measure> => {
    const chosen = look(found, text);
    return measure(found, chosen, survey(found, chosen));
  };
  it("takes the greatest power over the shown paradigms", () => {
    expect(of("").values.slice(0, 3)).toEqual([0, 0.4, 0.3]);
    expect(of("n.paradigm=-ai").values[2]).toBe(0.2);
  });
  it("counts dependents without money", () => expect(of("n.size=dependents").values).toEqual([0, 1, 2, 1, 0]));
  it("adds dollars up and says what is in no sum", () => {
    const sums = of("n.size=amount");
    expect([sums.values, sums.leftOut, sums.greatest]).toEqual([[5, 0, 0, 0, 5], 1, 5]);
  });
  it("lets the area grow with the value", () => {
    const sizes = { least: 3, most: 5, greatest: 1 };
    expect([0, 1, 0.5].map((value) => radius(sizes, { by: "power", values: [value], greatest: 1, leftOut: 0 }, { number: 0 }))).toEqual([3, 5, Math.sqrt(17)]);
  });
});

describe("labels", () => {
  const wanting = (n: number, must = false): Wanting[] => Array.from({ length: n }, (_, at) => ({ id: String(at), text: `name ${at}`, x: (at % 20) * 30, y: Math.floor(at / 20) * 15, reach: 4, size: 11, bold: false, must }));
  const width = (text: string): number => text.length * 6;
  it("never cover each other", () => {
    const placed = placeLabels(wanting(300), 60, width);
    expect(placed.length).toBeGreaterThan(20);
    for (const [at, one] of placed.entries()) for (const other of placed.slice(at + 1)) expect(cross(one, other), `${one.id} ${other.id}`).toBe(false);
  });
  it("stand at what must be named, whatever the limit", () => expect(placeLabels(wanting(5, true), 1, width).length).toBe(5));
  it("grow with the stage and the zoom, up to a limit", () => {
    expect([labelLimit(390, 500, 1), labelLimit(1280, 800, 1), labelLimit(1280, 800, 1.5), labelLimit(1280, 800, 9)]).toEqual([17, 55, 124, 260]);
  });
});

describe("shapes", () => {
  it("have as many corners as their kind says", () => {
    expect(["dot", "diamond", "triangle", "hexagon", "square"].map((shape) => corners(shape, { x: 0, y: 0 }, 1).length)).toEqual([0, 4, 3, 6, 4]);
  });
  it("end an arrow at the rim", () => expect(arrow({ x: 0, y: 0 }, { x: 10, y: 0 }, 4).end).toEqual({ x: 6, y: 0 }));
  it("tell classes of evidence", () => expect([0, 0.2, 0.5, 1, Number.NaN].map(evidenceClass)).toEqual(["none", "some", "most", "all", ""]));
});

describe("search", () => {
  const found = graph();
  it.each([["aapl", "a"], ["XNAS:AAPL", "a"], ["苹果", "a"], ["pg", "a"], ["300750", "c"], ["ningde", "c"], ["bell", "b"]])("finds %s", (text, id) => {
    expect(search(found, text, () => 0)[0]?.id).toBe(id);
  });
});

describe("svg", () => {
  it("takes out what XML cannot hold, and nothing else", () => {
    expect(xmlText("a\u0000b\u001fc\ud800d\ud83d\ude00 <&>\n")).toBe("a\ufffdb\ufffdc\ufffdd\ud83d\ude00 <&>\n");
  });
});
