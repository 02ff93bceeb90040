// Colours of firms and ties. The palettes come with the data; the legend and the shape of marks say the same without them.

import { cssColor, mode } from "../page/mode";
import type { Graph } from "./graph";
import { valuesOf } from "./look";
import type { Model } from "./model";
import type { Firm, Shades } from "./records";

/** Classes of the share of a firm's drawn claims that name a source, from none to all. */
export const EVIDENCE_CLASSES = ["none", "some", "most", "all"] as const;
const EVIDENCE_SHADES: Record<string, Shades> = {
  none: ["#b8860b", "#e9b45a"],
  some: ["#8fa3b0", "#8295a3"],
  most: ["#4f8fb0", "#63a9cc"],
  all: ["#0b5f7a", "#8fdcf5"],
};
const GREY: Shades = ["#8b9099", "#9aa1ab"];

export class Shade {
  readonly #graph: Graph;
  readonly #model: Model;
  readonly #css = new Map<string, string>();
  readonly #colors = new Map<string, string>();
  #shares: Map<number, number> | null = null;

  constructor(graph: Graph, model: Model) {
    this.#graph = graph;
    this.#model = model;
  }

  /** Forget what was looked up: date, filters or theme have changed. */
  renew(): void {
    this.#shares = null;
    this.#css.clear();
    this.#colors.clear();
  }

  /** Value of a CSS variable; asked for many times in a frame. */
  css(name: string): string {
    let found = this.#css.get(name);
    if (found === undefined) {
      found = cssColor(name);
      this.#css.set(name, found);
    }
    return found;
  }

  firm(firm: Firm): string {
    return this.of(this.#model.look.color, this.classOf(firm));
  }

  /** Value of the firm in the group that colours it. */
  classOf(firm: Firm): string {
    const by = this.#model.look.color;
    if (by === "region" || by === "kind") return firm[by];
    if (by === "paradigm") return this.#model.power(firm).paradigm || firm.home;
    return evidenceClass(this.evidenceShare(firm));
  }

  of(group: string, value: string): string {
    const key = `${group} ${value}`;
    let found = this.#colors.get(key);
    if (!found) this.#colors.set(key, (found = shade(this.#graph, group, value)));
    return found;
  }

  layer(layer: string): string {
    return this.of("layer", layer);
  }

  /** Share of the firm's drawn claims that a source bears out; NaN where none is drawn. */
  evidenceShare(firm: Firm): number {
    this.#shares ??= sharesOf(this.#model);
    return this.#shares.get(firm.number) ?? Number.NaN;
  }
}

export function evidenceClass(share: number): string {
  if (Number.isNaN(share)) return "";
  return share === 0 ? "none" : share === 1 ? "all" : share < 0.5 ? "some" : "most";
}

/** Colour of a value of a group as the page looks now. */
export function shade(graph: Graph, group: string, value: string): string {
  const { palette, paradigms } = graph;
  if (group === "region") return pick(palette.region[value] ?? GREY);
  if (group === "layer") return pick(palette.layer[value] ?? GREY);
  if (group === "evidence") return pick(EVIDENCE_SHADES[value] ?? GREY);
  const order = group === "kind" ? valuesOf(graph, "kind") : paradigms.map(({ id }) => id);
  const at = order.indexOf(value);
  return pick((at < 0 ? undefined : palette.paradigm[at % palette.paradigm.length]) ?? GREY);
}

/** The colours that a panel of evidence needs. */
export function shadesOf(graph: Graph): { layer(layer: string): string; paradigm(id: string): string } {
  return { layer: (layer) => shade(graph, "layer", layer), paradigm: (id) => shade(graph, "paradigm", id) };
}

function pick(pair: Shades): string {
  return pair[mode() === "dark" ? 1 : 0];
}

function sharesOf(model: Model): Map<number, number> {
  const [all, sourced] = [new Map<number, number>(), new Map<number, number>()];
  for (const { edge, evidence } of model.scene.claims) {
    for (const { number } of [edge.dependent, edge.provider]) {
      all.set(number, (all.get(number) ?? 0) + 1);
      if (evidence === "sourced") sourced.set(number, (sourced.get(number) ?? 0) + 1);
    }
  }
  return new Map([...all].map(([number, n]) => [number, (sourced.get(number) ?? 0) / n]));
}
