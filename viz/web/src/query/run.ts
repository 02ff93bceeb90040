// From a query as written to its answer.

import { type Answer, ofJson, ofTriples } from "./answer";
import { checkAllowed, engineFault, visibleFault } from "./check";
import { EngineError, type Engine } from "./engine";
import { Fault } from "./fault";
import { bind, parameters } from "./parameters";
import { prologue } from "./prefixes";
import { resolve } from "./resolve";
import type { Constant } from "./terms";
import { Things } from "./things";
import { form, hasFrom } from "./tokens";
import type { Vocabulary } from "./vocabulary";

export interface Ran {
  answer: Answer;
  things: Things;
  milliseconds: number;
}

export class Runner {
  readonly #engine: Engine;
  readonly #vocabulary: Vocabulary;
  #things: Promise<Things> | null = null;

  constructor(engine: Engine, vocabulary: Vocabulary) {
    this.#engine = engine;
    this.#vocabulary = vocabulary;
  }

  things(): Promise<Things> {
    this.#things ??= this.#engine.open().then((named) => new Things(named));
    this.#things.catch(() => (this.#things = null));
    return this.#things;
  }

  /** The engine was stopped; names are read anew with the next one. */
  forget(): void {
    this.#things = null;
  }

  /** Answer `text`; its parameters take the values given, else their defaults, `lang` that of the page. */
  async run(text: string, given: Readonly<Record<string, string>>, lang: string): Promise<Ran> {
    const { prefixes, lists } = this.#vocabulary;
    checkAllowed(text);
    const fault = visibleFault(text, prefixes, lists);
    if (fault) throw fault;
    const things = await this.#opened();
    const values: Record<string, Constant> = {};
    for (const parameter of parameters(text, prefixes)) {
      const value = given[parameter.name] ?? (parameter.name === "lang" ? `"${lang}"` : null);
      if (value !== null) values[parameter.name] = await resolve(parameter, value, prefixes, things, (iri) => this.#isThere(iri));
    }
    const bound = bind(text, values, prefixes);
    const before = prologue(bound.text, prefixes);
    const graph = ["CONSTRUCT", "DESCRIBE"].includes(form(text)?.text.toUpperCase() ?? "");
    try {
      const { text: found, milliseconds } = await this.#engine.ask({ query: before + bound.text, graph, from: hasFrom(bound.text) });
      return { answer: graph ? ofTriples(found) : ofJson(found), things, milliseconds };
    } catch (error) {
      throw error instanceof EngineError ? engineFault(text, bound, before.length, error.message) : error;
    }
  }

  async #opened(): Promise<Things> {
    try {
      return await this.things();
    } catch (error) {
      throw error instanceof EngineError ? new Fault("wrong.engine", { why: error.message }) : error;
    }
  }

  async #isThere(iri: string): Promise<boolean> {
    const query = `ASK { { <${iri}> ?property ?value } UNION { ?thing ?property <${iri}> } }`;
    const { text } = await this.#engine.ask({ query, graph: false, from: false });
    return ofJson(text).rows[0]?.[0]?.value === "true";
  }
}
