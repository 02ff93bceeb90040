// A specification curve: the estimates in order above, what each specification chose below
// (Simonsohn, Simmons and Nelson 2020, https://doi.org/10.1038/s41562-020-0912-z).

import type { Curve } from "./figures";
import { symbol } from "./marks";
import type { Element } from "./shapes";
import { line, mark } from "./shapes";
import { interval, labelRoom, number, roughWidth } from "./text";
import { shade } from "./theme";
import type { Setting, View } from "./view";
import { base, legend, legendHeight, rowAxis, valueAxis } from "./view";

interface Api {
  coord(at: [number, number]): [number, number];
}

const ROW = 17;
const ABOVE = 260;
const BAND = "#8886";

/** One row a choice: which option it is, and the specifications that took it. */
export function rowsOf(choices: Curve["choices"]): { label: string; used: number[] }[] {
  return choices.flatMap((choice) =>
    choice.options.map((option) => ({ label: `${choice.label}: ${option.label}`, used: option.used })),
  );
}

/** Outline of the band of curves by chance: there along its upper ends, back along its lower ones. */
export function bandPath(ends: [number, number, number][]): string {
  const there = ends.map(([x, , high]) => `${x.toFixed(2)} ${high.toFixed(2)}`);
  const back = ends.map(([x, low]) => `${x.toFixed(2)} ${low.toFixed(2)}`).reverse();
  return ends.length > 1 ? `M${[...there, ...back].join("L")}Z` : "";
}

export function curve(data: Curve, { width, theme, words }: Setting): View {
  const n = data.estimates.length;
  const rows = rowsOf(data.choices);
  const labels = rows.map((row) => row.label);
  const { room, lines } = labelRoom(labels, width);
  const deep = rows.length * (lines * 15 + (ROW - 13));
  const left = Math.max(room + 12, 56);
  const entries = [
    { name: "yes", label: words.significant, mark: 0, color: shade(theme, 0) },
    { name: "no", label: words.not_significant, mark: 1, color: shade(theme, 5) },
    ...(data.primary === null ? [] : [{ name: "primary", label: words.primary, mark: 3, color: shade(theme, 1) }]),
    ...(data.null_low?.some((low) => low !== null) ? [{ name: "chance", label: words.chance, mark: 1, color: BAND }] : []),
  ];
  const top = 16 + legendHeight(entries.map((entry) => roughWidth(entry.label)), width);
  const size = n > 300 ? 3 : n > 100 ? 4 : 6;

  function estimate(index: number, api: Api): Element {
    const kind = data.significant[index] ? 0 : 1;
    const color = shade(theme, kind ? 5 : 0);
    const [x, y] = api.coord([index, data.estimates[index] ?? 0]);
    const children: Element[] = [];
    const [low, high] = [data.low[index] ?? null, data.high[index] ?? null];
    if (low !== null && high !== null) {
      const ends = [api.coord([index, low])[1], api.coord([index, high])[1]] as const;
      children.push(line(x, ends[0], x, ends[1], { stroke: color, lineWidth: 1, opacity: 0.45 }));
    }
    const style = kind ? { fill: theme.ground, stroke: color, lineWidth: 1 } : { fill: color };
    children.push(mark(x, y, kind, size, style));
    if (index === data.primary) {
      const bold = { fill: shade(theme, 1), stroke: theme.ground, lineWidth: 1 };
      children.push(mark(x, y, 3, 14, bold));
    }
    return { type: "group", children };
  }

  function band(api: Api): Element {
    const ends: [number, number, number][] = [];
    data.estimates.forEach((_, index) => {
      const [low, high] = [data.null_low?.[index] ?? null, data.null_high?.[index] ?? null];
      if (low !== null && high !== null) {
        const [x, bottom] = api.coord([index, low]);
        ends.push([x, bottom, api.coord([index, high])[1]]);
      }
    });
    const path = bandPath(ends);
    const children = path ? [{ type: "path", shape: { pathData: path }, style: { fill: BAND, stroke: null } }] : [];
    return { type: "group", children } as Element;
  }

  /** Strokes of one row in one path: thousands of elements would make the page slow. */
  function strokes(row: number, api: Api, primary: boolean): string {
    const half = primary ? 7 : 4;
    return (rows[row]?.used ?? [])
      .filter((index) => (index === data.primary) === primary)
      .map((index) => {
        const [x, y] = api.coord([index, row]);
        return `M${x.toFixed(2)} ${(y - half).toFixed(2)}v${2 * half}`;
      })
      .join("");
  }

  function choice(row: number, api: Api): Element {
    const [plain, primary] = [strokes(row, api, false), strokes(row, api, true)];
    const children = [
      { path: plain, stroke: theme.ink, lineWidth: n > 300 ? 1 : 1.5 },
      { path: primary, stroke: shade(theme, 1), lineWidth: 2 },
    ]
      .filter(({ path }) => path)
      .map(({ path, ...style }) => ({ type: "path", shape: { pathData: path }, style: { fill: null, ...style } }));
    return { type: "group", children };
  }

  const places = { type: "value", min: -0.5, max: Math.max(n - 0.5, 0.5) };
  return {
    height: top + ABOVE + 24 + deep + 44,
    option: {
      ...base(theme),
      grid: [
        { left, right: 14, top, height: ABOVE },
        { left, right: 14, top: top + ABOVE + 24, height: deep },
      ],
      xAxis: [
        { ...places, gridIndex: 0, show: false },
        {
          ...valueAxis(theme, `${words.specifications} (n = ${n})`, () => ""),
          ...places,
          gridIndex: 1,
          nameGap: 12,
          axisTick: { show: false },
          splitLine: { show: false },
        },
      ],
      yAxis: [
        {
          ...valueAxis(theme, data.unit, (value) => number(value)),
          gridIndex: 0,
          nameGap: 42,
        },
        { ...rowAxis(theme, labels, room), gridIndex: 1 },
      ],
      legend: legend(
        theme,
        entries.map(({ name, label, mark: kind }) => ({ name, label, icon: `path://${symbol(kind)}` })),
      ),
      series: [
        {
          id: "band",
          type: "custom",
          silent: true,
          xAxisIndex: 0,
          yAxisIndex: 0,
          encode: { x: 0, y: 1 },
          data: [[0, data.estimates[0] ?? 0]],
          renderItem: (_: unknown, api: Api) => band(api),
        },
        {
          id: "estimates",
          type: "custom",
          progressive: 0, // print takes what is there
          xAxisIndex: 0,
          yAxisIndex: 0,
          encode: { x: 0, y: [1, 2, 3] },
          data: data.estimates.map((value, index) => [index, value, data.low[index] ?? value, data.high[index] ?? value]),
          renderItem: (params: { dataIndex: number }, api: Api) => estimate(params.dataIndex, api),
        },
        {
          id: "zero",
          type: "custom",
          silent: true,
          xAxisIndex: 0,
          yAxisIndex: 0,
          encode: { x: 0, y: 1 },
          data: [[0, 0]],
          renderItem: (params: { coordSys: { x: number; width: number } }, api: Api) => {
            const y = api.coord([0, 0])[1];
            const { x, width: wide } = params.coordSys;
            return line(x, y, x + wide, y, { stroke: theme.ink, lineWidth: 1, lineDash: [4, 3] });
          },
        },
        {
          id: "choices",
          type: "custom",
          silent: true,
          xAxisIndex: 1,
          yAxisIndex: 1,
          encode: { x: 0, y: 1 },
          data: rows.map((_, index) => [0, index]),
          renderItem: (params: { dataIndex: number }, api: Api) => choice(params.dataIndex, api),
        },
        ...entries.map(({ name, color }) => ({
          name,
          type: "scatter",
          itemStyle: name === "chance" ? { color } : name === "no" ? { color: theme.ground, borderColor: color, borderWidth: 1 } : { color },
          data: [],
        })),
      ],
    },
    tip: (id, index) => {
      const value = data.estimates[index];
      if (id !== "estimates" || value === undefined) return "";
      const chosen = rows.filter((row) => row.used.includes(index)).map((row) => row.label);
      const shown = `${number(value)}${interval(data.low[index] ?? null, data.high[index] ?? null)} ${data.unit}`;
      return [shown, ...chosen].join("\n");
    },
  };
}
