// Courses over time or another quantity, each with its dash and symbol, perhaps within a band.

import type { Lines, Series } from "./figures";
import { dash, symbol } from "./marks";
import type { Element } from "./shapes";
import { number, roughWidth } from "./text";
import { shade } from "./theme";
import type { Setting, View } from "./view";
import { atEdge, base, legend, legendHeight, valueAxis } from "./view";

interface Api {
  coord(at: [number, number]): [number, number];
}

/** Places of a series where both ends of the band are known, those in a row together. */
export function stretches(series: Series): number[][] {
  const found: number[][] = [];
  let run: number[] = [];
  for (const index of series.y.keys()) {
    if (series.low?.[index] != null && series.high?.[index] != null) {
      if (!run.length) found.push(run);
      run.push(index);
    } else run = [];
  }
  return found;
}

export function lines(data: Lines, { width, theme }: Setting): View {
  const numeric = data.x.every((x) => typeof x === "number");
  const at = (index: number): number => (numeric ? (data.x[index] as number) : index);
  const labels = data.series.map((series) => series.label);
  const top = 16 + legendHeight(labels.map(roughWidth), width);

  const bands = data.series.flatMap((series, number) =>
    stretches(series).map((places, part) => ({
      id: `band${number}.${part}`,
      type: "custom",
      silent: true,
      z: 1,
      encode: { x: 0, y: [1, 2] },
      data: places.map((index) => [at(index), series.low?.[index], series.high?.[index]]),
      renderItem: ({ dataIndex }: { dataIndex: number }, api: Api): Element | null => {
        if (dataIndex > 0) return null; // one shape for the whole stretch; the data only widen the axes
        const lower = places.map((index) => api.coord([at(index), series.low?.[index] ?? 0]));
        const upper = places.map((index) => api.coord([at(index), series.high?.[index] ?? 0]));
        const style = { fill: shade(theme, number), opacity: 0.16 };
        return { type: "polygon", shape: { points: [...upper, ...lower.reverse()] }, style };
      },
    })),
  );
  const courses = data.series.map((series, number) => ({
    id: `s${number}`,
    name: `s${number}`,
    type: "line",
    z: 3,
    connectNulls: false,
    symbol: `path://${symbol(number)}`,
    symbolSize: 7,
    showAllSymbol: data.x.length <= 40,
    color: shade(theme, number),
    lineStyle: { color: shade(theme, number), width: 2, type: dash(number) },
    itemStyle: { color: shade(theme, number) },
    data: series.y.map((y, index) => [at(index), y]),
  }));
  const axis = numeric
    ? valueAxis(theme, data.x_unit, (value) => (Number.isInteger(value) ? String(value) : number(value)))
    : { ...valueAxis(theme, data.x_unit, String), type: "category", data: data.x.map((_, index) => String(index)) };
  if (!numeric) axis.axisLabel = { color: theme.faint, hideOverlap: true, formatter: (_: string, index: number) => String(data.x[index] ?? "") };
  return {
    height: top + 320,
    option: {
      ...base(theme),
      grid: { left: 62, right: 22, top, bottom: 52 },
      xAxis: { ...atEdge(axis), splitLine: { show: false }, ...(numeric ? { minInterval: 1 } : {}) },
      yAxis: {
        ...valueAxis(theme, data.unit, (value) => number(value)),
        nameGap: 44,
      },
      legend: legend(
        theme,
        labels.map((label, index) => ({ name: `s${index}`, label, icon: "" })),
      ),
      series: [...bands, ...courses],
    },
    tip: (id, index) => {
      const series = data.series[Number(id.slice(1))];
      const y = series?.y[index];
      return series && y != null ? `${series.label}, ${data.x[index]}: ${number(y)} ${data.unit}` : "";
    },
  };
}
