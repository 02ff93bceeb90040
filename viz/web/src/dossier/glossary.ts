// Definitions of terms, seen on hover, on focus and on touch. They stay while the pointer is on them, and Escape puts
// them away (WCAG 1.4.13).

import { fill, make } from "../page/dom";
import { htmlLang, lang, nameIn, type Name } from "../page/words";
import type { Frame } from "./frame";

const GAP = 6;
const EDGE = 8;

type Entries = Frame["glossary"];

/** Show the definition of whatever carries `data-term`, wherever it stands in the page. */
export function openGlossary(entries: Entries): void {
  const card = make("div", { id: "definition", role: "tooltip", class: "definition", hidden: true });
  document.body.append(card);
  let shown: HTMLElement | null = null;

  function show(word: HTMLElement): void {
    const entry = entries[word.dataset.term ?? ""];
    if (!entry || shown === word) return;
    hide();
    shown = word;
    fill(card, head(entry.name), make("p", {}, ...spoken(entry.definition)));
    card.hidden = false;
    word.setAttribute("aria-describedby", card.id);
    place(card, word);
  }

  function hide(): void {
    shown?.removeAttribute("aria-describedby");
    shown = null;
    card.hidden = true;
  }

  const near = (target: EventTarget | null) => target instanceof Node && (card.contains(target) || shown?.contains(target));
  document.addEventListener("pointerover", (event) => {
    const word = wordAt(event.target);
    if (word) show(word);
    else if (shown && !near(event.target) && shown !== document.activeElement) hide();
  });
  document.addEventListener("focusin", (event) => {
    const word = wordAt(event.target);
    if (word) show(word);
    else hide();
  });
  document.addEventListener("click", (event) => {
    const word = wordAt(event.target);
    if (word) show(word);
    else if (!near(event.target)) hide();
  });
  document.addEventListener("scroll", () => shown && place(card, shown), { capture: true, passive: true });
  document.addEventListener(
    "keydown",
    (event) => {
      if (event.key !== "Escape" || !shown) return;
      hide();
      event.stopPropagation(); // one Escape, one thing put away
    },
    { capture: true },
  );
}

function wordAt(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>("[data-term]") : null;
}

/** The name, and beside it the name in the other language: who reads one of them meets both. */
function head(name: Name): HTMLElement {
  const own = nameIn(name, "");
  const other = lang() === "zh" ? name[0] : name[1];
  const language = lang() === "zh" ? "en" : "zh";
  return make(
    "p",
    { class: "definition-name" },
    make("strong", { lang: own.lang && htmlLang(own.lang) }, own.text),
    other && other !== own.text ? make("span", { class: "faint", lang: htmlLang(language) }, other) : null,
  );
}

function spoken(text: Name): (Node | string)[] {
  const found = nameIn(text, "");
  return [found.lang ? make("span", { lang: htmlLang(found.lang) }, found.text) : found.text];
}

/** Below the word, or above it where there is no room; never beyond the window's edge. */
function place(card: HTMLElement, word: HTMLElement): void {
  const at = word.getBoundingClientRect();
  const { width, height } = card.getBoundingClientRect();
  const left = Math.max(EDGE, Math.min(at.left, innerWidth - width - EDGE));
  const below = at.bottom + GAP;
  const top = below + height <= innerHeight - EDGE ? below : Math.max(EDGE, at.top - GAP - height);
  card.style.setProperty("left", `${left}px`);
  card.style.setProperty("top", `${top}px`);
}
