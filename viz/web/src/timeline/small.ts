// One small picture per paradigm: its leaders over the years, and who is first in the year of the slider.

import type { App } from "../dossier/app";
import { make, svg } from "../page/dom";
import { speaker } from "../page/words";
import type { History } from "../ranking/data";
import { leaders, lines, standings, yearsOf } from "./series";
import table from "./words.json";

const say = speaker(table);
const WIDTH = 150;
const HEIGHT = 38;
const FEW = 3;

export interface Multiples {
  element: HTMLElement;
  move(year: number): void;
}

export function multiples(app: App, history: History): Multiples {
  const cards = app.frame.paradigms.flatMap(({ id }) => {
    const course = history.paradigms[id];
    if (!course) return [];
    const years = yearsOf(course);
    const [first = 0, last = 1] = [years[0], years.at(-1)];
    const x = (year: number): number => ((year - first) / Math.max(1, last - first)) * WIDTH;
    const found = lines(course, leaders(course, FEW), years);
    const most = Math.max(0.01, ...found.flatMap(({ power }) => power.map((value) => value ?? 0)));
    const picture = svg("svg", { class: "spark", viewBox: `0 0 ${WIDTH} ${HEIGHT}`, "aria-hidden": "true", preserveAspectRatio: "none" });
    found.forEach(({ power }, place) => {
      const points = power.flatMap((value, at) => (value === null ? [] : [`${x(years[at] ?? 0).toFixed(1)},${((1 - value / most) * (HEIGHT - 4) + 2).toFixed(1)}`]));
      picture.append(svg("polyline", { class: `course s${place}`, points: points.join(" ") }));
    });
    const cursor = svg("line", { class: "here", y1: 0, y2: HEIGHT });
    picture.append(cursor);
    const leader = make("span", { class: "leader" });
    const button = make(
      "button",
      {
        type: "button",
        class: "multiple",
        "aria-pressed": String(id === app.paradigm),
        data: { paradigm: id },
        on: { click: () => app.address.set({ p: id }, { push: true }) },
      },
      make("span", { class: "multiple-name" }, app.name("paradigm", id)),
      picture,
      leader,
    );
    const move = (year: number): void => {
      cursor.setAttribute("x1", String(x(year)));
      cursor.setAttribute("x2", String(x(year)));
      const top = standings(course, year)[0];
      leader.textContent = top ? `${app.name("org", top.firm)} ${top.power.toFixed(3)}` : say("nobody");
    };
    return [{ button, move }];
  });
  return {
    element: make("div", { class: "multiples", role: "group", "aria-label": say("paradigms") }, cards.map(({ button }) => button)),
    move: (year) => cards.forEach(({ move }) => move(year)),
  };
}
