// The panel beside the picture: filters with their legend, or the firms as a list.

import { fill, make } from "../page/dom";
import { FirmList } from "./firm_list";
import { Legend } from "./legend";
import type { Net, Piece } from "./net";
import { PathPanel } from "./path_panel";
import { say } from "./texts";

type Side = "filters" | "firms";

export class Panel implements Piece {
  readonly element: HTMLElement;
  readonly #net: Net;
  readonly #legend: Legend;
  readonly #path: PathPanel;
  readonly #firms: FirmList;
  readonly #filters: HTMLElement;
  readonly #switch: Record<Side, HTMLButtonElement>;
  #side: Side = "filters";

  constructor(net: Net) {
    this.#net = net;
    this.#legend = new Legend(net);
    this.#path = new PathPanel(net);
    this.#firms = new FirmList(net);
    this.#filters = make("div", {}, this.#path.element, this.#legend.element);
    this.#switch = { filters: this.#button("filters"), firms: this.#button("firms") };
    const sides = make("div", { class: "sides", role: "group" }, this.#switch.filters, this.#switch.firms);
    this.element = make("aside", { id: net.id("filters"), class: "net-panel" }, sides, this.#filters, this.#firms.element);
    this.#firms.element.hidden = true;
  }

  /** On a narrow screen the panel opens over the picture. */
  toggle(button: HTMLElement): void {
    const open = this.element.classList.toggle("open");
    button.setAttribute("aria-expanded", String(open));
  }

  show(): void {
    const top = this.element.scrollTop;
    this.element.setAttribute("aria-label", say("filters"));
    fill(this.#switch.filters, say("panel.filters"));
    fill(this.#switch.firms, `${say("panel.firms")} · ${this.#net.model.firms().length}`);
    for (const side of ["filters", "firms"] as const) this.#switch[side].setAttribute("aria-pressed", String(side === this.#side));
    this.#filters.hidden = this.#side !== "filters";
    this.#firms.element.hidden = this.#side !== "firms";
    if (this.#side === "filters") this.#legend.show();
    this.#path.show();
    this.#firms.show();
    this.element.scrollTop = top;
  }

  translate(): void {
    this.#path.translate();
  }

  #button(side: Side): HTMLButtonElement {
    return make("button", { id: this.#net.id(`side-${side}`), type: "button", on: { click: () => this.#choose(side) } });
  }

  #choose(side: Side): void {
    this.#side = side;
    this.show();
  }
}
