// Ties in the background, drawn in one pass. vis-network keeps an object for each and strokes them one by one: with 55,000
// ties a filter took it sixteen seconds, and opening twice as long.

import type { Model, Point } from "./model";
import type { Tie } from "./records";
import { DASHES } from "./shapes";
import type { Line } from "./visibility";

interface Batch {
  color: string;
  line: Line;
  /** Two ends of each tie: x, y, x, y. */
  ends: number[];
}

/** Segments of one stroke: where those of one stroke cross, they do not darken each other. */
const STROKE = 60;

export class Lines {
  #batches: Batch[] = [];
  #ties: Tie[] = [];

  /** Take what the model shows now. */
  renew(model: Model): void {
    const batches = new Map<string, Batch>();
    this.#ties = model.graph.ties.filter((tie) => model.tieShown(tie));
    for (const tie of this.#ties) {
      const manner = model.scene.ties[tie.number];
      if (!manner) continue;
      const key = `${manner.layer} ${manner.line}`;
      let batch = batches.get(key);
      if (!batch) batches.set(key, (batch = { color: model.shade.layer(manner.layer), line: manner.line, ends: [] }));
      const [from, to] = [model.place(tie.dependent), model.place(tie.provider)];
      batch.ends.push(from.x, from.y, to.x, to.y);
    }
    this.#batches = [...batches.values()];
  }

  /** Paint in the coordinates of the plane what crosses the sight from `least` to `most`. */
  paint(context: CanvasRenderingContext2D, alpha: number, least: Point, most: Point): void {
    context.save();
    context.globalAlpha = alpha;
    for (const { color, line, ends } of this.#batches) {
      context.strokeStyle = color;
      context.lineWidth = line === "promised" ? 0.7 : 1;
      context.setLineDash([...DASHES[line]]);
      let open = 0;
      context.beginPath();
      for (let at = 0; at < ends.length; at += 4) {
        const [x, y, u, v] = [ends[at] ?? 0, ends[at + 1] ?? 0, ends[at + 2] ?? 0, ends[at + 3] ?? 0];
        if (Math.max(x, u) < least.x || Math.min(x, u) > most.x || Math.max(y, v) < least.y || Math.min(y, v) > most.y) continue;
        context.moveTo(x, y);
        context.lineTo(u, v);
        open += 1;
        if (open % STROKE) continue;
        context.stroke();
        context.beginPath();
      }
      context.stroke();
    }
    context.restore();
  }

  /** The tie nearest to a point of the plane, if one is within `reach`. */
  at(model: Model, point: Point, reach: number): Tie | null {
    let [best, nearest]: [Tie | null, number] = [null, reach];
    for (const tie of this.#ties) {
      const distance = distanceTo(point, model.place(tie.dependent), model.place(tie.provider));
      if (distance < nearest) [best, nearest] = [tie, distance];
    }
    return best;
  }
}

/** From a point to the nearest point of a segment. */
export function distanceTo({ x, y }: Point, from: Point, to: Point): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = dx * dx + dy * dy;
  const along = length ? Math.max(0, Math.min(1, ((x - from.x) * dx + (y - from.y) * dy) / length)) : 0;
  return Math.hypot(x - from.x - along * dx, y - from.y - along * dy);
}
