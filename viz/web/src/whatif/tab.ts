// The what-if tab: on the left what may be supposed, on the right what that changes.

import type { App } from "../dossier/app";
import type { Tab, View } from "../dossier/tab";
import type { ModelBlock } from "../model/world";
import { fill, make } from "../page/dom";
import { speaker } from "../page/words";
import { changesList } from "./changes_list";
import { countsPart } from "./counts";
import { COMMAND, download, fileTools } from "./files";
import { finder } from "./finder";
import { pathsPart } from "./paths";
import type { Piece } from "./piece";
import { pointsPanel } from "./points";
import { countsCohorts, ranksTable, shownSide } from "./ranks";
import { Store } from "./store";
import { tiesPanel } from "./ties";
import table from "./words.json";

const say = speaker(table);

export const whatif: Tab = {
  id: "whatif",
  open: async (place, app) => {
    const block = app.hasBlock("model") ? await app.block<ModelBlock>("model") : null;
    if (!block || !Object.keys(block.paradigms).length) {
      const tell = (): void => fill(place, make("p", { class: "notice" }, say("absent")));
      tell();
      return { update: tell };
    }
    return new WhatIf(place, app, block);
  },
};

class WhatIf implements View {
  readonly #store: Store;
  readonly #place: HTMLElement;
  #pieces: Piece[] = [];

  constructor(place: HTMLElement, app: App, block: ModelBlock) {
    this.#place = place;
    this.#store = new Store(app, block);
    this.#draw();
  }

  update(changed: ReadonlySet<string>): void {
    if (changed.has("w") || changed.has("p")) this.#store.read();
    const redraw = changed.has("lang") || (changed.has("p") && !changed.has("w")) || this.#place.dataset["paradigm"] !== this.#store.paradigm || changed.has("w.s");
    if (redraw) this.#draw();
    else if ([...changed].some((key) => key === "w" || key.startsWith("w.") || key === "firm")) this.#sync();
  }

  #sync(): void {
    for (const piece of this.#pieces) piece.sync();
  }

  #draw(): void {
    const store = this.#store;
    const focused = this.#place.contains(document.activeElement) ? (document.activeElement?.id ?? "") : "";
    this.#place.dataset["paradigm"] = store.paradigm;
    const said = make("div", { class: "whatif-said", role: "status" });
    const left = this.#left();
    const right: Piece[] = [this.#label(), changesList(store), ranksTable(store), pathsPart(store), countsPart(store)];
    const tools = this.#tools(said);
    this.#pieces = [tools, ...left, ...right];
    fill(
      this.#place,
      make(
        "div",
        { class: "whatif" },
        make("header", { class: "whatif-head" }, this.#title(), tools.element, said),
        make("section", { class: "whatif-left", "aria-label": say("section") }, left.map((piece) => piece.element)),
        make("section", { class: "whatif-right" }, right.map((piece) => piece.element)),
      ),
    );
    this.#sync();
    if (focused) document.getElementById(focused)?.focus();
  }

  #title(): HTMLElement {
    const store = this.#store;
    const paradigms = make(
      "div",
      { class: "chooser", role: "group", "aria-label": store.app.term("paradigm").textContent ?? "" },
      Object.keys(store.block.paradigms).map((id) =>
        make("button", { type: "button", id: `whatif-p-${id}`, "aria-pressed": String(id === store.paradigm), data: { paradigm: id }, on: { click: () => id !== store.paradigm && store.choose(id) } }, store.naming.paradigm(id)),
      ),
    );
    return make(
      "div",
      { class: "whatif-title" },
      make("h2", {}, say("title", { paradigm: store.naming.paradigm(store.paradigm), date: store.block.day })),
      make("p", { class: "faint" }, say("lead")),
      paradigms,
    );
  }

  #tools(said: Element): Piece {
    const store = this.#store;
    const undo = make("button", { type: "button", id: "whatif-undo", on: { click: () => store.undo() } }, say("undo"));
    const reset = make("button", { type: "button", id: "whatif-reset", on: { click: () => store.set([]) } }, say("reset"));
    const saved = make("button", { type: "button", id: "whatif-save", class: "primary", on: { click: () => download(store, said) } }, say("save"));
    const name = make("input", {
      id: "whatif-title", type: "text", maxLength: 300, placeholder: say("name"), "aria-label": say("name"),
      value: store.app.address.get("w.t") ?? "",
      on: { change: () => store.app.address.set({ "w.t": name.value.trim() }) },
    }); // prettier-ignore
    const element = make("div", { class: "whatif-tools" }, fileTools(store, said), name, saved, undo, reset);
    const sync = (): void => {
      const none = !store.operations.length;
      saved.disabled = none || !store.outcome;
      reset.disabled = none && !store.badLink;
      undo.disabled = !store.canUndo;
      name.hidden = none;
    };
    return { element, sync };
  }

  #left(): Piece[] {
    const store = this.#store;
    const { address } = store.app;
    const section = address.get("w.s") === "points" ? "points" : "ties";
    const tabs = make(
      "div",
      { class: "chooser", role: "group", "aria-label": say("section") },
      (["ties", "points"] as const).map((id) =>
        make("button", { type: "button", id: `whatif-s-${id}`, "aria-pressed": String(id === section), on: { click: () => address.set({ "w.s": id === "ties" ? null : id }) } }, say(`section.${id}`)),
      ),
    );
    const head: Piece = { element: make("div", { class: "whatif-suppose" }, make("h3", {}, say("suppose")), tabs), sync: () => undefined };
    if (section === "points") return [head, pointsPanel(store)];
    const search = finder(store, ({ firm, tie }) => address.set({ firm, "w.o": tie ?? null }, { push: true }));
    return [head, { element: search.element, sync: () => undefined }, tiesPanel(store)];
  }

  /** What the numbers on the right are: of a supposition, as points, against the base. */
  #label(): Piece {
    const store = this.#store;
    const place = make("div", { class: "whatif-label" });
    const sync = (): void => {
      const side = shownSide(store);
      place.hidden = !side;
      if (!side) return;
      const supposed = store.operations.length > 0;
      const [before, after] = [side.before.n, side.after.n];
      const about = store.outcome?.aboutCohorts ?? false;
      const box = make("input", {
        type: "checkbox", id: "whatif-cohorts", checked: countsCohorts(store.app.address.get("w.c"), about),
        on: { change: () => store.app.address.set({ "w.c": box.checked === about ? null : box.checked ? 1 : 0 }) },
      }); // prettier-ignore
      const focused = document.activeElement?.id === "whatif-cohorts";
      fill(
        place,
        supposed ? make("strong", {}, say("label")) : null,
        make("p", {}, compared(store, supposed, before, after)),
        supposed ? make("p", { class: "faint" }, say("points.only"), " ", make("code", {}, COMMAND), ".") : null,
        store.outcome?.cohorts ? make("label", { class: "check" }, box, " ", say("cohorts")) : null,
        about && supposed ? make("p", { class: "faint" }, say("cohorts.about")) : null,
        make("p", { class: "faint" }, say("from", { claims: store.block.claims || "–", date: store.block.day, spec: store.block.spec.id })),
      );
      place.classList.toggle("supposed", supposed);
      if (focused) box.focus();
    };
    return { element: place, sync };
  }
}

function compared({ block }: Store, supposed: boolean, before: number, after: number): string {
  if (!supposed) return say("base.text", { n: before });
  return before === after ? say("label.text", { date: block.day, n: before }) : say("label.n", { date: block.day, before, after });
}
