// The Evidence tab: every claim with what it rests on, every source, the audit of the essay, what is in conflict.

import { fill, make } from "../page/dom";
import { speaker } from "../page/words";
import type { App } from "../dossier/app";
import type { Tab, View } from "../dossier/tab";
import { AuditView } from "./audit";
import { ClaimsView } from "./claims";
import { ConflictsView } from "./conflicts";
import { loadLedger, type Ledger } from "./ledger";
import { number } from "./parts";
import { Sayer } from "./saying";
import { SourcesView } from "./sources";
import table from "./words.json";

const say = speaker(table);
const VIEWS = ["claims", "sources", "conflicts", "audit"] as const;
type Name = (typeof VIEWS)[number];

/** Keys that change what is shown here. */
const OWN = /^(e\..*|firm|at|lang|tab)$/;

class EvidenceTab implements View {
  readonly #app: App;
  readonly #ledger: Ledger;
  readonly #sayer: Sayer;
  readonly #lead = make("p", { class: "lead" });
  readonly #menu = make("div", { class: "submenu", role: "group" });
  readonly #places: Record<Name, HTMLElement>;
  readonly #views = new Map<Name, { draw(): void }>();

  constructor(place: HTMLElement, app: App, ledger: Ledger) {
    this.#app = app;
    this.#ledger = ledger;
    this.#sayer = new Sayer(ledger);
    this.#places = { claims: make("div"), sources: make("div"), conflicts: make("div"), audit: make("div") };
    fill(place, make("div", { class: "evidence" }, make("div", { class: "evidence-head" }, this.#menu, this.#lead), VIEWS.map((name) => this.#places[name])));
    this.#draw();
  }

  update(changed: ReadonlySet<string>): void {
    if (changed.has("lang")) for (const name of VIEWS) this.#forget(name);
    if ([...changed].some((key) => OWN.test(key))) this.#draw();
  }

  #forget(name: Name): void {
    this.#views.delete(name);
    fill(this.#places[name]);
  }

  #draw(): void {
    const wanted = VIEWS.find((name) => name === this.#app.address.get("e.view")) ?? "claims";
    this.#drawHead(wanted);
    for (const name of VIEWS) this.#places[name].hidden = name !== wanted;
    this.#view(wanted).draw();
  }

  #drawHead(shown: Name): void {
    const { items, witnesses, sources, clashes, disagreements, audit } = this.#ledger;
    const counts: Record<Name, number> = {
      claims: items.length, sources: sources.length, conflicts: clashes.length + disagreements.length, audit: audit.statements.length,
    };
    this.#menu.setAttribute("aria-label", say("views"));
    fill(
      this.#menu,
      VIEWS.map((name) =>
        make(
          "button",
          {
            type: "button", "aria-pressed": String(name === shown), data: { view: name },
            on: { click: () => this.#app.address.set({ "e.view": name === "claims" ? null : name, "e.page": null }, { push: true }) },
          },
          say(`view.${name}`),
          make("span", { class: "count" }, number(counts[name])),
        ),
      ),
    );
    const known = items.filter(({ evidence }) => evidence === "known").length;
    const missing = this.#missing();
    fill(
      this.#lead,
      say("lead", { n: number(items.length), known: number(known), witnesses: number(witnesses) }),
      missing ? ` ${say("missing", { n: number(missing) })}` : null,
    );
  }

  /** Claims of the store that the list lacks, since the store does not describe what they speak of. */
  #missing(): number {
    const { counts, items } = this.#ledger;
    const kinds = ["Tie", "CohortShare", "ControlHolding", "DefinitionEvent", "Investment", "Valuation", "Fundamental", "Statement"];
    return kinds.reduce((sum, kind) => sum + (counts[kind] ?? 0), 0) - items.length;
  }

  #view(name: Name): { draw(): void } {
    let view = this.#views.get(name);
    if (!view) {
      view = this.#made(name);
      this.#views.set(name, view);
    }
    return view;
  }

  #made(name: Name): { draw(): void } {
    const place = this.#places[name];
    if (name === "claims") return new ClaimsView(place, this.#app, this.#ledger, this.#sayer);
    if (name === "sources") return new SourcesView(place, this.#app, this.#ledger);
    if (name === "conflicts") return new ConflictsView(place, this.#app, this.#ledger, this.#sayer);
    return new AuditView(place, this.#app, this.#ledger, this.#sayer);
  }
}

export const evidence: Tab = {
  id: "evidence",
  needs: ["network", "evidence", "audit"],
  open: async (place, app) => new EvidenceTab(place, app, await loadLedger(app)),
};
