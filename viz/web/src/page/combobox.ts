// A field with suggestions that the keyboard can walk through (the combobox of the ARIA practices, list below).

import { fill, make } from "./dom";
import { htmlLang, type Lang } from "./words";

export interface Suggestion {
  id: string;
  text: string;
  /** Language of `text`, where it is not the page's. */
  lang?: Lang;
  /** What stands small beside it: the other name, what it is. */
  hint?: string;
  /** A decoration before it, hidden from screen readers. */
  mark?: Element;
}

export interface Suggestions<Item extends Suggestion = Suggestion> {
  items: readonly Item[];
  /** How many there are in all; those beyond `items` are announced, not listed. */
  total: number;
}

export interface Asked<Item extends Suggestion> {
  /** Start of the ids inside; one word. */
  id: string;
  label: () => string;
  placeholder?: () => string;
  suggest(text: string): Suggestions<Item> | Promise<Suggestions<Item>>;
  choose(item: Item): void;
  /** Said when nothing is found, and when more is found than listed. */
  none: (text: string) => string;
  more: (shown: number, total: number) => string;
}

export class Combobox<Item extends Suggestion = Suggestion> {
  readonly element: HTMLElement;
  readonly input: HTMLInputElement;
  readonly #asked: Asked<Item>;
  readonly #list: HTMLUListElement;
  readonly #status: HTMLElement;
  #items: readonly Item[] = [];
  #marked = -1;
  #turn = 0;

  constructor(asked: Asked<Item>) {
    this.#asked = asked;
    this.#list = make("ul", { id: `${asked.id}-list`, role: "listbox", class: "suggestions", hidden: true });
    this.#status = make("p", { class: "suggestions-status faint", role: "status" });
    this.input = make("input", {
      id: asked.id,
      type: "search",
      role: "combobox",
      autocomplete: "off",
      spellcheck: false,
      "aria-autocomplete": "list",
      "aria-expanded": "false",
      "aria-controls": this.#list.id,
      on: {
        input: () => void this.#suggest(),
        focus: () => void (this.input.value && this.input.select()),
        keydown: (event) => this.#key(event),
        blur: () => this.close(),
      },
    });
    this.element = make("div", { class: "combobox" }, this.input, make("div", { class: "suggestions-box" }, this.#list, this.#status));
    this.translate();
  }

  /** Say label and placeholder in the page's language. */
  translate(): void {
    this.input.setAttribute("aria-label", this.#asked.label());
    this.#list.setAttribute("aria-label", this.#asked.label());
    this.input.placeholder = this.#asked.placeholder?.() ?? "";
    this.close();
  }

  close(): void {
    this.#turn += 1; // an answer that is still on its way is not wanted any more
    this.#list.hidden = true;
    fill(this.#status);
    this.input.setAttribute("aria-expanded", "false");
    this.#mark(-1);
  }

  async #suggest(): Promise<void> {
    const text = this.input.value.trim();
    if (!text) return this.close();
    const turn = (this.#turn += 1);
    const { items, total } = await this.#asked.suggest(text);
    if (turn !== this.#turn) return;
    this.#items = items;
    fill(this.#list, items.map((item, number) => this.#option(item, number)));
    this.#list.hidden = items.length === 0;
    this.input.setAttribute("aria-expanded", String(items.length > 0));
    fill(this.#status, !items.length ? this.#asked.none(text) : total > items.length ? this.#asked.more(items.length, total) : null);
    this.#mark(items.length ? 0 : -1);
  }

  #option(item: Item, number: number): HTMLElement {
    return make(
      "li",
      {
        role: "option",
        id: `${this.#asked.id}-${number}`,
        data: { id: item.id },
        // A click would come after the field has lost the focus, and its list with it.
        on: { mousedown: (event) => this.#choose(event, item) },
      },
      item.mark ? make("span", { "aria-hidden": "true", class: "suggestion-mark" }, item.mark) : null,
      make("span", { class: "suggestion-text", lang: item.lang && htmlLang(item.lang) }, item.text),
      item.hint ? make("span", { class: "faint" }, item.hint) : null,
    );
  }

  #mark(number: number): void {
    this.#marked = number;
    [...this.#list.children].forEach((option, at) => option.setAttribute("aria-selected", String(at === number)));
    if (number < 0) return this.input.removeAttribute("aria-activedescendant");
    this.input.setAttribute("aria-activedescendant", `${this.#asked.id}-${number}`);
    this.#list.children[number]?.scrollIntoView({ block: "nearest" });
  }

  #choose(event: Event, item: Item | undefined): void {
    event.preventDefault();
    if (!item) return;
    this.input.value = "";
    this.close();
    this.#asked.choose(item);
  }

  #key(event: KeyboardEvent): void {
    if (event.isComposing) return; // Enter ends the input of Chinese first
    const n = this.#list.hidden ? 0 : this.#items.length;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && n) this.#mark((this.#marked + step + n) % n);
    else if (step === 1) void this.#suggest();
    else if (event.key === "Enter" && n && this.#marked >= 0) return this.#choose(event, this.#items[this.#marked]);
    else if (event.key === "Escape" && (n || this.input.value)) {
      if (!n) this.input.value = "";
      this.close();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }
}
