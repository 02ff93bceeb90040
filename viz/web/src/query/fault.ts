// What is wrong with a query or a value, in words of both languages: a key of words.json, and what stands in it.

import type { Lang } from "../page/words";
import { fillIn } from "../page/words";
import table from "./words.json";

export type WordKey = keyof typeof table;

/** A change that would mend the query: put `text` at `from`..`to`. */
export interface Mend {
  label: WordKey;
  values: Record<string, string>;
  from: number;
  to: number;
  text: string;
}

export class Fault extends Error {
  readonly key: WordKey;
  readonly values: Record<string, unknown>;
  /** Where in the query; null where it has no place. */
  readonly from: number | null;
  readonly to: number | null;
  readonly mends: readonly Mend[];

  constructor(key: WordKey, values: Record<string, unknown> = {}, from: number | null = null, to: number | null = from, mends: readonly Mend[] = []) {
    super(fillIn(table[key].en, values));
    this.key = key;
    this.values = values;
    this.from = from;
    this.to = to;
    this.mends = mends;
  }

  say(lang: Lang): string {
    const values = Object.entries(this.values).map(([name, value]) => [name, value instanceof Fault ? value.say(lang) : value]);
    return fillIn(table[this.key][lang], Object.fromEntries(values) as Record<string, unknown>);
  }
}
