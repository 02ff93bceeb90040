// How many claims there are, by kind, evidence and tier; and what else the store holds.

import { make } from "../page/dom";
import { speaker } from "../page/words";
import { KINDS, type Item, type Kind } from "../evidence/item";
import type { Ledger } from "../evidence/ledger";
import evidenceWords from "../evidence/words.json";
import { grid } from "./parts";
import table from "./words.json";

const say = speaker(table);
const sayEvidence = speaker(evidenceWords);
const TIERS = ["1", "2", "3", "4", "5"] as const;
const RECORDS = ["Candidacy", "Indicator", "FxRate", "Disagreement", "Slot", "TieEvidence"] as const;

export interface KindCount {
  kind: Kind | "all";
  n: number;
  known: number;
  tiers: number[];
}

export function countKinds(items: readonly Item[]): KindCount[] {
  const count = (kind: Kind | "all", of: readonly Item[]): KindCount => ({
    kind,
    n: of.length,
    known: of.filter(({ evidence }) => evidence === "known").length,
    tiers: TIERS.map((tier) => of.filter((item) => item.tier === tier).length),
  });
  const kinds = KINDS.map((kind) => count(kind, items.filter((item) => item.kind === kind)));
  return [...kinds.filter(({ n }) => n > 0), count("all", items)];
}

export function countsTable({ items, counts }: Ledger, date: string, whole: { claims: number; unverified: number }): HTMLElement[] {
  const heads = [say("kind"), say("n"), say("known"), ...TIERS.map((n) => say("tier", { n }))];
  const body = countKinds(items).map(({ kind, n, known, tiers }) => [
    kind === "all" ? say("all") : sayEvidence(`kind.${kind}`),
    ...[n, known, ...tiers].map((value) => value.toLocaleString("en")),
  ]);
  const besides = RECORDS.flatMap((name) => (counts[name] ? [say(`records.${name}`, { n: counts[name].toLocaleString("en") })] : []));
  return [
    grid(say("by.kind", { date }), heads, body, [1, 2, 3, 4, 5, 6, 7]),
    make("p", { class: "faint" }, say("records", { text: besides.join(say("comma")) })),
    make(
      "p",
      { class: "faint" },
      say("records.whole", { n: (counts.Organization ?? 0).toLocaleString("en"), all: whole.claims.toLocaleString("en"), known: whole.unverified.toLocaleString("en") }),
    ),
  ];
}
