// Columns back into rows. viz/columns.py writes them; blank columns are left out there.

export interface Columns {
  n: number;
  columns: Record<string, readonly unknown[]>;
  keys: Record<string, readonly unknown[]>;
}

/** Rows of a table; `fields` are the columns that a row has even where the table lacks them. */
export function rows<Row extends { number: number }>(table: Columns, fields: readonly (keyof Row & string)[]): Row[] {
  const blank = Object.fromEntries(fields.map((name) => [name, ""]));
  const found = Array.from({ length: table.n }, (_, number) => ({ ...blank, number }) as Record<string, unknown>);
  for (const [name, values] of Object.entries(table.columns)) {
    const keys = table.keys[name];
    for (let at = 0; at < values.length; at += 1) {
      const row = found[at];
      if (row) row[name] = keys ? keys[values[at] as number] : values[at];
    }
  }
  return found as unknown as Row[];
}

export function groupBy<Item, Key>(list: Iterable<Item>, key: (item: Item) => Key): Map<Key, Item[]> {
  const found = new Map<Key, Item[]>();
  for (const item of list) {
    const value = key(item);
    const members = found.get(value);
    if (members) members.push(item);
    else found.set(value, [item]);
  }
  return found;
}
