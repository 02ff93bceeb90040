// What every surface has in common: the sheet over its marks, and the sight at which everything fits.

import type { Placed } from "./labels";
import type { Model, Point } from "./model";
import { typeScale } from "../page/type";
import { Overlay } from "./overlay";
import type { Lens } from "./paint";
import { frameOf } from "./surface";

export abstract class Drawn {
  titleCount = 0;
  protected readonly place: HTMLElement;
  protected readonly model: Model;
  protected readonly over = new Overlay();
  protected fitScale = 1;
  protected type = typeScale();

  constructor(place: HTMLElement, model: Model) {
    this.place = place;
    this.model = model;
    new ResizeObserver(() => (this.type = typeScale())).observe(place);
  }

  get placed(): readonly Placed[] {
    return this.over.placed;
  }

  abstract lens(): Lens;

  /** Look at a place of the plane at once. */
  protected abstract look(middle: Point, scale: number): void;

  redraw(): void {
    this.over.paint(this.model, this.lens());
  }

  fit(): void {
    const frame = frameOf(this.model, this.place.clientWidth, this.place.clientHeight);
    if (!frame) return;
    this.fitScale = frame.scale;
    this.look(frame.middle, frame.scale);
  }
}
