// Where an operation stands: what its words may mean among the ties that it meets. graph/scenario/operation_site.py.

import { listed, SELECTORS, type Selecting } from "./document";
import { fault, type Fault } from "./faults";
import { byText, IN_HOUSE, UNKNOWN, type Tie } from "./tie";
import type { Holding, NameTable, SlotTerms, World } from "./world";

export class Site {
  readonly faults: Fault[] = [];

  constructor(
    readonly world: World,
    readonly place: number,
    readonly ties: readonly Tie[],
    readonly holdings: readonly Holding[],
  ) {}

  fault(name: string, code: string, context: Record<string, unknown> = {}, near: readonly string[] = []): void {
    const terms = { paradigm: this.world.paradigm, date: this.world.day, ...context };
    this.faults.push(fault(["operations", this.place, name], code, terms, near));
  }

  firm(name: string, text: string, special = false): string {
    if (special && (text === IN_HOUSE || text === UNKNOWN || text.startsWith("OPEN:"))) return text;
    return this.#find(name, "unknown_firm", text, this.world.forms.firm);
  }

  dependent(name: string, text: string): string {
    return this.world.cohorts.has(text) ? text : this.#find(name, "unknown_firm", text, this.world.forms.dependent);
  }

  cohort(name: string, text: string): string {
    return this.#find(name, "unknown_cohort", text, this.world.forms.cohort);
  }

  slot(name: string, text: string): string {
    const full = `${this.world.paradigm}.${text}`;
    return this.world.slots.has(full) ? full : this.#find(name, "unknown_slot", text, this.world.forms.slot);
  }

  terms(slot: string): SlotTerms | undefined {
    return this.world.slots.get(slot);
  }

  country(name: string, text: string): string {
    const code = text.toUpperCase();
    const known = new Set([...this.world.firms.values()].map((firm) => firm.country).filter(Boolean));
    if (!known.has(code)) this.fault(name, "unknown_country", { name: text });
    return code;
  }

  countryOf(id: string): string {
    return this.world.firms.get(id)?.country ?? "";
  }

  #find(name: string, code: string, text: string, names: NameTable): string {
    const { id, near } = findId(text, names);
    if (id !== null) return id;
    this.fault(name, code, { name: text }, near);
    return text;
  }

  /** Ties that all given fields hold for. */
  selected(selection: Selecting): Tie[] {
    const wanted: [(tie: Tie) => string, Set<string>][] = [];
    for (const name of SELECTORS) {
      const words = listed(selection[name]);
      if (words.length) wanted.push([this.#value(name), new Set(words.map((word) => this.#word(name, word)))]);
    }
    return this.ties.filter((tie) => wanted.every(([value, words]) => words.has(value(tie))));
  }

  #word(name: string, word: string): string {
    if (name === "tie") {
      if (!this.ties.some((tie) => tie.id === word)) this.fault(name, "unknown_tie", { name: word });
      return word;
    }
    if (name.endsWith("country")) return this.country(name, word);
    if (name === "slot") return this.slot(name, word);
    if (name === "provider") return this.firm(name, word, true);
    return name === "dependent" ? this.dependent(name, word) : word;
  }

  #value(name: (typeof SELECTORS)[number]): (tie: Tie) => string {
    if (name === "tie") return (tie) => tie.id;
    if (name === "dependent_country") return (tie) => this.countryOf(tie.dependent);
    if (name === "provider_country") return (tie) => this.countryOf(tie.provider);
    return (tie) => tie[name];
  }

  /** The table with ties put in the place of those with their ids, others added, and some taken out. */
  exchanged(fresh: readonly Tie[], gone: ReadonlySet<string> = new Set()): Tie[] {
    const put = new Map(fresh.map((tie) => [tie.id, tie]));
    const kept: Tie[] = [];
    for (const tie of this.ties) {
      const other = put.get(tie.id);
      if (other || !gone.has(tie.id)) kept.push(other ?? tie);
      put.delete(tie.id);
    }
    return [...kept, ...[...put.values()].sort((one, two) => byText(one.id, two.id))];
  }

  /** An id that no tie has. */
  freeId(name: string): string {
    const taken = new Set(this.ties.map((tie) => tie.id));
    let found = name;
    for (let number = 2; taken.has(found); number += 1) found = `${name}-${number}`;
    return found;
  }
}

/** Id of what is called `text`: by id, else by a name that only one bears; else what may have been meant. */
export function findId(text: string, names: NameTable): { id: string | null; near: string[] } {
  if (names.has(text)) return { id: text, near: [] };
  const wanted = fold(text);
  const ids = [...names.keys()].sort(byText);
  const bearers = ids.filter((id) => [id, ...names.get(id)!].some((form) => fold(form) === wanted));
  if (bearers.length === 1) return { id: bearers[0]!, near: [] };
  const near = ids.filter((id) => wanted.length > 1 && [id, ...names.get(id)!].some((form) => fold(form).includes(wanted)));
  return { id: null, near: (bearers.length ? bearers : near).slice(0, 3) };
}

function fold(text: string): string {
  return text.toLowerCase().replaceAll("_", " ").trim().replace(/\s+/gu, " ");
}
