// The named questions, in plain words, by topic; found by any word of their title in either language.

import { fill, make } from "../page/dom";
import { plain } from "../page/needles";
import { htmlLang, nameIn, speaker, type Name } from "../page/words";
import table from "./words.json";

const say = speaker(table);

export interface Named {
  name: string;
  title: Name;
  text: string;
}

export interface Topic {
  id: string;
  name: Name;
  queries: Named[];
}

export interface QueriesBlock {
  triples: number;
  prefixes: Record<string, string>;
  topics: Topic[];
  /** What a parameter is, in English -> in Chinese. */
  parameters: Record<string, string>;
}

export class Gallery {
  readonly element = make("nav", { class: "query-gallery" });
  readonly #topics: readonly Topic[];
  readonly #choose: (name: string) => void;
  readonly #list = make("div", { class: "query-topics" });
  readonly #search = make("input", { type: "search", autocomplete: "off", on: { input: () => this.#draw() } });
  readonly #status = make("p", { class: "faint", role: "status" });
  #chosen = "";

  constructor(topics: readonly Topic[], choose: (name: string) => void) {
    this.#topics = topics;
    this.#choose = choose;
    this.translate();
  }

  translate(): void {
    this.element.setAttribute("aria-label", say("gallery"));
    this.#search.setAttribute("aria-label", say("gallery.search"));
    this.#search.placeholder = say("gallery.hint");
    fill(this.element, make("h2", {}, say("gallery")), this.#search, this.#status, this.#list);
    this.#draw();
  }

  mark(name: string): void {
    this.#chosen = name;
    for (const button of this.#list.querySelectorAll<HTMLElement>("button[data-query]")) {
      if (button.dataset["query"] === name) {
        button.setAttribute("aria-current", "true");
        button.closest("details")?.setAttribute("open", "");
      } else button.removeAttribute("aria-current");
    }
  }

  #draw(): void {
    const words = plain(this.#search.value).split(/\s+/).filter(Boolean);
    const fits = ({ name, title }: Named): boolean => words.every((word) => plain(`${name} ${title[0]} ${title[1]}`).includes(word));
    const found = this.#topics.map((topic) => ({ topic, queries: topic.queries.filter(fits) })).filter(({ queries }) => queries.length > 0);
    const total = this.#topics.reduce((sum, { queries }) => sum + queries.length, 0);
    const n = found.reduce((sum, { queries }) => sum + queries.length, 0);
    fill(this.#status, n ? say("gallery.count", { n, total }) : say("gallery.none", { text: this.#search.value }));
    fill(this.#list, found.map(({ topic, queries }, at) => this.#topic(topic, queries, words.length > 0 || at === 0)));
    this.mark(this.#chosen);
  }

  #topic(topic: Topic, queries: readonly Named[], open: boolean): HTMLElement {
    const name = nameIn(topic.name, topic.id);
    return make(
      "details",
      { open },
      make("summary", {}, name.text, make("span", { class: "faint" }, ` ${queries.length}`)),
      topic.id === "scores" ? make("p", { class: "faint" }, say("gallery.scores")) : null,
      make("ul", {}, queries.map((query) => make("li", {}, this.#question(query)))),
    );
  }

  #question({ name, title }: Named): HTMLElement {
    const { text, lang } = nameIn(title, name);
    return make("button", { type: "button", data: { query: name }, title: name, lang: lang && htmlLang(lang), on: { click: () => this.#choose(name) } }, text);
  }
}
