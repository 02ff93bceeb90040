// Dates as data states them: a year, a month or a day.

/** Last day that YYYY[-MM[-DD]] may mean, as ISO; null for what is no date. */
export function lastDay(text: string): string | null {
  const found = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text);
  if (!found) return null;
  const [year, month] = [Number(found[1]), Number(found[2] ?? 12)];
  if (year < 1 || month < 1 || month > 12) return null;
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const length = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]!;
  const day = found[3] === undefined ? length : Number(found[3]);
  if (day < 1 || day > length) return null;
  return `${found[1]}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}
