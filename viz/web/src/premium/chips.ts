// Chips that are the key of the scatter and filter it and the table at once.

import { symbol } from "../charts/marks";
import type { App } from "../dossier/app";
import { make, svg } from "../page/dom";
import { speaker } from "../page/words";
import { GROUPS } from "./data";
import type { State } from "./state";
import table from "./words.json";

const say = speaker(table);

/** Paradigms of the file in their order; what has none is the last. */
export function shapes(app: App): string[] {
  return [...app.frame.paradigms.map(({ id }) => id), "none"];
}

export function paradigmName(app: App, id: string | null): string {
  return !id || id === "none" ? say("paradigm.none") : app.name("paradigm", id);
}

export function chips(app: App, state: State): HTMLElement {
  const known = shapes(app);
  const groups = GROUPS.map((group) =>
    chip(say(`group.${group}`), state.groups.has(group), glyph(0, group), () => state.toggle("x.c", group, GROUPS)),
  );
  const paradigms = known.map((id, place) =>
    chip(paradigmName(app, id), state.paradigms.has(id), glyph(place, "shape"), () => state.toggle("x.f", id, known)),
  );
  const filtered = state.groups.size + state.paradigms.size > 0;
  return make(
    "div",
    { class: "premium-chips" },
    make("div", { role: "group", "aria-label": say("country") }, make("span", { class: "faint" }, say("country")), groups),
    make("div", { role: "group", "aria-label": say("paradigm") }, make("span", { class: "faint" }, say("paradigm")), paradigms),
    filtered && make("button", { type: "button", on: { click: () => app.address.set({ "x.c": null, "x.f": null }) } }, say("all")),
  );
}

function chip(text: string, pressed: boolean, mark: SVGElement, act: () => void): HTMLElement {
  return make("button", { type: "button", class: "premium-chip", "aria-pressed": String(pressed), on: { click: act } }, mark, text);
}

function glyph(shape: number, looks: string): SVGElement {
  return svg("svg", { viewBox: "-1 -1 12 12", class: `glyph glyph-${looks}`, "aria-hidden": "true" }, svg("path", { d: symbol(shape) }));
}
