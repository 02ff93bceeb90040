// The scatter: a point a firm, the slope through them, its interval, and how far one firm can turn it.

import "../charts/chart"; // brings the parts of ECharts that are drawn with
import type { EChartsType } from "echarts/core";
import { init } from "echarts/core";
import { symbol } from "../charts/marks";
import { number } from "../charts/text";
import { shade, type Theme } from "../charts/theme";
import type { Tip } from "../charts/tip";
import { atEdge, base, valueAxis } from "../charts/view";
import type { Drawable } from "../findings/gallery";
import type { Group, Range } from "./data";

export interface Point {
  id: string;
  label: string;
  x: number;
  y: number;
  /** Place of its paradigm, which gives the shape, and its group of countries, which gives colour and filling. */
  shape: number;
  group: Group;
  dimmed: boolean;
  chosen: boolean;
  tip: string;
}

export interface Picture {
  points: Point[];
  x: string;
  y: string;
  /** Whether y is a logarithm that reads better as a factor. */
  factors: boolean;
  slope: number | null;
  interval: Range | null;
  without: Range | null;
}

/** Corners of the space that lines of two slopes through a point sweep between the ends of x. */
export function sweep([x, y]: readonly [number, number], ends: Range, slopes: Range): [number, number][] {
  const at = (end: number, slope: number): [number, number] => [end, y + slope * (end - x)];
  const [left, right] = ends;
  const [low, high] = slopes;
  return [at(left, low), [x, y], at(right, low), at(right, high), [x, y], at(left, high)];
}

/** Middle of the points, where every line of theirs passes. */
export function centre(points: readonly { x: number; y: number }[]): [number, number] {
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / (values.length || 1);
  return [mean(points.map(({ x }) => x)), mean(points.map(({ y }) => y))];
}

/** Colour and filling of a group: full, hollow, half; they tell it without colour too. */
export function looksOf(group: Group, theme: Theme): { color: string; opacity: number; borderColor: string; borderWidth: number } {
  if (group === "US") return { color: shade(theme, 0), opacity: 1, borderColor: shade(theme, 0), borderWidth: 1.5 };
  if (group === "CN") return { color: theme.ground, opacity: 1, borderColor: shade(theme, 1), borderWidth: 2 };
  return { color: `${shade(theme, 5)}59`, opacity: 1, borderColor: shade(theme, 5), borderWidth: 1 };
}

interface Api {
  coord(at: readonly [number, number]): [number, number];
}

const NAMED_EVERY = 40;

export class Plot implements Drawable {
  readonly #place: HTMLElement;
  readonly #tip: Tip;
  readonly #pick: (firm: string) => void;
  #picture: Picture;
  #drawn: EChartsType | null = null;

  constructor(place: HTMLElement, picture: Picture, tip: Tip, pick: (firm: string) => void) {
    this.#place = place;
    this.#picture = picture;
    this.#tip = tip;
    this.#pick = pick;
  }

  show(picture: Picture): void {
    this.#picture = picture;
  }

  draw(theme: Theme, width: number): void {
    this.#drawn?.dispose();
    const height = Math.round(Math.min(560, Math.max(380, width * 0.62)));
    this.#place.style.setProperty("height", `${height}px`);
    const chart = init(this.#place, null, { renderer: "svg", width, height });
    chart.setOption(option(this.#picture, theme, width));
    this.#drawn = chart;
    const picture = this.#place.querySelector("svg");
    picture?.setAttribute("viewBox", `0 0 ${width} ${height}`);
    picture?.setAttribute("aria-hidden", "true"); // its place has the role and the name
    this.#listen(chart);
  }

  #listen(chart: EChartsType): void {
    const at = (event: unknown) => {
      const { seriesId, dataIndex, event: pointer } = event as { seriesId?: string; dataIndex?: number; event?: { event?: MouseEvent } };
      const point = seriesId === "points" && dataIndex !== undefined ? this.#picture.points[dataIndex] : undefined;
      return { point, pointer: pointer?.event };
    };
    chart.on("mouseover", (event) => {
      const { point, pointer } = at(event);
      if (point && pointer) this.#tip.show(point.tip, pointer.clientX, pointer.clientY);
    });
    chart.on("mouseout", () => this.#tip.hide());
    chart.on("click", (event) => {
      const { point } = at(event);
      if (point) this.#pick(point.id);
    });
  }
}

function option(picture: Picture, theme: Theme, width: number): Record<string, unknown> {
  const { points } = picture;
  const xs = points.map(({ x }) => x);
  const ends: Range = [Math.min(...xs), Math.max(...xs)];
  const middle = centre(points);
  const named = outstanding(points, Math.floor(width / NAMED_EVERY));
  const axis = (name: string, format: (value: number) => string) => atEdge(valueAxis(theme, name, format));
  return {
    ...base(theme),
    grid: { left: 66, right: 30, top: 14, bottom: 52 },
    xAxis: axis(picture.x, (value) => number(value)),
    yAxis: { ...axis(picture.y, (value) => (picture.factors ? `×${number(Math.exp(value), 2)}` : number(value))), nameGap: 48 },
    series: [
      ...(picture.interval ? [band("interval", sweep(middle, ends, picture.interval), { fill: shade(theme, 0), opacity: 0.12 })] : []),
      ...(picture.without
        ? [band("without", sweep(middle, ends, picture.without), { fill: shade(theme, 0), opacity: 0.3, stroke: theme.ink, lineWidth: 1, lineDash: [2, 3] })]
        : []),
      ...(picture.slope === null ? [] : [line(middle, ends, picture.slope, theme)]),
      {
        id: "points",
        type: "scatter",
        z: 3,
        data: points.map((point) => mark(point, named.has(point), theme, point.x > ends[0] + 0.85 * (ends[1] - ends[0]))),
        labelLayout: { hideOverlap: true },
      },
    ],
  };
}

function mark(point: Point, named: boolean, theme: Theme, last: boolean): Record<string, unknown> {
  const looks = looksOf(point.group, theme);
  return {
    value: [point.x, point.y],
    symbol: `path://${symbol(point.shape)}`,
    symbolSize: point.chosen ? 17 : 11,
    cursor: "pointer",
    itemStyle: {
      ...looks,
      opacity: point.dimmed && !point.chosen ? 0.12 : looks.opacity,
      ...(point.chosen ? { borderColor: theme.ink, borderWidth: 3 } : {}),
    },
    label: {
      show: point.chosen || (named && !point.dimmed),
      formatter: () => point.label,
      position: last ? "left" : "right",
      distance: 4,
      color: theme.ink,
      fontSize: point.chosen ? 13 : 11,
      fontWeight: point.chosen ? 700 : 400,
      textBorderColor: theme.ground,
      textBorderWidth: 3,
    },
  };
}

function band(id: string, corners: [number, number][], style: Record<string, unknown>): Record<string, unknown> {
  return {
    id,
    type: "custom",
    silent: true,
    z: 1,
    encode: { x: 0, y: 1 },
    data: [corners[0]], // one shape; the points alone set the axes
    clip: true,
    renderItem: (_: unknown, api: Api) => ({ type: "polygon", shape: { points: corners.map((corner) => api.coord(corner)) }, style }),
  };
}

function line([x, y]: [number, number], ends: Range, slope: number, theme: Theme): Record<string, unknown> {
  return {
    id: "line",
    type: "line",
    silent: true,
    symbol: "none",
    z: 2,
    lineStyle: { color: theme.ink, width: 1.8, type: [6, 4] },
    data: ends.map((end) => [end, y + slope * (end - x)]),
  };
}

/** The points that stand out most among those that are not dimmed, as many as there is room to name. */
export function outstanding(points: readonly Point[], most: number): Set<Point> {
  const [x, y] = centre(points);
  const spread = (values: number[]) => Math.sqrt(values.reduce((sum, value) => sum + value * value, 0) / (values.length || 1)) || 1;
  const [across, up] = [spread(points.map((point) => point.x - x)), spread(points.map((point) => point.y - y))];
  const distance = (point: Point) => Math.hypot((point.x - x) / across, (point.y - y) / up);
  const shown = points.filter((point) => !point.dimmed);
  return new Set(shown.sort((one, other) => distance(other) - distance(one)).slice(0, most));
}
