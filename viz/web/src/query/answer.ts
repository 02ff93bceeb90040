// What a query gives back: columns and rows of terms, whatever the form of the query.

export interface Cell {
  kind: "uri" | "literal" | "bnode";
  value: string;
  /** Whole IRI; "" for an IRI, a blank node, or plain text. */
  datatype: string;
  language: string;
}

export type Row = readonly (Cell | null)[];

export interface Answer {
  kind: "select" | "ask" | "graph";
  columns: readonly string[];
  rows: readonly Row[];
  /** As the engine wrote it: SPARQL results in JSON, or N-Triples. */
  text: string;
}

const XSD = "http://www.w3.org/2001/XMLSchema#";
const NUMERIC = new Set(["integer", "decimal", "double", "float"].map((name) => XSD + name));
const DATED = new Set(["date", "gYear", "gYearMonth", "dateTime"].map((name) => XSD + name));

interface JsonTerm {
  type: string;
  value: string;
  datatype?: string;
  "xml:lang"?: string;
}

interface JsonResults {
  head: { vars?: string[] };
  boolean?: boolean;
  results?: { bindings: Record<string, JsonTerm>[] };
}

export function ofJson(text: string): Answer {
  const { head, boolean, results } = JSON.parse(text) as JsonResults;
  if (boolean !== undefined) {
    return { kind: "ask", columns: ["answer"], rows: [[{ kind: "literal", value: String(boolean), datatype: `${XSD}boolean`, language: "" }]], text };
  }
  const columns = head.vars ?? [];
  const rows = (results?.bindings ?? []).map((row) => columns.map((column) => (Object.hasOwn(row, column) ? ofTerm(row[column]) : null)));
  return { kind: "select", columns, rows, text };
}

function ofTerm(term: JsonTerm | undefined): Cell | null {
  if (!term) return null;
  const { type, value } = term;
  if (typeof value !== "string") return { kind: "literal", value: JSON.stringify(value), datatype: "", language: "" }; // a triple as a term
  const kind = type === "uri" || type === "bnode" ? type : "literal";
  return { kind, value, datatype: term.datatype ?? "", language: term["xml:lang"] ?? "" };
}

const LINE = /^(<[^>]*>|_:\S+) (<[^>]*>) (.*) \.$/s;
const LITERAL = /^"((?:[^"\\]|\\.)*)"(?:\^\^<([^>]*)>|@(\S+))?$/s;

/** Triples, in the order of their lines. */
export function ofTriples(text: string): Answer {
  const lines = text.split("\n").filter(Boolean).sort(byPoint);
  const rows = lines.flatMap((line) => {
    const [, subject, predicate, object] = LINE.exec(line) ?? [];
    return subject && predicate && object ? [[ofNode(subject), ofNode(predicate), ofNode(object)]] : [];
  });
  return { kind: "graph", columns: ["subject", "predicate", "object"], rows, text: lines.map((line) => `${line}\n`).join("") };
}

/** Order of code points, the one of the command line. */
export function byPoint(a: string, b: string): number {
  const n = Math.min(a.length, b.length);
  for (let at = 0; at < n; at += 1) {
    const [one, two] = [a.charCodeAt(at), b.charCodeAt(at)];
    if (one !== two) return isSurrogate(one) === isSurrogate(two) ? one - two : isSurrogate(one) ? 1 : -1;
  }
  return a.length - b.length;
}

function isSurrogate(code: number): boolean {
  return code >= 0xd800 && code <= 0xdfff;
}

function ofNode(text: string): Cell {
  if (text.startsWith("<")) return { kind: "uri", value: unescaped(text.slice(1, -1)), datatype: "", language: "" };
  if (text.startsWith("_:")) return { kind: "bnode", value: text.slice(2), datatype: "", language: "" };
  const [, value = "", datatype = "", language = ""] = LITERAL.exec(text) ?? [];
  return { kind: "literal", value: unescaped(value), datatype, language };
}

const MARKS: Record<string, string> = { t: "\t", b: "\b", n: "\n", r: "\r", f: "\f" };

function unescaped(text: string): string {
  return text.replace(/\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))/gs, (_, four?: string, eight?: string, mark = "") =>
    four || eight ? String.fromCodePoint(parseInt(four ?? eight ?? "", 16)) : (MARKS[mark] ?? mark),
  );
}

export function isNumber(cell: Cell | null): boolean {
  return cell !== null && NUMERIC.has(cell.datatype) && Number.isFinite(Number(cell.value));
}

export function isDate(cell: Cell | null): boolean {
  return cell !== null && cell.kind === "literal" && (DATED.has(cell.datatype) || /^\d{4}-\d{2}(-\d{2})?$/.test(cell.value)) && day(cell) !== null;
}

/** Milliseconds of the first moment that a date may mean. */
export function day(cell: Cell): number | null {
  const match = /^(-?\d{4,})(?:-(\d{2}))?(?:-(\d{2}))?/.exec(cell.value);
  if (!match) return null;
  const moment = new Date(Date.UTC(2000, Number(match[2] ?? 1) - 1, Number(match[3] ?? 1)));
  moment.setUTCFullYear(Number(match[1]));
  return Number.isFinite(moment.getTime()) ? moment.getTime() : null;
}
