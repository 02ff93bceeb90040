// What a figure holds, by kind; viz/blocks.py says the same to Python.

export interface Intervals {
  unit: string;
  zero: number | null;
  items: { label: string; low: number | null; mid: number; high: number | null; group?: string | null }[];
}

export interface Waterfall {
  unit: string;
  steps: { label: string; value: number; low: number | null; high: number | null; total: boolean }[];
}

export type Series = {
  label: string;
  y: (number | null)[];
  low?: (number | null)[] | null;
  high?: (number | null)[] | null;
};

export interface Lines {
  unit: string;
  x_unit: string;
  x: (string | number)[];
  series: Series[];
}

export interface Scatter {
  x_unit: string;
  y_unit: string;
  points: { label: string; x: number; y: number; group: string }[];
  line: [[number, number], [number, number]] | null;
}

export interface Curve {
  unit: string;
  estimates: number[];
  low: (number | null)[];
  high: (number | null)[];
  significant: boolean[];
  primary: number | null;
  /** Where the sorted curves lie that chance makes; null where there is no such place. */
  null_low?: (number | null)[];
  null_high?: (number | null)[];
  choices: { label: string; options: { label: string; used: number[] }[] }[];
}

export type Figure =
  | { kind: "intervals"; data: Intervals }
  | { kind: "waterfall"; data: Waterfall }
  | { kind: "lines"; data: Lines }
  | { kind: "scatter"; data: Scatter }
  | { kind: "curve"; data: Curve };

export interface Words {
  significant: string;
  not_significant: string;
  primary: string;
  chance: string;
  specifications: string;
}

export interface Payload {
  figures: Figure[];
  words: Words;
}
