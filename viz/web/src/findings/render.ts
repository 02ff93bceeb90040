// Findings as elements of the page: headings, paragraphs, tables, and figures with their table folded beneath.

import { make } from "../page/dom";
import { speaker } from "../page/words";
import type { Block, Column, Drawn, Heading, Paragraph, Table } from "./blocks";
import type { Gallery } from "./gallery";
import { reachable } from "./scrolling";
import words from "./words.json";

const say = speaker(words);
const SHORT = 24;

export interface Setting {
  gallery: Gallery;
  /** Level that a block's second level has on this page; 2 if nothing is said. */
  top?: number;
}

/** Elements of blocks, in order. The gallery draws the charts once the elements stand on the page. */
export function render(blocks: readonly Block[], setting: Setting): HTMLElement[] {
  return blocks.flatMap((block) => {
    switch (block.is) {
      case "heading":
        return [heading(block, setting.top ?? 2)];
      case "paragraph":
        return block.text ? [paragraph(block)] : [];
      case "table":
        return table(block);
      case "figure":
        return [figure(block, setting.gallery)];
    }
  });
}

/** Blocks in parts, each with the heading that it begins with; what stands before the first heading has none. */
export function parts(blocks: readonly Block[], level: number): { heading: Heading | null; blocks: Block[] }[] {
  const found: { heading: Heading | null; blocks: Block[] }[] = [];
  for (const block of blocks) {
    if (block.is === "heading" && block.level <= level) found.push({ heading: block, blocks: [] });
    else if (found.length) found.at(-1)?.blocks.push(block);
    else found.push({ heading: null, blocks: [block] });
  }
  return found;
}

function heading({ text, level }: Heading, top: number): HTMLElement {
  const shown = Math.min(6, Math.max(2, level + top - 2));
  return make(`h${shown}` as "h2", {}, text);
}

export function paragraph({ text, role }: Paragraph): HTMLElement {
  return make("p", role === "plain" ? {} : { class: role }, text);
}

function notes(texts: readonly string[]): HTMLElement[] {
  return texts.filter(Boolean).map((text) => make("p", { class: "note" }, text));
}

/** A table under its title; wide ones scroll in a region of their own. */
export function table(found: Table, name = found.title, titled = true): HTMLElement[] {
  const label = name || say("table");
  return [
    ...(titled && found.title ? [make("p", { class: "caption" }, found.title)] : []),
    reachable(label, make("table", { "aria-label": label }, head(found.columns), make("tbody", {}, found.rows.map((row) => line(row, found.columns))))),
    ...notes(found.notes),
  ];
}

function head(columns: readonly Column[]): HTMLElement {
  return make(
    "thead",
    {},
    make(
      "tr",
      {},
      columns.map((column) => (column.name ? make("th", { scope: "col", class: looks(column) }, column.name) : make("td"))),
    ),
  );
}

function line(row: readonly string[], columns: readonly Column[]): HTMLElement {
  return make(
    "tr",
    {},
    row.map((cell, place) => {
      const column = columns[place] ?? { name: "", as: "text" };
      if (place === 0 && cell && column.as !== "number") return make("th", { scope: "row", class: looks(column, cell) }, cell);
      return make("td", { class: looks(column, cell) }, cell);
    }),
  );
}

/** Class of a cell: numbers stand to the right, sentences may be broken, short texts stay on one line. */
export function looks(column: Column, cell = ""): string | undefined {
  if (column.as === "number") return "n";
  if (column.as === "wide") return "w";
  return cell && cell.length <= SHORT ? "s" : undefined;
}

function figure(found: Drawn, gallery: Gallery): HTMLElement {
  const place = make("div", { class: "chart", role: "img", "aria-label": say("chart", { title: found.title }) });
  const room = make("div", { class: "room" }, place);
  gallery.add(place, found);
  return make(
    "figure",
    {},
    make("figcaption", {}, found.title),
    room,
    notes(found.notes),
    folded(say("numbers"), table(found.table, say("numbers"), found.table.title !== found.title)),
  );
}

/** What is folded away until it is asked for; print shows it. */
export function folded(summary: string, ...content: (HTMLElement | HTMLElement[])[]): HTMLDetailsElement {
  return make("details", {}, make("summary", {}, summary), content);
}
