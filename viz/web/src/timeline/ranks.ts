// The ranking of one year, and what is known of how sure it is.

import type { App } from "../dossier/app";
import { reachable } from "../findings/scrolling";
import { make } from "../page/dom";
import { speaker } from "../page/words";
import { verdictBadge } from "../ranking/badge";
import type { Course, Year } from "../ranking/data";
import { firmName, told } from "../ranking/names";
import { interval, percent, score } from "../ranking/numbers";
import { reachOf, whiskers } from "../ranking/pictures";
import { swatch } from "./swatch";
import { standings, type Standing } from "./series";
import table from "./words.json";

const say = speaker(table);
const FEW = 10;

export interface Asked {
  app: App;
  course: Course;
  year: number;
  /** Firms that have a line, in the order of their looks. */
  lined: readonly string[];
  selected: string | null;
  all: boolean;
  choose(firm: string): void;
}

export function yearRanking(asked: Asked): (HTMLElement | null)[] {
  const { app, course, year, all } = asked;
  const found = course.years[year];
  if (!found) return [];
  const places = standings(course, year);
  const head = make("h3", {}, say("ranking", { date: found.asOf }), make("span", { class: "faint" }, ` · ${say("participants", { n: found.n })}`));
  if (!places.length) return [head, make("p", { class: "faint" }, say("empty", { date: found.asOf }))];
  const more = places.length > FEW;
  const button = more && make(
    "button",
    { type: "button", class: "more", on: { click: () => app.address.set({ "t.all": all ? null : 1 }) } },
    all ? say("few", { n: FEW }) : say("all", { n: places.length }),
  ); // prettier-ignore
  return [head, reachable(say("ranking", { date: found.asOf }), listed(asked, all ? places : places.slice(0, FEW), places)), button || null];
}

function listed({ app, course, year, lined, selected, choose }: Asked, shown: readonly Standing[], all: readonly Standing[]): HTMLTableElement {
  const sure = course.sure[year]?.rows;
  const spread = (firm: string) => sure?.[course.firms.indexOf(firm)];
  const end = reachOf(all.map(({ firm, power }) => ({ low: null, mid: power, high: spread(firm)?.[1] ?? null })));
  const heads = ["col.rank", "col.change", "col.firm", "col.power", "col.interval", ...(sure ? (["col.first"] as const) : [])] as const;
  return make(
    "table",
    { class: "ranking year-ranking" },
    make("thead", {}, make("tr", {}, heads.map((key) => make("th", { scope: "col", class: key === "col.firm" || key === "col.change" ? "" : "number" }, say(key))))),
    make("tbody", {}, shown.map((place) => {
      const [low = null, high = null, , , first = null] = spread(place.firm) ?? [];
      const chosen = place.firm === selected;
      return make(
        "tr",
        { class: chosen ? "chosen" : "", data: { firm: place.firm }, on: { click: (event) => {
          if (!(event.target instanceof Element && event.target.closest("button"))) choose(place.firm);
        } } },
        make("td", { class: "number" }, String(place.rank)),
        make("td", { class: "faint" }, changed(place)),
        make("th", { scope: "row" }, make("span", { class: "row-name" }, swatch(lined.indexOf(place.firm)), make("button", { type: "button", class: "firm", "aria-pressed": String(chosen), on: { click: () => choose(place.firm) } }, firmName(app, place.firm)))),
        make("td", { class: "number strong" }, score(place.power)),
        make("td", { class: "picture", title: interval(low, high) }, whiskers({ low, mid: place.power, high }, end, 90)),
        sure && make("td", { class: "number" }, percent(first)),
      );
    })),
  ); // prettier-ignore
}

function changed({ rank, before }: Standing): string {
  if (before === null) return say("change.new");
  if (before === rank) return say("change.same");
  return before > rank ? `↑ ${say("change.up", { k: before - rank })}` : `↓ ${say("change.down", { k: rank - before })}`;
}

/** What is known of how sure the year is: its verdict, or which years have one. */
export function certainty(app: App, course: Course, year: number, choose: (year: number) => void): HTMLElement {
  const sure = course.sure[year];
  if (sure) {
    const verdict = sure.verdict;
    return make(
      "p",
      { class: "verdict" },
      verdict && verdictBadge(verdict.word),
      " ",
      verdict && told(verdict.text),
      make("span", { class: "faint" }, ` ${say("sure", { draws: sure.draws.toLocaleString("en") })}`),
    );
  }
  const years = Object.keys(course.sure);
  return make(
    "p",
    { class: "faint sure-years" },
    say("unsure"),
    years.map((one) => make("button", { type: "button", class: "year-link", on: { click: () => choose(Number(one)) } }, one)),
    " ",
    say("unsure.how", { paradigm: app.paradigm }),
  );
}

/** Whether the year was coded, in words. */
export function coding(course: Course, found: Year | undefined): HTMLElement | null {
  if (!found) return null;
  if (found.coded !== "in") return make("p", { class: "uncoded-note" }, say(`coded.${found.coded}`));
  const coded = Object.entries(course.years).filter(([, year]) => year.coded === "in").map(([year]) => year);
  return make("p", { class: "faint" }, say("coded.in", { from: coded[0], to: coded.at(-1) }));
}
