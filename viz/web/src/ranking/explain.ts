// Why a firm has its score: parts that sum to it, by slot, by tie and by participant.

import { make } from "../page/dom";
import { speaker } from "../page/words";
import { verdictBadge } from "./badge";
import type { Person, Slice } from "./data";
import { firmName, slotName } from "./names";
import { interval, percent, rankRange, score } from "./numbers";
import { parts } from "./pictures";
import { tieDetails, tieName, type Context } from "./tie";
import table from "./words.json";

const say = speaker(table);
const BAR = 110;

export interface Panel extends Context {
  /** Id of the tie that is open. */
  open: string | null;
  close(): void;
  toggle(tie: string, open: boolean): void;
}

export function explanation(panel: Panel): HTMLElement[] {
  const { explained } = panel;
  if (!explained.power) return [head(panel), make("p", {}, say("powerless"))];
  return [head(panel), ...numbers(panel), slots(panel), ties(panel), people(panel)];
}

function head({ app, firm, paradigm, ranking, close }: Panel): HTMLElement {
  const verdict = ranking.verdict;
  return make(
    "header",
    { class: "explained-head" },
    make("h3", { id: "explained-title", tabIndex: -1 }, firmName(app, firm)),
    verdict?.firm === firm && verdictBadge(verdict.word),
    make("span", { class: "spring" }),
    make("a", { class: "button", href: app.address.link({ tab: "network", firm, p: paradigm }) }, say("to.network")),
    make("a", { class: "button", href: app.address.link({ tab: "timeline", firm, p: paradigm }) }, say("to.timeline")),
    make("button", { type: "button", on: { click: close } }, say("close")),
  );
}

function numbers({ app, explained, place, ranking }: Panel): HTMLElement[] {
  const [w, v] = explained.weights;
  const words = { power: score(explained.power), w, v, reach: score(explained.reach), lockin: score(explained.lockin) };
  const ranks = rankRange(place);
  return [
    make(
      "p",
      {},
      say("place", { rank: place.rank, firms: ranking.firms.length }),
      ranks ? say("place.ranks", { ranks, p: percent(place.first) }) : "",
    ),
    make("p", { class: "formula" }, app.term("definition_power"), " ", say("formula", words), " ", span(interval(place.low, place.high))),
    make(
      "p",
      { class: "legend" },
      make("span", { class: "key reach", "aria-hidden": "true" }),
      app.term("reach", say("facet.reach")),
      make("span", { class: "key lockin", "aria-hidden": "true" }),
      app.term("lock_in", say("facet.lockin")),
    ),
  ];
}

function span(text: string): HTMLElement | null {
  return text ? make("span", { class: "faint" }, `[${text}]`) : null;
}

function section(key: "slot" | "tie" | "person", ...children: (Node | null)[]): HTMLElement {
  return make(
    "section",
    { class: `parts-of by-${key}` },
    make("h4", {}, say(`by.${key}`)),
    make("p", { class: "faint" }, say(`by.${key}.how`)),
    ...children,
  );
}

function slots({ app, explained }: Panel): HTMLElement {
  const end = Math.max(...explained.slots.map(total));
  const rows = explained.slots.map((slice) => part(slotName(app, slice[0]), slice, end, explained.power));
  return section("slot", make("ul", { class: "bars" }, rows, sum(explained.power)));
}

function ties(panel: Panel): HTMLElement {
  const { explained } = panel;
  const end = Math.max(...explained.ties.map(total));
  const rows = explained.ties.map((slice) => tieRow(panel, slice, end));
  return section("tie", make("ul", { class: "bars" }, rows, left(explained.tiesLeft), sum(explained.power)));
}

function tieRow(panel: Panel, slice: Slice, end: number): HTMLElement {
  const [id] = slice;
  const details = make(
    "details",
    { open: panel.open === id, data: { tie: id } },
    make("summary", {}, bar(tieName(panel, id), slice, end, panel.explained.power)),
  );
  const filled = (): void => {
    if (details.open && details.childElementCount === 1) details.append(tieDetails(panel, id));
  };
  filled();
  details.addEventListener("toggle", () => {
    filled();
    panel.toggle(id, details.open);
  });
  return make("li", {}, details);
}

function people({ app, explained, firm }: Panel): HTMLElement {
  const end = Math.max(...explained.people.map(total));
  const rows = explained.people.map((person) => {
    const [id, reach, lockin, slot, chain] = person;
    const name = make("span", {}, firmName(app, id), id === firm ? make("span", { class: "faint" }, ` (${say("own")})`) : null);
    const item = part(name, [id, reach, lockin], end, explained.power);
    const way = route(app, person);
    if (slot) item.append(make("p", { class: "faint way" }, say("binding", { slot: app.name("slot", slot) }), way && chain.length > 2 ? `; ${way}` : ""));
    return item;
  });
  return section("person", make("ul", { class: "bars" }, rows, left(explained.peopleLeft), sum(explained.power)));
}

function route(app: Panel["app"], [, , , , chain]: Person): string {
  const middle = chain.slice(1, -1).map((id) => app.name("org", id));
  return middle.length ? say("through", { chain: middle.join(" → ") }) : "";
}

function part(name: HTMLElement, slice: Slice, end: number, power: number): HTMLElement {
  return make("li", {}, bar(name, slice, end, power));
}

function bar(name: HTMLElement, slice: Slice, end: number, power: number): HTMLElement {
  const [, reach, lockin] = slice;
  const value = total(slice);
  const spoken = `${say("facet.reach")} ${reach.toFixed(4)}, ${say("facet.lockin")} ${lockin.toFixed(4)}`;
  return make(
    "span",
    { class: "bar-row", title: spoken },
    make("span", { class: "bar-name" }, name),
    parts(reach, lockin, end, BAR),
    make("span", { class: "bar-value" }, value.toFixed(4)),
    make("span", { class: "bar-share faint" }, percent(value / power)),
  );
}

function left([n, value]: readonly [number, number]): HTMLElement | null {
  if (!n) return null;
  return make("li", { class: "bar-row" }, make("span", { class: "bar-name faint" }, say("left", { n })), make("span", { class: "gap" }), make("span", { class: "bar-value" }, value.toFixed(4)), make("span", {}));
}

function sum(power: number): HTMLElement {
  return make("li", { class: "bar-row sum" }, make("span", { class: "bar-name" }, say("sum")), make("span", { class: "gap" }), make("span", { class: "bar-value" }, power.toFixed(4)), make("span", { class: "bar-share faint" }, "100%"));
}

function total(slice: readonly [unknown, number, number, ...unknown[]]): number {
  return slice[1] + slice[2];
}
