// Which names are drawn, and where, so that none covers another. At first sight the largest marks have one; the nearer one
// looks, the more appear. No canvas in here: the width of a text is asked for.

export interface Box {
  x: number;
  y: number;
  w: number;
  h: number;
}

/** A mark on the screen that wants its name. */
export interface Wanting {
  id: string;
  text: string;
  x: number;
  y: number;
  /** Radius of its mark in pixels. */
  reach: number;
  size: number;
  bold: boolean;
  /** Chosen, pinned or under the pointer: named even where the name covers others. */
  must: boolean;
}

export interface Placed extends Box {
  id: string;
  text: string;
  size: number;
  bold: boolean;
}

/** Names that stand at first sight on a wide stage; fewer on a small one. */
const FIRST = 55;
/** Square pixels of a wide stage. */
const WIDE = 620_000;
const MOST = 260;
/** Have their name even where it covers a mark. */
const STRONGEST = 10;

export const FONT = '"Inter", "Segoe UI", "Helvetica Neue", Arial, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif';

export function font(size: number, bold: boolean): string {
  return `${bold ? "600 " : ""}${size}px ${FONT}`;
}

/** How many names fit the stage; `zoom` is how much nearer one looks than at first. */
export function labelLimit(width: number, height: number, zoom: number): number {
  const first = FIRST * Math.min(1, (width * height) / WIDE);
  return Math.min(MOST, Math.round(first * Math.max(1, zoom ** 2)));
}

/** Places of names, given in the order of their weight. */
export function placeLabels(wanting: readonly Wanting[], limit: number, width: (text: string, size: number, bold: boolean) => number): Placed[] {
  const discs = wanting.map((one) => ({ id: one.id, x: one.x, y: one.y, w: 1.7 * one.reach, h: 1.7 * one.reach })).filter(({ w }) => w > 8);
  const near = new Grid(discs);
  const taken = new Grid<Box>([]);
  const placed: Placed[] = [];
  for (const one of wanting) {
    if (placed.length >= limit && !one.must) continue;
    const spots = spotsOf(one, width(one.text, one.size, one.bold));
    const free = spots.filter((spot) => !taken.crosses(spot));
    const clear = free.find((spot) => !near.crosses(spot, (disc) => disc.id !== one.id));
    const spot = clear ?? (placed.length < STRONGEST ? free[0] : undefined) ?? (one.must ? spots[0] : undefined);
    if (!spot) continue;
    taken.add(spot);
    placed.push({ ...spot, id: one.id, text: one.text, size: one.size, bold: one.bold });
  }
  return placed;
}

/** Below the mark, above, to the right, to the left. */
function spotsOf({ x, y, reach, size }: Wanting, w: number): Box[] {
  const h = size + 2;
  return [
    { x, y: y + reach + size * 0.5 + 4, w, h },
    { x, y: y - reach - size * 0.5 - 3, w, h },
    { x: x + reach + w / 2 + 4, y, w, h },
    { x: x - reach - w / 2 - 4, y, w, h },
  ];
}

export function cross(a: Box, b: Box): boolean {
  return Math.abs(a.x - b.x) * 2 < a.w + b.w + 4 && Math.abs(a.y - b.y) * 2 < a.h + b.h + 1;
}

const CELL = 64;

/** Boxes by the cells they touch: a box is compared with its neighbours alone. */
class Grid<Item extends Box> {
  readonly #cells = new Map<string, Item[]>();

  constructor(items: readonly Item[]) {
    for (const item of items) this.add(item);
  }

  add(item: Item): void {
    for (const key of cells(item)) {
      const members = this.#cells.get(key);
      if (members) members.push(item);
      else this.#cells.set(key, [item]);
    }
  }

  crosses(box: Box, counts: (item: Item) => boolean = () => true): boolean {
    for (const key of cells(box)) if (this.#cells.get(key)?.some((item) => counts(item) && cross(box, item))) return true;
    return false;
  }
}

function* cells({ x, y, w, h }: Box): Iterable<string> {
  const [left, right] = [Math.floor((x - w / 2 - 4) / CELL), Math.floor((x + w / 2 + 4) / CELL)];
  const [top, bottom] = [Math.floor((y - h / 2 - 2) / CELL), Math.floor((y + h / 2 + 2) / CELL)];
  for (let column = left; column <= right; column += 1) for (let row = top; row <= bottom; row += 1) yield `${column} ${row}`;
}

export function clip(text: string): string {
  return text.length > 26 ? `${text.slice(0, 25)}…` : text;
}
