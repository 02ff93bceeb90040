// Which surface draws: vis-network up to a size, sigma above it where the browser has WebGL in hardware.

import type { Model } from "./model";
import { fastWebgl, SigmaSurface } from "./sigma_surface";
import type { Hooks, Surface } from "./surface";
import { say } from "./texts";
import { VisSurface } from "./vis_surface";

/**
 * Firms up to which vis-network draws. Measured with tests/bench/page_speed.py in a Chromium that draws in software, two busy
 * cores: while dragged 58 frames a second at 200 firms, 46 at 1,000, 32 at 5,000, 16 at 20,000; sigma, without a graphics
 * processor, 40, 27, 12 and 4. So sigma draws only where WebGL is in hardware, and only from where vis-network falls below 30.
 */
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
