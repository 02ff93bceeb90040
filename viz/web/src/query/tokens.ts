// Words of a query, as graph/sparql.py splits them: joined they are the query.

export type Kind = "comment" | "iri" | "string" | "variable" | "name" | "language" | "word" | "number" | "space" | "other";

export interface Token {
  kind: Kind;
  text: string;
  start: number;
}

const W = "[\\p{L}\\p{N}_]"; // what Python's \w is
const LETTER = "[\\p{L}\\p{Nl}\\p{No}]";
const PATTERN = new RegExp(
  [
    "(?<comment>#[^\\n\\r]*)",
    '(?<iri><[^<>"{}|^`\\\\\\x00-\\x20]*>)',
    `(?<string>"{3}(?:"{0,2}(?:[^"\\\\]|\\\\.))*"{3}|'{3}(?:'{0,2}(?:[^'\\\\]|\\\\.))*'{3}|"(?:[^"\\\\\\n\\r]|\\\\.)*"|'(?:[^'\\\\\\n\\r]|\\\\.)*')`,
    `(?<variable>[?$]${W}+)`,
    `(?<name>(?:${LETTER}(?:[\\p{L}\\p{N}_.\\-]*[\\p{L}\\p{N}_\\-])?)?:(?:[\\p{L}\\p{N}_:%\\-]|\\\\.|\\.(?=[\\p{L}\\p{N}_:%\\-]))*)`,
    "(?<language>@[A-Za-z]+(?:-[A-Za-z0-9]+)*)",
    `(?<word>[\\p{L}\\p{Nl}\\p{No}_]${W}*)`,
    "(?<number>\\p{Nd}[\\p{L}\\p{N}_.]*)",
    "(?<space>\\s+)",
    "(?<other>.)",
  ].join("|"),
  "gsu",
);

export function tokens(text: string): Token[] {
  const found: Token[] = [];
  for (const match of text.matchAll(PATTERN)) {
    const kind = Object.entries(match.groups ?? {}).find(([, part]) => part !== undefined)?.[0] as Kind;
    found.push({ kind, text: match[0], start: match.index });
  }
  return found;
}

export function significant(text: string): Token[] {
  return tokens(text).filter(({ kind }) => kind !== "space" && kind !== "comment");
}

/** Line and column, both from 1, of an offset. */
export function locate(text: string, offset: number): [line: number, column: number] {
  const before = text.slice(0, offset);
  return [before.split("\n").length, offset - (before.lastIndexOf("\n") + 1) + 1];
}

const PROLOGUE = new Set(["PREFIX", "BASE", "VERSION"]);

/** The word that says what the query is: SELECT, ASK ..., where it has one. */
export function form(text: string): Token | null {
  return significant(text).find(({ kind, text: word }) => kind === "word" && !PROLOGUE.has(word.toUpperCase())) ?? null;
}

/** Whether the query says itself which graphs it sees. */
export function hasFrom(text: string): boolean {
  return significant(text).some(({ kind, text: word }) => kind === "word" && word.toUpperCase() === "FROM");
}
