// Words of the page in both languages. Each topic has a table of its own beside its code; a key that no table has does
// not compile.

export type Lang = "en" | "zh";
export type Table = Record<string, { en: string; zh: string }>;

let spoken: Lang = "en";

export function lang(): Lang {
  return spoken;
}

export function speak(language: Lang): void {
  spoken = language;
  document.documentElement.lang = htmlLang(language);
}

export function htmlLang(language: Lang): string {
  return language === "zh" ? "zh-Hans" : "en";
}

/** Language of a text of the data: Chinese where it has Chinese letters. */
export function langOf(text: string): Lang {
  return /[\u4e00-\u9fff]/.test(text) ? "zh" : "en";
}

/** The speaker of a table: `say("key", { n: 3 })` puts values where `{n}` stands. */
export function speaker<Words extends Table>(table: Words): (key: keyof Words & string, values?: Record<string, unknown>) => string {
  return (key, values = {}) => fillIn(table[key]?.[spoken] ?? key, values);
}

export function fillIn(text: string, values: Record<string, unknown>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => (name in values ? String(values[name]) : whole));
}

/** A name in both languages; data may lack either. */
export type Name = readonly [en: string, zh: string];

/** The name to show, and the language it is in where that is not the page's. */
export function nameIn(name: Name | undefined, id: string): { text: string; lang?: Lang } {
  const [en, zh] = Array.isArray(name) ? (name as Name) : ["", ""];
  const wanted = spoken === "zh" ? zh : en;
  if (wanted) return { text: wanted };
  const other: Lang = spoken === "zh" ? "en" : "zh";
  const text = spoken === "zh" ? en : zh;
  return text ? { text, lang: other } : { text: id };
}
