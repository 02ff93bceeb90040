// Numbers of the tab as each language counts: amounts in billions or in 亿, premiums as log points and as factors.

import { signed } from "../page/numbers";
import { lang } from "../page/words";
import type { Range } from "./data";

export function amount(billions: number): string {
  const counted = lang() === "zh" ? 10 * billions : billions;
  const digits = counted >= 100 ? 0 : counted >= 10 ? 1 : 2;
  return counted.toLocaleString("en", { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

export function amounts([low, high]: Range): string {
  return amount(low) === amount(high) ? amount(low) : `${amount(low)}–${amount(high)}`;
}

export function signedRange([low, high]: Range): string {
  return signed(low) === signed(high) ? signed(low) : `${signed(low)} … ${signed(high)}`;
}

export function interval([low, high]: Range): string {
  return `[${signed(low, 3)}, ${signed(high, 3)}]`;
}

/** A log as a factor: ×2.72. */
export function times(log: number): string {
  const factor = Math.exp(log);
  return `×${factor >= 100 ? factor.toFixed(0) : factor >= 10 ? factor.toFixed(1) : factor.toFixed(2)}`;
}

export function ratio(value: number): string {
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
}

export function power(value: number | null): string {
  return value === null ? "–" : value.toFixed(4);
}

export function pValue(value: number): string {
  return value < 0.0005 ? "< 0.001" : `= ${value.toFixed(3)}`;
}
