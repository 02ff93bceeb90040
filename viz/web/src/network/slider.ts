// The date: a slider of years that ends on the data's own date, and a note where the data stops short of it.

import { fill, make } from "../page/dom";
import { lang } from "../page/words";
import type { Net, Piece } from "./net";
import { dateText, paradigmName, say } from "./texts";
import { tieCount } from "./visibility";

const BEAT = 700;

export class Slider implements Piece {
  readonly element: HTMLElement;
  readonly #net: Net;
  readonly #slider: HTMLInputElement;
  readonly #play: HTMLButtonElement;
  readonly #label: HTMLElement;
  readonly #date: HTMLElement;
  readonly #counts: HTMLElement;
  readonly #coded: HTMLElement;
  #playing = 0;

  constructor(net: Net) {
    this.#net = net;
    const last = net.stops.length - 1;
    const date = net.id("date");
    this.#slider = make("input", { id: date, type: "range", min: "0", max: String(last), step: "1", on: { input: () => this.#slide() } });
    this.#play = make("button", { id: net.id("play"), type: "button", on: { click: () => (this.#playing ? this.stop() : this.#start()) } });
    this.#label = make("label", { for: date });
    this.#date = make("output", { id: net.id("date-text"), class: "date-text", for: date });
    this.#counts = make("span", { id: net.id("counts"), class: "counts", role: "status" });
    this.#coded = make("span", { id: net.id("coded"), class: "coded" });
    const track = make("div", { class: "track" }, this.#slider, make("div", { class: "ticks", "aria-hidden": "true" }, this.#ticks()));
    this.element = make("div", { class: "net-time" }, this.#play, this.#label, this.#date, track, this.#counts, this.#coded);
  }

  show(): void {
    const { model, stops } = this.#net;
    const at = Math.max(0, stops.indexOf(model.look.date));
    const text = dateText(model.look.date, stops);
    this.#slider.value = String(at);
    this.#slider.setAttribute("aria-valuetext", text);
    this.#slider.setAttribute("aria-label", say("asof.slider"));
    fill(this.#label, say("asof"));
    fill(this.#date, text);
    fill(this.#counts, say("counts", { nodes: model.scene.firms.size, ties: tieCount(model.scene) }));
    const note = this.#note();
    fill(this.#coded, note);
    this.#coded.title = note;
    this.#showPlay();
  }

  stop(): void {
    clearInterval(this.#playing);
    this.#playing = 0;
    this.#showPlay();
  }

  #ticks(): HTMLElement[] {
    const { stops } = this.#net;
    const last = stops.length - 1;
    return stops.flatMap((stop, number) =>
      Number(stop.slice(0, 4)) % 5 || number === last ? [] : [make("span", { style: { at: `${((number / last) * 100).toFixed(2)}%` } }, stop.slice(0, 4))],
    );
  }

  #slide(): void {
    this.stop();
    this.#net.goTo(this.#net.stops[Number(this.#slider.value)] ?? "");
  }

  #start(): void {
    const { stops } = this.#net;
    const now = (): number => stops.indexOf(this.#net.model.look.date);
    if (now() >= stops.length - 1) this.#net.goTo(stops[0] ?? "");
    this.#playing = window.setInterval(() => {
      // A network that is not seen does not play on.
      if (!this.element.checkVisibility() || now() >= stops.length - 1) this.stop();
      else this.#net.goTo(stops[now() + 1] ?? "");
    }, BEAT);
    this.#showPlay();
  }

  #showPlay(): void {
    const key = this.#playing ? "stop" : "play";
    fill(this.#play, this.#playing ? "■" : "▶");
    this.#play.setAttribute("aria-label", say(key));
    this.#play.title = say(key);
  }

  /** Paradigms that are shown although their ties were not coded for this year. */
  #note(): string {
    const { model, graph } = this.#net;
    const year = model.look.date.slice(0, 4);
    const shown = graph.paradigms.filter(({ id }) => !model.look.off.paradigm.has(id) && model.scene.counts.paradigm[id]);
    const early = shown.filter(({ from }) => from && from.slice(0, 4) > year);
    const late = shown.filter(({ to }) => to && to.slice(0, 4) < year);
    const notes = early.map(({ id, from }) => say("coded.before", { name: paradigmName(graph, id), from: from.slice(0, 4) }));
    if (late.length) {
      const names = late.map(({ id, to }) => say("coded.after", { name: paradigmName(graph, id), to: to.slice(0, 4) }));
      notes.push(names.join(lang() === "zh" ? "、" : ", "), say("coded.tail"));
    }
    return notes.join(lang() === "zh" ? "；" : "; ");
  }
}
