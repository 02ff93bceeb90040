// The surface for most graphs: vis-network holds and paints the marks, and looks after the sight; places come from the data,
// nothing moves. Ties are painted below them in one pass of ours.

import { Drawn } from "./drawn";
import { Lines } from "./lines";
import type { Model, Point } from "./model";
import { layered } from "./overlay";
import { paintGround, type Lens } from "./paint";
import type { Firm, Tie } from "./records";
import type { Hooks, Surface } from "./surface";
import { vis, type VisData, type VisNetwork, type VisNode } from "./vis";

const OPTIONS = {
  autoResize: true,
  physics: false,
  layout: { improvedLayout: false },
  interaction: {
    hover: false, // ours: its own repaints everything
    hoverConnectedEdges: false,
    selectConnectedEdges: false,
    dragNodes: false,
    tooltipDelay: 1e9,
    zoomSpeed: 0.7,
    keyboard: false,
  },
  nodes: { borderWidth: 0, chosen: false, font: { size: 0 }, shapeProperties: { interpolation: false } },
};
/** Milliseconds after the last step of a zoom that ties come back. */
const REST = 180;
/** Reach of the pointer around a tie, in pixels. */
const REACH = 6;

export class VisSurface extends Drawn implements Surface {
  readonly kind = "vis";
  readonly #nodes: VisData<VisNode>;
  readonly #painted: string[] = [];
  readonly #lines = new Lines();
  /** The sight moves: ties wait until it rests. */
  #moving = false;
  #rest = 0;
  readonly #network: VisNetwork;

  constructor(place: HTMLElement, model: Model, hooks: Hooks) {
    super(place, model);
    const { DataSet, Network } = vis();
    this.#nodes = new DataSet<VisNode>();
    this.#update();
    this.#network = new Network(place, { nodes: this.#nodes, edges: new DataSet() }, OPTIONS);
    place.append(this.over.canvas);
    this.#listen(hooks);
  }

  lens(): Lens {
    const network = this.#network;
    const { clientWidth: width, clientHeight: height } = this.place;
    return { at: (point) => network.canvasToDOM({ x: point.x, y: point.y }), scale: network.getScale(), fitScale: this.fitScale, width, height, type: this.type };
  }

  paint(): void {
    this.#update();
    this.#network.redraw();
  }

  moveTo(point: Point, { least, offset, calm }: { least: number; offset: Point; calm: boolean }): void {
    this.#network.moveTo({
      position: { x: point.x, y: point.y },
      scale: Math.max(this.#network.getScale(), this.fitScale * least),
      offset,
      animation: calm ? false : { duration: 350, easingFunction: "easeInOutQuad" },
    });
  }

  panBy(x: number, y: number): void {
    const [middle, scale] = [this.#network.getViewPosition(), this.#network.getScale()];
    this.#network.moveTo({ position: { x: middle.x + x / scale, y: middle.y + y / scale } });
  }

  zoomBy(factor: number): void {
    this.#network.moveTo({ scale: Math.min(6, Math.max(this.fitScale / 4, this.#network.getScale() * factor)) });
  }

  firmAt(at: Point): Firm | null {
    const number = this.#network.getNodeAt(at);
    return number === undefined ? null : (this.model.graph.firms[number] ?? null);
  }

  plane(at: Point): Point {
    return this.#network.DOMtoCanvas(at);
  }

  picture(): HTMLCanvasElement {
    const { canvas } = this.over;
    return layered([...this.place.querySelectorAll("canvas")], canvas.width, canvas.height);
  }

  close(): void {
    this.#network.destroy();
  }

  #listen(hooks: Hooks): void {
    const { firms } = this.model.graph;
    this.#network.on("beforeDrawing", (context) => {
      onScreen(context, () => (this.titleCount = paintGround(context, this.model, this.lens())));
      if (this.#moving) return;
      const { clientWidth: x, clientHeight: y } = this.place;
      this.#lines.paint(context, this.model.tieAlpha(), this.plane({ x: 0, y: 0 }), this.plane({ x, y }));
    });
    this.#network.on("afterDrawing", () => this.redraw());
    this.#network.on("click", ({ nodes: [node], pointer }) => {
      if (node !== undefined) hooks.pick(firms[node] ?? null, null);
      else hooks.pick(null, this.#tieAt(pointer.DOM));
    });
    this.#network.on("dragStart", () => (this.#moving = true));
    this.#network.on("dragEnd", () => this.#settle());
    this.#network.on("zoom", () => {
      this.#moving = true;
      clearTimeout(this.#rest);
      this.#rest = window.setTimeout(() => this.#settle(), REST);
    });
    this.#watch(hooks);
    this.#network.on("resize", () => requestAnimationFrame(() => this.#network.redraw()));
  }

  protected look(position: Point, scale: number): void {
    this.#network.moveTo({ position, scale });
  }

  #settle(): void {
    this.#moving = false;
    this.#network.redraw();
  }

  #tieAt(at: Point): Tie | null {
    return this.#lines.at(this.model, this.plane(at), REACH / this.#network.getScale());
  }

  /** What the pointer is on, looked up once a frame and never while it drags. */
  #watch(hooks: Hooks): void {
    const { firms } = this.model.graph;
    let waiting = 0;
    this.place.addEventListener("pointermove", (event) => {
      cancelAnimationFrame(waiting);
      if (event.buttons) return;
      const frame = this.place.getBoundingClientRect();
      const at = { x: event.clientX - frame.left, y: event.clientY - frame.top };
      waiting = requestAnimationFrame(() => {
        const node = this.#network.getNodeAt(at);
        if (node === undefined) hooks.hover(null, this.#tieAt(at));
        else hooks.hover(firms[node] ?? null, null);
      });
    });
    this.place.addEventListener("pointerleave", () => {
      cancelAnimationFrame(waiting);
      hooks.hover(null, null);
    });
  }

  /** Hands vis-network only what has changed: the slider stays fluent. */
  #update(): void {
    const model = this.model;
    const nodes = model.graph.firms.map((firm) => ({
      id: firm.number,
      ...point(model.place(firm)),
      shape: firm.shape,
      size: Number(model.radius(firm).toFixed(1)),
      color: model.shade.firm(firm),
      hidden: !model.shown(firm),
    }));
    const changed = nodes.filter((node) => this.#differs(node.id, `${node.x} ${node.y} ${node.size} ${node.color} ${node.hidden}`));
    if (changed.length) this.#nodes.update(changed);
    this.#lines.renew(model);
  }

  #differs(number: number, key: string): boolean {
    if (this.#painted[number] === key) return false;
    this.#painted[number] = key;
    return true;
  }
}

function point({ x, y }: Point): Point {
  return { x, y };
}

/** Paint in pixels of the screen, whatever the scale. */
function onScreen(context: CanvasRenderingContext2D, paint: () => void): void {
  context.save();
  const ratio = window.devicePixelRatio || 1;
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  paint();
  context.restore();
}
