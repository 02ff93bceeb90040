// The path between two firms: who it runs from and to, whether it follows dependence, and its ties in words.

import { Combobox } from "../page/combobox";
import { fill, make } from "../page/dom";
import type { Firm } from "./graph";
import type { Net, Piece } from "./net";
import type { Step } from "./path";
import { firmField } from "./search";
import { nameOf, paradigmName, say, sayOf } from "./texts";

export class PathPanel implements Piece {
  readonly element: HTMLElement;
  readonly #net: Net;
  readonly #title = make("span", { class: "word" });
  readonly #box: HTMLDetailsElement;
  readonly #ends: Record<"from" | "to", { label: HTMLElement; field: Combobox; chosen: HTMLElement }>;
  readonly #direction: HTMLSelectElement;
  readonly #answer = make("div", { class: "path-answer", role: "status" });
  #asked = "";

  constructor(net: Net) {
    this.#net = net;
    this.#ends = { from: this.#end("from"), to: this.#end("to") };
    this.#direction = make("select", { id: net.id("path-direction"), on: { change: () => net.set({ free: this.#direction.value === "free" ? "1" : null }) } });
    const rows = (["from", "to"] as const).map((name) => make("div", { class: "path-end" }, this.#ends[name].label, this.#ends[name].field.element, this.#ends[name].chosen));
    this.#box = make("details", { class: "fold" }, make("summary", {}, this.#title), make("div", { class: "path" }, rows, this.#direction, this.#answer));
    this.element = make("section", { class: "net-path" }, this.#box);
    this.translate();
  }

  translate(): void {
    fill(this.#title, say("path"));
    for (const name of ["from", "to"] as const) {
      fill(this.#ends[name].label, say(`path.${name}`));
      this.#ends[name].field.translate();
    }
    this.#direction.setAttribute("aria-label", say("path"));
    fill(this.#direction, make("option", { value: "directed" }, say("path.directed")), make("option", { value: "free" }, say("path.free")));
  }

  show(): void {
    const { look, path } = this.#net.model;
    this.#direction.value = look.directed ? "directed" : "free";
    for (const name of ["from", "to"] as const) fill(this.#ends[name].chosen, look[name] ? nameOf(look[name] as Firm) : "–");
    const asked = `${look.from?.id ?? ""} ${look.to?.id ?? ""}`;
    if (asked.trim() && asked !== this.#asked) this.#box.open = true;
    this.#asked = asked;
    fill(this.#answer, this.#tell(path), look.from || look.to ? this.#clear() : null);
  }

  #end(name: "from" | "to"): { label: HTMLElement; field: Combobox; chosen: HTMLElement } {
    const field = firmField(this.#net, { id: `path-${name}`, label: `path.${name}`, hint: "path.hint", choose: (firm) => this.#net.set({ [name]: firm.id }) });
    return { label: make("label", { for: this.#net.id(`path-${name}`) }), field, chosen: make("strong", { class: "chosen" }) };
  }

  #tell(path: Step[] | null | undefined): (Node | null)[] {
    const { from, to, directed } = this.#net.model.look;
    if (!from || !to) return [];
    if (from === to) return [make("p", { class: "faint" }, say("path.same"))];
    const names = { from: nameOf(from), to: nameOf(to) };
    if (!path) {
      const retry = make("button", { type: "button", on: { click: () => this.#net.set({ free: "1" }) } }, say("path.try"));
      return [make("p", {}, say("path.none", names)), directed ? retry : null];
    }
    const head = say(path.length === 1 ? "path.step" : "path.steps", { n: path.length, ...names });
    return [make("p", {}, head), make("ol", {}, path.map((step) => make("li", {}, this.#step(step))))];
  }

  #step({ from, to, tie, forward }: Step): HTMLElement {
    const money = tie.layer === "capital" && !tie.paradigm;
    const key = forward ? (money ? "path.money" : "path.on") : money ? "path.money.back" : "path.back";
    const manner = this.#net.model.scene.ties[tie.number];
    const where = [tie.paradigm ? paradigmName(this.#net.graph, tie.paradigm) : "", manner ? sayOf("layer", manner.layer) : ""].filter(Boolean).join(" · ");
    return make(
      "button",
      { type: "button", class: "firm", on: { click: () => this.#net.chooseTie(tie) } },
      say(key, { from: nameOf(from), to: nameOf(to) }),
      make("span", { class: "faint" }, ` ${where}`),
    );
  }

  #clear(): HTMLElement {
    return make("button", { type: "button", class: "path-clear", on: { click: () => this.#net.set({ from: null, to: null, free: null }) } }, say("path.clear"));
  }
}
