// A sheet over the marks: what is in focus, what the pointer is on, and the names. It is repainted alone while nothing below
// it changes, so that hovering costs the same at any size.

import { make } from "../page/dom";
import type { Placed } from "./labels";
import type { Model } from "./model";
import { labels, paintFocus, paintLabels, ruler, type Lens } from "./paint";

export class Overlay {
  readonly canvas = make("canvas", { class: "net-layer" });
  placed: readonly Placed[] = [];

  paint(model: Model, lens: Lens): void {
    const context = fresh(this.canvas, lens);
    if (!context) return;
    paintFocus(context, model, lens);
    this.placed = labels(model, lens, ruler(context));
    paintLabels(context, model, this.placed);
  }
}

/** The context of a blank canvas as large as the stage, in pixels of the page. */
export function fresh(canvas: HTMLCanvasElement, { width, height }: Lens): CanvasRenderingContext2D | null {
  const ratio = window.devicePixelRatio || 1;
  const [wide, high] = [Math.round(width * ratio), Math.round(height * ratio)];
  if (canvas.width !== wide) canvas.width = wide;
  if (canvas.height !== high) canvas.height = high;
  const context = canvas.getContext("2d");
  context?.setTransform(ratio, 0, 0, ratio, 0, 0);
  context?.clearRect(0, 0, width, height);
  return context;
}

/** One canvas of several, from the lowest to the highest. */
export function layered(layers: readonly HTMLCanvasElement[], width: number, height: number): HTMLCanvasElement {
  const copy = make("canvas", {});
  [copy.width, copy.height] = [width, height];
  const context = copy.getContext("2d");
  for (const layer of layers) if (layer.width && layer.height) context?.drawImage(layer, 0, 0, width, height);
  return copy;
}
