// A control point more, held by somebody: how half a definition becomes a whole one.

import { findId } from "../model/site";
import { make } from "../page/dom";
import { speaker } from "../page/words";
import { firmNames } from "./adder";
import type { Store } from "./store";
import table from "./words.json";

const say = speaker(table);

export function pointAdder(store: Store): HTMLElement {
  const { world } = store.model;
  const side = make(
    "select",
    { id: "whatif-point-side" },
    (["software", "supply"] as const).map((id) => make("option", { value: id }, store.naming.word(`side.${id}`))),
  );
  const names = firmNames(store, "whatif-point-names");
  const holder = make("input", { id: "whatif-point-holder", type: "text", list: names.id, autocomplete: "off", spellcheck: false });
  const degree = make("input", { id: "whatif-point-degree", type: "number", min: "0", max: "1", step: "0.01", value: "1", required: true });
  const said = make("p", { role: "alert", class: "fault" });
  const add = (event: Event): void => {
    event.preventDefault();
    const text = holder.value.trim();
    const { id } = findId(text, world.forms.firm);
    said.textContent = id === null ? say("add.unknown", { text }) : world.firms.get(id)?.country ? "" : say("point.country", { holder: text });
    if (id === null || said.textContent || !degree.checkValidity()) return;
    const chosen = side.value === "supply" ? "supply" : "software";
    store.set([...store.operations, { op: "add_control_point", id: freeId(store), side: chosen, holder: id, degree: degree.valueAsNumber }]);
  };
  return make(
    "details",
    { class: "adder" },
    make("summary", {}, say("point.add")),
    make(
      "form",
      { on: { submit: add } },
      make("p", { class: "faint" }, say("point.add.hint")),
      make("label", { for: side.id }, say("point.side")),
      side,
      make("label", { for: holder.id }, say("point.holder")),
      holder,
      names,
      make("label", { for: degree.id }, say("degree")),
      degree,
      make("button", { type: "submit" }, say("add.do")),
      said,
    ),
  );
}

function freeId(store: Store): string {
  const taken = new Set([...store.model.world.points.keys(), ...store.operations.map((one) => (one.op === "add_control_point" ? one.id : ""))]);
  let number = 1;
  while (taken.has(`${store.paradigm}.supposed_${number}`)) number += 1;
  return `${store.paradigm}.supposed_${number}`;
}
