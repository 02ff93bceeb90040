// Sources, wherever a claim, an event or a statement names them: the title as a link, who published it and when, and its tier.

import { linkTo, make } from "../page/dom";
import { htmlLang, lang, langOf } from "../page/words";
import type { Source } from "./records";
import { say } from "./texts";

export type Cited = Pick<Source, "title" | "publisher" | "published" | "url" | "tier"> & Partial<Pick<Source, "source">>;

/** A list of sources; where there is none, why: `evidence` is that of the row which would name them. */
export function sourceList(sources: readonly Cited[], evidence = "sourced"): HTMLElement {
  if (evidence === "known") return make("p", { class: "faint" }, say("source.known"));
  if (!sources.length) return make("p", { class: "faint" }, say("source.none"));
  return make("ul", { class: "source-list" }, sources.map(sourceLine));
}

function sourceLine(source: Cited): HTMLElement {
  const tier = source.tier && say("source.tier", { n: source.tier });
  const about = [source.publisher, source.published, tier].filter(Boolean).join(" · ");
  return make("li", {}, titled(source), about && make("span", { class: "faint" }, ` ${about}`));
}

/** The title, as a link where there is an address, in the language that it is in. */
export function titled(source: Cited): Node {
  const text = source.title || (source.source ?? "");
  const language = langOf(text);
  const link = linkTo(source.url, text);
  if (language === lang()) return link;
  if (!(link instanceof HTMLElement)) return make("span", { lang: htmlLang(language) }, text);
  link.lang = htmlLang(language);
  return link;
}
