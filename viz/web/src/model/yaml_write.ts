// A scenario as YAML that `definer scenario` reads. Every text that is not a plain id stands in quotes, with whatever is
// not a letter, number, sign or blank written as its code: no text of the data or the reader can become anything else.

import { FIELDS, FORMAT, type Document } from "./document";

const PLAIN = /^[A-Za-z][A-Za-z0-9_.-]*$/;
const WORDS = /^(?:null|true|false|yes|no|on|off|y|n)$/i;

/** The file's text; `head` becomes comments above it. */
export function writeYaml(document: Document, head: readonly string[] = []): string {
  const { title, paradigm, as_of, status, note, operations } = document;
  const fields = { format: FORMAT, title, paradigm, as_of, status, note };
  const lines = head.map((line) => `# ${line.replace(/[^\x20-\x7e\u00a1-\u2027\u2030-\ud7ff\ue000-\ufefe]/g, " ")}`);
  for (const [key, value] of Object.entries(fields)) lines.push(...entry(key, value, ""));
  lines.push("operations:");
  for (const operation of operations) {
    const known = ["op", ...Object.keys(FIELDS[operation.op]!)];
    const own = Object.entries(operation).sort(([one], [two]) => known.indexOf(one) - known.indexOf(two));
    const block = own.flatMap(([key, value]) => entry(key, value, "    "));
    lines.push(...block.map((line, at) => (at ? line : `  - ${line.trimStart()}`)));
  }
  return `${lines.join("\n")}\n`;
}

function entry(key: string, value: unknown, indent: string): string[] {
  if (value === undefined || value === null) return [];
  if (typeof value !== "object" || Array.isArray(value)) return [`${indent}${scalar(key)}: ${flow(value)}`];
  const inner = Object.entries(value).flatMap(([name, part]) => entry(name, part, `${indent}  `));
  return inner.length ? [`${indent}${scalar(key)}:`, ...inner] : [];
}

function flow(value: unknown): string {
  return Array.isArray(value) ? `[${value.map(flow).join(", ")}]` : scalar(value);
}

function scalar(value: unknown): string {
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  const text = String(value);
  if (PLAIN.test(text) && !WORDS.test(text)) return text;
  return `"${text.replace(/["\\]|[^\x20-\x7e\u00a1-\u2027\u2030-\ud7ff\ue000-\ufefe]/gu, escaped)}"`;
}

function escaped(letter: string): string {
  if (letter === '"' || letter === "\\") return `\\${letter}`;
  if (letter === "\n") return "\\n";
  const code = letter.codePointAt(0)!;
  return code > 0xffff ? `\\U${code.toString(16).padStart(8, "0")}` : `\\u${code.toString(16).padStart(4, "0")}`;
}
