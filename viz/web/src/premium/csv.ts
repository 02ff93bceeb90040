// Firms as a table for a spreadsheet: plain numbers in billions of US dollars, names in both languages.

import { cell, lines, MARK } from "../page/csv";
import type { Name } from "../page/words";
import { isPriced, type Firm } from "./data";

const HEAD = [
  "id", "name_en", "name_zh", "country", "paradigm", "value_low_usd_bn", "value_high_usd_bn", "mark_date", "private",
  "revenue_low_usd_bn", "revenue_high_usd_bn", "period_start", "period_end", "baseline", "multiple", "multiple_n",
  "implied_usd_bn", "log_premium", "log_premium_low", "log_premium_high", "power", "reason",
]; // prettier-ignore

/** One line a firm; the byte order mark lets spreadsheets read Chinese. */
export function csv(firms: readonly Firm[], nameOf: (id: string) => Name): string {
  const body = firms.map((firm) => {
    const start = [firm.id, ...nameOf(firm.id), firm.country, firm.paradigm];
    if (!isPriced(firm)) return [...start, ...Array<null>(16).fill(null), firm.reason];
    return [
      ...start, ...firm.value, firm.marked, firm.private, ...firm.revenue, ...firm.period, firm.baseline, firm.multiple,
      firm.peers, firm.implied, firm.premium, ...firm.range, firm.power, null,
    ]; // prettier-ignore
  });
  return MARK + lines([HEAD, ...body].map((cells) => cells.map((value) => cell(value))));
}
