// Oxigraph's npm releases (0.5.11 is the last) read `8 - 4 - 2` as `8 - (4 - 2)` and `a / b * c` as `a / (b * c)`; the
// Python package reads them from the left, as SPARQL has it. Chains of operators are bracketed here before they are run.

import type { Token } from "./tokens";

/** Brackets to put before and after a token, by its number. */
export type Brackets = ReadonlyMap<number, { before: number; after: number }>;

interface Operand {
  first: number;
  last: number;
}

/** Words after which a bracket in a pattern holds an expression; every other word is a function's name. */
const NO_CALL = new Set(["VALUES", "IN", "A", "FROM", "NAMED", "GRAPH", "WHERE", "UNION", "MINUS", "OPTIONAL", "UNDEF"]);

export function associate(all: readonly Token[]): Brackets {
  const found = new Map<number, { before: number; after: number }>();
  const places = all.flatMap(({ kind }, at) => (kind === "space" || kind === "comment" ? [] : [at]));
  new Reader(places.map((at) => all[at] as Token), (first, last) => {
    for (const [at, side] of [[first, "before"], [last, "after"]] as const) {
      const place = places[at] as number;
      const marks = found.get(place) ?? { before: 0, after: 0 };
      found.set(place, { ...marks, [side]: marks[side] + 1 });
    }
  }).patterns(0);
  return found;
}

class Reader {
  readonly #words: readonly Token[];
  readonly #bracket: (first: number, last: number) => void;

  constructor(words: readonly Token[], bracket: (first: number, last: number) => void) {
    this.#words = words;
    this.#bracket = bracket;
  }

  /** Read patterns from `at` to the brace that ends them; give the place behind it. */
  patterns(at: number): number {
    let projecting = false;
    for (; at < this.#words.length; at += 1) {
      const { kind, text } = this.#words[at] as Token;
      const word = kind === "word" ? text.toUpperCase() : "";
      if (word === "SELECT" || word === "BY" || word === "HAVING") projecting = true;
      else if (word === "WHERE" || word === "FROM" || word === "LIMIT" || word === "OFFSET" || word === "VALUES") projecting = false;
      if (text === "{") {
        projecting = false;
        at = this.patterns(at + 1) - 1;
      } else if (text === "}") return at + 1;
      else if (text === "(" && (projecting || this.#calls(at - 1))) at = this.#group(at + 1) - 1;
    }
    return at;
  }

  /** Whether a bracket behind this word holds expressions: FILTER, BIND, a function; not a list, nor a path. */
  #calls(at: number): boolean {
    const { kind, text } = this.#words[at] ?? { kind: "space", text: "" };
    if (kind === "word") return !NO_CALL.has(text.toUpperCase());
    const before = this.#words[at - 1];
    return (kind === "name" || kind === "iri") && before?.kind === "word" && before.text.toUpperCase() === "FILTER";
  }

  /** Read expressions to the bracket that ends them; give the place behind it. */
  #group(at: number): number {
    let chain: Operand[] = [];
    let operators: string[] = [];
    const end = (): void => {
      this.#chain(chain, operators);
      [chain, operators] = [[], []];
    };
    while (at < this.#words.length) {
      const { kind, text } = this.#words[at] as Token;
      if (kind === "other" && text === ")") break;
      if (kind === "other" && text === "{") {
        end();
        at = this.patterns(at + 1);
        continue;
      }
      if (chain.length === operators.length) {
        const next = this.#operand(at);
        if (next > at) {
          chain.push({ first: at, last: next - 1 });
          at = next;
          continue;
        }
      } else if (kind === "other" && "+-*/".includes(text)) {
        operators.push(text);
        at += 1;
        continue;
      }
      end();
      at += 1;
    }
    end();
    return at + 1;
  }

  /** Place behind the operand that begins at `at`; `at` itself where there is none. */
  #operand(at: number): number {
    let place = at;
    while (this.#is(place, "!") || this.#is(place, "-") || this.#is(place, "+")) place += 1;
    const token = this.#words[place];
    if (!token) return at;
    if (this.#is(place, "(")) return this.#group(place + 1);
    if (this.#is(place, ".") && this.#words[place + 1]?.kind === "number") return this.#number(place + 1);
    if (token.kind === "number") return this.#number(place);
    if (token.kind === "string") return this.#suffix(place + 1);
    if (token.kind === "variable") return place + 1;
    const word = token.kind === "word" ? token.text.toUpperCase() : "";
    if (["AS", "DISTINCT", "NOT", "IN", "EXISTS", "SEPARATOR", "REDUCED"].includes(word)) return at;
    if (token.kind !== "word" && token.kind !== "name" && token.kind !== "iri") return at;
    return this.#is(place + 1, "(") ? this.#group(place + 2) : place + 1;
  }

  /** 1e-5 is one number. */
  #number(at: number): number {
    const [number, sign, digits] = [this.#words[at], this.#words[at + 1], this.#words[at + 2]];
    const joined = number && sign && digits && sign.start === number.start + number.text.length && digits.start === sign.start + 1;
    return joined && /e$/i.test(number.text) && /^[+-]$/.test(sign.text) && digits.kind === "number" ? at + 3 : at + 1;
  }

  /** Language or datatype of a text. */
  #suffix(at: number): number {
    if (this.#words[at]?.kind === "language") return at + 1;
    return this.#is(at, "^") && this.#is(at + 1, "^") ? at + 3 : at;
  }

  #is(at: number, mark: string): boolean {
    const token = this.#words[at];
    return token?.kind === "other" && token.text === mark;
  }

  /** Bracket a chain from the left: products first, then sums of them. */
  #chain(operands: readonly Operand[], operators: readonly string[]): void {
    const terms: Operand[][] = [[]];
    operands.forEach((operand, at) => {
      if (at && (operators[at - 1] === "+" || operators[at - 1] === "-")) terms.push([]);
      terms.at(-1)?.push(operand);
    });
    for (const term of terms) this.#fromLeft(term);
    this.#fromLeft(terms.flatMap((term) => (term[0] ? [{ first: term[0].first, last: (term.at(-1) as Operand).last }] : [])));
  }

  #fromLeft(operands: readonly Operand[]): void {
    const first = operands[0]?.first ?? 0;
    for (const { last } of operands.slice(1, -1)) this.#bracket(first, last);
  }
}
