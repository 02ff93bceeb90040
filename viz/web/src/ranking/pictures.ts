// Small pictures in a table: a score in its interval, a probability, a sum of parts. The number stands beside each.

import { svg } from "../page/dom";
import { rem } from "../page/type";

export interface Span {
  low: number | null;
  mid: number;
  high: number | null;
}

const HEIGHT = 18;
const MIDDLE = HEIGHT / 2;

/** The right end of an axis from 0 that holds all of `spans`. */
export function reachOf(spans: readonly Span[]): number {
  return Math.max(1e-9, ...spans.flatMap(({ mid, high }) => [mid, high ?? mid]));
}

/** A score and its interval on an axis from 0 to `end`: a filled mark, a whisker with caps. */
export function whiskers({ low, mid, high }: Span, end: number, width = 150): SVGSVGElement {
  const at = (value: number): number => 4 + (Math.max(0, Math.min(value, end)) / end) * (width - 8);
  const picture = frame("whiskers", width);
  picture.append(svg("line", { x1: 4, x2: width - 4, y1: MIDDLE, y2: MIDDLE, class: "axis" }));
  if (low !== null && high !== null) {
    const [left, right] = [at(low), at(high)];
    picture.append(
      svg("line", { x1: left, x2: right, y1: MIDDLE, y2: MIDDLE, class: "span" }),
      svg("line", { x1: left, x2: left, y1: 4, y2: HEIGHT - 4, class: "span" }),
      svg("line", { x1: right, x2: right, y1: 4, y2: HEIGHT - 4, class: "span" }),
    );
  }
  picture.append(svg("circle", { cx: at(mid), cy: MIDDLE, r: 3.5, class: "mid" }));
  return picture;
}

/** An estimate and its interval around 0, on an axis from -end to end. */
export function around({ low, mid, high }: Span, end: number, width = 220): SVGSVGElement {
  const at = (value: number): number => width / 2 + (Math.max(-end, Math.min(value, end)) / end) * (width / 2 - 6);
  const picture = frame("whiskers around", width);
  picture.append(
    svg("line", { x1: 4, x2: width - 4, y1: MIDDLE, y2: MIDDLE, class: "axis" }),
    svg("line", { x1: at(0), x2: at(0), y1: 0, y2: HEIGHT, class: "zero" }),
  );
  if (low !== null && high !== null) {
    picture.append(
      svg("line", { x1: at(low), x2: at(high), y1: MIDDLE, y2: MIDDLE, class: "span" }),
      svg("line", { x1: at(low), x2: at(low), y1: 4, y2: HEIGHT - 4, class: "span" }),
      svg("line", { x1: at(high), x2: at(high), y1: 4, y2: HEIGHT - 4, class: "span" }),
    );
  }
  picture.append(svg("circle", { cx: at(mid), cy: MIDDLE, r: 3.5, class: "mid" }));
  return picture;
}

/** Two parts on top of each other in length: reach filled, lock-in hatched by its outline. */
export function parts(reach: number, lockin: number, end: number, width = 150): SVGSVGElement {
  const length = (value: number): number => (Math.max(0, value) / end) * width;
  const picture = frame("parts", width);
  const first = length(reach);
  picture.append(
    svg("rect", { x: 0, y: 3, width: first, height: HEIGHT - 6, class: "reach" }),
    svg("rect", { x: first, y: 3, width: length(lockin), height: HEIGHT - 6, class: "lockin" }),
  );
  return picture;
}

/** The picture says nothing that its cell does not say in words. */
function frame(name: string, width: number): SVGSVGElement {
  return svg("svg", { class: name, width: rem(width), height: rem(HEIGHT), viewBox: `0 0 ${width} ${HEIGHT}`, "aria-hidden": "true", focusable: "false" });
}
