// What scripts outside may read of a network, tests above all: nothing of it can be changed from there.

import type { Net } from "./net";
import type { Point } from "./model";
import { tieCount } from "./visibility";

export function inspect(net: Net, canvas: HTMLElement): Readonly<Record<string, (...given: string[]) => unknown>> {
  const { model, graph } = net;
  const centre = (id = ""): Point => {
    const firm = graph.firm(id);
    if (!firm) throw new Error(`no firm ${id}`);
    const frame = canvas.getBoundingClientRect();
    const at = net.surface.lens().at(model.place(firm));
    return { x: at.x + frame.left, y: at.y + frame.top };
  };
  const firm = (id = ""): NonNullable<ReturnType<typeof graph.firm>> => {
    const found = graph.firm(id);
    if (!found) throw new Error(`no firm ${id}`);
    return found;
  };
  return Object.freeze({
    asOf: () => model.look.date,
    visible: () => model.firms().map(({ id }) => id),
    ties: () => tieCount(model.scene),
    labels: () => net.surface.placed.map(({ id }) => id),
    labelCount: () => net.surface.placed.length + net.surface.titleCount,
    size: (id?: string) => Number(model.radius(firm(id)).toFixed(2)),
    color: (id?: string) => model.shade.firm(firm(id)),
    selected: () => model.look.firm?.id ?? null,
    hovered: () => model.hoverFirm?.id ?? null,
    focus: () => (model.focus ? [...model.focus].map(({ id }) => id) : null),
    path: () => model.path?.map(({ from, to }) => [from.id, to.id]) ?? null,
    pins: () => model.look.pins.map((pin) => pin.firm.id),
    renderer: () => net.surface.kind,
    scale: () => net.surface.lens().scale,
    pointOf: centre,
    middleOf: (a?: string, b?: string) => ({ x: (centre(a).x + centre(b).x) / 2, y: (centre(a).y + centre(b).y) / 2 }),
  });
}
