// What the editor offers while a query is typed: terms by their name or label in either language, things by any of their
// names, variables in use, words of SPARQL.

import type { Completion, CompletionContext, CompletionResult } from "@codemirror/autocomplete";
import type { EditorView } from "@codemirror/view";
import { make } from "../page/dom";
import { closeness, needles, plain } from "../page/needles";
import { htmlLang, lang, nameIn, type Lang } from "../page/words";
import { declared, withPrefix, type Prefixes } from "./prefixes";
import { tokens } from "./tokens";
import type { Things } from "./things";
import type { Term, Vocabulary } from "./vocabulary";

const MOST = 60;
const WORDS = (
  "SELECT DISTINCT WHERE OPTIONAL FILTER UNION MINUS BIND VALUES GRAPH EXISTS ORDER BY GROUP HAVING LIMIT OFFSET ASC DESC AS " +
  "CONSTRUCT DESCRIBE ASK PREFIX COUNT SUM AVG MIN MAX SAMPLE GROUP_CONCAT STR LANG LANGMATCHES DATATYPE BOUND IF COALESCE ROUND " +
  "YEAR MONTH DAY REGEX CONTAINS STRSTARTS STRENDS SUBSTR REPLACE UCASE LCASE CONCAT ABS ISIRI ISLITERAL"
).split(" ");

interface Scored {
  close: number;
  option: Completion;
}

export function completer(vocabulary: Vocabulary, things: () => Things | null): (context: CompletionContext) => CompletionResult | null {
  return (context) => {
    const text = context.state.doc.toString();
    const inside = tokens(text).find(({ start, text: word }) => start < context.pos && start + word.length >= context.pos);
    if (inside && (inside.kind === "comment" || inside.kind === "string" || inside.kind === "iri")) return null;
    const typed = context.matchBefore(/[?$]?[\p{L}\p{N}_\-.:]*$/u);
    if (!typed || (typed.text === "" && !context.explicit)) return null;
    const options = typed.text.startsWith("?") || typed.text.startsWith("$") ? variables(text, typed.text, context.pos) : named(text, typed.text);
    return options.length ? { from: typed.from, options: ranked(options), filter: false } : null;
  };

  function named(text: string, typed: string): Scored[] {
    const prefixes: Prefixes = { ...vocabulary.lists, ...vocabulary.prefixes, ...declared(text) };
    const colon = typed.indexOf(":");
    const wanted = plain(typed.slice(colon + 1).replace(/[-_]/g, " "));
    const namespace = colon >= 0 ? prefixes[typed.slice(0, colon)] : undefined;
    if (colon >= 0 && namespace === undefined) return [];
    const ours = vocabulary.terms.filter(({ iri }) => namespace === undefined || iri.startsWith(namespace));
    const found = ours.flatMap((term) => ofTerm(term, wanted, prefixes, text));
    if (!wanted && colon < 0) found.push(...WORDS.map((word) => ({ close: 5, option: { label: word, type: "keyword" } })));
    else if (colon < 0) found.push(...words(wanted), ...prefixNames(wanted, prefixes));
    if (wanted && (colon < 0 || namespace?.endsWith("/id/"))) found.push(...(things()?.like(wanted, MOST) ?? []).map((thing) => ofThing(thing.iri, thing.names, thing.close)));
    return found;
  }

  function ofTerm(term: Term, wanted: string, prefixes: Prefixes, text: string): Scored[] {
    const [prefix, namespace] = Object.entries(prefixes).find(([, value]) => term.iri.startsWith(value) && /^\w+$/.test(term.iri.slice(value.length))) ?? [];
    if (prefix === undefined || namespace === undefined) return [];
    const local = term.iri.slice(namespace.length);
    const close = wanted ? closeness(needles([local, local.replace(/([a-z])([A-Z])/g, "$1 $2"), ...term.label, spaced(term.label[0])]), wanted) : 3;
    if (close === Infinity) return [];
    const option: Completion = {
      label: `${prefix}:${local}`,
      detail: term.label.filter(Boolean).join(" · "),
      type: term.kind,
      info: () => described(term),
      apply: inserted(`${prefix}:${local}`, prefix in vocabulary.prefixes || prefix in declared(text) ? null : { prefix, namespace }),
    };
    return [{ close, option }];
  }
}

function ranked(found: Scored[]): Completion[] {
  return found
    .sort((a, b) => a.close - b.close)
    .slice(0, MOST)
    .map(({ option }) => option);
}

function spaced(text: string): string {
  return text.replace(/\s/g, "");
}

function ofThing(iri: string, names: readonly string[], close: number): Scored {
  const [first = iri, ...others] = names;
  return { close: close + 0.5, option: { label: first, detail: [...others.slice(0, 2), iri.split("/id/")[1] ?? ""].filter(Boolean).join(" · "), type: "thing", apply: `<${iri}>` } };
}

function variables(text: string, typed: string, at: number): Scored[] {
  const found = new Map<string, number>();
  for (const { kind, text: word, start } of tokens(text)) {
    if (kind === "variable" && start + word.length !== at) found.set(word.slice(1), (found.get(word.slice(1)) ?? 0) + 1);
  }
  const wanted = plain(typed.slice(1));
  return [...found.keys()].flatMap((name) => {
    const close = wanted ? closeness([plain(name)], wanted) : 1;
    return close === Infinity ? [] : [{ close, option: { label: `${typed[0]}${name}`, type: "variable" } }];
  });
}

function words(wanted: string): Scored[] {
  return WORDS.filter((word) => plain(word).startsWith(wanted)).map((word) => ({ close: 0.5, option: { label: word, type: "keyword" } }));
}

function prefixNames(wanted: string, prefixes: Prefixes): Scored[] {
  return Object.entries(prefixes)
    .filter(([prefix]) => plain(prefix).startsWith(wanted))
    .map(([prefix, namespace]) => ({ close: 0.8, option: { label: `${prefix}:`, detail: namespace, type: "namespace" } }));
}

/** Put the text in; with it the declaration of its prefix, where the query lacks it. */
function inserted(word: string, missing: { prefix: string; namespace: string } | null): Completion["apply"] & object | string {
  if (!missing) return word;
  return (view: EditorView, _: Completion, from: number, to: number) => {
    const { at, insert } = withPrefix(view.state.doc.toString(), missing.prefix, missing.namespace);
    const place = Math.min(at, from);
    view.dispatch({
      changes: [{ from: place, insert }, { from, to, insert: word }],
      selection: { anchor: from + insert.length + word.length },
    });
  };
}

function described(term: Term): HTMLElement | null {
  const { text, lang: other } = nameIn(term.definition, "");
  const label = nameIn(term.label, term.iri);
  if (!text && !term.label[0]) return null;
  return make("div", {}, make("strong", tagged(label.lang), label.text), make("div", tagged(other), text), make("div", { class: "iri" }, term.iri));
}

function tagged(language: Lang | undefined): { lang: string } {
  return { lang: htmlLang(language ?? lang()) };
}
