// What the forms that add to a supposition share: how they fold, a field for an organization, an id that is free.

import { findId } from "../model/site";
import { make } from "../page/dom";
import { speaker } from "../page/words";
import type { Store } from "./store";
import table from "./words.json";

const say = speaker(table);

/** A folded form; `add` adds, or says what is wrong. */
export function adderForm(title: string, parts: readonly Node[], add: () => string): HTMLElement {
  const said = make("p", { role: "alert", class: "fault" });
  const submit = (event: Event): void => {
    event.preventDefault();
    said.textContent = add();
  };
  const form = make("form", { on: { submit } }, parts, make("button", { type: "submit" }, say("add.do")), said);
  return make("details", { class: "adder" }, make("summary", {}, title), form);
}

export function labelled(text: string, field: HTMLElement): Node[] {
  return [make("label", { for: field.id }, text), field];
}

export interface FirmField {
  parts: readonly Node[];
  /** What was typed, and whose name it is: null where it is nobody's. */
  read(): { text: string; id: string | null };
}

/** A field that takes an organization by any of its names, and suggests them all. */
export function firmField({ model, naming }: Store, id: string, label: string): FirmField {
  const { firms, forms } = model.world;
  const options = [...firms.keys()].map((firm) => make("option", { value: naming.text(firm) }));
  const names = make("datalist", { id: `${id}-names` }, options);
  const field = make("input", { id, type: "text", list: names.id, autocomplete: "off", spellcheck: false });
  const read = (): { text: string; id: string | null } => {
    const text = field.value.trim();
    return { text, id: findId(text, forms.firm).id };
  };
  return { parts: [...labelled(label, field), names], read };
}

/** `start` with the first number that is not taken. */
export function freeId(start: string, taken: ReadonlySet<string | undefined>): string {
  let number = 1;
  while (taken.has(`${start}${number}`)) number += 1;
  return `${start}${number}`;
}
