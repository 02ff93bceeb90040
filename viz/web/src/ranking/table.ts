// The ranking as a table: numbers, and beside them their intervals drawn.

import type { App } from "../dossier/app";
import { make } from "../page/dom";
import { speaker } from "../page/words";
import type { Place } from "./data";
import { firmName } from "./names";
import { interval, percent, rankRange, score } from "./numbers";
import type { Order } from "./order";
import { reachOf, whiskers } from "./pictures";
import table from "./words.json";

const say = speaker(table);

export interface Shown {
  places: readonly Place[];
  /** All firms of the ranking: the axis of the intervals holds them whatever is searched for. */
  all: readonly Place[];
  order: Order;
  selected: string | null;
  caption: string;
  choose(firm: string): void;
  sort(order: Order): void;
}

/** A head that sorts where `order` is given; `term` makes its word explain itself. */
function head(app: App, shown: Shown, key: keyof typeof table, order?: Order, term?: string): HTMLElement {
  const name = term ? app.term(term, say(key)) : say(key);
  if (!order) return make("th", { scope: "col" }, name);
  const chosen = shown.order === order;
  return make(
    "th",
    { scope: "col", class: "number", "aria-sort": chosen ? (order === "sourced" ? "ascending" : "descending") : "none" },
    name,
    make(
      "button",
      {
        type: "button",
        class: "sorter",
        "aria-label": `${say("sort")}: ${say(`order.${order}`)}`,
        data: { order },
        on: { click: () => shown.sort(order) },
      },
      chosen ? (order === "sourced" ? "▲" : "▼") : "⇅",
    ),
  );
}

export function rankingTable(app: App, shown: Shown): HTMLTableElement {
  const end = reachOf(shown.all.map(({ low, power, high }) => ({ low, mid: power, high })));
  return make(
    "table",
    { class: "ranking" },
    make("caption", { class: "sr" }, shown.caption),
    make(
      "thead",
      {},
      make(
        "tr",
        {},
        make("th", { scope: "col", class: "number" }, say("col.rank")),
        make("th", { scope: "col", class: "number" }, app.term("plausibility_interval", say("col.ranks"))),
        make("th", { scope: "col" }, say("col.firm")),
        head(app, shown, "col.power", "power", "definition_power"),
        make("th", { scope: "col", colspan: 2 }, app.term("plausibility_interval", say("col.interval"))),
        head(app, shown, "col.first", "first", "p_first"),
        head(app, shown, "col.reach", "reach", "reach"),
        head(app, shown, "col.lockin", "lockin", "lock_in"),
        head(app, shown, "col.degree", "degree"),
        head(app, shown, "col.sourced", "sourced"),
      ),
    ),
    make("tbody", {}, shown.places.map((place) => row(app, shown, place, end))),
  );
}

function row(app: App, shown: Shown, place: Place, end: number): HTMLElement {
  const chosen = place.id === shown.selected;
  const number = (text: string): HTMLElement => make("td", { class: "number" }, text);
  return make(
    "tr",
    {
      class: chosen ? "chosen" : "",
      data: { firm: place.id },
      on: {
        click: (event) => {
          if (!(event.target instanceof Element && event.target.closest("button"))) shown.choose(place.id);
        },
      },
    },
    number(String(place.rank)),
    number(rankRange(place)),
    make(
      "th",
      { scope: "row" },
      make(
        "button",
        { type: "button", class: "firm", "aria-expanded": String(chosen), "aria-controls": "explained", on: { click: () => shown.choose(place.id) } },
        firmName(app, place.id),
      ),
    ),
    make("td", { class: "number strong" }, score(place.power)),
    make("td", { class: "picture" }, whiskers({ low: place.low, mid: place.power, high: place.high }, end, 120)),
    number(interval(place.low, place.high)),
    number(percent(place.first)),
    number(score(place.reach)),
    number(score(place.lockin)),
    number(String(place.degree)),
    make("td", { class: "number" }, place.sourcedRank === null ? "–" : String(place.sourcedRank), moved(place)),
  );
}

/** Whether the rank is another one without the claims that name no source: said by an arrow and in words. */
function moved(place: Place): HTMLElement | null {
  if (place.sourcedRank === null || place.sourcedRank === place.rank || place.power === 0) return null;
  const up = place.sourcedRank < place.rank;
  const words = say(up ? "moved.up" : "moved.down", { rank: place.rank });
  return make("span", { class: "moved", title: words, role: "img", "aria-label": words }, up ? " ↑" : " ↓");
}
