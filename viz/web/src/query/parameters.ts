// Parameters of a query: declared in its header, given as typed values, never pasted in as text (graph/parameters.py).

import { associate } from "./associate";
import { Fault } from "./fault";
import type { Prefixes } from "./prefixes";
import { notation, term, type Constant } from "./terms";
import { tokens } from "./tokens";

export interface Parameter {
  name: string;
  /** As the header has it. */
  written: string;
  what: string;
  value: Constant;
}

/** Where a piece of the query as run starts, and the same piece of the query as written. */
export type Piece = readonly [run: number, written: number];

export interface Bound {
  text: string;
  pieces: readonly Piece[];
}

const HEADER = /#\s*param\s+([\p{L}\p{N}_]+)\s*=\s*("(?:[^"\\]|\\.)*"(?:@[\w-]+)?|\S+)\s*(?:\((.*)\))?\s*$/gmu;

export function parameters(text: string, prefixes: Prefixes): Parameter[] {
  return [...text.matchAll(HEADER)].map(([, name = "", written = "", what = ""]) => ({ name, written, what, value: term(written, prefixes) }));
}

/** The kind of thing that a parameter asks for, "" for any other value. */
export function thingKind(parameter: Parameter): string {
  return parameter.written.startsWith("id:") ? (parameter.written.slice(3).split("/")[0] ?? "") : "";
}

/** The query with its parameters as constants; those without a value take their defaults. */
export function bind(text: string, given: Readonly<Record<string, Constant>>, prefixes: Prefixes): Bound {
  const values = new Map(parameters(text, prefixes).map(({ name, value }) => [name, value]));
  const known = new Set(values.keys());
  for (const [name, value] of Object.entries(given)) {
    if (!known.has(name)) throw new Fault("parameter.unknown", { name, known: [...known].join(", ") || "-" });
    values.set(name, value);
  }
  return replace(text, new Map([...values].map(([name, value]) => [name, notation(value)])));
}

function replace(text: string, values: ReadonlyMap<string, string>): Bound {
  const pieces: Piece[] = [];
  let out = "";
  let depth = 0;
  let projecting = false;
  const words = tokens(text);
  const brackets = associate(words);
  for (const [at, token] of words.entries()) {
    let piece = token.text;
    const word = token.kind === "word" ? piece.toUpperCase() : "";
    if (word === "SELECT") [projecting, depth] = [true, 0];
    else if (piece === "{" || word === "WHERE" || word === "FROM") projecting = false;
    if (piece === "(") depth += 1;
    if (piece === ")") depth -= 1;
    const name = piece.slice(1);
    const constant = token.kind === "variable" ? values.get(name) : undefined;
    // A constant cannot stand bare in a projection; it keeps its name there.
    if (constant !== undefined) piece = projecting && depth === 0 ? `(${constant} AS ?${name})` : constant;
    const { before = 0, after = 0 } = brackets.get(at) ?? {};
    pieces.push([out.length + before, token.start]);
    out += "(".repeat(before) + piece + ")".repeat(after);
  }
  return { text: out, pieces };
}

/** Offset in the query as written of an offset in the query as run. */
export function asWritten(text: string, { pieces }: Bound, offset: number): number {
  let at = -1;
  while (at + 1 < pieces.length && (pieces[at + 1] as Piece)[0] <= offset) at += 1;
  const piece = pieces[at];
  if (!piece) return Math.min(offset, text.length);
  return Math.min(piece[1] + offset - piece[0], pieces[at + 1]?.[1] ?? text.length);
}
