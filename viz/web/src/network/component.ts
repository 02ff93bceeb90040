// The network as a whole, wherever it stands: a tab of the dossier, a page of its own, or small inside another tab.

import type { App } from "../dossier/app";
import type { View } from "../dossier/tab";
import type { Change } from "../page/address";
import type { Combobox } from "../page/combobox";
import { fill, make } from "../page/dom";
import { DrawerBox } from "./drawer_box";
import { loadGraph, type Graph } from "./graph";
import { nothing, tieText } from "./look";
import { Model } from "./model";
import type { Net, Piece } from "./net";
import { Panel } from "./panel";
import { savePng } from "./picture";
import type { Firm, Tie } from "./records";
import { drawing } from "./renderer";
import { firmField } from "./search";
import { Slider } from "./slider";
import { Stage } from "./stage";
import { State } from "./state";
import type { Surface } from "./surface";
import { say, type Key } from "./texts";
import { saveSvg } from "./vector";

export interface Options {
  /** Only the picture, with a way to the whole. */
  compact?: boolean;
  /** How many firms are drawn at most: the largest. */
  limit?: number;
  /** What stands before the network's own keys in the address, and before the ids of its elements. */
  prefix?: string;
  ids?: string;
  /** A field of its own to look for firms in, and the key "/" for it: where nothing around it has one. */
  search?: boolean;
  /** What a page of its own puts before and after the tools. */
  lead?: Node;
  tail?: readonly Node[];
}

let count = 0;

export async function openNetwork(place: HTMLElement, app: App, options: Options = {}): Promise<NetworkView> {
  const view = new NetworkView(app, await loadGraph(app), options);
  place.append(view.element);
  view.start();
  return view;
}

export class NetworkView implements View, Net {
  readonly element: HTMLElement;
  readonly app: App;
  readonly graph: Graph;
  readonly model: Model;
  readonly stops: readonly string[];
  readonly stage: Stage;
  readonly #state: State;
  readonly #options: Options;
  readonly #ids: string;
  readonly #prefix: string;
  readonly #pieces: Piece[] = [];
  readonly #drawer: DrawerBox;
  readonly #search: Combobox | null;
  readonly #buttons: (readonly [HTMLButtonElement, Key, Key])[] = [];
  readonly #calm = matchMedia("(prefers-reduced-motion: reduce)");
  #surface: Surface | null = null;
  #move = true;

  constructor(app: App, graph: Graph, options: Options) {
    const compact = options.compact ?? false;
    count += 1;
    this.app = app;
    this.graph = graph;
    this.#options = options;
    this.#ids = options.ids ?? (compact ? `net${count}-` : "n-");
    this.#prefix = options.prefix ?? "n.";
    this.stops = app.frame.stops;
    this.#state = new State(app, this.#prefix, compact);
    this.model = new Model(graph, this.#state.look(graph), options.limit);
    this.stage = new Stage(this, { zoom: !compact });
    this.#drawer = new DrawerBox(this);
    this.#search = options.search ? firmField(this, { id: "search", label: "search", hint: "search.hint", choose: (firm) => this.choose(firm, { move: true }) }) : null;
    this.element = compact ? this.#small() : this.#whole();
  }

  get surface(): Surface {
    if (!this.#surface) throw new Error("the network is not drawn yet");
    return this.#surface;
  }

  id(name: string): string {
    return this.#ids + name;
  }

  /** The element is in its place and has a size. */
  start(): void {
    const { clientWidth: width, clientHeight: height } = this.stage.canvas;
    this.model.turned = height > width * 1.2;
    const hooks = {
      pick: (firm: Firm | null, tie: Tie | null) => (tie ? this.chooseTie(tie) : this.choose(firm)),
      hover: (firm: Firm | null, tie: Tie | null) => this.hover(firm, tie),
    };
    const drawn = drawing(this.stage.canvas, this.model, hooks, this.app.address.get(`${this.#prefix}draw`));
    this.#surface = drawn.surface;
    this.stage.remark = drawn.remark;
    for (const piece of this.#pieces) piece.show();
    requestAnimationFrame(() => {
      drawn.surface.fit();
      if (this.model.look.firm) this.#moveTo(this.model.look.firm);
    });
  }

  update(changed: ReadonlySet<string>): void {
    if (changed.has("at")) this.#state.settle();
    if (changed.has("lang")) this.#translate();
    const before = this.model.look.firm;
    this.#refresh();
    if (changed.has(`${this.#prefix}paradigm`)) this.surface.fit();
    const { firm } = this.model.look;
    if (firm && (firm !== before || changed.has("firm")) && this.#move) this.#moveTo(firm);
    this.#move = true;
  }

  set(change: Change): void {
    this.#state.set(change);
    if (this.#options.compact) this.#refresh();
  }

  goTo(date: string): void {
    if (!date) return;
    this.#state.goTo(date);
    this.#refresh();
  }

  choose(firm: Firm | null, { move = false } = {}): void {
    if (this.#options.compact) {
      if (firm) this.app.address.set({ tab: "network", firm: firm.id }, { push: true });
      return;
    }
    if (firm && firm === this.model.look.firm && move) this.#moveTo(firm);
    this.#move = move;
    this.set({ firm: firm?.id, tie: null, ...(firm ? {} : { only: null }) });
    this.#move = true;
  }

  chooseTie(tie: Tie | null): void {
    if (this.#options.compact) return;
    this.set({ firm: null, tie: tie ? tieText(tie) : null });
  }

  hover(firm: Firm | null, tie: Tie | null): void {
    if (this.model.hoverFirm === firm && this.model.hoverTie === tie) return;
    this.model.hoverFirm = firm;
    this.model.hoverTie = tie;
    this.stage.tell(firm, tie);
    this.#surface?.redraw();
  }

  announce(text: string): void {
    this.stage.announce(text);
  }

  #moveTo(firm: Firm): void {
    const { x, y } = this.#drawer.covered(this.stage.canvas);
    this.surface.moveTo(this.model.place(firm), { least: 1.6, offset: { x: -x / 2, y: -y / 2 }, calm: this.#calm.matches });
  }

  #refresh(): void {
    this.model.follow(this.#state.look(this.graph));
    this.#surface?.paint();
    for (const piece of this.#pieces) piece.show();
  }

  #translate(): void {
    this.#search?.translate();
    for (const piece of this.#pieces) piece.translate?.();
    for (const [button, text, title] of this.#buttons) {
      fill(button, say(text));
      button.title = say(title);
    }
  }

  #small(): HTMLElement {
    this.#pieces.push(this.stage);
    const open = this.#button("open", "open.tab", "open.tab", () => this.app.address.set({ tab: "network" }, { push: true }));
    return make("div", { class: "net compact" }, this.stage.element, open);
  }

  #whole(): HTMLElement {
    const panel = new Panel(this);
    const slider = new Slider(this);
    this.#pieces.push(this.stage, panel, slider, this.#drawer);
    const filters = this.#button("open-filters", "filters", "filters", () => panel.toggle(filters));
    filters.setAttribute("aria-controls", panel.element.id);
    filters.setAttribute("aria-expanded", "false");
    const tools = make(
      "div",
      { class: "net-tools" },
      filters,
      this.#button("reset", "reset", "reset.hint", () => this.#reset(slider)),
      this.#button("picture", "picture", "picture.hint", () => savePng(this)),
      this.#button("svg", "svg", "svg.hint", () => saveSvg(this)),
      this.#options.tail ?? [],
    );
    const search = this.#search && make("div", { class: "search", role: "search" }, this.#search.element);
    const bar = make("div", { class: "net-bar" }, this.#options.lead ?? null, search, tools);
    const element = make("div", { class: "net" }, bar, make("div", { class: "net-main" }, panel.element, this.stage.element, this.#drawer.element), slider.element);
    document.addEventListener("keydown", (event) => this.#key(event));
    return element;
  }

  #button(id: string, text: Key, title: Key, act: () => void): HTMLButtonElement {
    const button = make("button", { id: this.id(id), type: "button", title: say(title), on: { click: act } }, say(text));
    this.#buttons.push([button, text, title]);
    return button;
  }

  #reset(slider: Slider): void {
    slider.stop();
    this.#state.settle();
    this.set(nothing(""));
    this.#refresh();
    this.surface.fit();
  }

  /** Keys that work wherever the focus is, as long as the network is seen. */
  #key(event: KeyboardEvent): void {
    if (event.defaultPrevented || !this.element.checkVisibility()) return;
    const { look } = this.model;
    if (event.key === "Escape" && (look.firm ?? look.tie)) this.choose(null);
    const writing = event.target instanceof HTMLElement && event.target.closest("input, textarea, select, [contenteditable]");
    if (event.key !== "/" || writing || !this.#search) return;
    event.preventDefault();
    this.#search.input.focus();
  }
}
