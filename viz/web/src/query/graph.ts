// The answer as a network of the things in two columns (or of triples between things).

import { fill, make, svg } from "../page/dom";
import { speaker } from "../page/words";
import { columnsOf } from "./fit";
import { settle, type Body } from "./forces";
import { chooser, counted, drawnNote, reading, sameThing, short, type Shown } from "./picture";
import table from "./words.json";

const say = speaker(table);
const SIZE = { width: 1000, height: 620 };

export interface GraphState {
  from: number | null;
  to: number | null;
  most: number;
}

interface Tie {
  from: Body;
  to: Body;
  labels: Set<string>;
}

export function drawGraph(place: Element, shown: Shown, state: GraphState, change: (state: GraphState) => void): void {
  const things = shown.answer.kind === "graph" ? [0, 2] : columnsOf(shown.kinds, ["thing"]);
  const from = state.from !== null && things.includes(state.from) ? state.from : (things[0] ?? 0);
  const to = state.to !== null && things.includes(state.to) && state.to !== from ? state.to : (things.find((at) => at !== from) ?? 0);
  const { bodies, ties, total } = network(shown, from, to, state.most);
  settle(bodies, ties, SIZE.width, SIZE.height);
  const columns = shown.answer.columns;
  const choosers =
    shown.answer.kind === "graph" ? null : [
      chooser(say("column.from"), shown, things, from, (at) => change({ ...state, from: at })),
      chooser(say("column.to"), shown, things.filter((at) => at !== from), to, (at) => change({ ...state, to: at })),
    ];
  fill(
    place,
    make("div", { class: "query-choosers" }, choosers, make("span", { class: "faint" }, say("graph.hint", { from: columns[from], to: columns[to] }))),
    picture(shown, bodies, ties),
    drawnNote(ties.length, total, "drawn.room", () => change({ ...state, most: state.most * 2 })),
  );
}

function network(shown: Shown, from: number, to: number, most: number): { bodies: Body[]; ties: Tie[]; total: number } {
  const bodies = new Map<string, Body>();
  const ties = new Map<string, Tie>();
  const all = new Set<string>();
  for (const row of shown.answer.rows) {
    const [a, b] = [row[from], row[to]];
    if (!a || !b || (shown.answer.kind === "graph" && b.kind === "literal")) continue;
    const key = `${sameThing(a)}\n${sameThing(b)}`;
    all.add(key);
    if (!ties.has(key) && ties.size >= most) continue;
    const ends = [a, b].map((cell) => {
      const body = bodies.get(sameThing(cell)) ?? { id: cell.kind === "uri" ? cell.value : "", label: reading(cell, shown.things).text, ties: 0, x: 0, y: 0 };
      bodies.set(sameThing(cell), body);
      return body;
    });
    const tie = ties.get(key) ?? { from: ends[0] as Body, to: ends[1] as Body, labels: new Set<string>() };
    if (!ties.has(key)) for (const body of ends) body.ties += 1;
    if (shown.answer.kind === "graph" && row[1]) tie.labels.add(reading(row[1], shown.things).text);
    ties.set(key, tie);
  }
  return { bodies: [...bodies.values()], ties: [...ties.values()], total: all.size };
}

function radius({ ties }: Body): number {
  return 4 + Math.sqrt(ties) * 2.2;
}

function picture(shown: Shown, bodies: readonly Body[], ties: readonly Tie[]): HTMLElement {
  const label = say("graph.label", { nodes: counted(bodies.length), edges: counted(ties.length) });
  const root = svg("svg", { viewBox: `0 0 ${SIZE.width} ${SIZE.height}`, role: "img", "aria-label": label, class: "query-network" });
  const arrow = svg("marker", { id: "query-arrow", viewBox: "0 0 8 8", refX: 7, refY: 4, markerWidth: 7, markerHeight: 7, orient: "auto" }, svg("path", { d: "M0 0 8 4 0 8z", class: "query-arrow" }));
  root.append(svg("defs", {}, arrow));
  for (const tie of ties) root.append(edge(tie));
  const labels = places(bodies);
  for (const body of bodies) root.append(node(body, shown, labels.get(body)));
  return make("figure", { class: "query-figure" }, root, make("figcaption", { class: "faint" }, label));
}

function edge({ from, to, labels }: Tie): SVGElement {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const far = Math.hypot(dx, dy) || 1;
  const [start, end] = [radius(from) / far, 1 - (radius(to) + 2) / far];
  const said = `${from.label} → ${to.label}${labels.size ? `: ${[...labels].join(", ")}` : ""}`;
  const shape = { x1: from.x + dx * start, y1: from.y + dy * start, x2: from.x + dx * end, y2: from.y + dy * end, class: "query-edge", "marker-end": "url(#query-arrow)" };
  return svg("line", shape, svg("title", {}, said));
}

interface Label {
  text: string;
  x: number;
  anchor: "start" | "end";
}

/** Labels that have room, those of the things with most ties first; the others are said when pointed at. */
function places(bodies: readonly Body[]): Map<Body, Label> {
  const taken: (readonly [left: number, right: number, y: number])[] = [];
  const found = new Map<Body, Label>();
  for (const body of [...bodies].sort((a, b) => b.ties - a.ties)) {
    const text = clipped(body.label);
    const room = [...text].reduce((sum, letter) => sum + (letter > "\u2e80" ? 12.5 : 6.6), 0);
    for (const anchor of ["start", "end"] as const) {
      const x = body.x + (anchor === "start" ? 1 : -1) * (radius(body) + 4);
      const [left, right] = anchor === "start" ? [x, x + room] : [x - room, x];
      if (left < 0 || right > SIZE.width || taken.some(([from, to, y]) => left < to && right > from && Math.abs(y - body.y) < 14)) continue;
      taken.push([left, right, body.y]);
      found.set(body, { text, x, anchor });
      break;
    }
  }
  return found;
}

function node(body: Body, shown: Shown, label: Label | undefined): SVGElement {
  const r = radius(body);
  const parts: SVGElement[] = [svg("circle", { cx: body.x, cy: body.y, r, class: "query-node" }), svg("title", {}, body.id ? `${body.label} (${short(body.id)})` : body.label)];
  if (label) parts.push(svg("text", { x: label.x, y: body.y + 4, "text-anchor": label.anchor, class: "query-name" }, label.text));
  return body.id ? svg("a", { href: shown.about(body.id), "aria-label": body.label }, ...parts) : svg("g", {}, ...parts);
}

function clipped(text: string): string {
  return text.length > 34 ? `${text.slice(0, 33)}…` : text;
}
