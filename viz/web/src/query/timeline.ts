// The answer on a time axis: a dot for each row, a line for each thing.

import { fill, make, svg } from "../page/dom";
import { speaker } from "../page/words";
import { day, type Row } from "./answer";
import { columnsOf } from "./fit";
import { chooser, counted, drawnNote, reading, ticks, type Shown } from "./picture";
import table from "./words.json";

const say = speaker(table);
const WIDTH = 1000;
const LEFT = 230;
const LANE = 26;

export interface TimelineState {
  date: number | null;
  lane: number | null;
  most: number;
}

interface Dot {
  at: number;
  row: Row;
}

export function drawTimeline(place: Element, shown: Shown, state: TimelineState, change: (state: TimelineState) => void): void {
  const dates = columnsOf(shown.kinds, ["date"]);
  const others = columnsOf(shown.kinds, ["thing", "text"]);
  const date = state.date !== null && dates.includes(state.date) ? state.date : (dates[0] ?? 0);
  const lane = state.lane !== null && others.includes(state.lane) ? state.lane : (others[0] ?? null);
  const lanes = new Map<string, Dot[]>();
  let dated = 0;
  for (const row of shown.answer.rows) {
    const at = row[date] ? day(row[date]) : null;
    if (at === null) continue;
    dated += 1;
    const name = lane === null ? "" : reading(row[lane] ?? null, shown.things).text;
    const dots = lanes.get(name) ?? [];
    dots.push({ at, row });
    lanes.set(name, dots);
  }
  const ordered = [...lanes].sort(([, a], [, b]) => Math.min(...a.map(({ at }) => at)) - Math.min(...b.map(({ at }) => at)));
  fill(
    place,
    make(
      "div",
      { class: "query-choosers" },
      chooser(say("column.date"), shown, dates, date, (at) => change({ ...state, date: at })),
      others.length ? chooser(say("column.lane"), shown, others, lane, (at) => change({ ...state, lane: at })) : null,
    ),
    drawnNote(dated, shown.answer.rows.length, "drawn.blank"),
    picture(shown, ordered.slice(0, state.most), date),
    drawnNote(Math.min(state.most, ordered.length), ordered.length, "drawn.room", () => change({ ...state, most: state.most * 2 })),
  );
}

function picture(shown: Shown, lanes: readonly (readonly [string, readonly Dot[]])[], date: number): HTMLElement {
  const all = lanes.flatMap(([, dots]) => dots.map(({ at }) => at));
  const [first, last] = [all.reduce((a, b) => Math.min(a, b), Infinity), all.reduce((a, b) => Math.max(a, b), -Infinity)];
  const [low, high] = first === last ? [first - 2e10, last + 2e10] : [first, last];
  const x = (at: number): number => LEFT + 8 + ((at - low) / (high - low)) * (WIDTH - LEFT - 28);
  const height = lanes.length * LANE + 44;
  const iso = (at: number): string => new Date(at).toISOString().slice(0, 10);
  const label = say("timeline.label", { n: counted(all.length), from: iso(first), to: iso(last) });
  const root = svg("svg", { viewBox: `0 0 ${WIDTH} ${height}`, role: "img", "aria-label": label, class: "query-chart" });
  for (const { at, text } of yearMarks(low, high)) {
    root.append(svg("line", { x1: x(at), x2: x(at), y1: 24, y2: height - 8, class: "query-grid" }), svg("text", { x: x(at), y: 16, "text-anchor": "middle", class: "query-tick" }, text));
  }
  lanes.forEach(([name, dots], number) => {
    const y = 24 + LANE * (number + 0.5);
    root.append(svg("text", { x: LEFT - 8, y: y + 4, "text-anchor": "end", class: "query-name" }, svg("title", {}, name), name.length > 30 ? `${name.slice(0, 29)}…` : name));
    const span = dots.map(({ at }) => at);
    root.append(svg("line", { x1: x(Math.min(...span)), x2: x(Math.max(...span)), y1: y, y2: y, class: "query-span" }));
    for (const { at, row } of dots) root.append(svg("circle", { cx: x(at), cy: y, r: 4.5, class: "query-dot" }, svg("title", {}, told(shown, row, date))));
  });
  return make("figure", { class: "query-figure" }, root, make("figcaption", { class: "faint" }, label));
}

function yearMarks(low: number, high: number): { at: number; text: string }[] {
  const [from, to] = [new Date(low).getUTCFullYear(), new Date(high).getUTCFullYear()];
  const months = to - from < 2 ? [0, 3, 6, 9] : [0];
  const years = to - from < 12 ? Array.from({ length: to - from + 2 }, (_, at) => from + at) : ticks(from, to, 8).filter(Number.isInteger);
  return years
    .flatMap((year) => months.map((month) => ({ at: Date.UTC(year, month, 1), text: months.length > 1 ? `${year}-${String(month + 1).padStart(2, "0")}` : String(year) })))
    .filter(({ at }) => at >= low && at <= high);
}

function told(shown: Shown, row: Row, date: number): string {
  const others = row.flatMap((cell, at) => (cell && at !== date ? [`${shown.answer.columns[at]}: ${reading(cell, shown.things).text}`] : []));
  return [row[date]?.value ?? "", ...others].join("\n");
}
