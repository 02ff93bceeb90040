// A difference taken apart: each step begins where the one before ended; sums begin at zero.

import type { Waterfall } from "./figures";
import type { Element } from "./shapes";
import { line, text, whisker } from "./shapes";
import { interval, labelRoom, number, roughWidth, signed } from "./text";
import { shade } from "./theme";
import type { Setting, View } from "./view";
import { base, rowAxis, valueAxis } from "./view";

interface Api {
  coord(at: [number, number]): [number, number];
  size(of: [number, number]): [number, number];
}

/** Where each bar begins and ends. */
export function spans(steps: Waterfall["steps"]): { from: number; to: number }[] {
  let level = 0;
  return steps.map(({ value, total }) => {
    const from = total ? 0 : level;
    level = total ? value : level + value;
    return { from, to: level };
  });
}

export function waterfall(data: Waterfall, { width, theme }: Setting): View {
  const places = spans(data.steps);
  const labels = data.steps.map((step) => step.label);
  const said = data.steps.map((step) => (step.total ? number(step.value) : signed(step.value)));
  const { room, lines } = labelRoom(labels, width);
  const right = Math.max(...said.map(roughWidth), 0) + 22;

  function ends(index: number): [number, number] | null {
    const { low, high, total } = data.steps[index] as Waterfall["steps"][number];
    if (low === null || high === null) return null;
    const from = total ? 0 : (places[index]?.from ?? 0);
    return [from + low, from + high];
  }

  function draw(index: number, api: Api): Element {
    const step = data.steps[index] as Waterfall["steps"][number];
    const { from, to } = places[index] as { from: number; to: number };
    const [x0, y] = api.coord([from, index]);
    const x1 = api.coord([to, index])[0];
    const deep = Math.min(20, api.size([0, 1])[1] * 0.6);
    const color = step.total ? theme.ink : shade(theme, step.value < 0 ? 1 : 0);
    // Sums are full, what is added is full in colour, what is taken away is hollow and dashed.
    const hollow = !step.total && step.value < 0;
    const style = { fill: hollow ? theme.ground : color, stroke: color, lineWidth: 1.5, ...(hollow ? { lineDash: [4, 2] } : {}) };
    const bar = { x: Math.min(x0, x1), y: y - deep / 2, width: Math.max(1, Math.abs(x1 - x0)), height: deep };
    const children: Element[] = [{ type: "rect", shape: bar, style }];
    let edge = Math.max(x0, x1);
    const reach = ends(index);
    if (reach) {
      const [low, high] = [api.coord([reach[0], index])[0], api.coord([reach[1], index])[0]];
      const halo = { stroke: theme.ground, lineWidth: 4, fill: null };
      const thin = { stroke: theme.ink, lineWidth: 1.5, fill: null };
      children.push(...whisker(low, high, y, 4, halo), ...whisker(low, high, y, 4, thin));
      edge = Math.max(edge, high);
    }
    if (index + 1 < data.steps.length) {
      const below = api.coord([to, index + 1])[1];
      children.push(line(x1, y + deep / 2, x1, below - deep / 2, { stroke: theme.faint, lineWidth: 1, lineDash: [2, 2] }));
    }
    children.push(text(edge + 6, y, said[index] ?? "", { fill: theme.ink, fontSize: 12 }));
    return { type: "group", children };
  }

  return {
    height: data.steps.length * Math.max(34, lines * 15 + 12) + 64,
    option: {
      ...base(theme),
      grid: { left: room + 12, right, top: 8, bottom: 48 },
      xAxis: { ...valueAxis(theme, data.unit, (value) => number(value)), scale: false },
      yAxis: rowAxis(theme, labels, room),
      series: [
        {
          id: "steps",
          type: "custom",
          clip: false,
          encode: { x: [1, 2, 3, 4], y: 0 },
          data: places.map(({ from, to }, index) => [index, from, to, ...(ends(index) ?? [from, to])]),
          renderItem: (params: { dataIndex: number }, api: Api) => draw(params.dataIndex, api),
        },
      ],
    },
    tip: (_, index) => {
      const step = data.steps[index];
      return step ? `${step.label}: ${said[index]}${interval(step.low, step.high)} ${data.unit}` : "";
    },
  };
}
