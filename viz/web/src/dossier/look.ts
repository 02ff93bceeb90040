// The tools of the bar: language, light and dark, copies, links, paper; and their words.

import { copyWith } from "../page/copy";
import { find } from "../page/dom";
import { save } from "../page/download";
import { mode, onSystemMode } from "../page/mode";
import { htmlLang, lang, speaker, type Lang } from "../page/words";
import type { App } from "./app";
import table from "./words.json";

const say = speaker(table);

function label(id: string, words: keyof typeof table): HTMLElement {
  const element = find(id);
  element.setAttribute("aria-label", say(words));
  element.title = say(words);
  return element;
}

export function translateTools({ frame }: App): void {
  find("as-of").textContent = say("as.of", { date: frame.asOf });
  find("skip").textContent = say("skip");
  find("tabs").setAttribute("aria-label", say("tabs"));
  for (const id of ["theme", "link", "print"] as const) label(id, id);
  find("keep").textContent = say("keep");
  find("keep").title = say("keep.hint");
  const other: Lang = lang() === "en" ? "zh" : "en";
  const button = find("language");
  button.textContent = say("language");
  button.title = say("language.hint");
  button.lang = htmlLang(other);
}

/** Say something to whoever looks or listens; it goes away by itself. */
export function announce(text: string): void {
  const place = find("status");
  place.textContent = text;
  setTimeout(() => {
    if (place.textContent === text) place.textContent = "";
  }, 6000);
}

async function copyLink(): Promise<void> {
  try {
    await navigator.clipboard.writeText(location.href);
    announce(say("link.done"));
  } catch {
    announce(say("link.failed"));
  }
}

export function listenToTools({ address, frame }: App, themeChanged: () => void): void {
  find("language").addEventListener("click", () => address.set({ lang: lang() === "en" ? "zh" : "en" }));
  find("theme").addEventListener("click", () => address.set({ theme: mode() === "dark" ? "light" : "dark" }));
  // What a server gives beside the page would be missing from a copy of it.
  find("keep").hidden = frame.served.length > 0;
  find("keep").addEventListener("click", () => save(`dossier-${frame.asOf}.html`, copyWith(address.text), "text/html"));
  onSystemMode(themeChanged);
  // A page inside a frame has no address to copy and may not print itself: its host does both.
  const alone = window.self === window.top;
  find("link").hidden = find("print").hidden = !alone;
  find("link").addEventListener("click", () => void copyLink());
  find("print").addEventListener("click", () => print());
}
