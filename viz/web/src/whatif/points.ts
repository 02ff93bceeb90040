// Control points and who holds them to what degree: they decide the count of definitions, never a score.

import { byText } from "../model/tie";
import type { Holding } from "../model/world";
import { fill, make } from "../page/dom";
import { speaker } from "../page/words";
import { control, type Control } from "./control";
import { degreeOf, withDegree } from "./edits";
import type { Piece } from "./piece";
import { pointAdder } from "./point_adder";
import type { Store } from "./store";
import table from "./words.json";

const say = speaker(table);

export function pointsPanel(store: Store): Piece {
  const place = make("div", { class: "whatif-points" });
  let rows: [Holding, Control][] = [];
  let drawn = "";
  const sync = (): void => {
    const era = chosen(store);
    const key = JSON.stringify([store.paradigm, era, store.app.lang]);
    if (key !== drawn) {
      drawn = key;
      const holdings = heldIn(store, era);
      rows = holdings.map((one, at) => [one, degree(store, one, at)]);
      fill(place, make("p", { class: "faint" }, say("points.lead")), eras(store, era), era === store.paradigm ? pointAdder(store) : null, rows.length ? list(store, rows) : make("p", {}, say("points.none")));
    }
    for (const [holding, one] of rows) one.show(degreeOf(store.operations, holding));
  };
  return { element: place, sync };
}

function chosen(store: Store): string {
  const wanted = store.app.address.get("w.e") ?? "";
  return store.model.world.paradigms.has(wanted) ? wanted : store.paradigm;
}

/** One row per point, holder and whose holding it is: the operation sets all that these three share. */
function heldIn({ model }: Store, era: string): Holding[] {
  const found = new Map<string, Holding>();
  for (const row of model.world.holdings) {
    if (row.paradigm !== era) continue;
    const key = [row.point, row.holder, row.essay].join("\n");
    const known = found.get(key);
    if (!known || row.degree > known.degree) found.set(key, row);
  }
  return [...found.values()].sort(
    (one, two) => Number(two.essay) - Number(one.essay) || byText(one.side, two.side) || two.degree * two.weight - one.degree * one.weight || byText(one.point, two.point),
  );
}

function degree(store: Store, holding: Holding, at: number): Control {
  const { naming } = store;
  return control({
    id: `whatif-degree-${at}`,
    label: say("degree.of", { holder: naming.text(holding.holder), point: naming.point(holding.point) }),
    coded: holding.degree,
    start: holding.degree,
    change: (value, last) => {
      const fresh = degreeOf(store.operations, holding) === null;
      store.set(withDegree(store.operations, holding, value), last || fresh);
    },
  });
}

function eras(store: Store, era: string): HTMLElement {
  const choose = make(
    "select",
    { id: "whatif-era", on: { change: () => store.app.address.set({ "w.e": choose.value === store.paradigm ? null : choose.value }) } },
    [...store.model.world.paradigms.keys()].map((id) => make("option", { value: id, selected: id === era }, store.naming.paradigm(id))),
  );
  return make("p", { class: "era" }, make("label", { for: choose.id }, say("points.of")), " ", choose);
}

function list(store: Store, rows: readonly [Holding, Control][]): HTMLElement {
  return make(
    "ul",
    { class: "point-list" },
    rows.map(([holding, one]) =>
      make(
        "li",
        {},
        make("div", { class: "point-name" }, store.naming.pointElement(holding.point), " ", make("span", { class: "tag" }, say(holding.essay ? "holdings.essay" : "holdings.researched"))),
        make(
          "p",
          { class: "faint" },
          store.naming.element(holding.holder),
          ` (${store.naming.country(holding.country)}) · `,
          say("point.terms", { side: store.naming.word(`side.${holding.side}`), weight: holding.weight }),
        ),
        one.element,
      ),
    ),
  );
}
