// What cannot all be right: figures that clash, and disagreements of sources that were recorded with their cause.

import { fill, make } from "../page/dom";
import { plain } from "../page/needles";
import { speaker } from "../page/words";
import type { App } from "../dossier/app";
import type { Disagreement } from "./block";
import type { Ledger } from "./ledger";
import { number } from "./parts";
import type { Sayer } from "./saying";
import { clashTable, disagreement } from "./sides";
import table from "./words.json";

const say = speaker(table);
const PAUSE = 160;

export class ConflictsView {
  readonly #app: App;
  readonly #ledger: Ledger;
  readonly #sayer: Sayer;
  readonly #lead = make("p", { class: "lead" });
  readonly #found = make("div", {});
  readonly #input: HTMLInputElement;
  readonly #recorded = make("div", {});
  #timer = 0;

  constructor(place: HTMLElement, app: App, ledger: Ledger, sayer: Sayer) {
    this.#app = app;
    this.#ledger = ledger;
    this.#sayer = sayer;
    this.#input = make("input", {
      type: "search", class: "search-text", autocomplete: "off", spellcheck: false,
      on: {
        input: () => {
          clearTimeout(this.#timer);
          this.#timer = setTimeout(() => app.address.set({ "e.cq": this.#input.value.trim() }), PAUSE);
        },
      },
    });
    fill(place, make("div", { class: "conflicts-view" }, this.#lead, this.#found, this.#input, this.#recorded));
  }

  draw(): void {
    const { clashes, disagreements } = this.#ledger;
    fill(this.#lead, say("conflicts.lead", { clashes: number(clashes.length), recorded: number(disagreements.length) }));
    fill(
      this.#found,
      make("h3", {}, say("conflicts.found", { n: number(clashes.length) })),
      clashes.length ? clashes.map((group) => clashTable(group, null, this.#sayer, this.#app)) : make("p", { class: "faint" }, say("conflicts.none")),
    );
    if (document.activeElement !== this.#input) this.#input.value = this.#app.address.get("e.cq") ?? "";
    this.#input.setAttribute("aria-label", say("conflicts.search"));
    this.#input.placeholder = say("search.field", { what: say("conflicts.search"), hint: say("search.hint") });
    const wanted = plain(this.#app.address.get("e.cq") ?? "");
    const shown = disagreements.filter((one) => !wanted || this.#text(one).includes(wanted));
    fill(
      this.#recorded,
      make("h3", {}, say("conflicts.recorded", { n: shown.length === disagreements.length ? number(shown.length) : `${number(shown.length)} / ${number(disagreements.length)}` })),
      shown.length ? shown.map((one) => disagreement(one, this.#ledger, this.#sayer)) : make("p", { class: "faint" }, say("conflicts.none")),
    );
  }

  #text({ id, topic, metric, orgs, views, causes }: Disagreement): string {
    const firms = orgs.flatMap((org) => {
      const firm = this.#ledger.graph.firm(org);
      return firm ? [...firm.name, ...firm.aliases, ...firm.keys] : [org];
    });
    return plain([id, ...topic, metric, ...firms, ...views.map(({ says }) => says), ...causes].join(" "));
  }
}
