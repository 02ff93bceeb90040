// Badges: a sign and a word, so that they read without colour.

import { make } from "../page/dom";
import { speaker } from "../page/words";
import table from "./words.json";

const say = speaker(table);

const SIGNS: Record<string, string> = {
  definer: "●", contested: "◐", none: "○",
  supports: "✓", part: "◑", contradicts: "✕", inconclusive: "?", refused: "–",
  sourced: "✓", known: "!",
}; // prettier-ignore

type Words = keyof typeof table & string;

/** Verdict of a paradigm; what the words mean is told on hover and focus. */
export function verdictBadge(word: string): HTMLElement {
  return badge(word, `word.${word}` as Words, "verdict", "paradigm_definer");
}

/** The verdict as its sign alone, with its word for whoever points at it or hears it. */
export function verdictSign(word: string): HTMLElement {
  const name = say(`word.${word}` as Words);
  return make("button", { type: "button", class: "badge sign", "aria-label": name, title: name, data: { word, term: "paradigm_definer" } }, make("span", { "aria-hidden": "true" }, SIGNS[word] ?? "·"));
}

/** What an answer says of the essay's claim. */
export function statusBadge(status: string, short = false): HTMLElement {
  return badge(status, `status.${status}${short ? ".short" : ""}` as Words, "status");
}

/** Whether a claim has a source. */
export function evidenceBadge(evidence: string): HTMLElement {
  return badge(evidence, `evidence.${evidence}` as Words, "evidence");
}

function badge(word: string, key: Words, kind: string, term?: string): HTMLElement {
  const inside = [make("span", { "aria-hidden": "true" }, SIGNS[word] ?? "·"), ` ${key in table ? say(key) : word}`];
  const look = `badge ${kind}-badge`;
  if (!term) return make("span", { class: look, data: { word } }, inside);
  return make("button", { type: "button", class: look, data: { word, term } }, inside);
}
