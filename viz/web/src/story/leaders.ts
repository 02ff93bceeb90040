// The first five of a paradigm with their intervals, beside the network.

import type { App } from "../dossier/app";
import { reachable } from "../findings/scrolling";
import { make } from "../page/dom";
import { speaker } from "../page/words";
import { verdictBadge } from "../ranking/badge";
import { chooser } from "../ranking/chooser";
import type { Ranking } from "../ranking/data";
import { firmName } from "../ranking/names";
import { interval, percent, rankRange, score } from "../ranking/numbers";
import { reachOf, whiskers } from "../ranking/pictures";
import table from "./words.json";

const say = speaker(table);
const FEW = 5;

export function leaders(app: App, rankings: Record<string, Ranking>): (HTMLElement | false)[] {
  const ranking = rankings[app.paradigm];
  const head = chooser(app, (id) => id in rankings);
  if (!ranking) return [head, make("p", { class: "faint" }, say("absent"))];
  const places = ranking.firms.filter(({ power }) => power > 0).slice(0, FEW);
  const end = reachOf(places.map(({ low, power, high }) => ({ low, mid: power, high })));
  const heads = ["col.rank", "col.firm", "col.power", "col.interval", "col.p"] as const;
  return [
    head,
    make(
      "p",
      { class: "verdict" },
      ranking.verdict && verdictBadge(ranking.verdict.word),
      make("span", { class: "faint" }, ` ${say("leaders", { n: ranking.n, date: ranking.asOf })}`),
    ),
    places.length === 0 && make("p", { class: "faint" }, say("nobody", { date: ranking.asOf })),
    places.length > 0 && reachable(
      app.name("paradigm", app.paradigm),
      make(
        "table",
        { class: "ranking" },
        make("thead", {}, make("tr", {}, heads.map((key) => make("th", { scope: "col", class: key === "col.firm" ? "" : "number" }, say(key))))),
        make(
          "tbody",
          {},
          places.map((place) =>
            make(
              "tr",
              { data: { firm: place.id }, on: { click: () => app.address.set({ tab: "ranking", firm: place.id }, { push: true }) } },
              make("td", { class: "number" }, String(place.rank), make("span", { class: "faint" }, rankRange(place) && ` [${rankRange(place)}]`)),
              make("th", { scope: "row" }, make("a", { href: app.address.link({ tab: "ranking", firm: place.id }) }, firmName(app, place.id))),
              make("td", { class: "number strong" }, score(place.power)),
              make("td", { class: "picture", title: interval(place.low, place.high) }, whiskers({ low: place.low, mid: place.power, high: place.high }, end, 110)),
              make("td", { class: "number" }, percent(place.first)),
            ),
          ),
        ),
      ),
    ),
    make("p", {}, make("a", { class: "button", href: app.address.link({ tab: "ranking", firm: null }) }, say("whole", { n: ranking.firms.length }))),
  ];
}
