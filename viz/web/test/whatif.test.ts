// Pure functions of the what-if tab: the address, the file, the edits. The model itself is held to Python's by pytest.

import { describe, expect, test } from "vitest";
import { readAddress, writeAddress } from "../src/model/address_form";
import { checkDocument } from "../src/model/check";
import { lastDay } from "../src/page/dates";
import type { Operation } from "../src/model/document";
import { ScenarioError } from "../src/model/faults";
import { settled } from "../src/model/lockin";
import { slotWeights } from "../src/model/slots";
import type { Tie } from "../src/model/tie";
import { readScenario } from "../src/model/yaml_read";
import { writeYaml } from "../src/model/yaml_write";
import { additionOf, settingOf, withDegree, withSetting, withTie } from "../src/whatif/edits";

const TIE: Tie = {
  id: "t1", dependent: "a", provider: "b", slot: "s", layer: "tech", low: null, high: null, criticality: 0.9,
  revocability: 1, closed: false, confidence: 0.9, active: 1, certain: [],
}; // prettier-ignore

const OPERATIONS: Operation[] = [
  { op: "remove_tie", tie: "t1", refill: "rivals", because: "a * b ** c ! d.\n.e: 甲" },
  { op: "remove_tie", tie: [".dot", "*", "!2a"] },
  { op: "remove_tie", provider: ["one"] },
  { op: "reweight_tie", dependent: "a", slot: "s", share: [0.1, 1 / 3] },
  { op: "shift_cohort_share", cohort: "c", slot: "s", shares: { "x*y": 0.1, "": 0.2 }, revocability: 0 },
  { op: "add_tie", dependent: "a", provider: "OPEN:x", slot: "s", closed: true },
  { op: "set_holding_degree", control_point: "p", holder: "h", degree: 1, holdings: "essay" },
];

function faultsOf(action: () => unknown): (string | number | undefined)[][] {
  try {
    action();
  } catch (error) {
    if (error instanceof ScenarioError) return error.faults.map(({ code, line }) => (line === undefined ? [code] : [code, line]));
    throw error;
  }
  return [];
}

describe("a supposition in the address", () => {
  const sound = OPERATIONS.filter((one) => one.op !== "shift_cohort_share");

  test("reads back as it was written", () => {
    expect(readAddress(writeAddress("ai", sound))).toEqual({ paradigm: "ai", operations: sound });
  });

  test("survives the browser's own encoding", () => {
    const hash = new URLSearchParams({ w: writeAddress("ai", sound) }).toString();
    expect(readAddress(new URLSearchParams(hash).get("w") ?? "").operations).toEqual(sound);
  });

  test("keeps ranges and shares of several providers", () => {
    const operations: Operation[] = [{ op: "shift_cohort_share", cohort: "c", slot: "s", shares: { "x*y": [0.1, 0.2], z: 0.5 } }];
    expect(readAddress(writeAddress("ai", operations)).operations).toEqual(operations);
  });

  test.each([
    ["ai", "too_short"],
    ["ai**explode*tie*t1", "unknown_op"],
    ["ai**constructor*tie*t1", "unknown_op"],
    ["ai**remove_tie", "no_selection"],
    ["ai**remove_tie*tie*t1*__proto__*x", "unknown_key"],
    ["ai**reweight_tie*tie*t1*share*2", "not_part"],
    ["ai**reweight_tie*tie*t1*share*1e999", "not_number"],
    ["ai**reweight_tie*tie*t1*share*0.9*.0.1", "backward_range"],
    ["ai**remove_tie*tie*\u202e", "bad_text"],
  ])("refuses %s", (text, code) => {
    expect(faultsOf(() => readAddress(text))).toEqual([[code]]);
  });
});

describe("a supposition as YAML", () => {
  const hostile = ["yes", "1e3", "- x", "a: b # c", '"', "\\", "{}", "|", "&a", "!!python/object:os.system", "标题", "a\u2028b", "\ud800", "🙂", "null", "-.5"];

  test.each(hostile)("writes %j as a text and nothing else", (text) => {
    const yaml = writeYaml({ title: { en: text, zh: "x" }, paradigm: "ai", operations: [{ op: "remove_tie", tie: "t1" }] });
    expect(yaml.split("\n").filter((line) => /^\S/.test(line)).map((line) => line.split(":")[0])).toEqual(["format", "title", "paradigm", "operations"]);
    if (!/[\p{C}\p{Zl}]/u.test(text)) expect(readScenario(yaml).title.en).toBe(text);
  });

  test("a head of several lines stays a comment", () => {
    const yaml = writeYaml({ title: { en: "a", zh: "b" }, paradigm: "ai", operations: [{ op: "remove_tie", tie: "t" }] }, ["x\noperations: []"]);
    expect(yaml.split("\n")[0]).toBe("# x operations: []");
  });

  const begin = "title: {en: a, zh: b}\nparadigm: ai\n";
  const end = "operations:\n- {op: remove_tie, tie: t1}\n";

  test.each([
    ["an alias", `${begin}note: &x {en: a, zh: b}\n${end}`, "alias", 3],
    ["a tag", `${begin}note: !!python/object:os.system {en: a, zh: b}\n${end}`, "tag", 3],
    ["a key twice", `${begin}paradigm: pc\n${end}`, "duplicate", 3],
    ["a merge of nothing known", `${begin}<<: {x: 1}\n${end}`, "unknown_key", 3],
    ["an unknown field", `${begin}${end}  because: x\n  evil: 1\n`.replace("- {op: remove_tie, tie: t1}", "- op: remove_tie\n  tie: t1"), "unknown_key", 7],
    ["several documents", `${begin}${end}---\n${begin}${end}`, "several", 5],
    ["no YAML", "title: [a", "syntax", 1],
    ["a share that is a text", `${begin}operations:\n- op: reweight_tie\n  tie: t1\n  share: "0.5"\n`, "not_number", 6],
    ["a boolean that is a number", `${begin}operations:\n- op: set_criticality\n  tie: t1\n  value: true\n`, "not_number", 6],
  ])("refuses %s with its line", (_, text, code, line) => {
    expect(faultsOf(() => readScenario(text))).toContainEqual([code, line]);
  });

  test("refuses what is too large or nested too deep, and nothing at all", () => {
    expect(faultsOf(() => readScenario(`# ${"x".repeat(256 * 1024)}`))).toEqual([["too_large", 0]].map(([code]) => [code]));
    expect(faultsOf(() => readScenario(`title: ${"[".repeat(14)}${"]".repeat(14)}`))[0]?.[0]).toBe("too_deep");
    expect(faultsOf(() => readScenario(""))[0]?.[0]).toBe("empty");
  });

  test("reads words and numbers by the rules of YAML 1.2", () => {
    const found = readScenario(`${begin}as_of: 2025\n${end.replace("t1", "NO")}`);
    expect(found.as_of).toBe("2025");
    expect(found.operations[0]).toEqual({ op: "remove_tie", tie: "NO" });
  });

  test("a key of the language itself is an unknown field", () => {
    expect(faultsOf(() => readScenario(`${begin}__proto__: {a: 1}\n${end}`))).toEqual([["unknown_key", 3]]);
    expect(faultsOf(() => checkDocument(JSON.parse('{"__proto__": {}}')))).toContainEqual(["unknown_key"]);
  });
});

describe("dates", () => {
  test.each([
    ["2024", "2024-12-31"], ["2024-02", "2024-02-29"], ["2100-02", "2100-02-28"], ["2025-11-15", "2025-11-15"],
    ["2025-13", null], ["2025-02-30", null], ["0000", null], ["2025-1-1", null], ["next year", null],
  ])("%s", (text, day) => expect(lastDay(text)).toBe(day)); // prettier-ignore
});

describe("edits", () => {
  test("a tie that ends loses its own settings; its slot keeps its criticality", () => {
    let operations = withSetting([], TIE, "share", 0.4);
    operations = withSetting(operations, TIE, "criticality", 0.2);
    operations = withTie(operations, TIE, false);
    expect(operations).toEqual([{ op: "set_criticality", dependent: "a", slot: "s", value: 0.2 }, { op: "remove_tie", tie: "t1" }]);
    expect(withTie(operations, TIE, true)).toHaveLength(1);
  });

  test("a setting changes where it stands, and goes", () => {
    let operations = withSetting([{ op: "remove_tie", tie: "t9" }], TIE, "revocability", 0.4);
    operations = withSetting(operations, TIE, "revocability", 0.5);
    expect(operations).toHaveLength(2);
    expect(settingOf(operations, TIE, "revocability")).toBe(0.5);
    expect(withSetting(operations, TIE, "revocability", null)).toEqual([{ op: "remove_tie", tie: "t9" }]);
    expect(withSetting(operations, TIE, "share", null)).toEqual(operations);
  });

  test("a supposed tie that ends is a tie less", () => {
    const added: Operation[] = [{ op: "add_tie", id: "t1", dependent: "a", provider: "b", slot: "s" }];
    expect(additionOf(added, TIE)).toBe(0);
    expect(withTie(withSetting(added, TIE, "share", 1), TIE, false)).toEqual([]);
  });

  test("the essay's holding and the researched one are set apart", () => {
    const holding = { point: "p", paradigm: "ai", side: "software", weight: 1, holder: "h", country: "US", degree: 1, essay: true };
    const operations = withDegree(withDegree([], holding, 0.5), { ...holding, essay: false }, 0.2);
    expect(operations.map((one) => (one.op === "set_holding_degree" ? [one.degree, one.holdings] : []))).toEqual([[0.5, "essay"], [0.2, "researched"]]);
    expect(withDegree(operations, holding, null)).toHaveLength(1);
  });
});

describe("the model's rules", () => {
  test("blank shares take what the stated ones leave, in equal parts", () => {
    const rows = [{ ...TIE, provider: "x" }, { ...TIE, provider: "y" }, { ...TIE, provider: "z" }];
    expect(slotWeights(rows, [0.6, null, null])).toEqual([0.6, 0.2, 0.2]);
    expect(slotWeights(rows, [0.9, 0.9, null])).toEqual([0.5, 0.5, 0]);
  });

  test("a slow circle goes on where a fast one stops", () => {
    expect(settled(1e-13, 10)).toBe(true);
    expect(settled(1e-13, 1_000_000)).toBe(false);
    expect(settled(0, 1)).toBe(true);
    expect(settled(0.5, 3)).toBe(false);
  });
});
