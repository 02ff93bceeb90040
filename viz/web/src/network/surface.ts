// A drawing surface: something that paints marks and ties in their places, and says what the pointer is on.

import type { Model, Point } from "./model";
import type { Lens } from "./paint";
import type { Placed } from "./labels";
import type { Firm, Tie } from "./records";

export interface Hooks {
  pick(firm: Firm | null, tie: Tie | null): void;
  hover(firm: Firm | null, tie: Tie | null): void;
}

export interface Surface {
  readonly kind: "vis" | "sigma";
  /** What was drawn of names at last. */
  readonly placed: readonly Placed[];
  readonly titleCount: number;
  lens(): Lens;
  /** The model has changed: hand on what differs. */
  paint(): void;
  /** What lies over the marks has changed. */
  redraw(): void;
  fit(): void;
  moveTo(point: Point, options: { least: number; offset: Point; calm: boolean }): void;
  panBy(x: number, y: number): void;
  zoomBy(factor: number): void;
  /** The firm at a place of the stage, in pixels. */
  firmAt(at: Point): Firm | null;
  /** The place of the plane at a place of the stage. */
  plane(at: Point): Point;
  /** All that is on the stage, as pixels of the screen. */
  picture(): HTMLCanvasElement;
  close(): void;
}

/** Scale at which the drawn firms fill the stage, and their middle. */
export function frameOf(model: Model, width: number, height: number): { middle: Point; scale: number } | null {
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const firm of model.firms()) {
    if (!model.scene.firms.has(firm.number)) continue;
    const [{ x, y }, size] = [model.place(firm), model.radius(firm)];
    [left, right] = [Math.min(left, x - size), Math.max(right, x + size)];
    [top, bottom] = [Math.min(top, y - size), Math.max(bottom, y + size)];
  }
  if (left > right) return null;
  const wide = Math.max(width - 60, 100);
  const high = Math.max(height - 84, 100);
  const scale = Math.min(wide / Math.max(right - left, 1), high / Math.max(bottom - top, 1), 2.2);
  return { middle: { x: (left + right) / 2, y: (top + bottom) / 2 - 12 / scale }, scale };
}
