// Small pieces that several views of the evidence share.

import { fill, make } from "../page/dom";
import { htmlLang, lang, langOf, speaker } from "../page/words";
import type { Item } from "./item";
import table from "./words.json";

const say = speaker(table);

export type Chip = { value: string; text: string; n: number; pressed: boolean; hint?: string | undefined };

/** A group of switches, each with how many there would be. */
export function chipGroup(title: string | Node, name: string, chips: readonly Chip[], toggle: (value: string) => void): HTMLElement {
  return make(
    "fieldset",
    { class: "facet", data: { facet: name } },
    make("legend", {}, title),
    chips.map(({ value, text, n, pressed, hint }) =>
      make(
        "button",
        { type: "button", class: "pick", title: hint, data: { value }, "aria-pressed": String(pressed), on: { click: () => toggle(value) } },
        make("span", {}, text),
        make("span", { class: "count" }, n.toLocaleString("en")),
      ),
    ),
  );
}

export function number(value: number): string {
  return value.toLocaleString("en");
}

/** A text of the data, which is in one language whatever the page's is. */
export function worded(text: string): HTMLElement | string {
  const language = langOf(text);
  return language === lang() || !/\p{L}/u.test(text) ? text : make("span", { lang: htmlLang(language) }, text);
}

/** How sure: told by word, mark and shape, not by colour alone. */
export function badges(item: Item, date: string, stands: boolean, words: (list: string, key: string) => string): HTMLElement[] {
  const found = [
    item.evidence === "known" ? make("span", { class: "badge known" }, `? ${say("evidence.known")}`) : make("span", { class: "badge sourced" }, `✓ ${say("evidence.sourced")}`),
  ];
  if (item.evidence !== "known" && item.tier) found.push(make("span", { class: "badge" }, say("source.tier", { n: item.tier })));
  if (item.modality && item.modality !== "asserted") found.push(make("span", { class: "badge" }, words("modality", item.modality)));
  for (const verdict of item.verdicts) found.push(make("span", { class: "badge verdict", data: { verdict } }, words("verdict", verdict)));
  if (item.clash !== null || item.disputes.length) found.push(make("span", { class: "badge conflict" }, `≠ ${say("badge.conflict")}`));
  if (item.rank === "deprecated") found.push(make("span", { class: "badge past" }, say("badge.deprecated")));
  if (!stands && item.span) found.push(make("span", { class: "badge past" }, say("holds.not", { date })));
  return found;
}

export function facts(pairs: readonly (readonly [Node | string, Node | string | null | undefined])[]): HTMLElement {
  return make(
    "dl",
    { class: "facts" },
    pairs.flatMap(([name, value]) => (value ? [make("dt", {}, name), make("dd", {}, value)] : [])),
  );
}

/** Pages of a long list: where one is, how many there are, and the way to the rest. */
export function pager(place: Element, n: number, page: number, size: number, go: (page: number) => void): void {
  const pages = Math.max(1, Math.ceil(n / size));
  const step = (text: string, to: number) =>
    make("button", { type: "button", disabled: to < 1 || to > pages, data: { page: String(to) }, on: { click: () => go(to) } }, text);
  const field = make("input", {
    type: "number", min: "1", max: String(pages), value: String(page), "aria-label": say("page.number"),
    on: { change: () => go(Math.max(1, Math.min(pages, Math.trunc(Number(field.value)) || 1))) },
  });
  const where = say("page.range", { first: number(Math.min(n, (page - 1) * size + 1)), last: number(Math.min(n, page * size)), n: number(n) });
  fill(
    place,
    make("span", { class: "faint" }, where),
    pages > 1 ? [step(`← ${say("page.previous")}`, page - 1), field, make("span", { class: "faint" }, `/ ${number(pages)}`), step(`${say("page.next")} →`, page + 1)] : null,
  );
}

/** Copy to the clipboard, and say so on the button; where the clipboard is shut, select the text instead. */
export async function copy(button: HTMLButtonElement, text: string, shown?: HTMLElement): Promise<void> {
  const before = button.textContent;
  try {
    await navigator.clipboard.writeText(text);
    button.textContent = say("copied");
    setTimeout(() => (button.textContent = before), 1500);
  } catch {
    if (shown) getSelection()?.selectAllChildren(shown);
  }
}
