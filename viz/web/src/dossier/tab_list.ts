// The list of tabs: buttons that follow the arrows, and the panels that they show.

import { fill, find, make } from "../page/dom";
import type { Address } from "../page/address";
import { speaker } from "../page/words";
import type { Tab } from "./tab";
import table from "./words.json";

const say = speaker(table);

export function tabName(id: string): string {
  return say(`tab.${id}` as keyof typeof table);
}

export class TabList {
  readonly #tabs: readonly Tab[];
  readonly #address: Address;
  #shown = "";

  constructor(tabs: readonly Tab[], address: Address) {
    this.#tabs = tabs;
    this.#address = address;
  }

  /** Make the buttons anew, in the language of the page; who stood on one stands on it again. */
  translate(): void {
    const focused = document.activeElement?.id;
    fill(
      find("tabs"),
      this.#tabs.map((tab) =>
        make(
          "button",
          {
            id: `tab-${tab.id}`,
            type: "button",
            role: "tab",
            "aria-controls": `panel-${tab.id}`,
            on: {
              click: () => this.#address.set({ tab: tab.id }, { push: true }),
              keydown: (event) => this.#move(event),
            },
          },
          tabName(tab.id),
        ),
      ),
    );
    this.#mark();
    if (focused?.startsWith("tab-")) document.getElementById(focused)?.focus();
  }

  /** Show a tab's panel. Whoever stood in the panel that goes away is taken to the one that comes. */
  show(id: string): void {
    const before = this.#shown;
    if (before === id) return;
    const left = before ? find(`panel-${before}`).contains(document.activeElement) : false;
    this.#shown = id;
    for (const tab of this.#tabs) find(`panel-${tab.id}`).hidden = tab.id !== id;
    this.#mark();
    if (left) find(`panel-${id}`).focus({ preventScroll: true });
  }

  #mark(): void {
    for (const { id } of this.#tabs) {
      const button = find(`tab-${id}`);
      button.setAttribute("aria-selected", String(id === this.#shown));
      button.tabIndex = id === this.#shown ? 0 : -1;
      if (id === this.#shown) button.scrollIntoView({ block: "nearest", inline: "nearest" });
    }
  }

  #move(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const ids = this.#tabs.map(({ id }) => id);
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const ends = { Home: ids[0], End: ids.at(-1) } as Record<string, string | undefined>;
    const to = step ? ids[(ids.indexOf(this.#shown) + step + ids.length) % ids.length] : ends[event.key];
    if (!to) return;
    event.preventDefault();
    this.#address.set({ tab: to });
    find(`tab-${to}`).focus();
  }
}
