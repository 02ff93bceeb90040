// What scrolls sideways can be reached and moved with the keyboard; what fits is no stop on the way.

import { make } from "../page/dom";

let observer: ResizeObserver | null = null;

function observe(box: HTMLElement): void {
  observer ??= new ResizeObserver((entries) => {
    for (const { target } of entries) settle(target instanceof HTMLTableElement ? target.parentElement : (target as HTMLElement));
  });
  observer.observe(box);
}

function settle(box: HTMLElement | null): void {
  if (!box) return;
  if (box.scrollWidth > box.clientWidth) box.tabIndex = 0;
  else box.removeAttribute("tabindex");
}

/** A box around a table: named, and a stop of the tab key as long as it scrolls. */
export function reachable(name: string, table: HTMLTableElement): HTMLElement {
  const box = make("div", { class: "wide", role: "group", "aria-label": name }, table);
  observe(box);
  observe(table);
  return box;
}
