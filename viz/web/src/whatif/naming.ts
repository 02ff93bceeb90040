// Names of what a supposition is about, as texts and as elements, in the page's language or in a given one.

import { IN_HOUSE, UNKNOWN } from "../model/tie";
import { GONE } from "../model/tie_operations";
import { rowsOf, type ModelBlock } from "../model/world";
import { make } from "../page/dom";
import { fillIn, htmlLang, lang, type Lang, type Name } from "../page/words";
import table from "./words.json";

export class Naming {
  readonly #names = new Map<string, Name>();
  readonly #words: ModelBlock["words"];

  constructor(block: ModelBlock) {
    this.#words = block.words;
    for (const { en, zh, id } of rowsOf(block.points)) this.#names.set(`point ${id}`, [en, zh]);
    for (const [id, name] of Object.entries(block.names)) this.#names.set(`paradigm ${id}`, name);
    for (const own of Object.values(block.paradigms)) {
      for (const { id, en, zh } of [...rowsOf(own.slots), ...rowsOf(own.cohorts)]) this.#names.set(id, [en, zh]);
    }
    for (const { id, en, zh } of rowsOf(block.firms)) this.#names.set(id, [en, zh]);
  }

  /** A word of the findings of `definer scenario`. */
  word(key: string, values: Record<string, unknown> = {}, spoken: Lang = lang()): string {
    const name = Object.hasOwn(this.#words, key) ? this.#words[key] : undefined;
    return name ? fillIn(name[spoken === "zh" ? 1 : 0], values) : key;
  }

  /** Name of a firm, cohort or slot, or of a provider that is nobody. */
  text(id: string, spoken: Lang = lang()): string {
    return this.#find(id, spoken).text;
  }

  point(id: string, spoken: Lang = lang()): string {
    return this.#find(`point ${id}`, spoken, id).text;
  }

  paradigm(id: string, spoken: Lang = lang()): string {
    return this.#find(`paradigm ${id}`, spoken, id).text;
  }

  both(id: string): Name {
    return this.#names.get(id) ?? [id, id];
  }

  /** The name as an element, marked where it is not in the page's language. */
  element(id: string, look?: string): HTMLElement {
    const { text, other } = this.#find(id, lang());
    return make("span", { class: look ?? "", lang: other && htmlLang(other) }, text);
  }

  pointElement(id: string): HTMLElement {
    const { text, other } = this.#find(`point ${id}`, lang(), id);
    return make("span", { lang: other && htmlLang(other) }, text);
  }

  country(code: string): string {
    const known = this.#words[`country.${code}`];
    if (known) return known[lang() === "zh" ? 1 : 0];
    try {
      return new Intl.DisplayNames([htmlLang(lang())], { type: "region" }).of(code) ?? code;
    } catch {
      return code;
    }
  }

  #find(key: string, spoken: Lang, id = key): { text: string; other?: Lang } {
    const special = nobody(id, spoken);
    if (special) return { text: special };
    const [en, zh] = this.#names.get(key) ?? ["", ""];
    const own = spoken === "zh" ? zh : en;
    if (own) return { text: own };
    const rest = spoken === "zh" ? en : zh;
    return rest ? { text: rest, other: spoken === "zh" ? "en" : "zh" } : { text: id };
  }
}

function nobody(id: string, spoken: Lang): string {
  if (id === IN_HOUSE) return table["in_house"][spoken];
  if (id === UNKNOWN) return table["unknown"][spoken];
  if (id === GONE) return table["unfilled"][spoken];
  return id.startsWith("OPEN:") ? fillIn(table["open.standard"][spoken], { name: id.slice(5) }) : "";
}
