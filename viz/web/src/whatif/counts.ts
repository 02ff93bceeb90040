// Definitions by country, before and after: they follow from control points and the rule that counts them.

import type { CountChange } from "../model/definitions";
import { fill, make } from "../page/dom";
import { speaker } from "../page/words";
import type { Piece } from "./piece";
import type { Store } from "./store";
import table from "./words.json";

const say = speaker(table);
const LEAST = 0.5;

export function countsPart(store: Store): Piece {
  const place = make("section", { class: "whatif-counts" });
  const sync = (): void => {
    const { outcome } = store;
    place.hidden = !outcome?.definitions.length;
    if (!outcome?.definitions.length) return;
    const rows = outcome.definitions;
    const differ = (row: CountChange): boolean => row.before !== row.after;
    const countries = [...new Set(rows.map((row) => row.country))];
    const shown = countries.filter((country) => rows.some((row) => row.country === country && (differ(row) || Math.max(row.before, row.after) >= LEAST)));
    fill(
      place,
      make("h3", {}, say("definitions")),
      outcome.definitionsChanged ? null : make("p", { class: "faint" }, say("definitions.same")),
      tableOf(store, rows, shown),
      make(
        "p",
        { class: "faint" },
        say("definitions.how", { date: store.block.day }),
        countries.length > shown.length ? ` ${say("definitions.less", { n: countries.length - shown.length })}` : "",
      ),
    );
  };
  return { element: place, sync };
}

function tableOf({ naming }: Store, rows: readonly CountChange[], countries: readonly string[]): HTMLElement {
  const kinds = [...new Map(rows.map((row) => [`${row.rule}\n${row.essay}`, row])).values()];
  const head = kinds.map(({ rule, essay }) =>
    make("th", { scope: "col", class: "number" }, naming.word("rule.pair", { rule: naming.word(`rule.${rule}`), holdings: naming.word(`holdings.${essay ? "essay" : "researched"}`) })),
  );
  const body = countries.map((country) =>
    make(
      "tr",
      { data: { country } },
      make("th", { scope: "row" }, naming.country(country)),
      kinds.map(({ rule, essay }) => {
        const row = rows.find((one) => one.rule === rule && one.essay === essay && one.country === country);
        return cell(row?.before ?? 0, row?.after ?? 0);
      }),
    ),
  );
  const top = make("tr", {}, make("th", { scope: "col" }, say("col.country")), head);
  return make("div", { class: "table-box" }, make("table", {}, make("thead", {}, top), make("tbody", {}, body)));
}

function cell(before: number, after: number): HTMLElement {
  const text = (value: number): string => String(Number(value.toPrecision(4)));
  if (before === after) return make("td", { class: "number" }, text(after));
  return make("td", { class: `number ${after < before ? "down" : "up"}` }, `${text(before)} → ${text(after)}`);
}
