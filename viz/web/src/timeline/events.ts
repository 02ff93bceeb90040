// Definition events of a paradigm: what was set, when, by whom, and who says so.

import type { App } from "../dossier/app";
import { make } from "../page/dom";
import { speaker } from "../page/words";
import { evidenceBadge } from "../ranking/badge";
import type { DefinitionEvent } from "../ranking/data";
import { firmName, named } from "../ranking/names";
import { sourceList } from "../network/sources";
import table from "./words.json";

const say = speaker(table);

export function eventList(app: App, events: readonly DefinitionEvent[], year: number, choose: (year: number) => void): HTMLElement {
  if (!events.length) return make("div", { class: "event-list" }, make("p", { class: "faint" }, say("events.none")));
  return make(
    "div",
    { class: "event-list" },
    make("p", { class: "faint" }, say("events.how", { n: events.length, year })),
    make("ol", {}, events.map((event) => item(app, event, year, choose))),
  );
}

function item(app: App, event: DefinitionEvent, year: number, choose: (year: number) => void): HTMLElement {
  const when = Number(event.date.slice(0, 4));
  const look = when === year ? "now" : when > year ? "later" : "";
  return make(
    "li",
    { class: look },
    make("button", { type: "button", class: "year-link", on: { click: () => choose(when) } }, event.date),
    make(
      "details",
      {},
      make("summary", {}, named(event.name, event.id)),
      make("p", {}, event.orgs.flatMap((org, place) => [place ? ", " : "", firmName(app, org)]), " ", evidenceBadge(event.evidence)),
      event.note && make("p", { class: "faint" }, event.note),
      sourceList(event.sources, event.evidence),
    ),
  );
}
