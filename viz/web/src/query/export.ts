// Files of an answer: CSV for spreadsheets, SPARQL results in JSON, Turtle.

import { cell, lines } from "../page/csv";
import type { Answer } from "./answer";
import { byPoint, isNumber } from "./answer";
import type { Prefixes } from "./prefixes";

export function csv({ columns, rows }: Answer): string {
  return lines([columns, ...rows.map((row) => row.map((found) => (found ? cell(found.value, isNumber(found)) : "")))]);
}

const BASE = "https://w3id.org/definer/";
const LOCAL = /^[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_-])?$/;
const PATH = /^(?:id|code|graph)(?:[/#](?!\.)[A-Za-z0-9_.%-]+)+$/;
const TYPE = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>";
const XSD = "http://www.w3.org/2001/XMLSchema#";
const BARE: Record<string, RegExp> = {
  [`<${XSD}integer>`]: /^[+-]?\d+$/,
  [`<${XSD}decimal>`]: /^[+-]?\d*\.\d+$/,
  [`<${XSD}boolean>`]: /^(?:true|false)$/,
};

/** Sorted Turtle, to the byte what `definer query -f ttl` writes (graph/turtle.py). */
export function turtle({ text }: Answer, prefixes: Prefixes): string {
  const nodes = new Map<string, [property: string, value: string][]>();
  for (const line of text.split("\n").filter(Boolean)) {
    const [, subject = "", predicate = "", value = ""] = /^(\S+) (\S+) (.*) \.$/s.exec(line) ?? [];
    const said = nodes.get(subject) ?? [];
    said.push([predicate === TYPE ? " " : predicate, value]);
    nodes.set(subject, said);
  }
  const head = Object.entries(prefixes).sort(([a], [b]) => byPoint(a, b));
  const out = [`@base <${BASE}> .\n`, ...head.map(([prefix, namespace]) => `@prefix ${prefix}: <${namespace}> .\n`)];
  for (const subject of [...nodes.keys()].sort(byPoint)) {
    out.push(`\n${written(subject, prefixes)}`, ...described(nodes.get(subject) ?? [], prefixes));
  }
  return out.join("");
}

function described(said: [string, string][], prefixes: Prefixes): string[] {
  const out: string[] = [];
  let last = "";
  let before = " ";
  const sorted = [...said].sort(([a, x], [b, y]) => byPoint(a, b) || byPoint(x, y));
  sorted.forEach(([predicate, value], at) => {
    if (at && sorted[at - 1]?.[0] === predicate && sorted[at - 1]?.[1] === value) return;
    const text = written(value, prefixes);
    if (predicate === last) out.push(` , ${text}`);
    else out.push(`${before}${predicate === " " ? "a" : written(predicate, prefixes)} ${text}`);
    [last, before] = [predicate, " ;\n    "];
  });
  return [...out, " .\n"];
}

function written(value: string, prefixes: Prefixes): string {
  if (value.startsWith("<")) {
    const iri = value.slice(1, -1);
    return iri.startsWith(BASE) && PATH.test(iri.slice(BASE.length)) ? `<${iri.slice(BASE.length)}>` : prefixed(iri, prefixes);
  }
  if (value.endsWith(">")) {
    const at = value.lastIndexOf("^^");
    const [text, datatype] = [value.slice(0, at), value.slice(at + 2)];
    if (BARE[datatype]?.test(text.slice(1, -1))) return text.slice(1, -1);
    return `${text}^^${prefixed(datatype.slice(1, -1), prefixes)}`;
  }
  // The engine folds language tags to lower case; a script subtag is written with a capital.
  return value.replace(/(?<="@[a-z]{2}-)h(?=ans$)/, "H");
}

function prefixed(iri: string, prefixes: Prefixes): string {
  for (const [prefix, namespace] of Object.entries(prefixes)) {
    if (iri.startsWith(namespace) && LOCAL.test(iri.slice(namespace.length))) return `${prefix}:${iri.slice(namespace.length)}`;
  }
  return `<${iri}>`;
}
