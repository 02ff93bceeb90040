// Why a firm's power changed: the three parts of its score that changed most, in words.

import { pathChanges, type PathChange } from "../model/changes";
import { fill, make } from "../page/dom";
import { speaker } from "../page/words";
import type { Piece } from "./piece";
import { shownSide, signed } from "./ranks";
import type { Store } from "./store";
import table from "./words.json";

const say = speaker(table);
const FIRMS = 3;
const PARTS = 3;

export function pathsPart(store: Store): Piece {
  const place = make("section", { class: "whatif-paths" });
  const sync = (): void => {
    const side = shownSide(store);
    const moved = side?.changes.filter((change) => Math.abs(change.change) > 1e-12) ?? [];
    place.hidden = !moved.length;
    if (!side || !moved.length) return;
    // The firm that is looked at, where it is not among the first.
    const looked = moved.slice(FIRMS).filter((change) => change.id === store.app.address.get("firm"));
    fill(
      place,
      make("h3", {}, say("paths")),
      make("p", { class: "faint" }, say("paths.how")),
      [...moved.slice(0, FIRMS), ...looked].map((change) => {
        const parts = pathChanges(side.before, side.after, change.id);
        return make("article", { data: { firm: change.id } }, title(store, change.id, change.change), partList(store, parts));
      }),
    );
  };
  return { element: place, sync };
}

function title(store: Store, id: string, change: number): HTMLElement {
  return make("h4", {}, store.naming.element(id), " ", make("span", { class: change < 0 ? "down" : "up" }, signed(change)));
}

function partList(store: Store, parts: readonly PathChange[]): HTMLElement {
  const rest = parts.slice(PARTS);
  const sum = rest.reduce((total, part) => total + part.change, 0);
  return make(
    "ol",
    {},
    parts.slice(0, PARTS).map((part) => make("li", {}, amount(part.change), make("span", {}, sentence(store, part)))),
    rest.length ? make("li", { class: "faint" }, amount(sum), make("span", {}, say("path.rest", { n: rest.length }))) : null,
  );
}

const amount = (value: number): HTMLElement => make("span", { class: `amount ${value < 0 ? "down" : "up"}` }, signed(value));

/** `OpenAI: cloud (lock-in), by way of OpenAI → Microsoft → TSMC: a tie of this slot was changed`. */
function sentence({ naming }: Store, part: PathChange): (Node | string)[] {
  const kind = part.kind === "indirect" ? indirectly(part, naming.text(part.dependent)) : say(`path.${part.kind}`);
  const way = part.chain.length > 2 ? [" · ", say("path.by", { chain: part.chain.map((id) => naming.text(id)).join(" → ") })] : [];
  return [naming.element(part.dependent), " · ", naming.element(part.slot), " · ", say(`path.${part.facet}`), ...way, " · ", make("em", {}, kind)];
}

function indirectly(part: PathChange, dependent: string): string {
  if (part.facet === "lockin") return say("path.along");
  return say(part.change > 0 ? "path.rests.more" : "path.rests.less", { dependent });
}
