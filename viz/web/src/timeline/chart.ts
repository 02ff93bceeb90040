// Lines of power over the years: what was coded, when rules were set, and a cursor that the slider moves.

import { DASHES } from "../charts/marks";
import { svg } from "../page/dom";
import { speaker } from "../page/words";
import type { Course, DefinitionEvent as Event } from "../ranking/data";
import { lines, spanOf, ticks, uncoded, yearsOf, type Line } from "./series";
import table from "./words.json";

const say = speaker(table);
const LEFT = 44;
const RIGHT = 14;
const TOP = 24;
const BOTTOM = 42;

export interface Asked {
  course: Course;
  firms: readonly string[];
  events: readonly Event[];
  /** Firm to stand out, and the name of each. */
  selected: string | null;
  name(firm: string): string;
  width: number;
  height: number;
  label: string;
  choose(year: number): void;
}

export interface Drawn {
  element: SVGSVGElement;
  /** Put the cursor on a year. */
  move(year: number): void;
}

interface Scale {
  x(year: number): number;
  y(power: number): number;
  years: number[];
  top: number;
}

export function chart(asked: Asked): Drawn {
  const { course, firms, width, height } = asked;
  const years = spanOf(course, yearsOf(course));
  const found = lines(course, firms, years);
  const scale = scaleOf(asked, years, found);
  const element = svg("svg", { class: "courses", width, height, viewBox: `0 0 ${width} ${height}`, role: "img", "aria-label": asked.label });
  const cursor = svg("g", { class: "cursor" });
  element.append(
    ...ground(asked, scale),
    ...axes(scale, width, height),
    ...found.map((line, place) => course_(line, place, scale, asked)),
    ...found.flatMap((line, place) => spans(line, place, scale, course)),
    ...marks(asked, scale),
    cursor,
  );
  element.addEventListener("pointerdown", (event) => follow(event, asked, scale, element));
  element.addEventListener("pointermove", (event) => {
    if (event.buttons === 1) follow(event, asked, scale, element);
  });
  return { element, move: (year) => point(cursor, year, found, scale, height) };
}

function scaleOf({ course, width, height }: Asked, years: number[], found: readonly Line[]): Scale {
  const [first = 0, last = 1] = [years[0], years.at(-1)];
  const spread = Object.entries(course.sure).flatMap(([, { rows }]) => found.flatMap(({ firm }) => rows[course.firms.indexOf(firm)]?.[1] ?? 0));
  const most = Math.max(0.01, ...spread, ...found.flatMap(({ power }) => power.map((value) => value ?? 0)));
  const top = ticks(most).at(-1) ?? most;
  const [wide, high] = [width - LEFT - RIGHT, height - TOP - BOTTOM];
  return {
    x: (year) => LEFT + ((year - first) / Math.max(1, last - first)) * wide,
    y: (power) => TOP + (1 - power / top) * high,
    years,
    top,
  };
}

/** Years that nobody coded lie on a hatched ground. */
function ground({ course, height }: Asked, { x, years }: Scale): SVGElement[] {
  return uncoded(course, years).map(({ from, to, why }) => {
    const [left, right] = [x(from) - (why === "beyond" ? x(1) - x(0) : 0), x(to)];
    const box = { x: left, y: TOP, width: Math.max(0, right - left), height: height - TOP - BOTTOM };
    const lineCount = Math.floor(box.width / 8);
    const hatch = Array.from({ length: lineCount + 1 }, (_, place) => `M${(left + 8 * place).toFixed(1)} ${TOP}v${box.height}`).join("");
    return svg("g", { class: "uncoded" }, svg("rect", box), svg("path", { d: hatch }), svg("title", {}, say(`coded.${why}`)));
  });
}

function axes({ x, y, years, top }: Scale, width: number, height: number): SVGElement[] {
  const room = (width - LEFT - RIGHT) / Math.max(1, years.length);
  const apart = [1, 2, 5, 10, 20].find((step) => step * room >= 40) ?? 20;
  const floor = height - BOTTOM;
  return [
    svg("text", { class: "tick", x: 4, y: 10 }, say("axis")),
    ...ticks(top).flatMap((value) => [
      svg("line", { class: "grid", x1: LEFT, x2: width - RIGHT, y1: y(value), y2: y(value) }),
      svg("text", { class: "tick", x: LEFT - 6, y: y(value) + 4, "text-anchor": "end" }, String(value)),
    ]),
    ...years.filter((year) => year % apart === 0).flatMap((year) => [
      svg("line", { class: "grid", x1: x(year), x2: x(year), y1: floor, y2: floor + 4 }),
      svg("text", { class: "tick", x: x(year), y: floor + 17, "text-anchor": "middle" }, String(year)),
    ]),
  ]; // prettier-ignore
}

/** Dashes tell lines apart where colour does not; the eighth line has its own. */
export function dashOf(place: number): string {
  const dash = DASHES[place % DASHES.length];
  return place >= DASHES.length ? `${6 + place} 3 1 3 1 3` : Array.isArray(dash) ? dash.join(" ") : "none";
}

function course_({ firm, power }: Line, place: number, { x, y, years }: Scale, asked: Asked): SVGElement {
  let [path, drawing] = ["", false];
  power.forEach((value, at) => {
    if (value === null) drawing = false;
    else {
      path += `${drawing ? "L" : "M"}${x(years[at] ?? 0).toFixed(1)} ${y(value).toFixed(1)}`;
      drawing = true;
    }
  });
  const faded = asked.selected !== null && asked.selected !== firm && asked.firms.includes(asked.selected);
  const look = `course s${place}${faded ? " faded" : ""}${asked.selected === firm ? " selected" : ""}`;
  return svg("path", { class: look, d: path || "M0 0", "stroke-dasharray": dashOf(place) }, svg("title", {}, asked.name(firm)));
}

/** Intervals of the years that were drawn, a little beside one another. */
function spans({ firm }: Line, place: number, { x, y }: Scale, course: Course): SVGElement[] {
  const number = course.firms.indexOf(firm);
  return Object.entries(course.sure).flatMap(([year, { rows }]) => {
    const spread = rows[number];
    if (!spread || spread[1] < 0.002) return [];
    const at = x(Number(year)) + (place - 3) * 1.6;
    return [svg("line", { class: `spread s${place}`, x1: at, x2: at, y1: y(spread[0]), y2: y(spread[1]) })];
  });
}

/** Definition events stand beneath the years. */
function marks({ events, height, choose }: Asked, { x, years }: Scale): SVGElement[] {
  const base = height - BOTTOM + 24;
  return events.flatMap((event) => {
    const year = Number(event.date.slice(0, 4));
    if (!years.includes(year)) return [];
    const mark = svg("path", { class: "event", d: `M${x(year) - 4} ${base + 9}h8l-4 -8Z` }, svg("title", {}, `${event.date} ${event.name[0] || event.name[1]}`));
    mark.addEventListener("click", () => choose(year));
    return [mark];
  });
}

function point(cursor: SVGGElement, year: number, found: readonly Line[], { x, y, years }: Scale, height: number): void {
  const at = years.indexOf(year);
  if (at < 0) return cursor.replaceChildren(); // before anybody took part
  const dots = found.flatMap(({ power }, place) => {
    const value = power[at];
    return value == null ? [] : [svg("circle", { class: `dot s${place}`, cx: x(year), cy: y(value), r: 3.5 })];
  });
  cursor.replaceChildren(svg("line", { x1: x(year), x2: x(year), y1: TOP - 6, y2: height - BOTTOM }), ...dots);
}

function follow(event: PointerEvent, { width, choose }: Asked, { x, years }: Scale, element: SVGSVGElement): void {
  const box = element.getBoundingClientRect();
  const at = ((event.clientX - box.left) / Math.max(1, box.width)) * width;
  const nearest = years.reduce((best, year) => (Math.abs(x(year) - at) < Math.abs(x(best) - at) ? year : best), years[0] ?? 0);
  choose(nearest);
}
