// Plain values as a scenario, or every fault of form in them: what pydantic checks in graph/scenario.

import { lastDay } from "../page/dates";
import { FIELDS, FORMAT, MOST_OPERATIONS, SELECTORS, ends, type Document, type Field, type Operation, type Share } from "./document";
import { fault, ScenarioError, type Fault, type FieldPath } from "./faults";

const LONGEST_WORD = 200;
const LONGEST_TEXT = 2000;
const UNPRINTABLE = /[\p{C}\p{Zl}\p{Zp}]|(?! )\p{Zs}/u;

type Plain = Record<string, unknown>;
type Faults = Fault[];

/** The document that plain values are. Throws a ScenarioError with every fault. */
export function checkDocument(values: unknown): Document {
  const faults: Faults = [];
  const found = document(values, faults);
  if (faults.length) throw new ScenarioError(faults);
  return found as unknown as Document;
}

/** One operation of plain values; faults are added to `faults`. */
export function checkOperation(values: unknown, path: FieldPath, faults: Faults): Operation | null {
  if (!isPlain(values)) return put(faults, path, "not_mapping", { value: values });
  const name = values["op"];
  if (name === undefined) return put(faults, [...path, "op"], "missing", { name: "op" });
  const fields = typeof name === "string" && Object.hasOwn(FIELDS, name) ? FIELDS[name] : undefined;
  if (!fields) return put(faults, [...path, "op"], "unknown_op", { name, known: Object.keys(FIELDS).join(", ") });
  const before = faults.length;
  const found: Plain = { op: name };
  for (const key of Object.keys(values)) {
    if (key !== "op" && !Object.hasOwn(fields, key)) faults.push(fault([...path, key], "unknown_key", { name: key }, Object.keys(fields).filter((one) => near(one, key))));
  }
  for (const [key, field] of Object.entries(fields)) {
    const value = checkField(values, key, field, path, faults);
    if (value !== undefined) found[key] = value;
  }
  if (faults.length === before) together(found as unknown as Operation, path, faults);
  return faults.length === before ? (found as unknown as Operation) : null;
}

function checkField(values: Plain, key: string, field: Field, path: FieldPath, faults: Faults): unknown {
  const at = [...path, key];
  if (!Object.hasOwn(values, key)) {
    if (field.needed) faults.push(fault(at, "missing", { name: key }));
    return undefined;
  }
  const value = values[key];
  if (value === null && !field.needed && field.fallback === undefined) return undefined;
  const found = checkValue(value, field.kind, at, faults);
  return found === field.fallback ? undefined : found;
}

function checkValue(value: unknown, kind: Field["kind"], at: FieldPath, faults: Faults): unknown {
  if (typeof kind !== "string") {
    return typeof value === "string" && kind.includes(value) ? value : put(faults, at, "choice", { value, known: kind.map((one) => `'${one}'`).join(", ") });
  }
  if (kind === "word" || kind === "text") return checkText(value, kind, at, faults);
  if (kind === "part") return typeof value === "number" ? checkPart(value, at, faults) : put(faults, at, "not_number", { value });
  if (kind === "flag") return typeof value === "boolean" ? value : put(faults, at, "choice", { value, known: "true, false" });
  if (kind === "share") return checkShare(value, at, faults);
  if (kind === "shares") return checkShares(value, at, faults);
  const list = Array.isArray(value) ? value : [value];
  if (!list.length) return put(faults, at, "too_short");
  if (list.length > 200) return put(faults, at, "too_long", { limit: 200 });
  for (const one of list) if (checkText(one, "word", at, faults) === undefined) return undefined;
  return value;
}

function checkText(value: unknown, kind: "word" | "text", at: FieldPath, faults: Faults): string | undefined {
  if (typeof value !== "string") return put(faults, at, "not_text", { value }) ?? undefined;
  const limit = kind === "word" ? LONGEST_WORD : LONGEST_TEXT;
  const plain = kind === "word" ? value : value.replaceAll("\n", "");
  const empty = kind === "word" ? value !== value.trim() || !value : !value.trim();
  if (empty || [...value].length > limit || UNPRINTABLE.test(plain)) return put(faults, at, "bad_text", { limit }) ?? undefined;
  return value;
}

function checkPart(value: number, at: FieldPath, faults: Faults): number | undefined {
  return value >= 0 && value <= 1 ? value : (put(faults, at, "not_part", { value }) ?? undefined);
}

function checkShare(value: unknown, at: FieldPath, faults: Faults): Share | undefined {
  if (typeof value === "number") return checkPart(value, at, faults);
  if (!Array.isArray(value)) return put(faults, at, "not_number", { value }) ?? undefined;
  if (value.length !== 2 || !value.every((end) => typeof end === "number")) return put(faults, at, "not_range") ?? undefined;
  const [low, high] = value as [number, number];
  if (checkPart(low, at, faults) === undefined || checkPart(high, at, faults) === undefined) return undefined;
  return low <= high ? [low, high] : (put(faults, at, "backward_range", { low, high }) ?? undefined);
}

function checkShares(value: unknown, at: FieldPath, faults: Faults): Record<string, Share> | undefined {
  if (!isPlain(value)) return put(faults, at, "not_mapping", { value }) ?? undefined;
  const entries = Object.entries(value);
  if (!entries.length) return put(faults, at, "too_short") ?? undefined;
  if (entries.length > 100) return put(faults, at, "too_long", { limit: 100 }) ?? undefined;
  const found: [string, Share][] = [];
  for (const [name, share] of entries) {
    checkText(name, "word", [...at, name], faults);
    const part = checkShare(share, [...at, name], faults);
    if (part !== undefined) found.push([name, part]);
  }
  return Object.fromEntries(found);
}

/** What fields must be together. */
function together(operation: Operation, path: FieldPath, faults: Faults): void {
  if ("refill" in FIELDS[operation.op]! || "value" in operation || operation.op === "reweight_tie") {
    if (operation.op === "remove_firm") return;
    if (operation.op === "remove_coalition") {
      if (operation.firms === undefined && operation.country === undefined) faults.push(fault(path, "no_members"));
    } else if (SELECTORS.every((name) => (operation as unknown as Plain)[name] === undefined)) {
      faults.push(fault(path, "no_selection", { known: SELECTORS.join(", ") }));
    }
  }
  if (operation.op === "add_tie" && operation.layer !== undefined && !["tech", "dist", "supply"].includes(operation.layer)) {
    faults.push(fault(path, "capital_layer"));
  }
  if (operation.op === "shift_cohort_share") {
    const total = Object.values(operation.shares).reduce<number>((sum, share) => sum + (ends(share)[0] + ends(share)[1]) / 2, 0);
    if (total > 1 + 1e-9) faults.push(fault(path, "shares_above_one", { total }));
  }
}

const DOCUMENT = ["format", "title", "paradigm", "as_of", "status", "note", "operations"];

function document(values: unknown, faults: Faults): Plain {
  if (!isPlain(values)) {
    faults.push(fault([], "not_mapping", { value: values }));
    return {};
  }
  unknownKeys(values, DOCUMENT, [], faults);
  const found: Plain = {};
  if (Object.hasOwn(values, "format") && values["format"] !== FORMAT) faults.push(fault(["format"], "choice", { value: values["format"], known: `'${FORMAT}'` }));
  if (Object.hasOwn(values, "title")) found["title"] = bilingual(values["title"], ["title"], faults);
  else faults.push(fault(["title"], "missing", { name: "title" }));
  found["paradigm"] = checkField(values, "paradigm", { kind: "word", needed: true }, [], faults);
  const date = values["as_of"];
  if (date !== undefined && date !== null) {
    const text = typeof date === "number" && Number.isInteger(date) ? String(date) : date;
    if (typeof text !== "string") faults.push(fault(["as_of"], "not_text", { value: date }));
    else if (!lastDay(text)) faults.push(fault(["as_of"], "not_date", { value: text }));
    else found["as_of"] = text;
  }
  if (Object.hasOwn(values, "status")) found["status"] = status(values["status"], faults);
  if (values["note"] !== undefined && values["note"] !== null) found["note"] = bilingual(values["note"], ["note"], faults);
  found["operations"] = operations(values, faults);
  return found;
}

function operations(values: Plain, faults: Faults): Operation[] {
  const list = values["operations"];
  if (!Object.hasOwn(values, "operations")) faults.push(fault(["operations"], "missing", { name: "operations" }));
  else if (!Array.isArray(list)) faults.push(fault(["operations"], "not_list", { value: list }));
  else if (!list.length) faults.push(fault(["operations"], "too_short"));
  else if (list.length > MOST_OPERATIONS) faults.push(fault(["operations"], "too_long", { limit: MOST_OPERATIONS }));
  else return list.flatMap((one, at) => checkOperation(one, ["operations", at], faults) ?? []);
  return [];
}

function status(value: unknown, faults: Faults): unknown {
  if (!isPlain(value)) return put(faults, ["status"], "not_mapping", { value });
  unknownKeys(value, ["verified", "source", "because"], ["status"], faults);
  const found: Plain = {};
  const verified = checkField(value, "verified", { kind: "flag", fallback: false }, ["status"], faults);
  const source = checkField(value, "source", { kind: "text" }, ["status"], faults);
  if (verified !== undefined) found["verified"] = verified;
  if (source !== undefined) found["source"] = source;
  if (verified === true && source === undefined) faults.push(fault(["status"], "no_source"));
  const because = value["because"];
  if (because !== undefined && because !== null) found["because"] = bilingual(because, ["status", "because"], faults);
  return found;
}

function bilingual(value: unknown, path: FieldPath, faults: Faults): unknown {
  if (!isPlain(value)) return put(faults, path, "not_mapping", { value });
  unknownKeys(value, ["en", "zh"], path, faults);
  const text: Field = { kind: "text", needed: true };
  return { en: checkField(value, "en", text, path, faults), zh: checkField(value, "zh", text, path, faults) };
}

function unknownKeys(values: Plain, known: readonly string[], path: FieldPath, faults: Faults): void {
  for (const key of Object.keys(values)) {
    if (!known.includes(key)) faults.push(fault([...path, key], "unknown_key", { name: key }, known.filter((one) => near(one, key))));
  }
}

function put(faults: Faults, path: FieldPath, code: string, context: Plain = {}): null {
  faults.push(fault(path, code, context));
  return null;
}

function isPlain(value: unknown): value is Plain {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Whether a name may have been meant: it begins alike. */
function near(name: string, written: string): boolean {
  return written.length > 2 && (name.startsWith(written.slice(0, 3).toLowerCase()) || written.toLowerCase().startsWith(name));
}
