// A scenario in the address of the view: `paradigm**op*field*value*field*value**op*...`. A value that begins with a dot
// goes on with the one before it. What would be read as a sign is written as "!" and its code.

import { checkOperation } from "./check";
import { FIELDS, type Operation, type Share } from "./document";
import { fault, ScenarioError, type Fault } from "./faults";

export function writeAddress(paradigm: string, operations: readonly Operation[]): string {
  if (!operations.length) return "";
  return [paradigm, ...operations.map(writeOperation)].join("**");
}

function writeOperation(operation: Operation): string {
  const fields = FIELDS[operation.op]!;
  const parts = Object.entries(operation).flatMap(([key, value]) =>
    key === "op" || value === undefined || value === fields[key]?.fallback ? [] : [key, ...writeValue(value)],
  );
  return [operation.op, ...parts].join("*");
}

function writeValue(value: unknown): string[] {
  if (!Array.isArray(value) && typeof value === "object" && value !== null) {
    return continued(Object.entries(value).flatMap(([name, share]) => [escape(name), escape(Array.isArray(share) ? share.join("_") : String(share))]));
  }
  // A list of one is written with a dot behind it, so that it stays a list.
  if (Array.isArray(value)) return value.length === 1 ? [escape(String(value[0])), "."] : continued(value.map((one) => escape(String(one))));
  return [escape(String(value))];
}

const continued = (parts: readonly string[]): string[] => parts.map((part, at) => (at ? `.${part}` : part));

function escape(text: string): string {
  return text.replace(/[!*]|^\./g, (letter) => `!${letter.codePointAt(0)!.toString(16)}`);
}

function unescape(text: string): string {
  return text.replace(/!([0-9a-f]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

/** The paradigm and the operations that an address names. Throws a ScenarioError. */
export function readAddress(text: string): { paradigm: string; operations: Operation[] } {
  const [paradigm = "", ...rest] = text.split("**");
  const faults: Fault[] = [];
  if (!rest.length || rest.length > 500) faults.push(fault(["operations"], rest.length ? "too_long" : "too_short", { limit: 500 }));
  const operations = rest.slice(0, 500).flatMap((one, at) => checkOperation(readOperation(one), ["operations", at], faults) ?? []);
  if (faults.length) throw new ScenarioError(faults);
  return { paradigm, operations };
}

function readOperation(text: string): Record<string, unknown> {
  const [op = "", ...tokens] = text.split("*");
  const fields = Object.hasOwn(FIELDS, op) ? FIELDS[op]! : {};
  const found = new Map<string, unknown>([["op", op]]);
  for (let at = 0; at < tokens.length; ) {
    const key = tokens[at]!;
    const parts = [tokens[at + 1] ?? ""];
    for (at += 2; at < tokens.length && tokens[at]!.startsWith("."); at += 1) parts.push(tokens[at]!.slice(1));
    found.set(key, readValue(parts.map(unescape), Object.hasOwn(fields, key) ? fields[key]!.kind : "text"));
  }
  return Object.fromEntries(found);
}

function readValue(parts: readonly string[], kind: (typeof FIELDS)[string][string]["kind"]): unknown {
  const [first = ""] = parts;
  if (kind === "flag") return first === "true" ? true : first === "false" ? false : first;
  if (kind === "part") return number(first);
  if (kind === "share") return parts.length > 1 ? parts.map(number) : number(first);
  if (kind === "words") return parts.length === 1 ? first : parts.length === 2 && parts[1] === "" ? [first] : parts;
  if (kind !== "shares") return first;
  const pairs: [string, unknown][] = [];
  for (let at = 0; at < parts.length; at += 2) pairs.push([parts[at]!, share(parts[at + 1] ?? "")]);
  return Object.fromEntries(pairs);
}

function share(text: string): Share | unknown {
  return text.includes("_") ? text.split("_").map(number) : number(text);
}

/** The number that a text is; the text itself where it is none, to be refused by the check. */
function number(text: string): unknown {
  return /^[-+.0-9eE]+$/.test(text) && Number.isFinite(Number(text)) ? Number(text) : text;
}
