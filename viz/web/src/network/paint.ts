// What our own hand draws around the marks of a surface: the ground of each paradigm behind them; in front of them what is in
// focus, and the names. Everything is in pixels of the screen, whatever the scale.

import type { Model, Point } from "./model";
import { clip, font, labelLimit, placeLabels, type Placed, type Wanting } from "./labels";
import type { Firm, Tie } from "./records";
import { arrow, corners, DASHES } from "./shapes";
import { nameOf, paradigmName } from "./texts";

/** How the surface looks at the plane. */
export interface Lens {
  at(point: Point): Point;
  scale: number;
  /** Scale at which everything is in sight. */
  fitScale: number;
  width: number;
  height: number;
  /** How much larger than usual names are. */
  type: number;
}

export interface Title {
  text: string;
  years: string;
  x: number;
  y: number;
}

const TRIES = 8;
/** Ties in focus beyond which those of the second step stand back. */
const MANY = 150;

export function titles(model: Model, lens: Lens): Title[] {
  return model.graph.paradigms.flatMap((era) => {
    const ground = model.ground(era);
    if (!ground) return [];
    const at = lens.at({ x: ground.x, y: ground.y - ground.radius * 1.1 });
    const years = era.from && era.to ? `${era.from.slice(0, 4)}–${era.to.slice(0, 4)}` : "";
    return [{ text: paradigmName(model.graph, era.id), years, x: at.x, y: Math.max(at.y, 20 * lens.type) }];
  });
}

export function paintGround(context: CanvasRenderingContext2D, model: Model, lens: Lens): number {
  const color = model.shade.css("--island");
  for (const era of model.graph.paradigms) {
    const ground = model.ground(era);
    if (!ground) continue;
    const { x, y } = lens.at(ground);
    const radius = ground.radius * lens.scale * 1.1;
    const glow = context.createRadialGradient(x, y, radius * 0.2, x, y, radius);
    glow.addColorStop(0, color);
    glow.addColorStop(0.86, color);
    glow.addColorStop(1, "transparent");
    context.fillStyle = glow;
    context.beginPath();
    context.arc(x, y, radius, 0, 2 * Math.PI);
    context.fill();
  }
  const found = titles(model, lens);
  const narrow = lens.width < 600;
  context.textAlign = "center";
  context.textBaseline = "alphabetic";
  context.fillStyle = model.shade.css("--title");
  for (const { text, years, x, y } of found) {
    context.font = font((narrow ? 13 : 17) * lens.type, true);
    context.fillText(text, x, y);
    context.font = font(11 * lens.type, false);
    if (!narrow) context.fillText(years, x, y + 15 * lens.type);
  }
  return found.length;
}

export function paintFocus(context: CanvasRenderingContext2D, model: Model, lens: Lens): void {
  if (model.focus) {
    context.fillStyle = model.shade.css("--veil");
    context.fillRect(0, 0, lens.width, lens.height);
    const strong = Boolean(model.look.tie ?? model.path);
    const many = model.focusTies.length > MANY;
    for (const tie of model.focusTies) {
      const near = tie.dependent === model.look.firm || tie.provider === model.look.firm;
      paintTie(context, model, lens, tie, strong, many && !near ? 0.16 : 0.6);
    }
    for (const firm of model.focus) paintFirm(context, model, lens, firm, firm === model.look.firm || strong);
  }
  const { hoverFirm, hoverTie } = model;
  const passing = hoverFirm ? [...hoverFirm.out, ...hoverFirm.in].filter((tie) => model.tieShown(tie)) : hoverTie ? [hoverTie] : [];
  for (const tie of passing) paintTie(context, model, lens, tie, Boolean(hoverTie));
  for (const { firm } of model.look.pins) paintPin(context, model, lens, firm);
  if (hoverFirm) paintFirm(context, model, lens, hoverFirm, true);
}

function paintTie(context: CanvasRenderingContext2D, model: Model, lens: Lens, tie: Tie, strong: boolean, alpha = 0.6): void {
  const manner = model.scene.ties[tie.number] ?? { layer: tie.layer, line: "dashed" as const };
  const [from, to] = [lens.at(model.place(tie.dependent)), lens.at(model.place(tie.provider))];
  const { end, head } = arrow(from, to, model.radius(tie.provider) * lens.scale + 2);
  context.strokeStyle = context.fillStyle = model.shade.layer(manner.layer);
  context.globalAlpha = strong ? 0.95 : alpha;
  context.lineWidth = strong ? 2 : 1.1;
  context.setLineDash([...DASHES[manner.line]]);
  context.beginPath();
  context.moveTo(from.x, from.y);
  context.lineTo(end.x, end.y);
  context.stroke();
  context.setLineDash([]);
  outline(context, head);
  context.fill();
  context.globalAlpha = 1;
}

function outline(context: CanvasRenderingContext2D, points: readonly Point[]): void {
  context.beginPath();
  for (const { x, y } of points) context.lineTo(x, y);
  context.closePath();
}

function paintFirm(context: CanvasRenderingContext2D, model: Model, lens: Lens, firm: Firm, ringed: boolean): void {
  const at = lens.at(model.place(firm));
  const radius = model.radius(firm) * lens.scale;
  const points = corners(firm.shape, at, radius);
  context.fillStyle = model.shade.firm(firm);
  if (points.length) outline(context, points);
  else {
    context.beginPath();
    context.arc(at.x, at.y, radius, 0, 2 * Math.PI);
  }
  context.fill();
  if (ringed) ring(context, model, at, radius + 4, []);
}

function paintPin(context: CanvasRenderingContext2D, model: Model, lens: Lens, firm: Firm): void {
  paintFirm(context, model, lens, firm, false);
  ring(context, model, lens.at(model.place(firm)), model.radius(firm) * lens.scale + 4, [3, 3]);
}

function ring(context: CanvasRenderingContext2D, model: Model, { x, y }: Point, radius: number, dash: number[]): void {
  context.strokeStyle = model.shade.css("--ink");
  context.lineWidth = 2;
  context.setLineDash(dash);
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
  context.stroke();
  context.setLineDash([]);
}

/** Names that fit what is on the screen, the largest marks first. */
export function labels(model: Model, lens: Lens, width: (text: string, size: number, bold: boolean) => number): Placed[] {
  const limit = labelLimit(lens.width, lens.height, lens.scale / lens.fitScale);
  const wanting: Wanting[] = [];
  const add = (firm: Firm, must: boolean): void => {
    const at = lens.at(model.place(firm));
    if (at.x < -40 || at.y < -20 || at.x > lens.width + 40 || at.y > lens.height + 20) return;
    const share = Math.min(1, (model.measured.values[firm.number] ?? 0) / model.measured.greatest);
    const usual = must ? 13.5 : Math.round(10.5 + 4 * Math.sqrt(share));
    const size = usual * lens.type;
    wanting.push({ id: firm.id, text: clip(nameOf(firm)), ...at, reach: model.radius(firm) * lens.scale, size, bold: must || usual > 12, must });
  };
  const first = new Set([model.look.firm, model.hoverFirm, ...model.look.pins.map(({ firm }) => firm), ...(model.path ?? []).flatMap(({ from, to }) => [from, to])]);
  for (const firm of first) if (firm) add(firm, true);
  for (const firm of model.firms()) {
    if (wanting.length > TRIES * limit) break;
    if (first.has(firm) || (model.focus && !model.focus.has(firm))) continue;
    add(firm, false);
  }
  return placeLabels(wanting, limit, width);
}

export function paintLabels(context: CanvasRenderingContext2D, model: Model, placed: readonly Placed[]): void {
  const [ink, halo] = [model.shade.css("--ink"), model.shade.css("--halo")];
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.lineJoin = "round";
  context.lineWidth = 3.5;
  context.strokeStyle = halo;
  context.fillStyle = ink;
  for (const { text, x, y, size, bold } of placed) {
    context.font = font(size, bold);
    context.strokeText(text, x, y);
    context.fillText(text, x, y);
  }
}

const widths = new Map<string, number>();

/** Width of a text on that canvas, remembered. */
export function ruler(context: CanvasRenderingContext2D): (text: string, size: number, bold: boolean) => number {
  return (text, size, bold) => {
    const face = font(size, bold);
    const key = `${face} ${text}`;
    let found = widths.get(key);
    if (found === undefined) {
      context.font = face;
      found = context.measureText(text).width;
      widths.set(key, found);
    }
    return found;
  };
}
