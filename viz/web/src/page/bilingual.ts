// Values that stand in both languages: viz/dossier/bilingual.py joined them, this takes one language out again.

import type { Lang } from "./words";

export type Bilingual<Value> = Value | { en: Value; zh: Value };

/** The value in a language: every `{en, zh}` in it gives way to the one of the two. */
export function inLang<Value>(value: unknown, lang: Lang): Value {
  if (Array.isArray(value)) return value.map((item) => inLang(item, lang)) as Value;
  if (value === null || typeof value !== "object") return value as Value;
  const entries = Object.entries(value);
  if (entries.length === 2 && "en" in value && "zh" in value) return inLang(value[lang], lang);
  return Object.fromEntries(entries.map(([key, item]) => [key, inLang(item, lang)])) as Value;
}
