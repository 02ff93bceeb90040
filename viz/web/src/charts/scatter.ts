// Two quantities of each firm, and perhaps the line that was fitted to them.

import type { Scatter } from "./figures";
import { groupsOf, symbol } from "./marks";
import { number, roughWidth } from "./text";
import { shade } from "./theme";
import type { Setting, View } from "./view";
import { atEdge, base, legend, legendHeight, valueAxis } from "./view";

const LABEL_EVERY = 24;

/** The points that stand out most, as many as there is room to name: far from the middle in one direction or the other. */
export function outstanding(points: Scatter["points"], most: number): Set<Scatter["points"][number]> {
  const spread = (values: number[]) => {
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
    return { mean, deviation: Math.sqrt(variance) || 1 };
  };
  const [across, up] = [spread(points.map(({ x }) => x)), spread(points.map(({ y }) => y))];
  const distance = ({ x, y }: { x: number; y: number }) =>
    Math.hypot((x - across.mean) / across.deviation, (y - up.mean) / up.deviation);
  return new Set([...points].sort((one, other) => distance(other) - distance(one)).slice(0, most));
}

export function scatter(data: Scatter, { width, theme }: Setting): View {
  const groups = groupsOf(data.points.map((point) => point.group));
  const top = 20 + legendHeight(groups.map(roughWidth), width);
  const named = outstanding(data.points, Math.floor(width / LABEL_EVERY));
  const members = groups.map((group) => data.points.filter((point) => point.group === group));
  const series = members.map((points, index) => ({
    id: `g${index}`,
    name: `g${index}`,
    type: "scatter",
    symbol: `path://${symbol(index)}`,
    symbolSize: 10,
    color: shade(theme, index),
    itemStyle: { color: shade(theme, index), opacity: 1, borderColor: theme.ground, borderWidth: 1 },
    labelLayout: { hideOverlap: true },
    label: {
      show: true,
      position: "right",
      distance: 4,
      color: theme.ink,
      fontSize: 11,
      textBorderColor: theme.ground,
      textBorderWidth: 3,
      formatter: ({ dataIndex }: { dataIndex: number }) => {
        const point = points[dataIndex];
        return point && named.has(point) ? point.label : "";
      },
    },
    data: points.map(({ x, y }) => [x, y]),
  }));
  const fitted = {
    id: "line",
    type: "line",
    silent: true,
    symbol: "none",
    lineStyle: { color: theme.ink, width: 1.5, type: [6, 4] },
    data: data.line ?? [],
  };
  return {
    height: top + 400,
    option: {
      ...base(theme),
      grid: { left: 62, right: Math.min(90, width * 0.16), top, bottom: 52 },
      xAxis: atEdge(valueAxis(theme, data.x_unit, (value) => number(value))),
      yAxis: { ...atEdge(valueAxis(theme, data.y_unit, (value) => number(value))), nameGap: 44 },
      legend: legend(
        theme,
        groups.map((label, index) => ({ name: `g${index}`, label, icon: `path://${symbol(index)}` })),
      ),
      series: [...series, fitted],
    },
    tip: (id, index) => {
      const point = members[Number(id.slice(1))]?.[index];
      return point ? `${point.label} (${point.group}): ${data.x_unit} ${number(point.x)}; ${data.y_unit} ${number(point.y)}` : "";
    },
  };
}
