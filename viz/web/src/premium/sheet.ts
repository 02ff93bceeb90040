// The parts of the tab in their order, each under a heading that the address leads to.

import type { App } from "../dossier/app";
import type { Block } from "../findings/blocks";
import type { Gallery } from "../findings/gallery";
import { folded, parts, render } from "../findings/render";
import { inLang } from "../page/bilingual";
import { fill, make } from "../page/dom";
import { lang, speaker } from "../page/words";
import type { Premium } from "./data";
import { Derivation } from "./derivation";
import { facts } from "./facts";
import { FirmTable } from "./firms";
import { Scatter } from "./scatter";
import { State } from "./state";
import table from "./words.json";

const say = speaker(table);
const PARTS = ["link", "scatter", "firms", "derivation", "curve", "gap", "pairs", "option", "more"] as const;
type PartId = (typeof PARTS)[number];
const SHOWN_FIRST: Record<string, number> = { link: 2, curve: 6, gap: 5, option: 5, pairs: 99 };

export class Sheet {
  readonly #place: HTMLElement;
  readonly #app: App;
  readonly #data: Premium;
  readonly #findings: Record<string, unknown>;
  readonly #gallery: Gallery;
  readonly #state: State;
  readonly #sections = new Map<PartId, HTMLElement>();
  readonly #scatter: Scatter;
  readonly #firms: FirmTable;
  readonly #derivation: Derivation;

  constructor(place: HTMLElement, app: App, data: Premium, findings: Record<string, unknown>, gallery: Gallery) {
    this.#place = place;
    this.#app = app;
    this.#data = data;
    this.#findings = findings;
    this.#gallery = gallery;
    this.#state = new State(app);
    this.#scatter = new Scatter(app, data, this.#state, gallery);
    this.#firms = new FirmTable(app, data, this.#state);
    this.#derivation = new Derivation(app, data, this.#state, gallery);
  }

  start(): void {
    this.#draw();
    this.#scatter.show();
    void this.#derivation.show().then(() => this.#go());
  }

  update(changed: ReadonlySet<string>): void {
    const has = (...keys: string[]) => keys.some((key) => changed.has(key));
    if (has("theme")) this.#gallery.redraw();
    if (has("lang")) {
      const { scrollTop } = this.#place;
      this.#draw();
      this.#firms.translate();
      this.#scatter.show();
      void this.#derivation.show();
      this.#place.scrollTop = scrollTop;
      return;
    }
    if (has("x.view", "x.c", "x.f", "firm")) this.#scatter.show();
    if (has("x.c", "x.f", "x.q", "x.all", "x.sort", "firm")) this.#firms.show();
    if (has("firm")) void this.#derivation.show().then(() => has("x.part") && this.#go());
    else if (has("x.part")) this.#go();
  }

  #draw(): void {
    this.#gallery.forget(this.#place);
    this.#sections.clear();
    const shown = PARTS.map((id) => {
      const section = make("section", { id: `premium-${id}`, class: "findings", "aria-labelledby": `premium-${id}-title` }, make("h2", { id: `premium-${id}-title`, tabIndex: -1 }, say(`part.${id}`)), this.#content(id));
      this.#sections.set(id, section);
      return section;
    });
    fill(this.#place, make("div", { class: "premium" }, this.#contents(), make("div", { class: "premium-parts" }, shown)));
  }

  #content(id: PartId): HTMLElement[] {
    switch (id) {
      case "scatter":
        return [this.#scatter.element];
      case "firms":
        return [this.#firms.element];
      case "derivation":
        return [this.#derivation.element];
      case "more":
        return this.#more();
      case "link":
        return this.#told(id, facts(this.#app, this.#data));
      case "curve":
        return [make("p", { class: "note" }, say("curve.note", { n: 0 })), ...this.#told(id)];
      case "pairs":
        return [...(this.#data.pairs ? [make("p", { class: "verdict" }, say("pairs.note", { n: this.#data.pairs }))] : []), ...this.#told(id), this.#audit()];
      default:
        return this.#told(id);
    }
  }

  /** Blocks of a topic: its verdict and first figure, and the rest folded under its headings. */
  #told(id: PartId, between: HTMLElement[] = []): HTMLElement[] {
    const blocks = inLang<Block[]>(this.#findings[id] ?? [], lang());
    const body = blocks[0]?.is === "heading" ? blocks.slice(1) : blocks;
    const [first, ...rest] = parts(body, 3);
    const setting = { gallery: this.#gallery, top: 3 };
    const whole = first?.heading ? [{ ...first }, ...rest] : rest;
    const opening = first && !first.heading ? first.blocks : [];
    const count = SHOWN_FIRST[id] ?? opening.length;
    const [shown, more] = [opening.slice(0, count), opening.slice(count)];
    return [
      ...render(shown, setting),
      ...between,
      ...(more.length ? [folded(say("details"), ...render(more, setting))] : []),
      ...whole.map(({ heading, blocks: own }) => folded(heading?.text ?? say("details"), ...render(own, setting))),
    ];
  }

  #contents(): HTMLElement {
    return make(
      "nav",
      { class: "premium-contents", "aria-label": say("contents") },
      make(
        "ol",
        {},
        PARTS.map((id) => make("li", {}, make("a", { href: this.#app.address.link({ tab: "premium", "x.part": id }), on: { click: (event) => this.#follow(event, id) } }, say(`part.${id}`)))),
      ),
    );
  }

  #follow(event: MouseEvent, id: PartId): void {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    event.preventDefault();
    if (this.#app.address.get("x.part") === id) this.#go();
    else this.#app.address.set({ "x.part": id }, { push: true });
  }

  #go(): void {
    const wanted = this.#app.address.get("x.part");
    const section = PARTS.find((id) => id === wanted);
    if (!section) return;
    const there = () => this.#sections.get(section)?.scrollIntoView({ block: "start" });
    there();
    requestAnimationFrame(() => requestAnimationFrame(there)); // charts above it have taken their room by then
    document.getElementById(`premium-${section}-title`)?.focus({ preventScroll: true });
  }

  #audit(): HTMLElement {
    const open = make("a", { href: this.#app.address.link({ tab: "evidence" }) }, say("audit.link"));
    return make("p", {}, `${say("pairs.audit")} `, open);
  }

  #more(): HTMLElement[] {
    const rows: [keyof typeof table & string, string][] = [
      ["more.prediction", "definer prediction"],
      ["more.curve", "definer curve"],
      ["more.dyads", "definer dyads"],
      ["more.report", "definer report -o report.html"],
    ];
    const at = ` --as-of ${this.#data.asOf}`;
    return [make("ul", { class: "premium-more" }, rows.map(([key, command]) => make("li", {}, `${say(key)} `, make("code", {}, command === "definer prediction" ? command : command + at))))];
  }
}
