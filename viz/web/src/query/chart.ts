// The answer as bars (a name and a number) or as points (two numbers).

import { fill, make, svg } from "../page/dom";
import { speaker } from "../page/words";
import type { Cell, Row } from "./answer";
import { isNumber } from "./answer";
import { columnsOf } from "./fit";
import { chooser, counted, drawnNote, reading, ticks, type Shown } from "./picture";
import table from "./words.json";

const say = speaker(table);

export interface ChartState {
  x: number | null;
  y: number | null;
  most: number;
}

export function drawChart(place: Element, shown: Shown, state: ChartState, change: (state: ChartState) => void): void {
  const numbers = columnsOf(shown.kinds, ["number"]);
  const across = shown.kinds.flatMap((kind, at) => (kind === "empty" ? [] : [at]));
  const y = state.y !== null && numbers.includes(state.y) ? state.y : (numbers.find((at) => at !== state.x) ?? 0);
  const others = across.filter((at) => at !== y);
  const x = state.x !== null && others.includes(state.x) ? state.x : (columnsOf(shown.kinds, ["thing", "text", "date"]).find((at) => at !== y) ?? others[0] ?? null);
  const points = x !== null && shown.kinds[x] === "number";
  const rows = shown.answer.rows.filter((row) => isNumber(row[y] ?? null) && (!points || isNumber(row[x] ?? null)));
  const some = points ? rows : rows.slice(0, state.most);
  const columns = shown.answer.columns;
  const label = say("chart.label", { y: columns[y], x: x === null ? "" : columns[x], n: counted(some.length) });
  fill(
    place,
    make(
      "div",
      { class: "query-choosers" },
      x === null ? null : chooser(say("column.x"), shown, others, x, (at) => change({ ...state, x: at })),
      chooser(say("column.y"), shown, numbers, y, (at) => change({ ...state, y: at })),
    ),
    drawnNote(rows.length, shown.answer.rows.length, "drawn.blank"),
    make("figure", { class: "query-figure" }, points ? scatter(shown, some, x, y, label) : bars(shown, some, x, y, label), make("figcaption", { class: "faint" }, label)),
    drawnNote(some.length, rows.length, "drawn.room", () => change({ ...state, most: state.most * 2 })),
  );
}

function value(cell: Cell | null | undefined): number {
  return Number(cell?.value ?? NaN);
}

function bars(shown: Shown, rows: readonly Row[], x: number | null, y: number, label: string): SVGElement {
  const [width, left, height] = [1000, 270, 26];
  const values = rows.map((row) => value(row[y]));
  const [low, high] = [values.reduce((a, b) => Math.min(a, b), 0), values.reduce((a, b) => Math.max(a, b), 0)];
  const at = (number: number): number => left + ((number - low) / (high - low || 1)) * (width - left - 110);
  const root = svg("svg", { viewBox: `0 0 ${width} ${rows.length * height + 30}`, role: "img", "aria-label": label, class: "query-chart" });
  for (const tick of ticks(low, high || 1, 6)) root.append(svg("line", { x1: at(tick), x2: at(tick), y1: 20, y2: rows.length * height + 24, class: "query-grid" }), svg("text", { x: at(tick), y: 14, "text-anchor": "middle", class: "query-tick" }, counted(tick)));
  rows.forEach((row, number) => {
    const top = 24 + number * height;
    const name = x === null ? "" : reading(row[x] ?? null, shown.things).text;
    const amount = values[number] ?? 0;
    root.append(
      svg("text", { x: left - 8, y: top + 16, "text-anchor": "end", class: "query-name" }, svg("title", {}, name), name.length > 38 ? `${name.slice(0, 37)}…` : name),
      svg("rect", { x: Math.min(at(0), at(amount)), y: top + 3, width: Math.max(1, Math.abs(at(amount) - at(0))), height: height - 8, rx: 2, class: "query-bar" }, svg("title", {}, told(shown, row))),
      svg("text", { x: Math.max(at(amount), at(0)) + 6, y: top + 16, class: "query-value" }, row[y]?.value ?? ""),
    );
  });
  return root;
}

function scatter(shown: Shown, rows: readonly Row[], x: number, y: number, label: string): SVGElement {
  const [width, height, left, bottom] = [1000, 520, 80, 44];
  const [across, up] = [axis(rows.map((row) => value(row[x])), left, width - 30), axis(rows.map((row) => value(row[y])), height - bottom, 16)];
  const root = svg("svg", { viewBox: `0 0 ${width} ${height}`, role: "img", "aria-label": label, class: "query-chart" });
  for (const tick of across.marks) root.append(svg("line", { x1: across.at(tick), x2: across.at(tick), y1: 16, y2: height - bottom, class: "query-grid" }), svg("text", { x: across.at(tick), y: height - bottom + 18, "text-anchor": "middle", class: "query-tick" }, counted(tick)));
  for (const tick of up.marks) root.append(svg("line", { x1: left, x2: width - 30, y1: up.at(tick), y2: up.at(tick), class: "query-grid" }), svg("text", { x: left - 8, y: up.at(tick) + 4, "text-anchor": "end", class: "query-tick" }, counted(tick)));
  root.append(svg("text", { x: width - 30, y: height - 6, "text-anchor": "end", class: "query-name" }, `?${shown.answer.columns[x]}`), svg("text", { x: left + 4, y: 12, class: "query-name" }, `?${shown.answer.columns[y]}`));
  for (const row of rows) root.append(svg("circle", { cx: across.at(value(row[x])), cy: up.at(value(row[y])), r: 4.5, class: "query-dot" }, svg("title", {}, told(shown, row))));
  return root;
}

function axis(values: readonly number[], from: number, to: number): { at(value: number): number; marks: number[] } {
  const [low, high] = [values.reduce((a, b) => Math.min(a, b), Infinity), values.reduce((a, b) => Math.max(a, b), -Infinity)];
  const room = high - low || Math.abs(high) || 1;
  const [first, last] = [low - room * 0.04, high + room * 0.04];
  return { at: (one) => from + ((one - first) / (last - first)) * (to - from), marks: ticks(first, last, 7) };
}

function told(shown: Shown, row: Row): string {
  return row.flatMap((cell, at) => (cell ? [`${shown.answer.columns[at]}: ${reading(cell, shown.things).text}`] : [])).join("\n");
}
