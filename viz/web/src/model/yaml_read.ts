// YAML as plain values with the line of each: no tags, no aliases, no key twice, bounded size, depth and count, numbers
// and words as graph/scenario/yaml_text.py reads them.

import { isAlias, isMap, isScalar, isSeq, LineCounter, parseAllDocuments, type Node, type ParsedNode } from "yaml";
import { checkDocument } from "./check";
import type { Document } from "./document";
import { fault, ScenarioError, type FieldPath } from "./faults";

const LARGEST = 256 * 1024;
const DEEPEST = 12;
const MOST = 20_000;
const INTEGER = /^[-+]?[0-9]{1,18}$/;
const FLOAT = /^[-+]?(?:\.[0-9]+|[0-9]+\.[0-9]*|[0-9]+(?=[eE]))(?:[eE][-+]?[0-9]{1,3})?$/;
const WORDS = new Map<string, unknown>([
  ...["", "~", "null", "Null", "NULL"].map((word) => [word, null] as const),
  ...["true", "True", "TRUE"].map((word) => [word, true] as const),
  ...["false", "False", "FALSE"].map((word) => [word, false] as const),
]);

/** The scenario that a file's text states. Throws a ScenarioError with every fault and its line. */
export function readScenario(text: string): Document {
  const size = new TextEncoder().encode(text).length;
  if (size > LARGEST) throw new ScenarioError([fault([], "too_large", { size, limit: LARGEST })]);
  const { value, lines } = readYaml(text.replace(/^\uFEFF/, ""));
  try {
    return checkDocument(value);
  } catch (error) {
    if (!(error instanceof ScenarioError)) throw error;
    throw new ScenarioError(error.faults.map((one) => ({ ...one, line: lineOf(one.path, lines) })).sort((one, two) => one.line - two.line));
  }
}

type Lines = ReadonlyMap<string, number>;

/** Line of a field, or of the nearest part of the file that it is in. */
function lineOf(path: FieldPath, lines: Lines): number {
  for (let length = path.length; length >= 0; length -= 1) {
    const found = lines.get(JSON.stringify(path.slice(0, length)));
    if (found !== undefined) return found;
  }
  return 0;
}

function readYaml(text: string): { value: unknown; lines: Lines } {
  const counter = new LineCounter();
  const documents = parseAllDocuments(text, { schema: "failsafe", lineCounter: counter, uniqueKeys: false, merge: false, logLevel: "silent" });
  const parsed = Array.isArray(documents) ? documents : [];
  for (const { errors, warnings } of parsed) {
    for (const problem of [...errors, ...warnings]) {
      const code = problem.code === "TAG_RESOLVE_FAILED" ? "tag" : "syntax";
      const context = { problem: problem.message.split("\n")[0]!.replace(/ at line .*$/, ""), tag: "!" };
      throw new ScenarioError([{ ...fault([], code, context), line: counter.linePos(problem.pos[0]).line }]);
    }
  }
  const first = parsed[0]?.contents;
  if (!first) throw new ScenarioError([fault([], "empty")]);
  if (parsed.length > 1) throw new ScenarioError([{ ...fault([], "several"), line: counter.linePos(parsed[1]!.range[0]).line }]);
  return new Reader(counter).read(first);
}

class Reader {
  readonly #lines = new Map<string, number>();
  #count = 0;

  constructor(readonly counter: LineCounter) {}

  read(root: ParsedNode): { value: unknown; lines: Lines } {
    const value = this.#value(root, []);
    return { value, lines: this.#lines };
  }

  #line(node: Node | null | undefined): number {
    return node?.range ? this.counter.linePos(node.range[0]).line : 0;
  }

  #fault(node: Node | null, path: FieldPath, code: string, context: Record<string, unknown> = {}): ScenarioError {
    return new ScenarioError([{ ...fault(path, code, context), line: this.#line(node) }]);
  }

  #value(node: Node | null, path: FieldPath): unknown {
    const key = JSON.stringify(path);
    if (!this.#lines.has(key) && node) this.#lines.set(key, this.#line(node));
    this.#count += 1;
    if (this.#count > MOST) throw this.#fault(node, [], "too_many", { limit: MOST });
    if (path.length > DEEPEST) throw this.#fault(node, [], "too_deep", { limit: DEEPEST });
    if (node === null) return null;
    if (isAlias(node) || ("anchor" in node && node.anchor)) throw this.#fault(node, [], "alias");
    // "!" alone is a quoted text's own tag; any other is not taken.
    if (node.tag && !["!", "tag:yaml.org,2002:str", "tag:yaml.org,2002:map", "tag:yaml.org,2002:seq"].includes(node.tag)) {
      throw this.#fault(node, path, "tag", { tag: node.tag });
    }
    if (isSeq(node)) return node.items.map((item, at) => this.#value(item as Node | null, [...path, at]));
    if (isMap(node)) return this.#mapping(node.items as { key: Node | null; value: Node | null }[], path);
    if (isScalar(node)) return node.type === "PLAIN" && node.tag !== "!" ? plainValue(String(node.source ?? node.value)) : String(node.value);
    throw this.#fault(node, path, "key_type");
  }

  #mapping(items: readonly { key: Node | null; value: Node | null }[], path: FieldPath): Record<string, unknown> {
    const found = new Map<string, unknown>();
    const first = new Map<string, number>();
    for (const { key: node, value } of items) {
      if (!isScalar(node)) throw this.#fault(node, path, "key_type");
      const [key, line] = [String(node.value), this.#line(node)];
      if (found.has(key)) throw this.#fault(node, [...path, key], "duplicate", { key, first: first.get(key) });
      first.set(key, line);
      this.#lines.set(JSON.stringify([...path, key]), line);
      found.set(key, this.#value(value, [...path, key]));
    }
    // Made by entries: a key such as __proto__ is a key like any other.
    return Object.fromEntries(found);
  }
}

function plainValue(text: string): unknown {
  if (WORDS.has(text)) return WORDS.get(text);
  return INTEGER.test(text) || FLOAT.test(text) ? Number(text) : text;
}
