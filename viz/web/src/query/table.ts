// The answer as a table: every row is there, page by page; a heading sorts.

import { fill, linkTo, make, safeAddress } from "../page/dom";
import { htmlLang, lang, speaker } from "../page/words";
import type { Cell, Row } from "./answer";
import { isNumber } from "./answer";
import { counted, reading, short, type Shown } from "./picture";
import table from "./words.json";

const say = speaker(table);
const PAGE = 100;
const SHORT = 12;

export interface TableState {
  /** Column to sort by, from 1; below 0 downwards; 0 as the query has it. */
  sort: number;
  page: number;
  ids: boolean;
}

export function drawTable(place: Element, shown: Shown, state: TableState, change: (state: TableState) => void): void {
  const rows = sorted(shown, state);
  const pages = Math.max(1, Math.ceil(rows.length / PAGE));
  const page = Math.min(Math.max(0, state.page), pages - 1);
  const some = rows.slice(page * PAGE, (page + 1) * PAGE);
  const bar = make("div", { class: "query-tablebar" }, ids(shown, state, change), pages > 1 ? pager(page, pages, rows.length, (to) => change({ ...state, page: to })) : null);
  const head = make("tr", {}, shown.answer.columns.map((name, at) => heading(name, at, shown, state, change)));
  const body = some.map((row) => make("tr", {}, row.map((cell, at) => field(content(cell, shown, state), shown.kinds[at] === "number"))));
  const caption = make("caption", { class: "query-caption" }, say("table.caption", { title: shown.title, n: counted(rows.length) }));
  fill(place, bar, make("div", { class: "query-scroll", tabIndex: 0, role: "region", "aria-label": shown.title }, make("table", {}, caption, make("thead", {}, head), make("tbody", {}, body))));
}

function sorted(shown: Shown, { sort, ids }: TableState): readonly Row[] {
  const { rows } = shown.answer;
  const at = Math.abs(sort) - 1;
  if (at < 0) return rows;
  const way = Math.sign(sort);
  const collator = new Intl.Collator(htmlLang(lang()), { numeric: true });
  const keyed = rows.map((row) => ({ row, cell: row[at] ?? null }));
  const text = (cell: Cell): string => (ids ? cell.value : reading(cell, shown.things).text);
  const compare = (a: Cell, b: Cell): number => (isNumber(a) && isNumber(b) ? Number(a.value) - Number(b.value) : collator.compare(text(a), text(b)));
  // What has no value stands last, whichever way.
  return keyed.sort((a, b) => (a.cell && b.cell ? way * compare(a.cell, b.cell) : a.cell ? -1 : b.cell ? 1 : 0)).map(({ row }) => row);
}

function heading(name: string, at: number, shown: Shown, state: TableState, change: (state: TableState) => void): HTMLElement {
  const by = Math.abs(state.sort) - 1 === at ? Math.sign(state.sort) : 0;
  const next = by === 0 ? at + 1 : by === 1 ? -(at + 1) : 0;
  const button = make("button", { type: "button", title: say("table.sort", { column: name }), data: { column: name }, on: { click: () => change({ ...state, sort: next, page: 0 }) } }, name, make("span", { "aria-hidden": "true" }, by === 1 ? " ▲" : by === -1 ? " ▼" : ""));
  return make("th", { scope: "col", class: shown.kinds[at] === "number" ? "number" : "", "aria-sort": by === 1 ? "ascending" : by === -1 ? "descending" : "none" }, button);
}

/** A date or an id of a few letters stays on its line. */
function field(inside: Node | string, number: boolean): HTMLElement {
  const text = typeof inside === "string" ? inside : (inside.textContent ?? "");
  return make("td", { class: number ? "number" : text.length <= SHORT && /^[\x21-\x7e]+$/.test(text) ? "short" : "" }, inside);
}

function content(cell: Cell | null, shown: Shown, { ids }: TableState): Node | string {
  if (!cell) return "";
  if (cell.kind === "uri") {
    const { text, lang: other } = ids ? { text: short(cell.value), lang: "" } : reading(cell, shown.things);
    if (!cell.value.startsWith("https://w3id.org/") && safeAddress(cell.value)) return linkTo(cell.value, text);
    return make("a", { href: shown.about(cell.value), title: say("about", { iri: cell.value }), lang: other || undefined }, text);
  }
  if (safeAddress(cell.value)) return linkTo(cell.value, cell.value);
  return cell.language && !cell.language.startsWith(lang()) ? make("span", { lang: cell.language }, cell.value) : cell.value;
}

function ids(shown: Shown, state: TableState, change: (state: TableState) => void): HTMLElement | null {
  if (!shown.answer.rows.some((row) => row.some((cell) => cell?.kind === "uri"))) return null;
  const box = make("input", { type: "checkbox", checked: state.ids, on: { change: () => change({ ...state, ids: box.checked }) } });
  return make("label", { class: "query-check" }, box, ` ${say("table.ids")}`);
}

function pager(page: number, pages: number, total: number, go: (page: number) => void): HTMLElement {
  const from = page * PAGE + 1;
  return make(
    "div",
    { class: "query-pager" },
    make("button", { type: "button", disabled: page === 0, on: { click: () => go(page - 1) } }, say("table.before")),
    make("span", { role: "status" }, say("table.page", { from: counted(from), to: counted(Math.min(total, from + PAGE - 1)), n: counted(total) })),
    make("button", { type: "button", disabled: page === pages - 1, on: { click: () => go(page + 1) } }, say("table.after")),
  );
}
