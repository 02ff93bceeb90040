// The query engine on a thread of its own: a long query freezes nothing, and is stopped with its thread.

import init, { defaultGraph, namedNode, Store } from "oxigraph/web.js";
import type { Named, Order, Report } from "./query/protocol";

const SCORES = "https://w3id.org/definer/graph/scores";
const NAMING = ["dcterms:title", "rdfs:label", "skos:prefLabel"]; // a later one is preferred
const NAMES = `
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
SELECT ?thing ?name WHERE { ?thing `;

interface Term {
  value: string;
  language: string;
}

let store: Store;

function report(message: Report): void {
  postMessage(message);
}

async function open(engine: ArrayBuffer, triples: ArrayBuffer): Promise<void> {
  const start = performance.now();
  await init({ module_or_path: engine });
  report({ kind: "step", step: "load" });
  store = new Store();
  store.load(new Uint8Array(triples), { format: "application/trig", lenient: true });
  report({ kind: "step", step: "names" });
  report({ kind: "opened", triples: store.size, names: names(), milliseconds: performance.now() - start });
}

/** Every name in the store, chosen as `definer query` does, and by which other names a thing goes. */
function names(): Named {
  const found = new Map<string, Record<string, string>>();
  for (const naming of NAMING) {
    for (const [thing, name] of named(naming)) {
      const group = found.get(thing) ?? {};
      group[name.language.slice(0, 2)] = name.value;
      found.set(thing, group);
    }
  }
  const aliases: Record<string, string[]> = {};
  for (const [thing, name] of named("skos:altLabel")) (aliases[thing] ??= []).push(name.value);
  const chosen: Named["names"] = {};
  for (const [thing, group] of found) chosen[thing] = [group["en"] ?? "", group["zh"] ?? "", Object.values(group)[0] ?? ""];
  return { names: chosen, aliases };
}

function* named(property: string): Generator<[string, Term]> {
  const rows = store.query(`${NAMES}${property} ?name FILTER(ISIRI(?thing) && ISLITERAL(?name)) } ORDER BY ?thing ?name`, { use_default_graph_as_union: true });
  for (const row of rows as Map<string, unknown>[]) yield [(row.get("thing") as Term).value, row.get("name") as Term];
}

/** A query sees every graph as one, except that of scores, which has to be named; FROM says itself what it sees. */
function scope(from: boolean): object {
  if (from) return {};
  const graphs = new Set(graphNames());
  if (!graphs.has(SCORES)) return { use_default_graph_as_union: true };
  const seen = [...graphs].filter((name) => name !== SCORES).sort();
  return { default_graph: [defaultGraph(), ...seen.map((name) => namedNode(name))] };
}

let known: string[] | null = null;

function graphNames(): string[] {
  known ??= (store.query("SELECT DISTINCT ?g WHERE { GRAPH ?g { ?s ?p ?o } }") as Map<string, Term>[]).map((row) => row.get("g")?.value ?? "");
  return known;
}

function ask(order: Extract<Order, { kind: "ask" }>): void {
  const start = performance.now();
  const results_format = order.graph ? "application/n-triples" : "application/sparql-results+json";
  try {
    const text = store.query(order.query, { ...scope(order.from), results_format }) as string;
    report({ kind: "answer", id: order.id, text, milliseconds: performance.now() - start });
  } catch (error) {
    report({ kind: "fault", id: order.id, message: error instanceof Error ? error.message : String(error) });
  }
}

addEventListener("message", (event: MessageEvent<Order>) => {
  const order = event.data;
  if (order.kind === "ask") return ask(order);
  open(order.engine, order.triples).catch((error: unknown) => report({ kind: "broken", message: String(error) }));
});
