// The ties of a firm: what it needs and who rests on it, each to be ended or set otherwise; a tie more; its withdrawal.

import { isNamed, byText, type Tie } from "../model/tie";
import type { Scores } from "../model/score";
import { fill, make } from "../page/dom";
import { speaker } from "../page/words";
import { additionOf, withdrawalOf } from "./edits";
import { tieAdder } from "./adder";
import type { Piece } from "./piece";
import type { Store } from "./store";
import { tieRow, type TieRow } from "./tie_row";
import table from "./words.json";

const say = speaker(table);
const FEW = 8;
const FIRST = 6;

/** Share of its slot that each tie counts with. */
function countedShares(scores: Scores): Map<string, number> {
  return new Map(scores.projection.slots.flatMap((slot) => slot.fills.map((one) => [one.tie, one.share] as const)));
}

/** The firm of the address, and its ties. */
export function tiesPanel(store: Store): Piece {
  const place = make("div", { class: "whatif-ties" });
  let rows: TieRow[] = [];
  let drawn = "";
  let shares: readonly [Map<string, number>, Map<string, number>] = [new Map(), new Map()];
  const sync = (): void => {
    const { model, outcome } = store;
    const scores = [model.scores(model.ties, true), model.scores(outcome?.applied.ties ?? model.ties, true)] as const;
    shares = [countedShares(scores[0]), countedShares(scores[1])];
    const firm = store.app.address.get("firm") ?? "";
    const added = store.operations.filter((one) => one.op === "add_tie").map((one) => (one.op === "add_tie" ? one.id : ""));
    const key = JSON.stringify([store.paradigm, firm, store.app.lang, added]);
    if (key !== drawn) {
      drawn = key;
      rows = [];
      const known = allTies(store);
      const inside = known.some((tie) => tie.dependent === firm || tie.provider === firm);
      fill(place, inside ? firmPart(store, firm, known, (row) => rows.push(row), () => shares) : start(store, firm));
    }
    for (const row of rows) row.sync();
    const leave = place.querySelector<HTMLButtonElement>("#whatif-leave");
    if (leave) leave.setAttribute("aria-pressed", String(withdrawalOf(store.operations, firm) >= 0));
    reveal(store, place);
  };
  return { element: place, sync };
}

/** Ties as coded, and those that are supposed. */
function allTies({ model, outcome, operations }: Store): Tie[] {
  const own = (outcome?.applied.ties ?? []).filter((tie) => additionOf(operations, tie) >= 0);
  return [...model.ties, ...own];
}

function firmPart(
  store: Store,
  firm: string,
  ties: readonly Tie[],
  made: (row: TieRow) => void,
  shares: () => readonly [Map<string, number>, Map<string, number>],
): HTMLElement[] {
  const weight = (tie: Tie): number => shares()[0].get(tie.id) ?? 0;
  const bySlot = (one: Tie, two: Tie): number => byText(one.slot, two.slot) || weight(two) - weight(one) || byText(one.id, two.id);
  const needs = ties.filter((tie) => tie.dependent === firm).sort(bySlot);
  const served = ties.filter((tie) => tie.provider === firm && isNamed(tie));
  served.sort((one, two) => weight(two) * two.criticality - weight(one) * one.criticality || byText(one.id, two.id));
  const leaves = (): void => {
    const at = withdrawalOf(store.operations, firm);
    store.set(at < 0 ? [...store.operations, { op: "remove_firm", firm }] : store.operations.filter((_, place) => place !== at));
  };
  const name = store.naming.text(firm);
  const withdraw = make(
    "button",
    { type: "button", id: "whatif-leave", class: "toggle", title: say("leave.title"), "aria-pressed": "false", on: { click: leaves } },
    say("withdraw", { firm: name }),
  );
  return [
    make("h3", {}, store.naming.element(firm)),
    ...(store.app.hasBlock("network") ? [make("p", {}, make("a", { href: store.app.address.link({ tab: "network", firm }) }, say("claims.of", { firm: name })))] : []),
    group(store, say("needs", { firm: name, n: needs.length }), needs, "provider", made, shares),
    tieAdder(store, firm),
    group(store, say("fills", { firm: name, n: served.length }), served, "dependent", made, shares),
    ...(store.model.world.firms.has(firm) ? [make("p", {}, withdraw)] : []),
  ];
}

function group(
  store: Store,
  title: string,
  ties: readonly Tie[],
  other: "provider" | "dependent",
  made: (row: TieRow) => void,
  shares: () => readonly [Map<string, number>, Map<string, number>],
): HTMLElement {
  const list = make("ul", { class: "tie-list" });
  const add = (some: readonly Tie[]): void => {
    for (const tie of some) {
      const row = tieRow(store, tie, other, shares);
      made(row);
      list.append(row.element);
    }
  };
  // The tie that the address names is never among those that wait.
  const wanted = ties.findIndex((tie) => tie.id === store.app.address.get("w.o"));
  const shown = Math.max(FEW, wanted + 1);
  add(ties.slice(0, shown));
  const rest = ties.slice(shown);
  const all = make("button", { type: "button", class: "small", on: { click: () => (add(rest), more.remove()) } }, say("all", { n: ties.length }));
  const more = make("p", { class: "faint more" }, say("more", { shown, total: ties.length }), " ", all);
  return make("section", {}, make("h4", {}, title), list, rest.length ? more : null);
}

/** Nobody is chosen yet, or somebody who is not here. */
function start(store: Store, firm: string): HTMLElement[] {
  const strongest = [...store.model.scores(store.model.ties, false).nodes]
    .filter(([, { rank }]) => rank !== null)
    .sort(([, one], [, two]) => one.rank! - two.rank!)
    .slice(0, FIRST);
  const buttons = strongest.map(([id]) =>
    make("button", { type: "button", data: { firm: id }, on: { click: () => store.app.address.set({ firm: id, "w.o": null }, { push: true }) } }, store.naming.element(id)),
  );
  return [
    ...(firm ? [make("p", {}, say("elsewhere", { firm: store.naming.text(firm) }))] : []),
    ...(buttons.length ? [make("p", { class: "faint" }, say("first")), make("div", { class: "first-firms" }, buttons)] : []),
  ];
}

/** Open the tie that the address names, once. */
function reveal(store: Store, place: HTMLElement): void {
  const id = store.app.address.get("w.o");
  if (!id || place.dataset["open"] === id) return;
  const row = [...place.querySelectorAll<HTMLElement>("li.tie")].find((one) => one.dataset["tie"] === id);
  if (!row) return;
  place.dataset["open"] = id;
  const details = row.querySelector("details");
  if (details) details.open = true;
  row.scrollIntoView({ block: "nearest" });
}
