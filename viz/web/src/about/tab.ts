// The About tab: data version, method, settings, limits, how to cite and rebuild, rights of the page, licences, glossary.

import { fill, make } from "../page/dom";
import { speaker } from "../page/words";
import type { App } from "../dossier/app";
import type { Tab, View } from "../dossier/tab";
import { loadLedger, type Ledger } from "../evidence/ledger";
import type { AboutBlock } from "./block";
import { bibtex, citation } from "./cite";
import { countsTable } from "./counts";
import { blockNames, canDigest, digest } from "./digests";
import { copyable, grid, section, spoken } from "./parts";
import { termList } from "./terms";
import table from "./words.json";

const say = speaker(table);
const PARTS = ["data", "method", "limits", "cite", "rebuild", "security", "licences", "glossary"] as const;

class AboutTab implements View {
  readonly #place: HTMLElement;
  readonly #app: App;
  readonly #about: AboutBlock;
  readonly #ledger: Ledger | null;

  constructor(place: HTMLElement, app: App, about: AboutBlock, ledger: Ledger | null) {
    this.#place = place;
    this.#app = app;
    this.#about = about;
    this.#ledger = ledger;
    this.#draw();
    this.#go();
  }

  update(changed: ReadonlySet<string>): void {
    if (changed.has("lang")) this.#draw();
    if (changed.has("about")) this.#go();
  }

  /** Show the part that the address names. */
  #go(): void {
    const part = PARTS.find((name) => name === this.#app.address.get("about"));
    if (part) this.#place.querySelector(`#about-${part}`)?.scrollIntoView({ block: "start" });
  }

  #draw(): void {
    fill(
      this.#place,
      make(
        "div",
        { class: "about" },
        make("nav", { class: "contents", "aria-label": say("contents") }, make("ul", {}, PARTS.map((name) => make("li", {}, make("a", { href: this.#app.address.link({ tab: "about", about: name }) }, say(name)))))),
        make("div", { class: "about-main" }, this.#data(), this.#method(), this.#limits(), this.#cite(), this.#rebuild(), this.#security(), this.#licences(), section("glossary", say("glossary"), termList(this.#app))),
      ),
    );
  }

  #data(): HTMLElement {
    const { frame } = this.#app;
    const { counts, dataAsOf } = this.#about;
    const bytes = [...document.querySelectorAll("script, style")].reduce((sum, { textContent }) => sum + (textContent?.length ?? 0), 0);
    const facts: [string, string][] = [
      [say("as.of"), frame.asOf],
      [say("data.as.of"), dataAsOf],
      [say("claims"), frame.claims],
      [say("version"), `Definer ${frame.version}`],
      [say("firms"), counts.firms.toLocaleString("en")],
      [say("sources"), counts.sources.toLocaleString("en")],
      [say("size"), say("size.value", { mb: (bytes / 1e6).toFixed(1), n: blockNames().length })],
    ];
    return section(
      "data",
      say("data"),
      make("dl", { class: "facts" }, facts.flatMap(([name, value]) => [make("dt", {}, name), make("dd", {}, value)])),
      this.#ledger ? countsTable(this.#ledger, dataAsOf, counts) : null,
    );
  }

  #method(): HTMLElement {
    const { method, formulae, draws, settings } = this.#about;
    return section(
      "method",
      say("method"),
      method.map((text) => make("p", {}, spoken(text))),
      make("h3", {}, say("formulae")),
      make(
        "dl",
        { class: "formulae" },
        formulae.map(({ name, formula, where, meaning }) =>
          make("div", {}, make("dt", {}, spoken(name)), make("dd", {}, make("code", { class: "formula" }, formula), make("p", {}, spoken(meaning)), make("p", { class: "faint" }, `${say("where")} `, make("code", {}, where)))),
        ),
      ),
      make("h3", {}, say("settings")),
      grid(
        say("settings"),
        [say("setting"), say("value"), say("drawn"), say("meaning")],
        settings.map(({ key, value, drawn, meaning }) => [make("code", {}, key), value || "–", drawn || "–", spoken(meaning)]),
      ),
      grid(
        say("draws"),
        [say("paradigm"), "n", say("date"), say("draws.n"), say("seed")],
        draws.map(({ paradigm, n, as_of, draws: drawn, seed }) => [this.#app.name("paradigm", paradigm), String(n), as_of, drawn.toLocaleString("en"), String(seed)]),
        [1, 3, 4],
      ),
    );
  }

  #limits(): HTMLElement {
    return section("limits", say("limits"), make("ul", { class: "limits" }, this.#about.limits.map((text) => make("li", {}, spoken(text)))));
  }

  #cite(): HTMLElement {
    const { frame } = this.#app;
    const cited = { ...this.#about.cite, version: frame.version, claims: frame.claims, date: frame.asOf };
    return section("cite", say("cite"), copyable(citation(say("cite.text"), cited), say("cite")), copyable(bibtex(cited), "BibTeX"));
  }

  #rebuild(): HTMLElement {
    const { frame } = this.#app;
    const place = make("div", { role: "status" });
    const button = make("button", { type: "button", on: { click: () => void this.#verify(place, button) } }, say("verify"));
    return section(
      "rebuild",
      say("rebuild"),
      make("p", {}, say("rebuild.how", { version: frame.version, claims: frame.claims })),
      copyable(this.#about.command, say("rebuild")),
      canDigest() ? button : make("p", { class: "faint" }, say("verify.none")),
      place,
    );
  }

  async #verify(place: HTMLElement, button: HTMLButtonElement): Promise<void> {
    button.disabled = true;
    const found = [];
    for (const name of blockNames()) found.push(await digest(name, await this.#app.bytes(name)));
    fill(
      place,
      make("p", { class: "faint" }, say("verify.how")),
      grid(say("verify"), [say("verify.block"), say("verify.bytes"), "SHA-256"], found.map(({ name, bytes, sha256 }) => [name, bytes.toLocaleString("en"), make("code", { class: "sha" }, sha256)]), [1]),
    );
    button.disabled = false;
  }

  #security(): HTMLElement {
    const policy = document.querySelector('meta[http-equiv="Content-Security-Policy"]')?.getAttribute("content") ?? "";
    return section("security", say("security"), make("p", {}, say("security.how")), make("pre", { class: "policy", tabIndex: 0, "aria-label": say("security") }, policy.split("; ").join(";\n")));
  }

  #licences(): HTMLElement {
    const { program, data, bundled } = this.#about.licences;
    return section(
      "licences",
      say("licences"),
      make("p", {}, say("licence.program", { name: program })),
      make("p", {}, say("licence.data", { name: data })),
      make("p", {}, say("licence.bundled"), ` ${titles(bundled).join(say("comma"))}.`),
      make("details", {}, make("summary", {}, say("licence.show")), make("pre", { class: "licence", lang: "en", tabIndex: 0, "aria-label": say("licences") }, bundled)),
    );
  }
}

/** Names of the libraries in the text of their licences: what stands between two ruled lines. */
export function titles(text: string): string[] {
  return [...text.matchAll(/^={20,}\n(.+)\n={20,}$/gm)].map((found) => found[1] ?? "");
}

export const about: Tab = {
  id: "about",
  needs: ["about"],
  open: async (place, app) => {
    const ledger = ["network", "evidence", "audit"].every((name) => app.hasBlock(name)) ? await loadLedger(app) : null;
    return new AboutTab(place, app, await app.block<AboutBlock>("about"), ledger);
  },
};
