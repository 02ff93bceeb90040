// Prefixes: those of the vocabulary may be left out, and are put before the query when it is run.

import { significant } from "./tokens";

export type Prefixes = Readonly<Record<string, string>>;

/** Prefixes that the query declares itself. */
export function declared(text: string): Record<string, string> {
  const found: Record<string, string> = {};
  const words = significant(text);
  words.forEach((word, at) => {
    const [name, iri] = [words[at + 1], words[at + 2]];
    if (word.kind !== "word" || word.text.toUpperCase() !== "PREFIX" || name?.kind !== "name" || iri?.kind !== "iri") return;
    found[name.text.slice(0, -1)] = iri.text.slice(1, -1);
  });
  return found;
}

/** Prefixes that the query uses, each with the first place of its use. */
export function used(text: string): Map<string, number> {
  const found = new Map<string, number>();
  const words = significant(text);
  words.forEach(({ kind, text: name, start }, at) => {
    const before = words[at - 1];
    if (kind !== "name" || (before?.kind === "word" && before.text.toUpperCase() === "PREFIX")) return;
    const prefix = name.slice(0, name.indexOf(":"));
    if (!found.has(prefix)) found.set(prefix, start);
  });
  return found;
}

/** Known prefixes that the query uses and leaves out. */
export function leftOut(text: string, known: Prefixes): string[] {
  const own = declared(text);
  return [...used(text).keys()].filter((prefix) => !(prefix in own) && prefix in known);
}

/** Declarations to put before the query: on its own first line, so that lines keep their numbers. */
export function prologue(text: string, known: Prefixes): string {
  return leftOut(text, known)
    .map((prefix) => `PREFIX ${prefix}: <${known[prefix]}> `)
    .join("");
}

/** The query with a declaration of `prefix` before everything but its header of comments. */
export function withPrefix(text: string, prefix: string, iri: string): { at: number; insert: string } {
  const first = significant(text)[0];
  const at = first ? text.lastIndexOf("\n", first.start - 1) + 1 : text.length;
  return { at: Math.min(at, first?.start ?? at), insert: `PREFIX ${prefix}: <${iri}>\n` };
}

const LOCAL = /^[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_-])?$/;

/** An IRI as people write it: with the longest prefix that fits, else in brackets. */
export function compact(iri: string, known: Prefixes): string {
  for (const [prefix, namespace] of Object.entries(known)) {
    const local = iri.startsWith(namespace) ? iri.slice(namespace.length) : "";
    if (LOCAL.test(local)) return `${prefix}:${local}`;
    if (namespace.endsWith("/id/") && local && local.split("/").every((part) => LOCAL.test(part))) return `${prefix}:${local.replaceAll("/", "\\/")}`;
  }
  return `<${iri}>`;
}
