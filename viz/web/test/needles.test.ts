import { describe, expect, it } from "vitest";
import { closeness, matches, needles, plain } from "../src/page/needles";

const firms = [
  { id: "catl", needles: needles(["CATL", "宁德时代", "ningdeshidai", "ndsd"]), weight: 1 },
  { id: "citroen", needles: needles(["Citroën", "雪铁龙"]), weight: 2 },
  { id: "big_apple", needles: needles(["Big Apple"]), weight: 9 },
  { id: "apple", needles: needles(["Apple", "苹果"]), weight: 3 },
];

describe("needles", () => {
  it("compares without accents and case", () => {
    expect(plain("  CITROËN ")).toBe("citroen");
    expect(needles(["A", "a", " "])).toEqual(["a"]);
  });
  it("ranks the whole name before its start, a word's start and any part", () => {
    expect(["apple", "app", "ppl"].map((text) => closeness(["apple"], text))).toEqual([0, 1, 3]);
    expect(closeness(["big apple"], "apple")).toBe(2);
    expect(closeness(["apple"], "pear")).toBe(Infinity);
  });
  it("finds by either language, alias or pinyin, closest first", () => {
    const found = (text: string) => matches(firms, text).map(({ id }) => id);
    expect(found("宁德")).toEqual(["catl"]);
    expect(found("ndsd")).toEqual(["catl"]);
    expect(found("citroen")).toEqual(["citroen"]);
    expect(found("apple")).toEqual(["apple", "big_apple"]);
    expect(found("  ")).toEqual([]);
  });
});
