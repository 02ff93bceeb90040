// What is wrong with a scenario. The words are those of graph/scenario/fault_words.py; the block carries them.

import { fillIn, lang } from "../page/words";

export type FieldPath = readonly (string | number)[];

export interface Fault {
  path: FieldPath;
  code: string;
  context: Record<string, unknown>;
  near: readonly string[];
  line?: number;
}

export class ScenarioError extends Error {
  readonly faults: readonly Fault[];

  constructor(faults: readonly Fault[]) {
    super(faults.map(({ path, code }) => `${pathText(path)}: ${code}`).join("; "));
    this.faults = faults;
  }
}

export function fault(path: FieldPath, code: string, context: Record<string, unknown> = {}, near: readonly string[] = []): Fault {
  return { path, code, context, near };
}

export function pathText(path: FieldPath): string {
  const text = path.map((step) => (typeof step === "number" ? `[${step}]` : `.${shown(step)}`)).join("");
  return text.replace(/^\./, "") || "-";
}

export type FaultWords = Readonly<Record<string, readonly [en: string, zh: string]>>;

/** `line 3: operations[0].share: what is wrong: how to mend it`, in the page's language. */
export function faultText(one: Fault, words: FaultWords): string {
  const spoken = lang() === "zh" ? 1 : 0;
  const context = Object.fromEntries(
    Object.entries(one.context).map(([key, value]) => [key, key === "known" ? String(value) : shown(value)]),
  );
  let text = fillIn(words[one.code]?.[spoken] ?? one.code, context);
  if (one.near.length) text += fillIn(words["maybe"]?.[spoken] ?? "", { near: one.near.map(shown).join(spoken ? "、" : ", ") });
  const field = one.path.length ? `${pathText(one.path)}: ` : "";
  const line = one.line ? (spoken ? `第 ${one.line} 行：` : `line ${one.line}: `) : "";
  return line + field + text;
}

const LONGEST = 60;

/** Piece of a file as a message may show it: cut short, control characters spelled out. */
export function shown(value: unknown): string {
  const text = String(typeof value === "object" && value !== null ? JSON.stringify(value) : value).replace(
    /[\p{C}\p{Zl}\p{Zp}]/gu,
    (letter) => `\\u${letter.codePointAt(0)!.toString(16).padStart(4, "0")}`,
  );
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 1)}…`;
}
