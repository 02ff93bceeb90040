// The legend is the filter: a chip shows what a colour, shape or line means, how many there are, and hides or shows them.

import { fill, make } from "../page/dom";
import { COLORS, GROUPS, offText, SIZES, valuesOf, type Group } from "./look";
import type { Net, Piece } from "./net";
import { EVIDENCE_CLASSES, shade } from "./shade";
import { paradigmFullName, paradigmName, say, sayOf } from "./texts";

/** Groups that stand open; the others open on demand, or while they hide something. */
const OPEN: readonly Group[] = ["paradigm", "layer", "evidence", "region"];
const WIDE: readonly Group[] = ["paradigm"];
const SHAPES: readonly (readonly [kind: string, shape: string])[] = [
  ["Company", "dot"],
  ["CapitalSource", "diamond"],
  ["PublicBody", "triangle"],
  ["Group", "hexagon"],
  ["OpenStandard", "square"],
  ["Organization", "dot"],
];

export class Legend implements Piece {
  readonly element = make("div", { class: "net-legend" });
  readonly #net: Net;
  readonly #opened = new Set<Group>();

  constructor(net: Net) {
    this.#net = net;
  }

  show(): void {
    const held = document.activeElement instanceof HTMLElement && this.element.contains(document.activeElement) ? { ...document.activeElement.dataset } : null;
    const groups = GROUPS.filter((group) => valuesOf(this.#net.graph, group).length > (group === "paradigm" ? 0 : 1));
    fill(this.element, this.#choices(), groups.map((group) => this.#group(group)), this.#key());
    // The chips are made anew; the keyboard stays on the one it was on.
    if (held?.group && held.value !== undefined) this.#find(`.chip[data-group="${held.group}"]`, (item) => item.dataset.value === held.value);
    else if (held?.choice) this.#find(`[data-choice="${held.choice}"]`, () => true);
    else if (held?.fold) this.#find(`[data-fold="${held.fold}"]`, () => true);
  }

  #find(selector: string, wanted: (item: HTMLElement) => boolean): void {
    for (const item of this.element.querySelectorAll<HTMLElement>(selector)) if (wanted(item)) item.focus();
  }

  #group(group: Group): HTMLElement {
    const values = valuesOf(this.#net.graph, group);
    const name = say(`group.${group}`);
    const chips = make("div", { class: WIDE.includes(group) ? "chips" : "chips pairs" }, values.map((value) => this.#chip(group, value)));
    if (OPEN.includes(group)) return make("section", { role: "group", "aria-label": name }, make("h2", {}, name), chips);
    const hides = this.#net.model.look.off[group].size > 0;
    const open = hides || this.#opened.has(group);
    const box = make("details", { class: "fold", open }, make("summary", { data: { fold: group } }, make("span", { class: "word" }, name)), chips);
    box.addEventListener("toggle", () => (box.open ? this.#opened.add(group) : this.#opened.delete(group)));
    return make("section", { role: "group", "aria-label": name }, box);
  }

  #chip(group: Group, value: string): HTMLElement {
    const { model } = this.#net;
    const shown = !model.look.off[group].has(value);
    const whole = group === "paradigm" ? paradigmFullName(this.#net.graph, value) : "";
    return make(
      "button",
      {
        type: "button",
        class: "chip",
        title: [whole, say("chip.hint")].filter(Boolean).join("\n"),
        "aria-pressed": String(shown),
        data: { group, value },
        on: { click: () => this.#toggle(group, value), dblclick: () => this.#alone(group, value) },
      },
      this.#mark(group, value),
      make("span", { class: "word" }, this.#text(group, value)),
      make("span", { class: "number" }, String(model.scene.counts[group][value] ?? 0)),
    );
  }

  #text(group: Group, value: string): string {
    return group === "paradigm" ? paradigmName(this.#net.graph, value) : sayOf(group, value);
  }

  #mark(group: Group, value: string): HTMLElement {
    const { graph, model } = this.#net;
    const line = (kind: string, color?: string): HTMLElement =>
      make("span", { class: `mark line ${kind}`, "aria-hidden": "true", ...(color ? { style: { color } } : {}) });
    if (group === "layer") return line(value === "capital" ? "money" : "solid", shade(graph, "layer", value));
    if (group === "evidence") return line(value === "known" ? "dashed" : "solid");
    if (group === "status") return line(["announced", "signed", "intent"].includes(value) ? "dotted" : "solid");
    const colored = group === model.look.color;
    const shape = group === "kind" ? (SHAPES.find(([kind]) => kind === value)?.[1] ?? "dot") : "dot";
    return make("span", { class: `mark shape ${shape}${colored ? "" : " bare"}`, "aria-hidden": "true", style: { color: colored ? shade(graph, group, value) : "currentcolor" } });
  }

  #toggle(group: Group, value: string): void {
    const off = new Set(this.#net.model.look.off[group]);
    if (!off.delete(value)) off.add(value);
    this.#net.set({ [group]: offText(off) });
  }

  #alone(group: Group, value: string): void {
    this.#net.set({ [group]: offText(new Set(valuesOf(this.#net.graph, group).filter((other) => other !== value))) });
  }

  /** What sizes and what colours the marks. */
  #choices(): HTMLElement {
    const { look } = this.#net.model;
    const sizes = this.#net.graph.hasPower ? SIZES : SIZES.filter((name) => !["power", "reach", "lockin"].includes(name));
    return make("div", { class: "choices" }, this.#choice("size", sizes, look.size, "power"), this.#choice("color", COLORS, look.color, "region"));
  }

  #choice(name: "size" | "color", values: readonly string[], chosen: string, usual: string): HTMLElement {
    const select = make(
      "select",
      { id: this.#net.id(`by-${name}`), data: { choice: name }, on: { change: () => this.#net.set({ [name]: select.value === usual ? null : select.value }) } },
      values.map((value) => make("option", { value, selected: value === chosen }, sayOf(name, value))),
    );
    return make("label", {}, make("span", {}, say(`${name}.by`)), select);
  }

  #key(): HTMLElement {
    const { graph, model } = this.#net;
    const left = model.measured.leftOut;
    const size = graph.hasPower || model.look.size !== "none" ? say("style.size", { size: sayOf("size", model.look.size) }) : say("style.plain");
    return make(
      "ul",
      { class: "net-key" },
      model.look.color === "evidence"
        ? EVIDENCE_CLASSES.map((name) => make("li", {}, make("span", { class: "mark shape dot", "aria-hidden": "true", style: { color: shade(graph, "evidence", name) } }), sayOf("evidence.class", name)))
        : null,
      [size, left ? say("size.left.out", { n: left }) : "", say("style.dotted"), say("style.money"), say("style.arrow"), model.look.pins.length ? say("style.pin") : "", say("keys")]
        .filter(Boolean)
        .map((text) => make("li", { class: "wide" }, text)),
    );
  }
}
