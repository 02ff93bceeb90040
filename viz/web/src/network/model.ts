// One view of the graph: what is chosen, what of it is drawn, and how large, where and in what colour.

import type { Graph } from "./graph";
import type { Look } from "./look";
import { measure, powerOf, radius, type Measured } from "./measures";
import type { Era, Firm, Tie } from "./records";
import { shortestPath, type Step } from "./path";
import { Shade } from "./shade";
import { neighbourhood, survey, tieCount, visibleTies, type Scene } from "./visibility";

export interface Point {
  x: number;
  y: number;
}

export class Model {
  readonly graph: Graph;
  readonly shade: Shade;
  look: Look;
  scene: Scene;
  measured: Measured;
  /** What the pointer or the keyboard is on. */
  hoverFirm: Firm | null = null;
  hoverTie: Tie | null = null;
  /** Firms in focus, and ties in focus; null where nothing is chosen and all stands in front. */
  focus: ReadonlySet<Firm> | null = null;
  focusTies: readonly Tie[] = [];
  /** The path asked for; null where there is none, undefined where none was asked for. */
  path: Step[] | null | undefined;
  /** On a tall stage the picture lies on its side: time runs down instead of to the right. */
  turned = false;
  /** How many firms may be drawn at most: the strongest of them. */
  limit = Infinity;
  readonly #pins = new Map<Firm, Point | null>();
  #kept: ReadonlySet<number> | null = null;
  #order: Firm[] | null = null;
  #tieCount = 0;

  constructor(graph: Graph, look: Look, limit = Infinity) {
    this.graph = graph;
    this.limit = limit;
    this.shade = new Shade(graph, this);
    this.look = look;
    this.scene = survey(graph, look);
    this.measured = measure(graph, look, this.scene);
    this.follow(look);
  }

  follow(look: Look): void {
    this.look = look;
    this.scene = survey(this.graph, look);
    this.measured = measure(this.graph, look, this.scene);
    this.#pins.clear();
    for (const { firm, at } of look.pins) this.#pins.set(firm, at);
    this.#order = null;
    this.#tieCount = tieCount(this.scene);
    this.#keepStrongest();
    this.path = look.from && look.to ? shortestPath(this.scene, look.from, look.to, look.directed) : undefined;
    this.#refocus();
    this.#order = null;
    this.shade.renew();
  }

  place(firm: Firm): Point {
    const pinned = this.#pins.get(firm);
    if (pinned) return pinned;
    return this.turned ? { x: firm.y, y: firm.x } : firm;
  }

  ground(era: Era): { x: number; y: number; radius: number } | null {
    const [x = 0, y = 0, size = 0] = era.island;
    if (!size || this.look.off.paradigm.has(era.id) || !this.scene.counts.paradigm[era.id]) return null;
    return this.turned ? { x: y, y: x, radius: size } : { x, y, radius: size };
  }

  radius(firm: Firm): number {
    return radius(this.graph.sizes, this.measured, firm);
  }

  pinned(firm: Firm): boolean {
    return this.#pins.has(firm);
  }

  /** Whether fewer firms are drawn than pass the filters. */
  get cut(): boolean {
    return this.#kept !== null;
  }

  move(firm: Firm, to: Point): void {
    this.#pins.set(firm, to);
  }

  /** Whether it passes the filters; what is chosen or pinned is drawn in any case. */
  shown(firm: Firm): boolean {
    if (this.look.firm === firm || this.#pins.has(firm)) return true;
    if (!this.scene.firms.has(firm.number)) return false;
    if (this.#kept && !this.#kept.has(firm.number)) return false;
    return !(this.look.only && this.focus && !this.focus.has(firm));
  }

  tieShown(tie: Tie): boolean {
    return this.scene.ties[tie.number] !== null && this.shown(tie.dependent) && this.shown(tie.provider);
  }

  /** Opacity of a tie in the background: the more there are, the fainter, else they run together. */
  tieAlpha(): number {
    const faintest = Math.sqrt(3000 / Math.max(3000, this.#tieCount));
    return Number((Number(this.shade.css("--tie-alpha")) * faintest).toFixed(3));
  }

  /** Firms that are drawn, the largest first. */
  firms(): readonly Firm[] {
    if (this.#order) return this.#order;
    const { values } = this.measured;
    const weight = (firm: Firm): number => values[firm.number] ?? 0;
    const links = (firm: Firm): number => firm.in.length + firm.out.length;
    this.#order = this.graph.firms.filter((firm) => this.shown(firm)).sort((a, b) => weight(b) - weight(a) || links(b) - links(a) || a.number - b.number);
    return this.#order;
  }

  power(firm: Firm): { power: number; paradigm: string } {
    return powerOf(this.graph, this.look, firm);
  }

  #keepStrongest(): void {
    this.#kept = null;
    this.focus = null;
    if (this.scene.firms.size > this.limit) this.#kept = new Set(this.firms().slice(0, this.limit).map((firm) => firm.number));
  }

  #refocus(): void {
    const { firm, tie, steps } = this.look;
    if (this.path) {
      this.focusTies = this.path.map((step) => step.tie);
      this.focus = new Set(this.path.flatMap((step) => [step.from, step.to]));
    } else if (tie) {
      this.focusTies = [tie];
      this.focus = new Set([tie.dependent, tie.provider]);
    } else if (firm) {
      const near = neighbourhood(this.scene, firm, steps);
      this.focus = null; // `shown` must not ask for it before it is known
      this.focusTies = steps === 1 ? visibleTies(this.scene, firm) : [...near].flatMap((one) => one.out.filter((each) => near.has(each.provider) && this.scene.ties[each.number]));
      this.focus = near;
    } else {
      this.focusTies = [];
      this.focus = null;
    }
  }
}
