// What the file does not hold is said above everything, and stays; a tab that it would belong to says it too.

import { fill, find, make } from "../page/dom";
import { nameIn, speaker } from "../page/words";
import type { App } from "./app";
import type { LeftOut } from "./frame";
import table from "./words.json";

const say = speaker(table);

function sentence({ what, why }: LeftOut): string {
  return `${nameIn(what, "").text}${say("colon")}${nameIn(why, "").text}`;
}

function offer(): (HTMLElement | string)[] {
  const [before, after] = say("left.out.served").split("{command}");
  return [before ?? "", make("code", {}, "definer dossier --serve"), after ?? ""];
}

export function tellLeftOut({ frame }: App): void {
  const place = find("left-out");
  place.hidden = frame.leftOut.length === 0;
  place.setAttribute("aria-label", say("left.out"));
  if (place.hidden) return;
  const parts = frame.leftOut.map((one) => make("li", {}, sentence(one)));
  fill(place, make("strong", {}, say("left.out")), make("ul", {}, parts), make("p", {}, offer()));
}

/** What stands in a tab's place where a block that it needs was left out. */
export function instead({ frame }: App, missing: readonly string[]): HTMLElement {
  const reasons = frame.leftOut.filter(({ blocks }) => blocks.some((name) => missing.includes(name)));
  return make(
    "div",
    { class: "notice", role: "note" },
    make("p", {}, make("strong", {}, say("left.out.tab"))),
    reasons.map((one) => make("p", {}, sentence(one))),
    make("p", {}, offer()),
  );
}
