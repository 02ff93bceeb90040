// Ranks and powers before and after: a table whose bars say the same as its numbers.

import type { Change } from "../model/changes";
import type { Side } from "../model/scenario";
import { fill, make } from "../page/dom";
import { speaker } from "../page/words";
import type { Piece } from "./piece";
import type { Store } from "./store";
import table from "./words.json";

const say = speaker(table);
const FEW = 12;

export function number(value: number): string {
  return value.toFixed(4);
}

/** A change with its sign; one that rounds to nothing has none. */
export function signed(value: number): string {
  const text = Math.abs(value).toFixed(4);
  if (Number(text) === 0) return "0.0000";
  return (value > 0 ? "+" : "\u2212") + text;
}

/** The side that the tab shows: with cohorts of adopters if the address says so, or if they alone are changed. */
export function shownSide({ app, outcome }: Store): Side | null {
  if (!outcome) return null;
  return countsCohorts(app.address.get("w.c"), outcome.aboutCohorts) ? (outcome.cohorts ?? outcome.firms) : outcome.firms;
}

export function countsCohorts(wanted: string | null, about: boolean): boolean {
  return wanted === null ? about : wanted === "1";
}

export function ranksTable(store: Store): Piece {
  const place = make("section", { class: "whatif-ranks" });
  const sync = (): void => {
    const side = shownSide(store);
    place.hidden = side === null;
    if (side) fill(place, store.operations.length ? difference(store, side) : base(store, side));
  };
  return { element: place, sync };
}

function difference(store: Store, side: Side): (HTMLElement | null)[] {
  const changed = side.changes.filter((change) => change.changed);
  const same = side.changes.length - changed.length;
  const all = store.app.address.get("w.a") === "1";
  const shown = all ? changed : changed.slice(0, FEW);
  const title = make("h3", {}, say("ranks"));
  if (!changed.length) return [title, make("p", {}, say("ranks.nothing"))];
  const note = make("p", { class: "faint" }, say("ranks.shown", { shown: shown.length, changed: changed.length, same }), " ", toggle(store, changed.length > FEW, changed.length, all));
  return [title, make("p", { class: "faint" }, say("ranks.caption"), " ", make("span", { class: "bars-note" }, say("ranks.bars"))), tableOf(store, shown, true), note];
}

/** Nothing is supposed yet: the ranking as it is. */
function base(store: Store, side: Side): HTMLElement[] {
  const ranked = side.changes.filter((change) => change.before.rank !== null && change.before.power > 0);
  ranked.sort((one, two) => one.before.rank! - two.before.rank! || (one.id < two.id ? -1 : 1));
  if (!ranked.length) return [make("h3", {}, say("base")), make("p", {}, say("none.ties"))];
  const all = store.app.address.get("w.a") === "1";
  const shown = all ? ranked : ranked.slice(0, FEW);
  const note = make("p", { class: "faint" }, say("ranks.base", { shown: shown.length, total: ranked.length }), " ", toggle(store, ranked.length > FEW, ranked.length, all));
  return [make("h3", {}, say("base")), tableOf(store, shown, false), note];
}

function toggle(store: Store, needed: boolean, n: number, all: boolean): HTMLElement | null {
  if (!needed) return null;
  return make(
    "button",
    { type: "button", class: "small", id: "whatif-all", on: { click: () => store.app.address.set({ "w.a": all ? null : 1 }) } },
    all ? say("ranks.fewer") : say("ranks.all", { n }),
  );
}

function tableOf(store: Store, shown: readonly Change[], both: boolean): HTMLElement {
  const most = Math.max(...shown.flatMap(({ before, after }) => [before.power, after.power]), 1e-9);
  const heads = both ? (["firm", "rank", "power", "before", "after", "change"] as const) : (["firm", "rank", "power", "after", "reach", "lockin"] as const);
  const head = heads.map((key) => {
    if (key === "power") return make("td", { class: "bar-cell", "aria-hidden": "true" });
    const name = !both && key === "after" ? say("col.power") : say(`col.${key}`);
    return make("th", { scope: "col", class: key === "firm" ? "" : "number" }, name);
  });
  const rows = shown.map((change) => make("tr", { data: { firm: change.id } }, cells(store, change, most, both)));
  return make("div", { class: "table-box" }, make("table", {}, make("thead", {}, make("tr", {}, head)), make("tbody", {}, rows)));
}

function cells(store: Store, change: Change, most: number, both: boolean): HTMLElement[] {
  const { before, after } = change;
  const values = both ? [number(before.power), number(after.power), signed(change.change)] : [number(after.power), number(after.reach), number(after.lockin)];
  return [
    make("th", { scope: "row" }, firmLink(store, change.id)),
    make("td", { class: "number rank" }, rankCell(change, both)),
    make("td", { class: "bar-cell", "aria-hidden": "true" }, bar(before.power / most, after.power / most, both)),
    ...values.map((text, at) => make("td", { class: both && at === 2 ? `number ${change.change < 0 ? "down" : "up"}` : "number" }, text)),
  ];
}

function firmLink(store: Store, id: string): HTMLElement {
  return make("button", { type: "button", class: "plain", on: { click: () => store.app.address.set({ firm: id, "w.s": null, "w.o": null }) } }, store.naming.element(id));
}

/** The places, and the same in words for who does not see the arrow. */
function rankCell({ before, after }: Change, both: boolean): (HTMLElement | string)[] {
  const [from, to] = [before.rank, after.rank];
  if (!both) return [String(to ?? "–")];
  const words =
    from === null && to === null
      ? say("rank.group")
      : from === null
        ? say("rank.in", { to })
        : to === null
          ? say("rank.out", { from })
          : from === to
            ? say("rank.same", { rank: to })
            : say(to < from ? "rank.up" : "rank.down", { n: Math.abs(to - from), from, to });
  const moved = from !== null && to !== null && from !== to ? (to < from ? ` ▲${from - to}` : ` ▼${to - from}`) : "";
  const text = from === to ? String(to ?? "–") : `${from ?? "–"} → ${to ?? "–"}${moved}`;
  const direction = moved.includes("▲") ? "up" : moved ? "down" : "";
  return [make("span", { "aria-hidden": "true", class: direction }, text), make("span", { class: "hidden-text" }, words)];
}

function bar(before: number, after: number, both: boolean): HTMLElement {
  const marks = [make("span", { class: after < before ? "bar-after down" : "bar-after up", style: { at: `${(100 * after).toFixed(2)}%` } })];
  if (both) marks.push(make("span", { class: "bar-before", style: { at: `${(100 * before).toFixed(2)}%` } }));
  return make("div", { class: "bar-track" }, marks);
}
