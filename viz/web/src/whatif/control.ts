// A part of one as a slider and a number that say the same, with the coded value and the way back to it.

import { make } from "../page/dom";
import { speaker } from "../page/words";
import { numberText } from "./describe";
import table from "./words.json";

const say = speaker(table);

export interface Asked {
  id: string;
  label: string;
  hint?: string;
  /** What the claims have; null where they state nothing. */
  coded: number | null;
  codedText?: string;
  /** What the value starts from where nothing is stated. */
  start: number;
  /** `last`: the hand has left the slider. */
  change(value: number | null, last: boolean): void;
}

export interface Control {
  element: HTMLElement;
  /** Show what is set; null shows the coded value. */
  show(value: number | null): void;
}

export function control(asked: Asked): Control {
  const number = make("input", {
    id: asked.id, type: "number", min: "0", max: "1", step: "0.01", inputMode: "decimal",
    on: { change: () => typed() },
  }); // prettier-ignore
  const slider = make("input", {
    type: "range", min: "0", max: "1", step: "0.01", "aria-label": asked.label,
    on: { input: () => moved(false), change: () => moved(true) },
  }); // prettier-ignore
  const back = make("button", { type: "button", class: "small", on: { click: () => asked.change(null, true) } }, say("as.coded"));
  const coded = asked.codedText ?? (asked.coded === null ? say("unstated") : say("coded", { value: numberText(asked.coded) }));
  const hint = asked.hint ? make("p", { class: "faint", id: `${asked.id}-hint` }, asked.hint) : null;
  if (hint) number.setAttribute("aria-describedby", hint.id);
  const moved = (last: boolean): void => {
    number.value = slider.value;
    asked.change(Number(slider.value), last);
  };
  const typed = (): void => {
    const value = number.valueAsNumber;
    if (Number.isFinite(value)) asked.change(Math.min(1, Math.max(0, value)), true);
  };
  const show = (value: number | null): void => {
    const shown = value ?? asked.start;
    if (Number(slider.value) !== shown) slider.value = String(shown);
    number.value = numberText(shown);
    element.classList.toggle("set", value !== null);
    back.disabled = value === null;
  };
  const element = make(
    "div",
    { class: "control" },
    make("label", { for: asked.id }, asked.label),
    make("div", { class: "control-row" }, slider, number, back),
    make("p", { class: "faint" }, coded),
    hint,
  );
  show(null);
  return { element, show };
}
