// What we use of vis-network 9, which pyvis brings and the page carries as a script of its own: the one global of the page.

import type { Point } from "./model";

export interface VisNode {
  id: number;
  x: number;
  y: number;
  shape: string;
  size: number;
  color: string;
  hidden: boolean;
}

export interface VisData<Item> {
  update(items: readonly Item[]): void;
}

export interface VisEvent {
  nodes: number[];
  pointer: { DOM: Point };
}

export interface VisNetwork {
  on(event: "beforeDrawing" | "afterDrawing", listener: (context: CanvasRenderingContext2D) => void): void;
  on(event: "click" | "resize" | "dragStart" | "dragEnd" | "zoom", listener: (event: VisEvent) => void): void;
  redraw(): void;
  destroy(): void;
  getScale(): number;
  getViewPosition(): Point;
  canvasToDOM(point: Point): Point;
  DOMtoCanvas(point: Point): Point;
  getNodeAt(point: Point): number | undefined;
  moveTo(options: { position?: Point; scale?: number; offset?: Point; animation?: false | { duration: number; easingFunction: string } }): void;
}

interface Vis {
  DataSet: new <Item>() => VisData<Item>;
  Network: new (place: HTMLElement, data: { nodes: VisData<VisNode>; edges: VisData<object> }, options: object) => VisNetwork;
}

export function vis(): Vis {
  return (globalThis as unknown as { vis: Vis }).vis;
}
