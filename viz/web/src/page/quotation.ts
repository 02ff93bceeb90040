// Words of a source stand in quotation marks, and nothing else does.

import { make } from "./dom";
import { htmlLang, langOf } from "./words";

export function quotation(text: string): HTMLElement {
  return make("q", { lang: htmlLang(langOf(text)) }, text);
}
