// The Query tab: the file's own triples, asked in plain words or in SPARQL.

import type { App } from "../dossier/app";
import type { Tab, View } from "../dossier/tab";
import { fill, make } from "../page/dom";
import { nameIn, speaker } from "../page/words";
import { completer } from "./complete";
import { Editor } from "./editor";
import { Engine, Stopped } from "./engine";
import { Fault } from "./fault";
import { askedView, VIEWS, type ViewName } from "./fit";
import { Form } from "./form";
import { Gallery, type Named, type QueriesBlock } from "./gallery";
import { parameters } from "./parameters";
import { counted } from "./picture";
import { leftOut } from "./prefixes";
import { Results } from "./results";
import { Runner, type Ran } from "./run";
import { Status } from "./status";
import type { Things } from "./things";
import { locate } from "./tokens";
import { Vocabulary, type VocabularyBlock } from "./vocabulary";
import table from "./words.json";

const say = speaker(table);
const FIRST = "who_depends_on";
const GIVEN = "q.p.";
const NAME = /^[\w.-]+$/;

export const query: Tab = {
  id: "query",
  needs: ["triples", "oxigraph", "query-worker", "queries", "vocabulary"],
  async open(place, app) {
    const [queries, vocabulary] = await Promise.all([app.block<QueriesBlock>("queries"), app.block<VocabularyBlock>("vocabulary")]);
    return new QueryView(place, app, queries, new Vocabulary(vocabulary, queries.prefixes));
  },
};

class QueryView implements View {
  readonly #app: App;
  readonly #vocabulary: Vocabulary;
  readonly #named: ReadonlyMap<string, Named>;
  readonly #engine: Engine;
  readonly #runner: Runner;
  readonly #gallery: Gallery;
  readonly #form: Form;
  readonly #editor: Editor;
  readonly #results: Results;
  readonly #status: Status;
  readonly #heading = make("h2", { class: "query-title" });
  readonly #tools = make("div", { class: "query-tools" });
  readonly #hints = make("div", { class: "query-hints" });
  readonly #faults = make("div", { class: "query-faults" });
  readonly #summary = make("summary", {});
  readonly #written = make("details", { class: "query-written" }, this.#summary);
  readonly #keys = make("p", { id: "query-keys", class: "faint" });
  readonly #ask = make("section", { class: "query-ask" });
  #things: Things | null = null;
  #last: (Ran & { text: string }) | null = null;
  #fault: Fault | null = null;
  #busy = false;
  #turn = 0;

  constructor(place: HTMLElement, app: App, queries: QueriesBlock, vocabulary: Vocabulary) {
    this.#app = app;
    this.#vocabulary = vocabulary;
    this.#named = new Map(queries.topics.flatMap((topic) => topic.queries).map((one) => [one.name, one]));
    this.#status = new Status(queries.triples);
    this.#engine = new Engine((step) => this.#status.step(step));
    this.#runner = new Runner(this.#engine, vocabulary);
    this.#gallery = new Gallery(queries.topics, (name) => this.#go(name));
    this.#form = new Form({
      chinese: queries.parameters,
      lists: vocabulary.lists,
      things: () => this.#things,
      change: (name, value) => app.address.set({ ...this.#ownText(), [GIVEN + name]: value }),
    });
    this.#results = new Results(vocabulary.prefixes, (iri) => this.#about(iri), (view) => app.address.set({ "q.view": view }));
    this.#editor = new Editor({ place: this.#written, complete: completer(vocabulary, () => this.#things), run: () => this.#submit(), changed: () => this.#changed() });
    this.#written.append(this.#keys, this.#hints);
    fill(this.#ask, this.#heading, this.#form.element, this.#written, this.#tools, this.#faults);
    fill(place, make("div", { class: "query" }, this.#gallery.element, make("div", { class: "query-main" }, this.#ask, this.#results.element)));
    this.#translate();
    void this.#follow();
  }

  update(changed: ReadonlySet<string>): void {
    if (changed.has("lang")) this.#translate();
    if ([...changed].some((key) => key === "q" || key.startsWith(GIVEN))) void this.#follow();
    else if (changed.has("lang")) void (this.#usesLanguage() ? this.#follow(false) : this.#show());
    else if (changed.has("q.view")) this.#results.look(this.#view());
  }

  /** The query that the address asks for: a named question, or SPARQL. */
  get #asked(): { named: Named | null; text: string } {
    const q = this.#app.address.get("q") ?? FIRST;
    const named = NAME.test(q) ? (this.#named.get(q) ?? null) : null;
    return { named, text: named?.text ?? q };
  }

  get #given(): Record<string, string> {
    const found = parameters(this.#asked.text, this.#vocabulary.prefixes).map(({ name }) => [name, this.#app.address.get(GIVEN + name)] as const);
    return Object.fromEntries(found.filter((one): one is readonly [string, string] => one[1] !== null));
  }

  #view(): ViewName {
    const wanted = this.#app.address.get("q.view");
    return VIEWS.find((view) => view === wanted) ?? askedView(this.#asked.text) ?? "table";
  }

  #usesLanguage(): boolean {
    return parameters(this.#asked.text, this.#vocabulary.prefixes).some(({ name }) => name === "lang") && !("lang" in this.#given);
  }

  #about(iri: string): string {
    const q = `# ${iri}\nSELECT ?property ?value ?from WHERE {\n  { <${iri}> ?property ?value }\n  UNION { ?from ?property <${iri}> }\n}\nORDER BY ?property ?value ?from`;
    return this.#app.address.link({ ...this.#forget(), tab: "query", q });
  }

  /** Changes that take values and view of the query of now out of the address. */
  #forget(): Record<string, null> {
    const names = parameters(this.#asked.text, this.#vocabulary.prefixes).map(({ name }) => [GIVEN + name, null]);
    return { "q.view": null, ...Object.fromEntries(names) } as Record<string, null>;
  }

  #go(name: string): void {
    if (this.#app.address.get("q") === name) void this.#follow();
    else this.#app.address.set({ ...this.#forget(), q: name }, { push: true });
    this.#ask.scrollIntoView({ block: "nearest" });
  }

  /** The text of the editor as a change of the address, where it is not what the address has. */
  #ownText(): Record<string, string> {
    const { text } = this.#editor;
    if (text === this.#asked.text) return {};
    const named = [...this.#named.values()].find((one) => one.text === text);
    return { q: named?.name ?? text };
  }

  #submit(): void {
    const change = this.#ownText();
    if (Object.keys(change).length) this.#app.address.set(change, { push: true });
    else void this.#follow();
  }

  /** Show and run what the address asks for. */
  async #follow(write = true): Promise<void> {
    const { named, text } = this.#asked;
    if (write) this.#editor.text = text;
    this.#gallery.mark(named?.name ?? "");
    this.#head();
    await this.#run(text);
  }

  async #run(text: string): Promise<void> {
    const turn = (this.#turn += 1);
    this.#busy = true;
    this.#fault = null;
    delete this.#results.element.dataset["asked"];
    this.#drawTools();
    this.#drawFaults();
    if (this.#things) this.#status.running();
    try {
      const ran = await this.#runner.run(text, this.#given, this.#app.lang);
      if (turn !== this.#turn) return;
      const first = !this.#things;
      this.#things = ran.things;
      this.#last = { ...ran, text };
      if (first) this.#head();
      this.#status.say(say("ready", { n: counted(this.#engine.triples), s: (this.#engine.milliseconds / 1000).toFixed(1) }));
      this.#show();
    } catch (error) {
      if (turn !== this.#turn) return;
      this.#failed(error);
    }
    this.#busy = false;
    this.#drawTools();
    this.#results.element.dataset["asked"] = this.#app.address.get("q") ?? FIRST;
  }

  #failed(error: unknown): void {
    this.#last = null;
    this.#results.clear();
    if (error instanceof Stopped) return this.#status.say(say("stopped"));
    this.#status.say("");
    this.#fault = error instanceof Fault ? error : new Fault("wrong.any", { why: error instanceof Error ? error.message : String(error) });
    if (this.#fault.from !== null) this.#written.open = true;
    this.#drawFaults();
  }

  #show(): void {
    if (!this.#last) return;
    const { named } = this.#asked;
    const title = named ? nameIn(named.title, named.name).text : say("own");
    this.#results.show({ ...this.#last, title, name: named?.name ?? "query" }, this.#view());
  }

  #stop(): void {
    this.#turn += 1;
    this.#busy = false;
    this.#engine.stop();
    this.#runner.forget();
    this.#failed(new Stopped());
    this.#drawTools();
  }

  #changed(): void {
    this.#fault = null;
    this.#drawHints();
    this.#drawFaults();
    this.#drawTools();
  }

  #translate(): void {
    this.#gallery.translate();
    this.#editor.translate();
    fill(this.#keys, say("editor.keys"));
    this.#results.element.setAttribute("aria-label", say("views"));
    this.#head();
    this.#drawTools();
    this.#drawFaults();
  }

  #head(): void {
    const { named, text } = this.#asked;
    fill(this.#heading, named ? nameIn(named.title, named.name).text : say("own"));
    fill(this.#summary, say(named ? "editor" : "editor.own"));
    if (!named) this.#written.open = true;
    this.#form.show(parameters(text, this.#vocabulary.prefixes), this.#given);
    this.#drawHints();
  }

  #drawHints(): void {
    const { prefixes } = this.#vocabulary;
    const added = leftOut(this.#editor.text, prefixes);
    fill(
      this.#hints,
      added.length ? make("details", {}, make("summary", {}, say("prefixes.added", { prefixes: added.map((prefix) => `${prefix}:`).join(" ") })), make("pre", {}, added.map((prefix) => `PREFIX ${prefix}: <${prefixes[prefix]}>`).join("\n"))) : null,
    );
  }

  #drawTools(): void {
    const changed = this.#editor.text !== this.#asked.text;
    fill(
      this.#tools,
      make("button", { type: "button", class: "primary", id: "query-run", on: { click: () => this.#submit() } }, say("run")),
      make("button", { type: "button", id: "query-stop", disabled: !this.#busy, on: { click: () => this.#stop() } }, say("stop")),
      make("button", { type: "button", id: "query-link", on: { click: () => void this.#copy() } }, say("link")),
      changed ? make("button", { type: "button", on: { click: () => (this.#editor.text = this.#asked.text) } }, say("editor.reset")) : null,
      changed ? make("span", { class: "faint" }, say("editor.changed")) : null,
      this.#status.element,
    );
  }

  async #copy(): Promise<void> {
    const link = location.href.split("#")[0] + this.#app.address.link({ tab: "query", q: this.#app.address.get("q") ?? FIRST, ...this.#ownText() });
    try {
      await navigator.clipboard.writeText(link);
      this.#status.say(say("link.done"));
    } catch {
      this.#status.say(say("link.failed"));
    }
  }

  /** What is wrong with the query, and terms that look misspelt. */
  #drawFaults(): void {
    const { text } = this.#editor;
    const strangers = this.#vocabulary.strangers(text);
    const all = [...(this.#fault ? [{ fault: this.#fault, severe: true }] : []), ...strangers.map((fault) => ({ fault, severe: false }))];
    this.#editor.mark(all);
    fill(this.#faults, all.map(({ fault, severe }) => this.#told(fault, severe, text)));
  }

  #told(fault: Fault, severe: boolean, text: string): HTMLElement {
    const [line, column] = locate(text, fault.from ?? 0);
    const from = fault.from;
    return make(
      "div",
      { class: severe ? "query-fault" : "query-fault mild", role: severe ? "alert" : "status" },
      make("p", {}, make("strong", {}, from === null ? say("wrong") : say("wrong.place", { line, column })), `: ${fault.say(this.#app.lang)}`),
      make(
        "p",
        {},
        from === null ? null : make("button", { type: "button", on: { click: () => this.#editor.go(from) } }, say("wrong.show")),
        fault.mends.map((mend) => make("button", { type: "button", class: "primary", on: { click: () => this.#editor.change(mend.from, mend.to, mend.text) } }, say(mend.label, mend.values))),
      ),
    );
  }
}
