// Elements that our own series draw.

import { symbol } from "./marks";

export type Element = Record<string, unknown>;

export function line(x1: number, y1: number, x2: number, y2: number, style: Element): Element {
  return { type: "line", shape: { x1, y1, x2, y2 }, style };
}

export function mark(x: number, y: number, kind: number, size: number, style: Element): Element {
  const shape = { pathData: symbol(kind), x: x - size / 2, y: y - size / 2, width: size, height: size, layout: "center" };
  return { type: "path", shape, style };
}

export function text(x: number, y: number, words: string, style: Element): Element {
  return { type: "text", style: { x, y, text: words, verticalAlign: "middle", ...style } };
}

/** A whisker from `low` to `high` at height `y`, with caps. */
export function whisker(low: number, high: number, y: number, cap: number, style: Element): Element[] {
  return [
    line(low, y, high, y, style),
    line(low, y - cap, low, y + cap, style),
    line(high, y - cap, high, y + cap, style),
  ];
}
