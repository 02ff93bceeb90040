// Tables for spreadsheets: what a spreadsheet would run as a formula is kept from it (OWASP, CSV injection).

/** A cell: quoted where it must be; a text that begins like a formula is led by an apostrophe. A number stays one. */
export function cell(value: string | number | boolean | null, isNumber = typeof value === "number"): string {
  const text = String(value ?? "");
  const safe = !isNumber && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Lines of cells that are written already. */
export function lines(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.join(",")}\r\n`).join("");
}

/** The mark that tells spreadsheets that a file is UTF-8. */
export const MARK = "\ufeff";
