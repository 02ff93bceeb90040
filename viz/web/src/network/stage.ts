// The stage: where the surface paints, the hover text, zoom, what the keyboard does, and pinned marks that are dragged.

import { fill, make } from "../page/dom";
import type { Firm, Tie } from "./graph";
import { pinText } from "./look";
import type { Net, Piece } from "./net";
import { isMoney } from "./drawer";
import { measureText, nameOf, otherNameOf, paradigmName, powerText, say, sayOf } from "./texts";

const STEP = 60;
const NEARER = 1.35;

export class Stage implements Piece {
  readonly element: HTMLElement;
  readonly canvas: HTMLElement;
  readonly #net: Net;
  readonly #tip: HTMLElement;
  readonly #notice: HTMLElement;
  readonly #told: HTMLElement;
  readonly #live = make("p", { class: "net-live", "aria-live": "polite" });
  readonly #zoom: readonly (readonly [HTMLButtonElement, "zoom.in" | "zoom.out" | "fit"])[];
  /** What is said of the drawing itself, whatever the view. */
  remark = "";

  constructor(net: Net, { zoom = true } = {}) {
    this.#net = net;
    this.canvas = make("div", { id: net.id("canvas"), class: "net-canvas", role: "application", tabIndex: 0 });
    this.#tip = make("div", { id: net.id("tip"), class: "net-tip", role: "tooltip", hidden: true });
    this.#notice = make("p", { id: net.id("notice"), class: "notice", role: "status", hidden: true });
    this.#told = make("p", { class: "net-remark", role: "note", hidden: true });
    const button = (id: string, sign: string, key: "zoom.in" | "zoom.out" | "fit", act: () => void): readonly [HTMLButtonElement, typeof key] => [
      make("button", { id: net.id(id), type: "button", on: { click: act } }, sign),
      key,
    ];
    this.#zoom = [
      button("zoom-in", "+", "zoom.in", () => net.surface.zoomBy(NEARER)),
      button("zoom-out", "−", "zoom.out", () => net.surface.zoomBy(1 / NEARER)),
      button("fit", "⤢", "fit", () => net.surface.fit()),
    ];
    const buttons = zoom ? make("div", { class: "zoom" }, this.#zoom.map(([each]) => each)) : null;
    this.element = make("section", { class: "net-view" }, this.canvas, this.#notice, this.#told, this.#tip, this.#live, buttons);
    this.canvas.addEventListener("keydown", (event) => this.#key(event));
    this.canvas.addEventListener("pointermove", (event) => this.#followPointer(event));
    this.canvas.addEventListener("blur", () => net.hover(null, null));
    this.canvas.addEventListener("pointerdown", (event) => this.#grab(event), { capture: true });
    this.translate();
  }

  translate(): void {
    this.canvas.setAttribute("aria-label", say("canvas"));
    this.canvas.setAttribute("aria-roledescription", say("canvas.role"));
    for (const [button, key] of this.#zoom) {
      button.setAttribute("aria-label", say(key));
      button.title = say(key);
    }
  }

  show(): void {
    const { graph, model } = this.#net;
    const key = graph.ties.length === 0 ? "empty" : model.firms().length === 0 ? "nothing" : "";
    this.#notice.hidden = !key;
    fill(this.#notice, key ? say(key) : "");
    const few = model.cut ? say("limit", { shown: model.firms().length, n: model.scene.firms.size }) : "";
    this.#told.hidden = !(this.remark || few);
    fill(this.#told, [this.remark, few].filter(Boolean).join(" · "));
  }

  announce(text: string): void {
    fill(this.#live, text);
  }

  /** What the pointer is over: its name, and for a tie who depends on whom. */
  tell(firm: Firm | null, tie: Tie | null): void {
    this.#tip.hidden = !firm && !tie;
    this.canvas.classList.toggle("pointing", Boolean(firm ?? tie));
    fill(this.#tip, firm ? this.#firmLines(firm) : tie ? this.#tieLines(tie) : null);
  }

  #firmLines(firm: Firm): HTMLElement[] {
    const { model, graph } = this.#net;
    const { power, paradigm } = model.power(firm);
    const { size } = model.look;
    const value = model.measured.values[firm.number] ?? 0;
    const share = model.shade.evidenceShare(firm);
    const lines = [
      otherNameOf(firm),
      power > 0 ? `${say("power")} ${powerText(power)} · ${paradigmName(graph, paradigm)}` : "",
      size !== "power" && size !== "none" && value > 0 ? `${sayOf("size", size)} ${measureText(size, value)}` : "",
      model.look.color === "evidence" && !Number.isNaN(share) ? `${sayOf("color", "evidence")} ${Math.round(share * 100)} %` : "",
    ];
    return [make("strong", {}, nameOf(firm)), ...lines.filter(Boolean).map((line) => make("span", {}, line))];
  }

  #tieLines(tie: Tie): HTMLElement[] {
    const verb = say(isMoney(tie) ? "invests" : "depends.on");
    const where = tie.paradigm ? paradigmName(this.#net.graph, tie.paradigm) : "";
    return [make("strong", {}, `${nameOf(tie.dependent)} → ${nameOf(tie.provider)}`), make("span", {}, [verb, where].filter(Boolean).join(" · "))];
  }

  #followPointer(event: PointerEvent): void {
    const frame = this.element.getBoundingClientRect();
    this.#putTip(event.clientX - frame.left, event.clientY - frame.top);
  }

  #putTip(x: number, y: number): void {
    const { clientWidth: width, clientHeight: height } = this.element;
    const { offsetWidth: wide, offsetHeight: high } = this.#tip;
    this.#tip.style.left = `${Math.max(4, Math.min(x + 14, width - wide - 4))}px`;
    this.#tip.style.top = `${y + 16 + high > height ? y - high - 8 : y + 16}px`;
  }

  #key(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const { surface, model } = this.#net;
    const acts: Record<string, () => void> = {
      ArrowLeft: () => surface.panBy(-STEP, 0),
      ArrowRight: () => surface.panBy(STEP, 0),
      ArrowUp: () => surface.panBy(0, -STEP),
      ArrowDown: () => surface.panBy(0, STEP),
      "+": () => surface.zoomBy(NEARER),
      "=": () => surface.zoomBy(NEARER),
      "-": () => surface.zoomBy(1 / NEARER),
      "0": () => surface.fit(),
      n: () => this.#walk(1),
      N: () => this.#walk(1),
      p: () => this.#walk(-1),
      P: () => this.#walk(-1),
      Enter: () => this.#net.choose(model.hoverFirm),
    };
    const act = acts[event.key];
    if (!act || (event.key === "Enter" && !model.hoverFirm)) return;
    event.preventDefault();
    act();
  }

  /** On to the next firm by size, or back: it is ringed, told, and brought into sight. */
  #walk(step: 1 | -1): void {
    const { model, surface } = this.#net;
    const firms = model.firms();
    if (!firms.length) return;
    const at = model.hoverFirm ? firms.indexOf(model.hoverFirm) : step > 0 ? -1 : 0;
    const place = (at + step + firms.length) % firms.length;
    const firm = firms[place] as Firm;
    const lens = surface.lens();
    const seen = lens.at(model.place(firm));
    if (seen.x < 0 || seen.y < 0 || seen.x > lens.width || seen.y > lens.height) surface.moveTo(model.place(firm), { least: 0, offset: { x: 0, y: 0 }, calm: true });
    this.#net.hover(firm, null);
    const now = surface.lens().at(model.place(firm));
    this.#putTip(now.x, now.y);
    this.announce(say("on.firm", { name: nameOf(firm), place: place + 1, n: firms.length }));
  }

  /** A pinned mark follows the pointer; everything else is left to the surface. */
  #grab(event: PointerEvent): void {
    if (event.button !== 0 || !this.#net.model.look.pins.length) return;
    const { surface, model } = this.#net;
    const frame = this.canvas.getBoundingClientRect();
    const at = (where: PointerEvent): { x: number; y: number } => ({ x: where.clientX - frame.left, y: where.clientY - frame.top });
    const firm = surface.firmAt(at(event));
    if (!firm || !model.pinned(firm)) return;
    event.stopPropagation();
    event.preventDefault();
    let moved = false;
    const stop = new AbortController();
    const drag = (next: PointerEvent): void => {
      moved ||= Math.hypot(next.clientX - event.clientX, next.clientY - event.clientY) > 3;
      if (!moved) return;
      model.move(firm, surface.plane(at(next)));
      surface.paint();
    };
    const drop = (): void => {
      stop.abort();
      if (!moved) return this.#net.choose(firm);
      this.#net.set({ pin: pinText(model.look.pins.map((pin) => (pin.firm === firm ? { firm, at: model.place(firm) } : pin))) });
    };
    window.addEventListener("pointermove", drag, { signal: stop.signal });
    window.addEventListener("pointerup", drop, { signal: stop.signal });
    window.addEventListener("pointercancel", () => stop.abort(), { signal: stop.signal });
  }
}
