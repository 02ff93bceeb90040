// The frame around the tabs: opens each when it is first wanted, tells it what changed, and says what goes wrong in it.

import { fill, find, make } from "../page/dom";
import { speaker } from "../page/words";
import type { App } from "./app";
import { instead, tellLeftOut } from "./left_out";
import { readLook } from "./chosen_look";
import { listenToTools, translateTools } from "./look";
import { listenToPrinter } from "./print";
import type { Tab, View } from "./tab";
import { TabList, tabName } from "./tab_list";
import table from "./words.json";

const say = speaker(table);

interface Opened {
  view: View | null;
  /** What changed since the view was last told. */
  missed: Set<string>;
}

export class Shell {
  readonly #app: App;
  readonly #tabs: readonly Tab[];
  readonly #list: TabList;
  readonly #opened = new Map<string, Opened>();
  #shown = "";

  constructor(app: App, tabs: readonly Tab[]) {
    this.#app = app;
    this.#tabs = app.frame.tabs.flatMap((id) => tabs.filter((tab) => tab.id === id));
    this.#list = new TabList(this.#tabs, app.address);
  }

  async start(): Promise<void> {
    readLook(this.#app);
    this.#translate();
    this.#listen();
    this.#app.address.listen((changed) => void this.#follow(changed));
    await this.#show(this.#wanted());
    document.documentElement.dataset.ready = "true";
    performance.mark("definer-ready");
  }

  #wanted(): string {
    const id = this.#app.address.get("tab");
    return this.#tabs.find((tab) => tab.id === id)?.id ?? this.#tabs[0]?.id ?? "";
  }

  async #follow(changed: ReadonlySet<string>): Promise<void> {
    if (changed.has("lang") || changed.has("theme")) readLook(this.#app);
    if (changed.has("lang")) this.#translate();
    for (const { missed } of this.#opened.values()) for (const key of changed) missed.add(key);
    await this.#show(this.#wanted());
  }

  async #show(id: string): Promise<void> {
    const tab = this.#tabs.find((one) => one.id === id);
    if (!tab) return;
    this.#shown = id;
    this.#list.show(id);
    this.#name();
    const opened = this.#opened.get(id);
    if (opened) this.#tell(id, opened);
    else await this.#open(tab);
  }

  async #open(tab: Tab): Promise<void> {
    const place = find(`panel-${tab.id}`);
    const fresh: Opened = { view: null, missed: new Set() };
    this.#opened.set(tab.id, fresh);
    const missing = (tab.needs ?? []).filter((name) => !this.#app.hasBlock(name));
    if (missing.length) {
      const tell = () => fill(place, instead(this.#app, missing));
      tell();
      fresh.view = { update: (changed) => changed.has("lang") && tell() };
      return;
    }
    const notice = make("p", { class: "notice", role: "status" }, say("loading"));
    fill(place, notice);
    place.setAttribute("aria-busy", "true");
    try {
      fresh.view = await tab.open(place, this.#app);
      notice.remove();
      this.#tell(tab.id, fresh);
    } catch (error) {
      this.#fail(tab, error);
    } finally {
      place.removeAttribute("aria-busy");
    }
  }

  /** Tell a tab what it missed, if it is shown; a tab that fails takes nothing else along. */
  #tell(id: string, opened: Opened): void {
    const { view } = opened;
    if (!view || !opened.missed.size || this.#shown !== id) return;
    const missed = new Set(opened.missed);
    opened.missed.clear();
    try {
      view.update(missed);
    } catch (error) {
      const tab = this.#tabs.find((one) => one.id === id);
      if (tab) this.#fail(tab, error);
    }
  }

  #fail(tab: Tab, error: unknown): void {
    const place = find(`panel-${tab.id}`);
    const again = () => {
      this.#opened.delete(tab.id);
      place.focus();
      void this.#open(tab);
    };
    const tell = () => {
      const why = error instanceof Error ? error.message : String(error);
      const button = make("button", { type: "button", on: { click: again } }, say("again"));
      fill(place, make("div", { class: "notice", role: "alert" }, make("p", {}, say("failed", { why })), button));
    };
    tell();
    this.#opened.set(tab.id, { view: { update: (changed) => changed.has("lang") && tell() }, missed: new Set() });
    console.error(error);
  }

  #translate(): void {
    this.#list.translate();
    translateTools(this.#app);
    tellLeftOut(this.#app);
    this.#name();
  }

  /** Name of the document, and the line that stands above it on paper. */
  #name(): void {
    if (!this.#shown) return;
    const { asOf, claims, version } = this.#app.frame;
    const tab = tabName(this.#shown);
    document.title = say("title", { tab, date: asOf });
    find("printed").textContent = say("printed", { version, tab, date: asOf, claims });
  }

  #listen(): void {
    const redraw = (): void => void this.#follow(new Set(["theme"]));
    listenToTools(this.#app, redraw);
    listenToPrinter(this.#app, () => {
      for (const { missed } of this.#opened.values()) missed.add("theme");
      void this.#show(this.#shown);
    });
    find("skip").addEventListener("click", (event) => {
      event.preventDefault();
      find("content").focus();
    });
    // A link to a view of this page opens it here, also where the page has no address of its own.
    document.addEventListener("click", (event) => {
      if (event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      const link = event.target instanceof Element ? event.target.closest("a") : null;
      const target = link?.getAttribute("href");
      if (!target?.startsWith("#")) return;
      event.preventDefault();
      this.#app.address.open(target);
    });
  }
}
