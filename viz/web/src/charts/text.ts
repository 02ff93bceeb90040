// Numbers and labels as they stand on a chart.

/** At most `digits` significant digits, grouped by thousands, with a true minus sign. */
export function number(value: number, digits = 3): string {
  if (value === 0) return "0";
  const rounded = Number(value.toPrecision(digits));
  const decimals = Math.max(0, digits - 1 - Math.floor(Math.log10(Math.abs(rounded))));
  return new Intl.NumberFormat("en", { maximumFractionDigits: Math.min(decimals, 20) })
    .format(rounded)
    .replace("-", "\u2212");
}

export function signed(value: number): string {
  return value > 0 ? `+${number(value)}` : number(value);
}

export function interval(low: number | null, high: number | null): string {
  return low === null || high === null ? "" : ` [${number(low)}, ${number(high)}]`;
}

/** Width that a text takes at twelve pixels, about: wide letters count as two. */
export function roughWidth(text: string): number {
  let width = 0;
  for (const letter of text) width += (letter.codePointAt(0) ?? 0) > 0x2e7f ? 12.5 : 6.8;
  return width;
}

/** Room for labels at the left of a chart, and lines that the longest of them fills there. */
export function labelRoom(labels: readonly string[], width: number): { room: number; lines: number } {
  const longest = Math.max(0, ...labels.map(roughWidth));
  const room = Math.min(longest + 4, Math.max(90, Math.min(0.38 * width, 280)));
  return { room, lines: Math.min(5, Math.max(1, Math.ceil((longest * 1.12) / room))) };
}
