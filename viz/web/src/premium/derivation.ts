// One premium derived: every operand with its claim and its source, for the firm that is chosen.

import type { App } from "../dossier/app";
import type { Block } from "../findings/blocks";
import type { Gallery } from "../findings/gallery";
import { render } from "../findings/render";
import { inLang } from "../page/bilingual";
import { fill, make } from "../page/dom";
import { lang, nameIn, speaker } from "../page/words";
import { isPriced, type Premium } from "./data";
import type { State } from "./state";
import table from "./words.json";

const say = speaker(table);

export class Derivation {
  readonly element = make("div", { class: "findings premium-derivation", "aria-live": "polite" });
  readonly #app: App;
  readonly #data: Premium;
  readonly #state: State;
  readonly #gallery: Gallery;

  constructor(app: App, data: Premium, state: State, gallery: Gallery) {
    this.#app = app;
    this.#data = data;
    this.#state = state;
    this.#gallery = gallery;
  }

  async show(): Promise<void> {
    const { firm } = this.#state;
    this.#gallery.forget(this.element);
    if (!firm) return fill(this.element, make("p", {}, say("derivation.none")));
    const blocks = (await this.#app.block<Record<string, unknown>>("derivations"))[firm];
    if (firm !== this.#state.firm) return; // another was chosen meanwhile
    fill(this.element, blocks ? render(inLang<Block[]>(blocks, lang()), { gallery: this.#gallery, top: 3 }) : make("p", { class: "verdict" }, this.#refusal(firm)), this.#below(firm));
  }

  #refusal(firm: string): string {
    const name = this.#app.name("org", firm);
    const known = this.#data.firms.find(({ id }) => id === firm);
    if (!known || isPriced(known)) return say("derivation.unknown", { firm: name });
    return say("derivation.unpriced", { firm: name, reason: nameIn(this.#data.leftOut[known.reason]?.text, known.reason).text });
  }

  #below(firm: string): HTMLElement {
    const command = `definer premium ${firm} --as-of ${this.#data.asOf}`;
    return make(
      "div",
      { class: "premium-below" },
      make("p", { class: "note" }, say("derivation.command", { command })),
      make("button", { type: "button", on: { click: () => this.#app.address.set({ tab: "network", firm }, { push: true }) } }, say("card.network")),
      make("button", { type: "button", on: { click: () => this.#app.address.set({ firm: null }, { push: true }) } }, say("derivation.close")),
    );
  }
}
