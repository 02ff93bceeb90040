// Geometry of marks and arrows, for the canvas and for the vector picture alike. A shape tells the kind of organization.

import type { Line } from "./visibility";

export interface Spot {
  x: number;
  y: number;
}

/** Number of corners and the turn of the first; none is a disc. */
const CORNERS: Record<string, readonly [number, number]> = {
  diamond: [4, 0],
  square: [4, Math.PI / 4],
  triangle: [3, -Math.PI / 2],
  hexagon: [6, 0],
};

/** Corners of a mark; empty for a disc. */
export function corners(shape: string, { x, y }: Spot, radius: number): Spot[] {
  const [count, turn] = CORNERS[shape] ?? [0, 0];
  return Array.from({ length: count }, (_, corner) => {
    const angle = turn + (corner * 2 * Math.PI) / count;
    return { x: x + radius * 1.15 * Math.cos(angle), y: y + radius * 1.15 * Math.sin(angle) };
  });
}

export const DASHES: Record<Line, readonly number[]> = { solid: [], dashed: [6, 5], promised: [1.5, 4], money: [9, 4, 2, 4] };

/** The line of a tie from rim to rim, and the head of its arrow. */
export function arrow(from: Spot, to: Spot, rim: number, head = 7): { end: Spot; head: [Spot, Spot, Spot] } {
  const angle = Math.atan2(to.y - from.y, to.x - from.x);
  const end = { x: to.x - Math.cos(angle) * rim, y: to.y - Math.sin(angle) * rim };
  const wing = (turn: number): Spot => ({ x: end.x - head * Math.cos(angle + turn), y: end.y - head * Math.sin(angle + turn) });
  return { end, head: [end, wing(-0.42), wing(0.42)] };
}
