// The Query tab's pure parts: words of a query, its parameters, what is wrong with it, files of an answer.

import { describe, expect, it } from "vitest";
import { ofJson, ofTriples } from "../src/query/answer";
import { checkAllowed, engineFault, visibleFault } from "../src/query/check";
import { csv, turtle } from "../src/query/export";
import { Fault } from "../src/query/fault";
import { askedView, fit } from "../src/query/fit";
import { asWritten, bind, parameters } from "../src/query/parameters";
import { declared, leftOut, prologue, withPrefix } from "../src/query/prefixes";
import { notation, term } from "../src/query/terms";
import { form, hasFrom, locate, tokens } from "../src/query/tokens";
import { distance, Vocabulary } from "../src/query/vocabulary";
import words from "../src/query/words.json";

const PREFIXES = {
  def: "https://w3id.org/definer/ontology#",
  id: "https://w3id.org/definer/id/",
  rdf: "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
  skos: "http://www.w3.org/2004/02/skos/core#",
  xsd: "http://www.w3.org/2001/XMLSchema#",
};
const LISTS = { rank: "https://w3id.org/definer/code/rank#" };
const faultOf = (text: string): Fault | null => visibleFault(text, PREFIXES, LISTS);
const run = (text: string): string => bind(text, {}, PREFIXES).text;

function thrown(action: () => unknown): Fault {
  try {
    action();
  } catch (error) {
    if (error instanceof Fault) return error;
  }
  throw new Error("no fault");
}

describe("words of a query", () => {
  it("are the query when joined", () => {
    const text = "# a ?x\nSELECT ?名 { <http://a#b> a 'it\\'s' ; def:x.y \"\"\"two\n\"lines\"\"\"\"@zh-Hans . FILTER(1.5e3 < -2) }";
    expect(tokens(text).map(({ text: word }) => word).join("")).toBe(text);
    expect(tokens("ASK{?a a 'b'}").filter(({ kind }) => kind !== "space").map(({ kind }) => kind)).toEqual(["word", "other", "variable", "word", "string", "other"]);
  });
  it("say what form it is and where a place is", () => {
    expect(form("PREFIX a: <b>\nselect * {}")?.text).toBe("select");
    expect(hasFrom("SELECT * FROM <a> {}")).toBe(true);
    expect(hasFrom('SELECT * { ?from ?x "FROM" }')).toBe(false);
    expect(locate("ab\ncd", 4)).toEqual([2, 2]);
  });
});

describe("parameters", () => {
  const text = '# param firm=id:org/nvidia (whose)\n# param n=5\n# param lang="en" (language)\nSELECT $firm ?x (COUNT(?y) AS ?z) { $firm ?x ?y FILTER(LANG(?x) = $lang) } LIMIT $n';
  it("are read from the header and become constants, a name kept where one is shown", () => {
    expect(parameters(text, PREFIXES).map(({ name, what }) => [name, what])).toEqual([["firm", "whose"], ["n", ""], ["lang", "language"]]);
    const bound = run(text);
    expect(bound).toContain("SELECT (<https://w3id.org/definer/id/org/nvidia> AS ?firm) ?x");
    expect(bound).toContain('{ <https://w3id.org/definer/id/org/nvidia> ?x ?y FILTER(LANG(?x) = "en") } LIMIT 5');
  });
  it("cannot be broken out of", () => {
    const hostile = '" } ; DROP ALL #\n';
    expect(notation(term(hostile, PREFIXES, term('"en"', PREFIXES)))).toBe('"\\" } ; DROP ALL #\\n"');
    expect(thrown(() => term("id:a> } #", PREFIXES)).key).toBe("value.iri");
  });
  it("take the type of their default", () => {
    const like = (value: string, sample: string): string => notation(term(value, PREFIXES, term(sample, PREFIXES)));
    expect(like("2024-02", "2020-01-01")).toBe('"2024-02-29"^^<http://www.w3.org/2001/XMLSchema#date>');
    expect(like("catl", "id:org/nvidia")).toBe("<https://w3id.org/definer/id/org/catl>");
    expect(like("007", "5")).toBe("7");
    expect(like("0.50", "0.9")).toBe('"0.5"^^<http://www.w3.org/2001/XMLSchema#decimal>');
    expect(thrown(() => like("many", "5")).key).toBe("value.type");
    expect(thrown(() => like("2023-02-29", "2020-01-01")).key).toBe("value.type");
  });
  it("keep the way back to the query as written", () => {
    const bound = bind(text, {}, PREFIXES);
    const at = bound.text.indexOf("LIMIT");
    expect(asWritten(text, bound, at)).toBe(text.indexOf("LIMIT"));
  });
});

describe("operators", () => {
  it.each([
    ["SELECT (8 - 4 - 2 AS ?x) {}", "SELECT ((8 - 4) - 2 AS ?x) {}"],
    ["ASK { FILTER(?a / ?b * ?c > 1 - -2 - 3) }", "ASK { FILTER((?a / ?b) * ?c > (1 - -2) - 3) }"],
    ["ASK { BIND(ROUND(?a / ?b / ?c * 10000) / 100 AS ?x) }", "ASK { BIND(ROUND(((?a / ?b) / ?c) * 10000) / 100 AS ?x) }"],
    ["SELECT (SUM(?a * ?b * ?c) AS ?x) { ?s a/b/c*/d ?o } HAVING (1 + 2 * 3 * 4 + 5 > 0)", "SELECT (SUM((?a * ?b) * ?c) AS ?x) { ?s a/b/c*/d ?o } HAVING ((1 + (2 * 3) * 4) + 5 > 0)"],
    ["ASK { ?s (def:a/def:b/def:c)* (1 -2 -3) FILTER NOT EXISTS { ?s def:a/def:b/def:c ?t } }", "ASK { ?s (def:a/def:b/def:c)* (1 -2 -3) FILTER NOT EXISTS { ?s def:a/def:b/def:c ?t } }"],
    ['ASK { FILTER(1e-5 - "2"^^xsd:decimal - xsd:decimal("3"@en) IN (1 - 2 - 3, 4)) }', 'ASK { FILTER((1e-5 - "2"^^xsd:decimal) - xsd:decimal("3"@en) IN ((1 - 2) - 3, 4)) }'],
  ])("are read from the left: %s", (text, bracketed) => expect(run(text)).toBe(bracketed));
});

describe("prefixes", () => {
  it("may be left out, and are put before the query on its first line", () => {
    const text = "PREFIX x: <http://x/>\nSELECT * { ?a def:b x:c ; rank:d 'skos:not' }";
    expect(declared(text)).toEqual({ x: "http://x/" });
    expect(leftOut(text, PREFIXES)).toEqual(["def"]);
    expect(prologue(text, PREFIXES)).toBe("PREFIX def: <https://w3id.org/definer/ontology#> ");
  });
  it("are declared behind the header where the query lacks them", () => {
    const text = "# title\n\nSELECT * {}";
    const { at, insert } = withPrefix(text, "rank", LISTS.rank);
    expect(text.slice(0, at) + insert + text.slice(at)).toBe(`# title\n\nPREFIX rank: <${LISTS.rank}>\nSELECT * {}`);
  });
});

describe("what is wrong", () => {
  it.each([
    ["", "wrong.empty", 0],
    ["FOO", "wrong.form", 0],
    ["SELECT * { ?a bar:b ?c }", "wrong.prefix", 14],
    ["SELECT * { ?a <b> ?c }", "wrong.iri", 14],
    ["SELECT * { ?a ?b 'c }", "wrong.quote", 17],
    ["SELECT * { ?a ?b ?c", "wrong.open", 9],
    ["SELECT * { ?a ?b ?c }}", "wrong.closes", 21],
    ["SELECT (CONCAT (?a) AS ?b) {}", "wrong.blank", 8],
  ])("is found before the engine is asked: %s", (text, key, from) => {
    expect([faultOf(text)?.key, faultOf(text)?.from]).toEqual([key, from]);
  });
  it("can be mended where a list's prefix is missing", () => {
    const fault = faultOf("SELECT * { ?a ?b rank:normal }");
    expect(fault?.mends[0]?.text).toBe(`PREFIX rank: <${LISTS.rank}>\n`);
  });
  it("is refused where it would write or leave the machine, however it is spelt", () => {
    expect(thrown(() => checkAllowed("PREFIX a: <b> INSERT DATA {}")).key).toBe("wrong.update");
    expect(thrown(() => checkAllowed("SELECT * { SERVICE <http://x> {} }")).key).toBe("wrong.service");
    expect(thrown(() => checkAllowed("SELECT * { S\\u0045RVICE <http://x> {} }")).key).toBe("wrong.service");
    expect(() => checkAllowed("SELECT * { ?service ?insert 'SERVICE' }")).not.toThrow();
  });
  it("has its place in the query as written, not as run", () => {
    const text = "# param n=5\nSELECT * { ?a ?b $n ?c }";
    const bound = bind(text, {}, PREFIXES);
    const fault = engineFault(text, bound, 0, "error at 2:20: expected one of ...");
    expect(locate(text, fault.from ?? 0)).toEqual([2, 21]);
    expect(engineFault("SELECT ?a {}", bind("SELECT ?a {}", {}, PREFIXES), 10, "error at 1:18: x").from).toBe(7);
  });
  it("has words in both languages", () => {
    for (const [key, { en, zh }] of Object.entries(words)) {
      expect(en && zh, key).toBeTruthy();
      expect([...en.matchAll(/\{\w+\}/g)].map(String).sort(), key).toEqual([...zh.matchAll(/\{\w+\}/g)].map(String).sort());
    }
  });
});

describe("the vocabulary", () => {
  const vocabulary = new Vocabulary({ lists: LISTS, terms: [[`${PREFIXES.def}dependsOn`, "property", "depends on", "依赖", "", ""], [`${LISTS.rank}normal`, "word", "normal", "一般", "", ""]] }, PREFIXES);
  it("knows the nearest term of a misspelt one", () => {
    const [fault, ...more] = vocabulary.strangers("PREFIX rank: <https://w3id.org/definer/code/rank#> SELECT * { ?a def:dependOn ?b ; def:dependsOn rank:normal ; rdf:any id:org }");
    expect([fault?.key, fault?.values["near"], more.length]).toEqual(["stranger.near", "dependsOn", 0]);
    expect(distance("dependOn", "dependsOn")).toBe(1);
  });
});

describe("answers", () => {
  const select = ofJson('{"head":{"vars":["a","n","d"]},"results":{"bindings":[{"a":{"type":"uri","value":"http://x"},"n":{"type":"literal","value":"-2","datatype":"http://www.w3.org/2001/XMLSchema#integer"},"d":{"type":"literal","value":"2020-01"}},{"a":{"type":"literal","value":"=cmd|\\"x\\"","xml:lang":"en"}}]}}');
  it("are tables of terms", () => {
    expect(select.rows[1]).toEqual([{ kind: "literal", value: '=cmd|"x"', datatype: "", language: "en" }, null, null]);
    expect(ofJson('{"head":{},"boolean":true}').rows[0]?.[0]?.value).toBe("true");
    expect(fit(select).kinds).toEqual(["thing", "number", "date"]);
    expect(fit(select).unfit).toEqual({ graph: "unfit.graph" });
    expect(askedView("#view: graph\nSELECT")).toBe("graph");
  });
  it("become CSV that no spreadsheet computes, numbers as they are", () => {
    expect(csv(select)).toBe('a,n,d\r\nhttp://x,-2,2020-01\r\n"\'=cmd|""x""",,\r\n');
  });
  it("become sorted Turtle", () => {
    const graph = ofTriples('<https://w3id.org/definer/id/org/a> <http://www.w3.org/2004/02/skos/core#prefLabel> "\\"A\\"\\u4E2D"@zh-hans .\n<https://w3id.org/definer/id/org/a> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/definer/ontology#Company> .\n');
    expect(graph.rows[1]?.[2]?.value).toBe('"A"中');
    expect(turtle(graph, PREFIXES).split("\n").slice(-3)).toEqual(["<id/org/a> a def:Company ;", '    skos:prefLabel "\\"A\\"\\u4E2D"@zh-Hans .', ""]);
  });
});
