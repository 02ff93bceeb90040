// A tie more: the firm needs a slot of the paradigm from somebody.

import { findId } from "../model/site";
import { make } from "../page/dom";
import { speaker } from "../page/words";
import type { Store } from "./store";
import table from "./words.json";

const say = speaker(table);

export function tieAdder(store: Store, firm: string): HTMLElement {
  const { world } = store.model;
  const { naming } = store;
  const slots = [...world.slots.keys()].sort((one, two) => naming.text(one).localeCompare(naming.text(two)));
  const slot = make(
    "select",
    { id: "whatif-add-slot" },
    slots.map((id) => make("option", { value: id }, naming.text(id))),
  );
  const names = firmNames(store, "whatif-add-names");
  const provider = make("input", { id: "whatif-add-provider", type: "text", list: names.id, autocomplete: "off", spellcheck: false });
  const said = make("p", { role: "alert", class: "fault" });
  const add = (event: Event): void => {
    event.preventDefault();
    const text = provider.value.trim();
    const { id } = findId(text, world.forms.firm);
    said.textContent = id === null ? say("add.unknown", { text }) : id === firm ? say("add.own") : "";
    if (id === null || id === firm) return;
    store.set([...store.operations, { op: "add_tie", id: freeId(store), dependent: firm, provider: id, slot: slot.value }]);
  };
  return make(
    "details",
    { class: "adder" },
    make("summary", {}, say("add")),
    make(
      "form",
      { on: { submit: add } },
      make("p", {}, say("add.from", { firm: naming.text(firm) })),
      make("label", { for: slot.id }, say("add.slot")),
      slot,
      make("label", { for: provider.id }, say("add.provider")),
      provider,
      names,
      make("button", { type: "submit" }, say("add.do")),
      said,
    ),
  );
}

/** Every organization by name, for a field to suggest. */
export function firmNames({ model, naming }: Store, id: string): HTMLDataListElement {
  const options = [...model.world.firms.keys()].map((firm) => make("option", { value: naming.text(firm) }));
  return make("datalist", { id }, options);
}

function freeId(store: Store): string {
  const taken = new Set([...store.model.ties.map((tie) => tie.id), ...store.operations.map((one) => (one.op === "add_tie" ? one.id : undefined))]);
  let number = 1;
  while (taken.has(`supposed-${number}`)) number += 1;
  return `supposed-${number}`;
}
