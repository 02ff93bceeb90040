// Sections, tables and texts to copy, as the page about the file shows them.

import { make } from "../page/dom";
import { reachable } from "../findings/scrolling";
import { htmlLang, nameIn, speaker, type Name } from "../page/words";
import table from "./words.json";

const say = speaker(table);

export function section(id: string, title: string, ...children: (Node | string | null | (Node | null)[])[]): HTMLElement {
  return make("section", { id: `about-${id}`, "aria-labelledby": `about-${id}-title` }, make("h2", { id: `about-${id}-title`, tabIndex: -1 }, title), ...children);
}

export function grid(caption: string, heads: readonly string[], body: readonly (readonly (Node | string)[])[], numeric: readonly number[] = []): HTMLElement {
  const kind = (at: number) => (numeric.includes(at) ? "num" : "");
  return reachable(
    caption,
    make(
      "table",
      {},
      make("caption", {}, caption),
      make("thead", {}, make("tr", {}, heads.map((head, at) => make("th", { scope: "col", class: kind(at) }, head)))),
      make(
        "tbody",
        {},
        body.map((cells) => make("tr", {}, cells.map((cell, at) => (at ? make("td", { class: kind(at) }, cell) : make("th", { scope: "row" }, cell))))),
      ),
    ),
  );
}

export function spoken(text: Name): HTMLElement {
  const found = nameIn(text, "");
  return make("span", { lang: found.lang && htmlLang(found.lang) }, found.text);
}

/** A text to take along: shown whole, with a button that copies it. */
export function copyable(text: string, label: string): HTMLElement {
  const shown = make("pre", { tabIndex: 0, "aria-label": label }, text);
  const button = make("button", { type: "button", class: "copy", "aria-label": `${say("copy")}: ${label}`, on: { click: () => void take() } }, say("copy"));
  async function take(): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
      button.textContent = say("copied");
      setTimeout(() => (button.textContent = say("copy")), 1500);
    } catch {
      getSelection()?.selectAllChildren(shown); // the clipboard is shut: what is selected can be copied by key
    }
  }
  return make("div", { class: "copyable" }, shown, button);
}
