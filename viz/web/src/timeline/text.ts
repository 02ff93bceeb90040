// The lines as a table, for whoever does not see them.

import type { App } from "../dossier/app";
import { reachable } from "../findings/scrolling";
import { make } from "../page/dom";
import { speaker } from "../page/words";
import type { Course } from "../ranking/data";
import { firmName } from "../ranking/names";
import { score } from "../ranking/numbers";
import { lines, yearsOf } from "./series";
import table from "./words.json";

const say = speaker(table);

export function linesTable(app: App, course: Course, firms: readonly string[]): HTMLElement {
  const years = yearsOf(course);
  const found = lines(course, firms, years);
  return reachable(
    say("table"),
    make(
      "table",
      { class: "ranking" },
      make("thead", {}, make("tr", {}, make("th", { scope: "col" }, say("table.year")), firms.map((firm) => make("th", { scope: "col", class: "number" }, firmName(app, firm))))),
      make(
        "tbody",
        {},
        years.flatMap((year, at) =>
          found.some(({ power }) => power[at] !== null)
            ? [make("tr", {}, make("th", { scope: "row" }, String(year)), found.map(({ power }) => make("td", { class: "number" }, score(power[at] ?? null))))]
            : [],
        ),
      ),
    ),
  );
}
