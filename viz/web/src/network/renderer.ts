// Which surface draws: vis-network up to a size, sigma above it where the browser has WebGL in hardware.

import type { Model } from "./model";
import { fastWebgl, SigmaSurface } from "./sigma_surface";
import type { Hooks, Surface } from "./surface";
import { say } from "./texts";
import { VisSurface } from "./vis_surface";

/** Firms up to which vis-network draws. */
export const VIS_LIMIT = 5000;

export interface Drawing {
  surface: Surface;
  /** What the reader must know of how it is drawn. */
  remark: string;
}

/** `wanted` asks for one of the two by name, whatever the size. */
export function drawing(place: HTMLElement, model: Model, hooks: Hooks, wanted: string | null): Drawing {
  const large = model.graph.firms.length > VIS_LIMIT;
  if (wanted === "sigma" || (large && wanted !== "vis" && fastWebgl())) {
    try {
      return { surface: new SigmaSurface(place, model, hooks), remark: "" };
    } catch {
      place.replaceChildren(); // a context that was promised and is not given
    }
  }
  return { surface: new VisSurface(place, model, hooks), remark: large || wanted === "sigma" ? say("draw.vis") : "" };
}
