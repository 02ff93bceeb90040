// Numbers of claims as they were stated: no digit more, no digit less.

import { lang } from "../page/words";

const HUNDRED_MILLIONS = 10; // in a billion; Chinese counts money in these

/** "4.3" or "3.3–5.0"; a range whose ends are equal is one number. */
export function range(low: string, high: string): string {
  const ends = [...new Set([low, high].filter(Boolean).map(grouped))];
  return ends.join("–");
}

/** Billions of a currency. */
export function amount(low: string, high: string, currency: string): string {
  if (!low && !high) return "";
  if (lang() === "zh") return `${range(times(low, HUNDRED_MILLIONS), times(high, HUNDRED_MILLIONS))} 亿 ${currency}`.trim();
  return `${currency} ${range(low, high)} bn`.trim();
}

/** A figure in its unit; with a currency it is billions. */
export function measure(low: string, high: string, unit: string, currency: string): string {
  if (currency && unit === "bn") return amount(low, high, currency);
  const value = range(low, high);
  if (unit === "pct") return `${value}%`;
  if (unit === "count" || unit === "") return value;
  return `${value} ${[currency, unit].filter(Boolean).join(" ")}`;
}

/** A share of 0 to 1 in per cent. */
export function percent(low: string, high: string): string {
  const value = range(times(low, 100), times(high, 100));
  return value ? `${value}%` : "";
}

/** A multiple without the noise of binary fractions: decimals that are stated stay decimals. */
export function times(text: string, factor: number): string {
  if (!text) return "";
  const value = Number(text) * factor;
  return Number.isFinite(value) ? String(Number(value.toPrecision(12))) : text;
}

function grouped(text: string): string {
  const [whole = "", part] = text.split(".");
  if (!/^-?\d+$/.test(whole)) return text;
  const spaced = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return part === undefined ? spaced : `${spaced}.${part}`;
}
