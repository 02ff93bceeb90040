// The surface for graphs of many thousand firms: sigma.js paints them with the graphics processor. Marks are discs and ties
// plain lines there; what is in focus keeps its shapes and dashes, since our own hand draws it.

import { MultiDirectedGraph } from "graphology";
import Sigma from "sigma";
import { EdgeLineProgram, NodeCircleProgram } from "sigma/rendering";
import { make } from "../page/dom";
import { Drawn } from "./drawn";
import type { Model, Point } from "./model";
import { fresh, layered } from "./overlay";
import { paintGround, type Lens } from "./paint";
import type { Firm } from "./records";
import type { Hooks, Surface } from "./surface";

interface Mark {
  x: number;
  y: number;
  size: number;
  color: string;
  hidden: boolean;
}

export class SigmaSurface extends Drawn implements Surface {
  readonly kind = "sigma";
  readonly #plane: Sigma;
  readonly #under: HTMLCanvasElement;
  readonly #graph = new MultiDirectedGraph<Mark, { color: string; hidden: boolean; size: number }>();
  readonly #inks = new Inks();

  constructor(place: HTMLElement, model: Model, hooks: Hooks) {
    super(place, model);
    for (const firm of model.graph.firms) this.#graph.addNode(firm.number, this.#mark(firm));
    for (const tie of model.graph.ties) this.#graph.addEdgeWithKey(`t${tie.number}`, tie.dependent.number, tie.provider.number, this.#line(tie.number));
    this.#under = make("canvas", { class: "net-layer" });
    const stage = make("div", { class: "net-layer net-stage" });
    place.append(this.#under, stage, this.over.canvas);
    this.#plane = new Sigma(this.#graph, stage, {
      renderLabels: false,
      renderEdgeLabels: false,
      hideEdgesOnMove: true,
      enableEdgeEvents: false,
      itemSizesReference: "positions",
      zoomToSizeRatioFunction: (ratio) => ratio,
      minEdgeThickness: 0.5,
      defaultDrawNodeHover: () => undefined,
      nodeProgramClasses: { circle: NodeCircleProgram },
      defaultNodeType: "circle",
      edgeProgramClasses: { line: EdgeLineProgram },
      defaultEdgeType: "line",
      zIndex: false,
    });
    const box = this.#plane.getBBox();
    this.#plane.setCustomBBox(box); // a pin that is dragged must not shrink the rest
    this.#listen(hooks);
  }

  lens(): Lens {
    const at = (point: Point): Point => this.#plane.graphToViewport({ x: point.x, y: -point.y });
    const { clientWidth: width, clientHeight: height } = this.place;
    return { at, scale: this.#scale(), fitScale: this.fitScale, width, height, type: this.type };
  }

  paint(): void {
    const { firms, ties } = this.model.graph;
    this.#graph.updateEachNodeAttributes((_, mark) => Object.assign(mark, this.#mark(firms[Number(_)] as Firm)), { attributes: ["x", "y", "size", "color", "hidden"] });
    this.#graph.updateEachEdgeAttributes((key, line) => Object.assign(line, this.#line(ties[Number(key.slice(1))]?.number ?? 0)), { attributes: ["color", "hidden"] });
    this.#plane.refresh();
  }

  moveTo(point: Point, { least, offset, calm }: { least: number; offset: Point; calm: boolean }): void {
    const scale = Math.max(this.#scale(), this.fitScale * least);
    this.look({ x: point.x - offset.x / scale, y: point.y - offset.y / scale }, scale, calm);
  }

  panBy(x: number, y: number): void {
    const middle = this.plane({ x: this.place.clientWidth / 2 + x, y: this.place.clientHeight / 2 + y });
    this.look(middle, this.#scale());
  }

  zoomBy(factor: number): void {
    const camera = this.#plane.getCamera();
    camera.setState({ ratio: camera.getState().ratio / factor });
  }

  firmAt(at: Point): Firm | null {
    const lens = this.lens();
    for (const firm of this.model.firms()) {
      const { x, y } = lens.at(this.model.place(firm));
      if (Math.hypot(x - at.x, y - at.y) <= this.model.radius(firm) * lens.scale + 2) return firm;
    }
    return null;
  }

  plane(at: Point): Point {
    const { x, y } = this.#plane.viewportToGraph(at);
    return { x, y: -y };
  }

  picture(): HTMLCanvasElement {
    this.#plane.refresh({ schedule: false, skipIndexation: true }); // a canvas of WebGL holds its picture only until the next turn of the loop
    const { canvas } = this.over;
    return layered([this.#under, ...this.#plane.getContainer().querySelectorAll("canvas"), canvas], canvas.width, canvas.height);
  }

  close(): void {
    this.#plane.kill();
    this.place.replaceChildren();
  }

  #mark(firm: Firm): Mark {
    const { x, y } = this.model.place(firm);
    return { x, y: -y, size: this.model.radius(firm), color: this.model.shade.firm(firm), hidden: !this.model.shown(firm) };
  }

  #line(number: number): { color: string; hidden: boolean; size: number } {
    const [tie, manner] = [this.model.graph.ties[number], this.model.scene.ties[number]];
    if (!tie || !manner || !this.model.tieShown(tie)) return { color: "#000", hidden: true, size: 1 };
    return { color: this.#inks.of(this.model.shade.layer(manner.layer), this.model.tieAlpha()), hidden: false, size: 1 };
  }

  #scale(): number {
    const [a, b] = [this.#plane.graphToViewport({ x: 0, y: 0 }), this.#plane.graphToViewport({ x: 1000, y: 0 })];
    return Math.hypot(b.x - a.x, b.y - a.y) / 1000 || 1;
  }

  protected look(middle: Point, scale: number, calm = true): void {
    const camera = this.#plane.getCamera();
    const state = camera.getState();
    const { x, y } = this.#plane.viewportToFramedGraph(this.#plane.graphToViewport({ x: middle.x, y: -middle.y }));
    const wanted = { ...state, x, y, ratio: (state.ratio * this.#scale()) / scale };
    if (calm) camera.setState(wanted);
    else void camera.animate(wanted, { duration: 350 });
  }

  #listen(hooks: Hooks): void {
    const { firms } = this.model.graph;
    this.#plane.on("afterRender", () => this.#paintAround());
    this.#plane.on("clickNode", ({ node }) => hooks.pick(firms[Number(node)] ?? null, null));
    this.#plane.on("clickStage", () => hooks.pick(null, null));
    this.#plane.on("enterNode", ({ node }) => hooks.hover(firms[Number(node)] ?? null, null));
    this.#plane.on("leaveNode", () => hooks.hover(null, null));
  }

  #paintAround(): void {
    const lens = this.lens();
    const under = fresh(this.#under, lens);
    if (under) this.titleCount = paintGround(under, this.model, lens);
    this.redraw();
  }
}

/** Whether the browser draws WebGL with hardware: in software it was measured slower than vis-network at any size. */
export function fastWebgl(): boolean {
  const canvas = make("canvas", {});
  const context = canvas.getContext("webgl2", { failIfMajorPerformanceCaveat: true });
  context?.getExtension("WEBGL_lose_context")?.loseContext();
  return context !== null;
}

/** Colours as sigma blends them: each channel is already multiplied by the opacity. */
class Inks {
  readonly #known = new Map<string, string>();

  of(color: string, alpha: number): string {
    const key = `${color} ${alpha}`;
    let found = this.#known.get(key);
    if (!found) {
      const parts = [1, 3, 5].map((at) => Math.round(Number.parseInt(color.slice(at, at + 2), 16) * alpha));
      found = `#${[...parts, Math.round(alpha * 255)].map((part) => part.toString(16).padStart(2, "0")).join("")}`;
      this.#known.set(key, found);
    }
    return found;
  }
}
