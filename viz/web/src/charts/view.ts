// What a chart is drawn from, and the parts that charts share.

import type { EChartsCoreOption } from "echarts/core";
import type { Words } from "./figures";
import type { Theme } from "./theme";
import { FONT } from "./theme";

/** Room and looks that a chart is made for. */
export interface Setting {
  width: number;
  theme: Theme;
  words: Words;
}

/** A chart ready to be drawn: ECharts' option, the height in pixels, and what a mark says when it is pointed at. */
export interface View {
  option: EChartsCoreOption;
  height: number;
  tip: (series: string, index: number) => string;
}

export interface LegendEntry {
  name: string;
  label: string;
  icon: string;
}

export function base(theme: Theme): EChartsCoreOption {
  return {
    animation: false,
    backgroundColor: "transparent",
    textStyle: { fontFamily: FONT, fontSize: 12, color: theme.ink },
  };
}

export function valueAxis(theme: Theme, name: string, format: (value: number) => string): Record<string, unknown> {
  return {
    type: "value",
    scale: true,
    name,
    nameLocation: "middle",
    nameGap: 30,
    nameTextStyle: { color: theme.ink, fontSize: 12 },
    axisLabel: { color: theme.faint, formatter: format, hideOverlap: true },
    axisLine: { show: true, lineStyle: { color: theme.faint } },
    axisTick: { show: true, lineStyle: { color: theme.faint } },
    splitLine: { lineStyle: { color: theme.line } },
  };
}

/** The axis at the edge of its chart, not where the other one is zero. */
export function atEdge(axis: Record<string, unknown>): Record<string, unknown> {
  return { ...axis, axisLine: { ...(axis.axisLine as object), onZero: false } };
}

/** Rows from top to bottom, each with its label at the left, broken into lines where it is long. */
export function rowAxis(theme: Theme, labels: readonly string[], room: number): Record<string, unknown> {
  return {
    type: "category",
    inverse: true,
    data: labels.map((_, index) => String(index)),
    axisLabel: {
      color: theme.ink,
      interval: 0,
      width: room,
      overflow: "break",
      lineHeight: 15,
      formatter: (_: string, index: number) => labels[index] ?? "",
    },
    axisTick: { show: false },
    axisLine: { show: true, lineStyle: { color: theme.faint } },
    splitLine: { show: true, interval: 0, lineStyle: { color: theme.line, type: "dotted" } },
  };
}

/** Legend that shows and does not switch: series go by numbers of ours, so that no label of the data is a name. */
export function legend(theme: Theme, entries: readonly LegendEntry[]): Record<string, unknown> {
  const labels = new Map(entries.map((entry) => [entry.name, entry.label]));
  return {
    show: entries.length > 0,
    type: "plain",
    left: 0,
    top: 0,
    selectedMode: false,
    itemWidth: 26,
    itemHeight: 10,
    itemGap: 14,
    textStyle: { color: theme.ink, fontSize: 12 },
    data: entries.map(({ name, icon }) => ({ name, ...(icon ? { icon } : {}) })),
    formatter: (name: string) => labels.get(name) ?? "",
  };
}

/** Height of a legend whose entries are set in lines. */
export function legendHeight(widths: readonly number[], room: number): number {
  let [lines, used] = [widths.length ? 1 : 0, 0];
  for (const width of widths) {
    const need = width + 50;
    if (used > 0 && used + need > room) [lines, used] = [lines + 1, 0];
    used += need;
  }
  return lines * 24;
}
