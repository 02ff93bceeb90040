// Colours of the charts on light and dark ground. Each differs from its ground by 4.5 to 1 or more (WCAG 1.4.3), so that
// it carries text too; shape and dashes say the same as colour does.

export interface Theme {
  ground: string;
  ink: string;
  faint: string;
  line: string;
  series: readonly string[];
}

export const LIGHT: Theme = {
  ground: "#ffffff",
  ink: "#1d2129",
  faint: "#5c6470",
  line: "#d3d7dd",
  series: ["#0b5fa5", "#b34700", "#00724f", "#9a3d7c", "#7a5c00", "#4a5260"],
};

export const DARK: Theme = {
  ground: "#1b1f26",
  ink: "#e9ecf1",
  faint: "#a2abb8",
  line: "#3b4452",
  series: ["#7fbdf2", "#f79a63", "#4fd0a5", "#eda0cf", "#e3c04f", "#c3cad4"],
};

export const FONT =
  'Inter, "Segoe UI", "Helvetica Neue", Arial, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif';

export function shade(theme: Theme, index: number): string {
  return theme.series[index % theme.series.length] ?? theme.ink;
}
