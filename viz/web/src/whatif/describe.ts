// What an operation supposes, in words: viz/scenario_operations.py.

import { listed, SELECTORS, type Operation, type Share, type Words } from "../model/document";
import { lang, type Lang } from "../page/words";
import type { Naming } from "./naming";

type Stated = Record<string, unknown> & { op: string };

/** One operation as a reader sees it: names instead of ids, and what happens to what is left. */
export function describe(operation: Operation, paradigm: string, naming: Naming, spoken: Lang = lang()): string {
  const stated = operation as unknown as Stated;
  const say = (key: string, values: Record<string, unknown> = {}): string => naming.word(key, values, spoken);
  const one = (word: string): string => {
    if (/^[A-Z]{2}$/.test(word)) return naming.word(`country.${word}`, {}, spoken).replace(/^country\./, "");
    const full = `${paradigm}.${word}`;
    const name = naming.text(full, spoken);
    return name === full ? naming.text(word, spoken) : name;
  };
  const named = (words: unknown): string => listed(words as Words | undefined).map(one).join(say("list"));
  const customers = stated["customers"] ?? stated["customer_country"];
  const text = say(`op.${stated.op}`, {
    ...Object.fromEntries(["dependent", "provider", "slot", "firm", "holder"].map((key) => [key, named(stated[key])])),
    id: stated["id"],
    degree: stated["degree"],
    side: say(`side.${String(stated["side"])}`),
    point: naming.point(String(stated["control_point"] ?? ""), spoken),
    value: numberText((stated["value"] ?? stated["share"]) as Share | undefined),
    selection: selection(stated, say("list"), named),
    cohort: named(stated["cohort"]),
    shares: shares(stated, one, say),
    members: named(stated["firms"] ?? stated["country"]),
    customers: customers ? named(customers) : say("op.everybody"),
    slots: stated["slot"] ? named(stated["slot"]) : say("op.all_slots"),
  });
  if (!["remove_tie", "remove_firm", "remove_coalition"].includes(stated.op)) return text;
  return text + say("comma") + say(`refill.${String(stated["refill"] ?? "unnamed")}`);
}

function selection(stated: Stated, comma: string, named: (words: unknown) => string): string {
  const [dependent, provider] = ["dependent", "provider"].map((key) => stated[key] ?? stated[`${key}_country`]);
  if (!dependent || !provider) return SELECTORS.flatMap((key) => (stated[key] ? [named(stated[key])] : [])).join(comma);
  const rest = ["tie", "slot", "layer"].flatMap((key) => (stated[key] ? [named(stated[key])] : []));
  return [`${named(dependent)} → ${named(provider)}`, ...rest].join(comma);
}

function shares(stated: Stated, one: (word: string) => string, say: (key: string, values?: Record<string, unknown>) => string): string {
  const parts = Object.entries((stated["shares"] ?? {}) as Record<string, Share>).map(([name, share]) => `${one(name)} ${numberText(share)}`);
  if (stated["revocability"] !== undefined) parts.push(say("op.r", { value: numberText(stated["revocability"] as number) }));
  return parts.join(say("list"));
}

/** A number or a range with as many digits as six significant ones need. */
export function numberText(share: Share | undefined): string {
  if (share === undefined) return "";
  return typeof share === "number" ? String(Number(share.toPrecision(6))) : share.map((end) => Number(end.toPrecision(6))).join("–");
}
