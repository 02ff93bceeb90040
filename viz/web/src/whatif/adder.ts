// A tie more: the firm needs a slot of the paradigm from somebody.

import { make } from "../page/dom";
import { speaker } from "../page/words";
import { adderForm, firmField, freeId, labelled } from "./adder_form";
import type { Store } from "./store";
import table from "./words.json";

const say = speaker(table);

export function tieAdder(store: Store, firm: string): HTMLElement {
  const { naming } = store;
  const slots = [...store.model.world.slots.keys()].sort((one, two) => naming.text(one).localeCompare(naming.text(two)));
  const slot = make(
    "select",
    { id: "whatif-add-slot" },
    slots.map((id) => make("option", { value: id }, naming.text(id))),
  );
  const provider = firmField(store, "whatif-add-provider", say("add.provider"));
  const parts = [make("p", {}, say("add.from", { firm: naming.text(firm) })), ...labelled(say("add.slot"), slot), ...provider.parts];
  return adderForm(say("add"), parts, () => {
    const { text, id } = provider.read();
    if (id === null) return say("add.unknown", { text });
    if (id === firm) return say("add.own");
    store.set([...store.operations, { op: "add_tie", id: freeTie(store), dependent: firm, provider: id, slot: slot.value }]);
    return "";
  });
}

function freeTie({ model, operations }: Store): string {
  const added = operations.map((one) => (one.op === "add_tie" ? one.id : undefined));
  return freeId("supposed-", new Set([...model.ties.map((tie) => tie.id), ...added]));
}
