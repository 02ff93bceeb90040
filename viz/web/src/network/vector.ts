// The picture as SVG: real shapes and text, to be edited and printed at any size. Names of data become text nodes, and an
// XML serializer writes them: nothing is put together from strings.

import { svg } from "../page/dom";
import { save } from "../page/download";
import { htmlLang, lang } from "../page/words";
import { font, FONT } from "./labels";
import type { Model } from "./model";
import type { Net } from "./net";
import { labels, ruler, titles, type Lens } from "./paint";
import { caption } from "./picture";
import type { Firm, Tie } from "./records";
import { arrow, corners, DASHES } from "./shapes";
import { nameOf } from "./texts";

const MARGIN = 60;
const FOOT = 34;

/** XML 1.0 has no place for these, whatever they are written as. */
export function xmlText(text: string): string {
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "\ufffd").replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, "\ufffd");
}

const shown = (value: number): string => String(Math.round(value * 10) / 10);

export function vector(net: Net, width: (text: string, size: number, bold: boolean) => number): SVGSVGElement {
  const { model } = net;
  const lens = sheet(net.surface.lens());
  const { ink, ground, faint } = { ink: model.shade.css("--ink"), ground: model.shade.css("--ground"), faint: model.shade.css("--faint") };
  const height = lens.height + FOOT;
  const picture = svg("svg", { width: lens.width, height, viewBox: `0 0 ${lens.width} ${height}`, "xml:lang": htmlLang(lang()), "font-family": FONT });
  const words = xmlText(caption(net));
  picture.append(svg("title", {}, words), svg("rect", { width: lens.width, height, fill: ground }));
  picture.append(grounds(model, lens), ties(model, lens), marks(model, lens));
  const names = svg("g", { "text-anchor": "middle", fill: ink, stroke: ground, "stroke-width": 3, "stroke-linejoin": "round", "paint-order": "stroke" });
  for (const { text, x, y, size, bold } of labels(model, lens, width)) {
    names.append(svg("text", { x: shown(x), y: shown(y), dy: "0.35em", "font-size": size, "font-weight": bold ? 600 : 400 }, xmlText(text)));
  }
  picture.append(names, svg("text", { x: 12, y: height - 12, "font-size": 12, fill: faint }, words));
  return picture;
}

/** The part of the plane that is on the stage. */
function sheet(lens: Lens): Lens {
  return { ...lens, width: Math.round(lens.width), height: Math.round(lens.height) };
}

function grounds(model: Model, lens: Lens): SVGGElement {
  const group = svg("g", {});
  for (const era of model.graph.paradigms) {
    const ground = model.ground(era);
    if (!ground) continue;
    const { x, y } = lens.at(ground);
    group.append(svg("circle", { cx: shown(x), cy: shown(y), r: shown(ground.radius * lens.scale * 1.1), fill: model.shade.css("--ink"), "fill-opacity": 0.035 }));
  }
  for (const { text, years, x, y } of titles(model, lens)) {
    const style = { x: shown(x), "text-anchor": "middle", fill: model.shade.css("--faint") };
    group.append(svg("text", { ...style, y: shown(y), "font-size": 17 * lens.type, "font-weight": 600 }, xmlText(text)), svg("text", { ...style, y: shown(y + 15 * lens.type), "font-size": 11 * lens.type }, xmlText(years)));
  }
  return group;
}

function inSight(model: Model, lens: Lens, firm: Firm): boolean {
  const { x, y } = lens.at(model.place(firm));
  return x > -MARGIN && y > -MARGIN && x < lens.width + MARGIN && y < lens.height + MARGIN;
}

function ties(model: Model, lens: Lens): SVGGElement {
  const group = svg("g", { fill: "none" });
  const front = new Set(model.focusTies);
  const add = (tie: Tie, strong: boolean): void => {
    const manner = model.scene.ties[tie.number];
    if (!manner || !(inSight(model, lens, tie.dependent) || inSight(model, lens, tie.provider))) return;
    const [from, to] = [lens.at(model.place(tie.dependent)), lens.at(model.place(tie.provider))];
    const { end, head } = arrow(from, to, model.radius(tie.provider) * lens.scale + 2, strong ? 7 : 4);
    const color = model.shade.layer(manner.layer);
    const dashes = DASHES[manner.line];
    const look = { stroke: color, "stroke-width": strong ? 1.4 : 0.7, opacity: strong ? 0.9 : model.focus ? 0.06 : 0.25, ...(dashes.length ? { "stroke-dasharray": dashes.join(" ") } : {}) };
    group.append(svg("path", { d: `M${shown(from.x)} ${shown(from.y)}L${shown(end.x)} ${shown(end.y)}`, ...look }));
    group.append(svg("path", { d: `M${head.map(({ x, y }) => `${shown(x)} ${shown(y)}`).join("L")}Z`, fill: color, opacity: look.opacity }));
  };
  for (const tie of model.graph.ties) if (model.tieShown(tie) && !front.has(tie)) add(tie, false);
  for (const tie of front) add(tie, true);
  return group;
}

function marks(model: Model, lens: Lens): SVGGElement {
  const group = svg("g", {});
  for (const firm of [...model.firms()].reverse()) {
    if (!inSight(model, lens, firm)) continue;
    const at = lens.at(model.place(firm));
    const radius = model.radius(firm) * lens.scale;
    const look = { fill: model.shade.firm(firm), opacity: model.focus && !model.focus.has(firm) ? 0.15 : 1 };
    const points = corners(firm.shape, at, radius);
    const name = svg("title", {}, xmlText(nameOf(firm)));
    group.append(
      points.length
        ? svg("polygon", { points: points.map(({ x, y }) => `${shown(x)},${shown(y)}`).join(" "), ...look }, name)
        : svg("circle", { cx: shown(at.x), cy: shown(at.y), r: shown(radius), ...look }, name),
    );
  }
  return group;
}

export function saveSvg(net: Net): void {
  const context = document.createElement("canvas").getContext("2d");
  if (!context) throw new Error("this browser has no canvas");
  context.font = font(12, false);
  const text = new XMLSerializer().serializeToString(vector(net, ruler(context)));
  save(`definer-${net.model.look.date}.svg`, `<?xml version="1.0" encoding="UTF-8"?>\n${text}\n`, "image/svg+xml");
}
