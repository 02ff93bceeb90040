// The view as the part of the address after #: a link, or the saved file, opens the same one. Pages in a frame that has
// no address of its own keep the view in memory.

import { savedView } from "./copy";

export type Change = Record<string, string | number | null | undefined>;
export type Listener = (changed: ReadonlySet<string>) => void;

const LOOK: ReadonlySet<string> = new Set(["lang", "theme"]);

export class Address {
  #values: URLSearchParams;
  readonly #listeners = new Set<Listener>();

  constructor() {
    this.#values = new URLSearchParams(location.hash.slice(1) || savedView());
    addEventListener("hashchange", () => this.#read());
  }

  get(key: string): string | null {
    return this.#values.get(key);
  }

  /**
   * Set what changes and tell the listeners; null or "" takes a key out. `push` makes a step of the browser's history;
   * `again` tells also of what was so already: whoever looks for what is chosen wants it brought into sight.
   */
  set(change: Change, { push = false, again = false } = {}): void {
    const changed = new Set<string>();
    for (const [key, value] of Object.entries(change)) {
      const text = value === null || value === undefined || value === "" ? null : String(value);
      if (this.#values.get(key) === text) continue;
      changed.add(key);
      if (text === null) this.#values.delete(key);
      else this.#values.set(key, text);
    }
    if (changed.size) this.#write(push);
    const told = again ? new Set(Object.keys(change)) : changed;
    if (told.size) this.#tell(told);
  }

  /** The address of the view with a change, for a link. */
  link(change: Change = {}): string {
    const values = new URLSearchParams(this.#values);
    for (const [key, value] of Object.entries(change)) {
      if (value === null || value === undefined || value === "") values.delete(key);
      else values.set(key, String(value));
    }
    return `#${values}`;
  }

  /** Open the view that a link of the page leads to; what it does not name is taken out, but not the look. */
  open(fragment: string): void {
    const gone = [...this.#values.keys()].filter((key) => !LOOK.has(key)).map((key): [string, null] => [key, null]);
    const wanted = [...new URLSearchParams(fragment.replace(/^#/, ""))];
    this.set(Object.fromEntries<string | null>([...gone, ...wanted]), { push: true });
  }

  /** The view as text, as it stands after #. */
  get text(): string {
    return this.#values.toString();
  }

  listen(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #read(): void {
    const before = this.#values;
    this.#values = new URLSearchParams(location.hash.slice(1));
    const keys = new Set([...before.keys(), ...this.#values.keys()]);
    const changed = new Set([...keys].filter((key) => before.get(key) !== this.#values.get(key)));
    if (changed.size) this.#tell(changed);
  }

  #write(push: boolean): void {
    const text = `#${this.#values}`;
    try {
      if (push) history.pushState(null, "", text);
      else history.replaceState(null, "", text);
    } catch {
      // A page inside a sandboxed frame may not change its address.
    }
  }

  #tell(changed: ReadonlySet<string>): void {
    for (const listener of [...this.#listeners]) listener(changed);
  }
}
