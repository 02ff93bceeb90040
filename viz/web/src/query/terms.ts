// RDF terms of values that people type, read as graph/parameters.py reads them.

import { lastDay } from "../page/dates";
import { Fault } from "./fault";
import type { Prefixes } from "./prefixes";

export const XSD = "http://www.w3.org/2001/XMLSchema#";

export interface Iri {
  kind: "iri";
  value: string;
}

export interface Literal {
  kind: "literal";
  value: string;
  datatype: string;
  language: string;
}

export type Constant = Iri | Literal;

const STRING = `${XSD}string`;
const DATE = /^\d{4}-\d{2}-\d{2}$/;
const NUMBER = /^[+-]?(\d+\.\d*|\.?\d+)$/;
const TEXT = /^"((?:[^"\\]|\\.)*)"(?:@([A-Za-z]+(?:-[A-Za-z0-9]+)*))?$/s;

export function literal(value: string, datatype = STRING, language = ""): Literal {
  return { kind: "literal", value, datatype, language };
}

/** The term of a value; with `like`, of that term's type. */
export function term(value: string, prefixes: Prefixes, like?: Constant): Constant {
  const found = ofNotation(value, prefixes);
  if (!like) return found ?? literal(value);
  if (like.kind === "iri") return found?.kind === "iri" ? found : sibling(value, like.value);
  if (found?.kind === "literal" && found.datatype === like.datatype && found.language === like.language) return found;
  return ofDatatype(value, like);
}

/** SPARQL's way to write a term; a whole number is bare, so that it can stand after LIMIT. */
export function notation(constant: Constant): string {
  if (constant.kind === "iri") return `<${constant.value}>`;
  const { value, datatype, language } = constant;
  if (datatype === `${XSD}integer` && /^[+-]?\d+$/.test(value)) return value;
  const text = `"${value.replace(/["\\\n\r]/g, (mark) => ({ '"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r" })[mark] ?? mark)}"`;
  if (language) return `${text}@${language}`;
  return datatype === STRING ? text : `${text}^^<${datatype}>`;
}

function ofNotation(text: string, prefixes: Prefixes): Constant | null {
  const colon = text.indexOf(":");
  const namespace = colon >= 0 ? prefixes[text.slice(0, colon)] : undefined;
  if (namespace !== undefined && !text.slice(colon + 1).startsWith("//")) return iri(namespace + text.slice(colon + 1));
  if ((text.startsWith("<") && text.endsWith(">")) || /^https?:\/\//.test(text)) return iri(text.replace(/^[<>]+|[<>]+$/g, ""));
  if (text === "true" || text === "false") return literal(text, `${XSD}boolean`);
  if (DATE.test(text)) return ofDatatype(text, literal("", `${XSD}date`));
  if (NUMBER.test(text)) return literal(shortest(text), XSD + (text.includes(".") ? "decimal" : "integer"));
  const match = TEXT.exec(text);
  return match ? literal((match[1] ?? "").replace(/\\(.)/gs, "$1"), match[2] ? `${XSD}langString` : STRING, match[2]?.toLowerCase() ?? "") : null;
}

function iri(text: string): Iri {
  if (!/^[A-Za-z][A-Za-z0-9+.-]*:[^\s<>"{}|\\^`\u0000-\u0020]*$/.test(text)) throw new Fault("value.iri", { value: text });
  return { kind: "iri", value: text };
}

function sibling(word: string, like: string): Iri {
  const cut = Math.max(like.lastIndexOf("/"), like.lastIndexOf("#")) + 1;
  return iri(like.slice(0, cut) + encodeURIComponent(word).replace(/[!'()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`));
}

function ofDatatype(text: string, like: Literal): Constant {
  if (like.language) return literal(text, like.datatype, like.language);
  const kind = like.datatype.replace(XSD, "");
  if (kind === "string") return literal(text);
  const read = READERS[kind];
  const value = read ? read(text.trim()) : null;
  if (value === null) throw new Fault("value.type", { value: text, type: kind });
  return literal(value, like.datatype);
}

function whole(text: string): string | null {
  return /^[+-]?\d+$/.test(text) ? shortest(text) : null;
}

function decimal(text: string): string | null {
  return NUMBER.test(text) ? shortest(text) : null;
}

/** Shortest form of a number: the one that SPARQL engines give back. */
function shortest(text: string): string {
  const [, sign = "", digits = "", part = ""] = /^([+-]?)(\d*)\.?(\d*)$/.exec(text) ?? [];
  const fraction = part.replace(/0+$/, "");
  const number = (digits.replace(/^0+(?=\d)/, "") || "0") + (fraction ? `.${fraction}` : "");
  return sign === "-" && number !== "0" ? `-${number}` : number;
}

const READERS: Readonly<Record<string, (text: string) => string | null>> = { date: lastDay, integer: whole, decimal };
