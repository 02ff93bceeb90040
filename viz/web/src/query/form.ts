// Fields for the parameters of a query, each of its type; things are found by name.

import { Combobox, type Suggestion } from "../page/combobox";
import { fill, make } from "../page/dom";
import { lang, speaker } from "../page/words";
import { thingKind, type Parameter } from "./parameters";
import { XSD } from "./terms";
import type { Things } from "./things";
import table from "./words.json";

const say = speaker(table);
const MOST = 12;

export interface Asked {
  /** Chinese for what the header says of a parameter in English. */
  chinese: Readonly<Record<string, string>>;
  /** Closed lists by name. */
  lists: Readonly<Record<string, string>>;
  things: () => Things | null;
  change(name: string, value: string | null): void;
}

export class Form {
  readonly element = make("form", { class: "query-form", on: { submit: (event) => event.preventDefault() } });
  readonly #asked: Asked;

  constructor(asked: Asked) {
    this.#asked = asked;
  }

  show(parameters: readonly Parameter[], given: Readonly<Record<string, string>>): void {
    this.element.setAttribute("aria-label", say("form"));
    this.element.hidden = parameters.length === 0;
    fill(this.element, parameters.map((parameter) => this.#field(parameter, given[parameter.name] ?? null)));
  }

  #field(parameter: Parameter, given: string | null): HTMLElement {
    const id = `query-p-${parameter.name}`;
    const what = lang() === "zh" ? (this.#asked.chinese[parameter.what] ?? parameter.what) : parameter.what;
    const label = what || parameter.name;
    const input = this.#input(id, parameter, given, label);
    return make("div", { class: "query-field" }, make("label", { for: id }, label, " ", make("code", {}, `$${parameter.name}`)), input);
  }

  #input(id: string, parameter: Parameter, given: string | null, label: string): HTMLElement {
    const { value, name } = parameter;
    const kind = thingKind(parameter);
    if (kind) return this.#thing(id, parameter, kind, given, label);
    if (name === "lang") return this.#choice(id, name, given, [["", say("form.page")], ["en", "English"], ["zh", "中文"]]);
    if (value.kind === "iri" && /\/code\/\w+$/.test(value.value)) return this.#list(id, parameter, given);
    const type = value.kind === "literal" ? value.datatype.replace(XSD, "") : "";
    if (type === "boolean") return this.#choice(id, name, given ?? value.value, [["true", say("form.yes")], ["false", say("form.no")]]);
    const shown = given ?? value.value;
    const number = type === "integer" || type === "decimal";
    return make("input", {
      id,
      type: type === "date" ? "date" : number ? "number" : "text",
      ...(number ? { step: type === "integer" ? "1" : "any" } : {}),
      value: shown,
      size: Math.min(40, Math.max(8, shown.length + 2)),
      on: { change: (event) => this.#set(parameter, (event.target as HTMLInputElement).value) },
    });
  }

  #set(parameter: Parameter, text: string): void {
    const plain = text.trim();
    this.#asked.change(parameter.name, plain === "" || plain === parameter.value.value ? null : plain);
  }

  #choice(id: string, name: string, given: string | null, choices: readonly (readonly [string, string])[]): HTMLElement {
    const select = make("select", { id, on: { change: () => this.#asked.change(name, select.value || null) } }, choices.map(([value, text]) => make("option", { value, selected: value === (given ?? "") }, text)));
    return select;
  }

  #list(id: string, parameter: Parameter, given: string | null): HTMLElement {
    const lists = Object.entries(this.#asked.lists).map(([name, namespace]) => [namespace.slice(0, -1), name] as const);
    return this.#choice(id, parameter.name, given ?? parameter.value.value, lists);
  }

  #thing(id: string, parameter: Parameter, kind: string, given: string | null, label: string): HTMLElement {
    const things = this.#asked.things();
    const now = given ?? parameter.value.value;
    const shown = things?.name(now)?.text ?? (given ?? parameter.written.replace(`id:${kind}/`, ""));
    const box = new Combobox<Suggestion>({
      id,
      label: () => label,
      suggest: (text) => {
        const found = this.#asked.things()?.like(text, Infinity, kind) ?? [];
        const items = found.slice(0, MOST).map(({ iri, names }) => ({ id: iri, text: names[0] ?? iri, hint: names.slice(1, 3).join(" · ") }));
        return { items, total: found.length };
      },
      choose: ({ id: iri }) => this.#asked.change(parameter.name, iri),
      none: (text) => say("form.none", { text }),
      more: (n, total) => say("form.more", { n, total }),
    });
    box.input.value = shown;
    box.input.addEventListener("change", () => {
      const text = box.input.value.trim();
      if (text && text !== shown) this.#asked.change(parameter.name, text);
    });
    return box.element;
  }
}
