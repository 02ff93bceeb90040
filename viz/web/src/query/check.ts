// The usual mistakes, looked for before the engine's own message is shown: it names the furthest place it reached and all
// it would have liked there, people need one sentence and one place. The checks are those of graph/sparql.py.

import { Fault, type Mend } from "./fault";
import { asWritten, type Bound } from "./parameters";
import { declared, withPrefix, type Prefixes } from "./prefixes";
import { form, significant, type Token } from "./tokens";

const FORMS = new Set(["SELECT", "ASK", "CONSTRUCT", "DESCRIBE"]);
const UPDATES = new Set(["INSERT", "DELETE", "LOAD", "CLEAR", "DROP", "CREATE", "COPY", "MOVE", "ADD", "WITH"]);
const PAIRS: Record<string, string> = { ")": "(", "}": "{", "]": "[" };
const ESCAPED = /\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})/g;

/** Refuse what a query of the store may not do: change it, or ask another endpoint. */
export function checkAllowed(text: string): void {
  // SPARQL lets any character be written as \uXXXX: both readings are looked at.
  const plain = text.replace(ESCAPED, (_, four?: string, eight?: string) => String.fromCodePoint(Math.min(parseInt(four ?? eight ?? "0", 16), 0x10ffff)));
  for (const version of new Set([text, plain])) {
    const first = form(version);
    const word = first?.text.toUpperCase() ?? "";
    if (first && UPDATES.has(word)) throw new Fault("wrong.update", { word }, first.start, first.start + word.length);
    const service = significant(version).find(({ kind, text: name }) => kind === "word" && name.toUpperCase() === "SERVICE");
    if (service) throw new Fault("wrong.service", {}, service.start, service.start + 7);
  }
}

/** What can be seen to be wrong without the engine. */
export function visibleFault(text: string, known: Prefixes, lists: Prefixes): Fault | null {
  return checkForm(text) ?? checkPrefixes(text, known, lists) ?? checkIris(text) ?? checkBrackets(text) ?? checkCalls(text);
}

/** What the engine says of the query as run, told of the query as written. `shift` characters stand before its first line. */
export function engineFault(text: string, bound: Bound, shift: number, message: string): Fault {
  const match = /error at (\d+):(\d+): ([^]*)/.exec(message);
  if (!match) return new Fault("wrong.any", { why: message });
  const [line, column] = [Number(match[1]), Number(match[2])];
  const rows = bound.text.split("\n").slice(0, line - 1);
  const offset = rows.reduce((sum, row) => sum + row.length + 1, 0) + column - 1 - (line === 1 ? shift : 0);
  const at = asWritten(text, bound, Math.max(0, offset));
  const detail = (match[3] ?? "").split(/\s+/).join(" ").trim();
  if (detail.includes("unbound")) return new Fault("wrong.unbound", {}, at, at + 1);
  const short = detail.length <= 100 ? detail : `${detail.slice(0, 100).replace(/ \S*$/, "")} ...`;
  return new Fault("wrong.near", { why: short }, at, at + 1);
}

function checkForm(text: string): Fault | null {
  const first = form(text);
  if (!first) return new Fault("wrong.empty", {}, 0);
  if (FORMS.has(first.text.toUpperCase())) return null;
  return new Fault("wrong.form", { word: first.text }, first.start, first.start + first.text.length);
}

function checkPrefixes(text: string, known: Prefixes, lists: Prefixes): Fault | null {
  const own = declared(text);
  const words = significant(text);
  for (const [at, token] of words.entries()) {
    if (token.kind !== "name" || words[at - 1]?.text.toUpperCase() === "PREFIX") continue;
    const prefix = token.text.slice(0, token.text.indexOf(":"));
    if (prefix in own || prefix in known) continue;
    const list = Object.hasOwn(lists, prefix) ? lists[prefix] : undefined;
    const mends: Mend[] = [];
    if (list) {
      const { at: place, insert } = withPrefix(text, prefix, list);
      mends.push({ label: "mend.prefix", values: { prefix }, from: place, to: place, text: insert });
    }
    return new Fault("wrong.prefix", { prefix, known: Object.keys(known).join(", ") }, token.start, token.start + prefix.length + 1, mends);
  }
  return null;
}

function checkIris(text: string): Fault | null {
  const words = significant(text);
  if (words.some(({ text: word }) => word.toUpperCase() === "BASE")) return null;
  for (const { kind, text: word, start } of words) {
    if (kind === "iri" && !word.includes(":")) return new Fault("wrong.iri", { iri: word }, start, start + word.length);
    if (kind === "other" && (word === '"' || word === "'")) return new Fault("wrong.quote", {}, start, start + 1);
  }
  return null;
}

function checkBrackets(text: string): Fault | null {
  const open: Token[] = [];
  for (const token of significant(text)) {
    if (token.kind !== "other") continue;
    if ("({[".includes(token.text)) open.push(token);
    const opening = PAIRS[token.text];
    if (!opening) continue;
    if (open.at(-1)?.text !== opening) return new Fault("wrong.closes", { mark: token.text }, token.start, token.start + 1);
    open.pop();
  }
  const last = open.at(-1);
  return last ? new Fault("wrong.open", { mark: last.text }, last.start, last.start + 1) : null;
}

/** Oxigraph 0.5 reads `CONCAT(` but not `CONCAT (`. */
function checkCalls(text: string): Fault | null {
  const match = /\b(CONCAT|COALESCE)\s+\(/i.exec(text);
  if (!match) return null;
  const to = match.index + match[0].length;
  const name = match[1] ?? "";
  return new Fault("wrong.blank", { name }, match.index, to, [{ label: "mend.blank", values: { name }, from: match.index, to, text: `${name}(` }]);
}
