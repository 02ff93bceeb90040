// The search of the header: firms by any of their names, paradigms, slots and tabs, from everywhere in the file.

import { Combobox, type Suggestion } from "../page/combobox";
import { find } from "../page/dom";
import { matches, needles, type Findable } from "../page/needles";
import { lang, nameIn, speaker, type Name } from "../page/words";
import { loadGraph } from "../network/graph";
import { offText } from "../network/look";
import { findable } from "../network/search";
import type { Change } from "../page/address";
import type { App } from "./app";
import table from "./finder.json";
import words from "./words.json";

const say = speaker(table);
const SHOWN = 9;

/** Tabs in which a chosen firm shows at once; elsewhere the network opens. */
const KNOWS_FIRMS = new Set(["network", "ranking", "timeline", "premium", "evidence"]);
const KNOWS_PARADIGMS = new Set(["network", "ranking", "timeline"]);
const HEAVY = 1e6;

export interface Findings extends Findable {
  id: string;
  name: Name;
  kind: "firm" | "paradigm" | "slot" | "tab";
  /** What stands beside a firm where its other name says nothing new. */
  country: string;
}

/** Everything that has a name; firms with the most ties come first among equally close ones. */
export async function findings(app: App): Promise<Findings[]> {
  const { frame } = app;
  const graph = app.hasBlock("network") ? await loadGraph(app).catch(() => null) : null;
  const firms = graph
    ? findable(graph).map(({ firm: { id, name, country }, needles, weight }) => ({ id, name, country, kind: "firm" as const, needles, weight }))
    : Object.entries(frame.names.org).map(([id, name]) => named("firm", id, name, 0));
  return [
    ...frame.tabs.map((id) => named("tab", id, tabNames(id), HEAVY)),
    ...frame.paradigms.map(({ id, name }) => named("paradigm", id, name, HEAVY)),
    ...firms,
    ...Object.entries(frame.names.slot).map(([id, name]) => named("slot", id, name, 0)),
  ];
}

function tabNames(id: string): Name {
  const found = words[`tab.${id}` as keyof typeof words];
  return found ? [found.en, found.zh] : [id, ""];
}

function named(kind: Findings["kind"], id: string, name: Name, weight: number): Findings {
  return { id, name, kind, country: "", needles: needles([...name, id.replaceAll("_", " ")]), weight };
}

/** What choosing it changes of the view: a firm leaves a tie of the network, a paradigm is drawn alone there. */
export function change({ kind, id }: Pick<Findings, "kind" | "id">, tab: string, paradigms: readonly string[]): Change {
  if (kind === "tab") return { tab: id };
  if (kind === "firm") return tab !== "network" && KNOWS_FIRMS.has(tab) ? { firm: id, tab } : { firm: id, tab: "network", "n.tie": null };
  if (kind === "paradigm") {
    const off = tab === "network" ? { "n.paradigm": offText(new Set(paradigms.filter((one) => one !== id))) } : {};
    return { p: id, tab: KNOWS_PARADIGMS.has(tab) ? tab : "ranking", ...off };
  }
  return { tab: "evidence", "e.view": null, "e.slot": id, "e.claim": null, "e.page": null, firm: null };
}

function suggestion(found: Findings): Suggestion & { found: Findings } {
  const shown = nameIn(found.name, found.id);
  const other = lang() === "zh" ? found.name[0] : found.name[1];
  const hint = found.kind === "firm" ? (other && other !== shown.text ? other : found.country) : say(found.kind);
  return { id: `${found.kind}-${found.id}`, text: shown.text, ...(shown.lang && { lang: shown.lang }), hint, found };
}

export function openFinder(app: App): void {
  let all: Promise<Findings[]> | null = null;
  const box = new Combobox({
    id: "find",
    label: () => say("label"),
    // Where there is little room, or no keyboard, no key is named.
    placeholder: () => say(matchMedia("(hover: none), (max-width: 899px)").matches ? "hint.bare" : "hint"),
    suggest: async (text) => {
      const found = matches(await (all ??= findings(app)), text);
      return { items: found.slice(0, SHOWN).map(suggestion), total: found.length };
    },
    choose: ({ found }) => {
      const { tabs, paradigms } = app.frame;
      const chosen = change(found, app.address.get("tab") ?? tabs[0] ?? "", paradigms.map(({ id }) => id));
      app.address.set(chosen, { push: true, again: true });
    },
    none: (text) => say("none", { text }),
    more: (shown, total) => say("more", { shown, total }),
  });
  const place = find("finder");
  const name = (): void => place.setAttribute("aria-label", say("label"));
  name();
  place.append(box.element);
  app.address.listen((changed) => {
    if (!changed.has("lang")) return;
    name();
    box.translate();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    event.preventDefault();
    box.input.focus();
  });
}

function typing(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || ["INPUT", "TEXTAREA", "SELECT"].includes(target.tagName));
}
