// The drawer beside the picture: the evidence of what is chosen, and what can be done with it there.

import { fill, make } from "../page/dom";
import type { Part } from "./claims";
import { firmParts, telling, tieParts } from "./drawer";
import type { Firm } from "./graph";
import { pinText } from "./look";
import type { Point } from "./model";
import type { Net, Piece } from "./net";
import { say } from "./texts";

export class DrawerBox implements Piece {
  readonly element: HTMLElement;
  readonly #net: Net;
  #told = "";
  #opener: HTMLElement | null = null;

  constructor(net: Net) {
    this.#net = net;
    this.element = make("aside", { id: net.id("drawer"), class: "net-drawer evidence-panel", tabIndex: -1, hidden: true });
  }

  show(): void {
    const { firm, tie, date } = this.#net.model.look;
    const was = this.element.hidden;
    const told = firm?.id ?? (tie ? String(tie.number) : "");
    this.element.setAttribute("aria-label", say("evidence.of"));
    this.element.hidden = !told;
    if (!told) {
      this.#told = "";
      fill(this.element);
      if (!was) this.#giveBack();
      return;
    }
    const asked = telling(this.#net.graph, date, this.#net.stops, (other) => this.#net.choose(other, { move: true }));
    const held = this.#held();
    const parts = firm ? firmParts(asked, firm, this.#actions(firm)) : tie ? tieParts(asked, tie) : [];
    fill(this.element, this.#close(), ...(parts as Node[]));
    if (told !== this.#told) this.element.scrollTop = 0;
    if (held) this.element.querySelector<HTMLElement>(`[data-act="${held}"]`)?.focus();
    this.#told = told;
    if (!was) return;
    this.#opener = document.activeElement instanceof HTMLElement && document.activeElement !== document.body ? document.activeElement : null;
    if (this.element.checkVisibility()) this.element.focus({ preventScroll: true });
  }

  /** How much of the stage it covers: at the right, or on a narrow stage at the bottom. */
  covered(stage: HTMLElement): Point {
    if (this.element.hidden) return { x: 0, y: 0 };
    const { clientWidth: x, clientHeight: y } = this.element;
    return x < stage.clientWidth * 0.8 ? { x, y: 0 } : { x: 0, y: Math.min(y, stage.clientHeight * 0.8) };
  }

  #held(): string | undefined {
    const active = document.activeElement;
    return active instanceof HTMLElement && this.element.contains(active) ? active.dataset.act : undefined;
  }

  #giveBack(): void {
    const opener = this.#opener?.isConnected ? this.#opener : null;
    this.#opener = null;
    if (document.activeElement === document.body || document.activeElement === this.element) opener?.focus({ preventScroll: true });
  }

  #close(): HTMLElement {
    return make("button", { type: "button", class: "close", data: { act: "close" }, "aria-label": say("close"), title: say("close"), on: { click: () => this.#net.choose(null) } }, "×");
  }

  /** Neighbourhood, pin, path: what a chosen firm is good for in the picture. */
  #actions(firm: Firm): Part {
    const { model } = this.#net;
    const { steps, only, pins } = model.look;
    const pinned = model.pinned(firm);
    const act = (name: string, text: string, change: () => void, pressed?: boolean, title = ""): HTMLElement =>
      make("button", { type: "button", data: { act: name }, title, "aria-pressed": pressed === undefined ? undefined : String(pressed), on: { click: change } }, text);
    const others = pins.filter((pin) => pin.firm !== firm);
    return make(
      "div",
      { class: "net-acts" },
      make(
        "div",
        { role: "group", "aria-label": say("near") },
        make("span", { class: "faint" }, say("near")),
        act("near-1", say("near.1"), () => this.#net.set({ steps: null }), steps === 1),
        act("near-2", say("near.2"), () => this.#net.set({ steps: 2 }), steps === 2),
        act("only", say("near.only"), () => this.#net.set({ only: only ? null : 1 }), only),
        make("span", { class: "faint near-count" }, say("near.count", { n: Math.max(0, (model.focus?.size ?? 1) - 1) })),
      ),
      make(
        "div",
        {},
        act("pin", say(pinned ? "unpin" : "pin"), () => this.#net.set({ pin: pinText(pinned ? others : [...pins, { firm, at: null }]) }), pinned, say("pin.hint")),
        act("from", say("path.start"), () => this.#net.set({ from: firm.id })),
        act("to", say("path.goal"), () => this.#net.set({ to: firm.id })),
      ),
    );
  }
}
