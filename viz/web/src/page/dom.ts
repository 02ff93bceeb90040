// Elements are made here and nowhere else: text is set as text, and never read as markup.

type Child = Node | string | null | undefined | false | readonly Child[];
type Handlers = { [Name in keyof HTMLElementEventMap]?: (event: HTMLElementEventMap[Name]) => void };

export interface Properties {
  class?: string | undefined;
  on?: Handlers;
  data?: Record<string, string>;
  /** CSS variables, by name without the dashes. */
  style?: Record<string, string>;
  [name: string]: unknown;
}

export function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  properties: Properties = {},
  ...children: Child[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined || value === null) continue;
    if (name === "class") element.className = String(value);
    else if (name === "on") {
      for (const [event, action] of Object.entries(value as Handlers)) {
        element.addEventListener(event, action as EventListener);
      }
    } else if (name === "data") Object.assign(element.dataset, value);
    else if (name === "style") {
      for (const [variable, text] of Object.entries(value as Record<string, string>)) {
        element.style.setProperty(`--${variable}`, text);
      }
    } else if (name.startsWith("aria-") || ATTRIBUTES.has(name)) element.setAttribute(name, String(value));
    else Reflect.set(element, name, value);
  }
  append(element, children);
  return element;
}

/** Names that are attributes alone, or whose property does not take what a reader of HTML would write. */
const ATTRIBUTES = new Set(["role", "for", "colspan", "rowspan", "scope", "list", "lang", "width", "height", "dir"]);

function append(element: Element, children: readonly Child[]): void {
  for (const child of children) {
    if (child === null || child === undefined || child === false || child === "") continue;
    if (Array.isArray(child)) append(element, child as readonly Child[]);
    else element.append(child as Node | string);
  }
}

/** Fill `place` with `children` and nothing else. */
export function fill(place: Element, ...children: Child[]): void {
  place.replaceChildren();
  append(place, children);
}

/** The element with that id, which the page is known to have. */
export function find<Kind extends HTMLElement = HTMLElement>(id: string): Kind {
  const element = document.getElementById(id);
  if (!element) throw new Error(`the page has no #${id}`);
  return element as Kind;
}

/** Only addresses of the web that are encrypted become links; anything else stays text. */
export function linkTo(url: string | null | undefined, text: string): Node {
  const address = safeAddress(url);
  if (!address) return document.createTextNode(text);
  return make("a", { href: address, rel: "noreferrer noopener", target: "_blank" }, text);
}

export function safeAddress(url: string | null | undefined): string {
  if (!url || !/^https:\/\/[^\s\\]+$/i.test(url)) return "";
  try {
    const address = new URL(url);
    return address.protocol === "https:" && !address.username && !address.password ? address.href : "";
  } catch {
    return "";
  }
}

/** An SVG element; numbers and texts alone go into it. */
export function svg<Tag extends keyof SVGElementTagNameMap>(
  tag: Tag,
  attributes: Record<string, string | number> = {},
  ...children: (Node | string)[]
): SVGElementTagNameMap[Tag] {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
  element.append(...children);
  return element;
}
