// Names as elements: the one of the reader's language, else the other, marked as such.

import type { App } from "../dossier/app";
import { make } from "../page/dom";
import { htmlLang, nameIn, type Name } from "../page/words";

export function named(name: Name | undefined, id: string): HTMLElement {
  const { text, lang } = nameIn(name, id);
  return make("span", lang ? { lang: htmlLang(lang) } : {}, text);
}

export function firmName(app: App, id: string): HTMLElement {
  return named(app.frame.names.org[id], id);
}

export function slotName(app: App, id: string): HTMLElement {
  return named(app.frame.names.slot[id], id);
}

/** The text of a pair in the reader's language, marked where it is the other. */
export function told(texts: Name): HTMLElement {
  return named(texts, "");
}
