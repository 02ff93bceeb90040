// What every tab is given: the view's state, the file's blocks, names and definitions.

import { Address } from "../page/address";
import { block, bytes, fetchFrom, hasBlock } from "../page/blocks";
import { find, make } from "../page/dom";
import { lang, nameIn, type Lang } from "../page/words";
import type { Frame } from "./frame";

export class App {
  readonly frame: Frame;
  readonly address = new Address();
  readonly block = block;
  readonly bytes = bytes;
  readonly hasBlock = hasBlock;

  constructor() {
    this.frame = JSON.parse(find("frame").textContent ?? "null") as Frame;
    fetchFrom(this.frame.served);
  }

  get lang(): Lang {
    return lang();
  }

  /** The date of the view: one of the frame's stops. */
  get date(): string {
    const at = this.address.get("at");
    const stops = this.frame.stops;
    return stops.find((stop) => stop === at || stop.slice(0, 4) === at) ?? this.frame.asOf;
  }

  /** The paradigm of the view: one of the frame's, by default the last. */
  get paradigm(): string {
    const wanted = this.address.get("p");
    const known = this.frame.paradigms;
    return known.find(({ id }) => id === wanted)?.id ?? known.at(-1)?.id ?? "";
  }

  /** Name of a thing as a text node's content; `kind` says whose name. */
  name(kind: keyof Frame["names"] | "paradigm", id: string): string {
    if (kind === "paradigm") return nameIn(this.frame.paradigms.find((one) => one.id === id)?.name, id).text;
    const names = this.frame.names[kind];
    return nameIn(Object.hasOwn(names, id) ? names[id] : undefined, id).text;
  }

  /** A word with its definition: seen on hover, focus and touch (glossary.ts), read by a screen reader. */
  term(key: string, text?: string): HTMLElement {
    const entry = Object.hasOwn(this.frame.glossary, key) ? this.frame.glossary[key] : undefined;
    const shown = text ?? (entry ? nameIn(entry.name, key).text : key);
    if (!entry) return make("span", {}, shown);
    return make("button", { type: "button", class: "term", data: { term: key } }, shown);
  }
}
