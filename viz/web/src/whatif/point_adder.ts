// A control point more, held by somebody: how half a definition becomes a whole one.

import { make } from "../page/dom";
import { speaker } from "../page/words";
import { adderForm, firmField, freeId, labelled } from "./adder_form";
import type { Store } from "./store";
import table from "./words.json";

const say = speaker(table);

export function pointAdder(store: Store): HTMLElement {
  const side = make(
    "select",
    { id: "whatif-point-side" },
    (["software", "supply"] as const).map((id) => make("option", { value: id }, store.naming.word(`side.${id}`))),
  );
  const holder = firmField(store, "whatif-point-holder", say("point.holder"));
  const degree = make("input", { id: "whatif-point-degree", type: "number", min: "0", max: "1", step: "0.01", value: "1", required: true });
  const hint = make("p", { class: "faint" }, say("point.add.hint"));
  const parts = [hint, ...labelled(say("point.side"), side), ...holder.parts, ...labelled(say("degree"), degree)];
  return adderForm(say("point.add"), parts, () => {
    const { text, id } = holder.read();
    if (id === null) return say("add.unknown", { text });
    if (!store.model.world.firms.get(id)?.country) return say("point.country", { holder: text });
    if (!degree.checkValidity()) return "";
    const chosen = side.value === "supply" ? "supply" : "software";
    store.set([...store.operations, { op: "add_control_point", id: freePoint(store), side: chosen, holder: id, degree: degree.valueAsNumber }]);
    return "";
  });
}

function freePoint({ model, operations, paradigm }: Store): string {
  const added = operations.map((one) => (one.op === "add_control_point" ? one.id : undefined));
  return freeId(`${paradigm}.supposed_`, new Set([...model.world.points.keys(), ...added]));
}
