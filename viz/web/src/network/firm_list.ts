// The firms that are drawn, as a list: the way to them by keyboard, and the picture in words.

import { fill, make } from "../page/dom";
import { htmlLang } from "../page/words";
import { nameIn } from "../page/words";
import type { Firm } from "./graph";
import type { Net, Piece } from "./net";
import { powerBar } from "./power_bar";
import { measureText, paradigmName, say, sayOf } from "./texts";

const STEP = 50;

export class FirmList implements Piece {
  readonly element = make("section", { class: "net-firms" });
  readonly #net: Net;
  #shown = STEP;

  constructor(net: Net) {
    this.#net = net;
    this.element.addEventListener("keydown", (event) => this.#arrow(event));
  }

  show(): void {
    if (this.element.hidden) return;
    const { model } = this.#net;
    const firms = model.firms();
    const shown = firms.slice(0, this.#shown);
    const rest = firms.length - shown.length;
    const scored = ["power", "reach", "lockin"].includes(model.look.size);
    const apart = scored && this.#net.graph.paradigms.filter(({ id }) => !model.look.off.paradigm.has(id)).length > 1;
    const held = document.activeElement instanceof HTMLElement && this.element.contains(document.activeElement) ? document.activeElement.dataset.firm : null;
    fill(
      this.element,
      make("h2", {}, say("firms.list", { measure: sayOf("size", model.look.size) })),
      make("p", { class: "faint" }, say("firms.shown", { shown: shown.length, n: firms.length })),
      apart ? make("p", { class: "faint" }, say("firms.scale")) : null,
      make("ol", {}, shown.map((firm) => make("li", {}, this.#place(firm)))),
      rest > 0 ? make("button", { type: "button", class: "more", on: { click: () => this.#more() } }, say("firms.more", { n: Math.min(STEP, rest) })) : null,
    );
    if (held) this.#buttons().find((button) => button.dataset.firm === held)?.focus();
  }

  #place(firm: Firm): HTMLElement {
    const { model, graph } = this.#net;
    const value = model.measured.values[firm.number] ?? 0;
    const name = nameIn(firm.name, firm.id);
    const where = model.power(firm).paradigm || firm.home;
    return make(
      "button",
      {
        type: "button",
        class: "place",
        data: { firm: firm.id },
        "aria-current": model.look.firm === firm ? "true" : undefined,
        on: {
          click: () => this.#net.choose(firm, { move: true }),
          focus: () => this.#net.hover(firm, null),
          blur: () => this.#net.hover(null, null),
        },
      },
      make("span", { class: "word", lang: name.lang && htmlLang(name.lang) }, name.text),
      make("span", { class: "where" }, where ? paradigmName(graph, where) : ""),
      make("span", { class: "number" }, model.look.size === "none" ? "" : measureText(model.look.size, value)),
      powerBar(value / model.measured.greatest, model.shade.firm(firm)),
    );
  }

  #more(): void {
    const first = this.#shown;
    this.#shown += STEP;
    this.show();
    this.#buttons()[first]?.focus();
  }

  #buttons(): HTMLElement[] {
    return [...this.element.querySelectorAll<HTMLElement>(".place")];
  }

  #arrow(event: KeyboardEvent): void {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    const buttons = this.#buttons();
    const at = buttons.indexOf(document.activeElement as HTMLElement);
    if (at < 0) return;
    event.preventDefault();
    buttons[at + step]?.focus();
  }
}
