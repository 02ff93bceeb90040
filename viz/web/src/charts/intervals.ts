// Estimates with intervals, one a row.

import type { Intervals } from "./figures";
import { groupsOf, symbol } from "./marks";
import type { Element } from "./shapes";
import { line, mark, whisker } from "./shapes";
import { interval, labelRoom, number, roughWidth } from "./text";
import { shade } from "./theme";
import type { Setting, View } from "./view";
import { base, legend, legendHeight, rowAxis, valueAxis } from "./view";

interface Api {
  coord(at: [number, number]): [number, number];
}

export function intervals(data: Intervals, { width, theme }: Setting): View {
  const groups = groupsOf(data.items.flatMap((item) => (item.group ? [item.group] : [])));
  const labels = data.items.map((item) => item.label);
  const { room, lines } = labelRoom(labels, width);
  const top = 8 + legendHeight(groups.map(roughWidth), width);
  const height = top + data.items.length * (lines * 15 + 11) + 56;

  function draw(index: number, api: Api): Element {
    const item = data.items[index] as Intervals["items"][number];
    const group = item.group ? groups.indexOf(item.group) : 0;
    const color = shade(theme, group);
    const [x, y] = api.coord([item.mid, index]);
    const children: Element[] = [];
    if (item.low !== null && item.high !== null) {
      const [low, high] = [api.coord([item.low, index])[0], api.coord([item.high, index])[0]];
      children.push(...whisker(low, high, y, 4, { stroke: color, lineWidth: 1.5, fill: null }));
    }
    children.push(mark(x, y, group, 10, { fill: color, stroke: theme.ground, lineWidth: 1 }));
    return { type: "group", children };
  }

  const rows = {
    id: "rows",
    type: "custom",
    clip: false,
    encode: { x: [1, 2, 3], y: 0 },
    data: data.items.map((item, index) => [index, item.low ?? item.mid, item.mid, item.high ?? item.mid]),
    renderItem: (params: { dataIndex: number }, api: Api) => draw(params.dataIndex, api),
  };
  const reference = {
    id: "reference",
    type: "custom",
    silent: true,
    z: 1,
    data: data.zero === null ? [] : [[0, data.zero]],
    encode: { y: 0, x: 1 },
    renderItem: (params: { coordSys: { y: number; height: number } }, api: Api) => {
      const x = api.coord([data.zero as number, 0])[0];
      const { y, height: deep } = params.coordSys;
      return line(x, y, x, y + deep, { stroke: theme.ink, lineWidth: 1, lineDash: [4, 3] });
    },
  };
  // The legend's entries: series without data that carry a name and a symbol.
  const names = groups.map((_, index) => ({
    name: `g${index}`,
    type: "scatter",
    symbol: `path://${symbol(index)}`,
    color: shade(theme, index),
    itemStyle: { color: shade(theme, index) },
    data: [],
  }));
  return {
    height,
    option: {
      ...base(theme),
      grid: { left: room + 12, right: 18, top, bottom: 48 },
      xAxis: valueAxis(theme, data.unit, (value) => number(value)),
      yAxis: rowAxis(theme, labels, room),
      legend: legend(
        theme,
        groups.map((label, index) => ({ name: `g${index}`, label, icon: `path://${symbol(index)}` })),
      ),
      series: [reference, rows, ...names],
    },
    tip: (_, index) => {
      const item = data.items[index];
      return item ? `${item.label}: ${number(item.mid)}${interval(item.low, item.high)} ${data.unit}` : "";
    },
  };
}
