// Values that people give to parameters, as terms: a thing may be given by any of its names, and must be there (an id
// that is not there would give an answer without rows, which looks like a finding).

import { nameIn } from "../page/words";
import { Fault } from "./fault";
import { thingKind, type Parameter } from "./parameters";
import type { Prefixes } from "./prefixes";
import { term, type Constant } from "./terms";
import type { Things } from "./things";

/** Whether the store says anything of an IRI. */
export type IsThere = (iri: string) => Promise<boolean>;

export async function resolve(parameter: Parameter, given: string, prefixes: Prefixes, things: Things, isThere: IsThere): Promise<Constant> {
  const kind = thingKind(parameter);
  const text = given.trim();
  try {
    return kind ? await thing(text, kind, parameter, prefixes, things, isThere) : term(text, prefixes, parameter.value);
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    throw new Fault("value.of", { name: parameter.name, why: error });
  }
}

async function thing(text: string, kind: string, parameter: Parameter, prefixes: Prefixes, things: Things, isThere: IsThere): Promise<Constant> {
  const bearers = things.bearers(text, kind);
  if (bearers.length === 1) return { kind: "iri", value: bearers[0] as string };
  const iri = readable(text, parameter, prefixes);
  if (iri && (things.has(iri.value) || (await isThere(iri.value)))) return iri;
  const near = bearers.length ? bearers.map((one) => things.name(one)?.text ?? one) : things.like(text, 3, kind).map(({ names }) => nameIn([names[0] ?? "", names[0] ?? ""], "").text);
  const key = bearers.length ? "thing.several" : near.length ? "thing.near" : "thing.unknown";
  throw new Fault(key, { text, near: near.join(", ") });
}

function readable(text: string, parameter: Parameter, prefixes: Prefixes): Constant | null {
  try {
    return term(text, prefixes, parameter.value);
  } catch {
    return null;
  }
}
