// What is supposed, in its order, each change to be taken back.

import type { Operation } from "../model/document";
import { faultText } from "../model/faults";
import { fill, make } from "../page/dom";
import { nameIn, speaker } from "../page/words";
import { describe } from "./describe";
import { isRemoval, withRefill } from "./edits";
import type { Piece } from "./piece";
import type { Store } from "./store";
import table from "./words.json";

const say = speaker(table);

export function changesList(store: Store): Piece {
  const place = make("section", { class: "whatif-changes", "aria-labelledby": "whatif-changes" });
  const sync = (): void => {
    const focused = document.activeElement?.id ?? "";
    fill(
      place,
      make("h3", { id: "whatif-changes", tabIndex: -1 }, say("changes")),
      faults(store),
      store.operations.length ? make("ol", {}, store.operations.map((one, at) => row(store, one, at))) : make("p", { class: "faint" }, say("changes.none")),
      source(store),
    );
    // The row that had the focus may be gone: the list's title takes it.
    if (focused.startsWith("whatif-change-")) (document.getElementById(focused) ?? document.getElementById("whatif-changes"))?.focus();
  };
  return { element: place, sync };
}

function row(store: Store, operation: Operation, at: number): HTMLElement {
  const step = store.outcome?.applied.steps[at];
  const remove = make(
    "button",
    {
      type: "button", class: "small", id: `whatif-change-${at}`, "aria-label": say("changes.remove", { n: at + 1 }),
      on: { click: () => store.set(store.operations.filter((_, place) => place !== at)) },
    },
    "×",
  ); // prettier-ignore
  const effect = !step ? "" : step.warning ? store.naming.word(`warning.${step.warning}`) : step.holdings ? store.naming.word("warning.control") : say("changes.ties", { n: step.ties.length });
  return make(
    "li",
    { data: { op: operation.op } },
    make("span", { class: "change-text" }, describe(operation, store.paradigm, store.naming)),
    make("span", { class: step?.warning ? "warn" : "faint" }, effect),
    isRemoval(operation) ? refill(store, operation.refill ?? "unnamed", at) : null,
    remove,
  );
}

function refill(store: Store, now: "unnamed" | "rivals", at: number): HTMLElement {
  const choose = make(
    "select",
    {
      id: `whatif-change-refill-${at}`, "aria-label": say("changes.refill", { n: at + 1 }),
      on: { change: () => store.set(withRefill(store.operations, at, choose.value === "rivals" ? "rivals" : "unnamed")) },
    },
    (["unnamed", "rivals"] as const).map((one) => make("option", { value: one, selected: one === now }, store.naming.word(`refill.${one}`))),
  ); // prettier-ignore
  return choose;
}

function faults(store: Store): HTMLElement | null {
  if (store.circle) return make("p", { class: "fault", role: "alert" }, say("fault.circle"));
  if (!store.faults.length) return null;
  const items = store.faults.map((one) => make("li", {}, faultText(one, store.block.faults)));
  return make("div", { class: "fault", role: "alert" }, make("p", {}, say(store.badLink ? "fault.link" : "faults")), make("ul", {}, items));
}

/** What an opened file says of itself, as text. */
function source({ document: opened, naming }: Store): HTMLElement | null {
  if (!opened) return null;
  const { title, note, status } = opened;
  const texts = [status?.because, note].filter((one) => one !== undefined);
  return make(
    "details",
    { class: "source" },
    make("summary", {}, nameIn([title.en, title.zh], "").text),
    make("p", { class: "faint" }, naming.word(status?.verified ? "status.verified" : "status.unverified")),
    texts.map(({ en, zh }) => make("p", { class: "faint" }, nameIn([en, zh], "").text)),
  );
}
