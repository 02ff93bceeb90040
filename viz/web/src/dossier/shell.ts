// The frame around the tabs: their list, language, light and dark, and what goes wrong.

import { copyWith } from "../page/copy";
import { save } from "../page/download";
import { chooseMode, mode, onSystemMode } from "../page/mode";
import { fill, find, make } from "../page/dom";
import { lang, nameIn, speak, speaker } from "../page/words";
import type { App } from "./app";
import type { Tab, View } from "./tab";
import table from "./words.json";

const say = speaker(table);

interface Opened {
  place: HTMLElement;
  view: View | null;
  missed: Set<string>;
}

export class Shell {
  readonly #app: App;
  readonly #tabs: readonly Tab[];
  readonly #opened = new Map<string, Opened>();
  #shown = "";

  constructor(app: App, tabs: readonly Tab[]) {
    this.#app = app;
    this.#tabs = app.frame.tabs.flatMap((id) => tabs.filter((tab) => tab.id === id));
  }

  async start(): Promise<void> {
    const { address } = this.#app;
    this.#readLook();
    this.#translate();
    this.#listen();
    address.listen((changed) => void this.#follow(changed));
    await this.#show(this.#wanted());
    document.documentElement.dataset.ready = "true";
    performance.mark("definer-ready");
  }

  #wanted(): string {
    const id = this.#app.address.get("tab");
    return this.#tabs.find((tab) => tab.id === id)?.id ?? this.#tabs[0]?.id ?? "";
  }

  #readLook(): void {
    const { address, frame } = this.#app;
    const language = address.get("lang");
    speak(language === "en" || language === "zh" ? language : frame.lang);
    const theme = address.get("theme");
    chooseMode(theme === "light" || theme === "dark" ? theme : null);
  }

  async #follow(changed: ReadonlySet<string>): Promise<void> {
    if (changed.has("lang") || changed.has("theme")) this.#readLook();
    if (changed.has("lang")) this.#translate();
    for (const opened of this.#opened.values()) for (const key of changed) opened.missed.add(key);
    await this.#show(this.#wanted());
  }

  async #show(id: string): Promise<void> {
    const tab = this.#tabs.find((one) => one.id === id);
    if (!tab) return;
    this.#shown = id;
    for (const one of this.#tabs) {
      find(`panel-${one.id}`).hidden = one.id !== id;
      const button = find(`tab-${one.id}`);
      button.setAttribute("aria-selected", String(one.id === id));
      button.tabIndex = one.id === id ? 0 : -1;
    }
    const place = find(`panel-${id}`);
    const opened = this.#opened.get(id);
    if (opened) {
      const missed = new Set(opened.missed);
      opened.missed.clear();
      if (missed.size && opened.view) opened.view.update(missed);
      return;
    }
    const fresh: Opened = { place, view: null, missed: new Set() };
    this.#opened.set(id, fresh);
    fill(place, make("p", { class: "notice", role: "status" }, say("loading")));
    try {
      fresh.view = await tab.open(place, this.#app);
      place.querySelector(":scope > .notice")?.remove();
      if (fresh.missed.size && this.#shown === id) {
        fresh.view.update(new Set(fresh.missed));
        fresh.missed.clear();
      }
    } catch (error) {
      fill(place, make("p", { class: "notice", role: "alert" }, say("failed", { why: error instanceof Error ? error.message : String(error) })));
      console.error(error);
    }
  }

  #translate(): void {
    document.title = say("title", { date: this.#app.frame.asOf });
    const list = find("tabs");
    list.setAttribute("aria-label", say("tabs"));
    fill(
      list,
      this.#tabs.map((tab) =>
        make(
          "button",
          {
            id: `tab-${tab.id}`,
            type: "button",
            role: "tab",
            "aria-controls": `panel-${tab.id}`,
            "aria-selected": tab.id === this.#shown,
            tabIndex: tab.id === this.#shown ? 0 : -1,
            on: { click: () => this.#app.address.set({ tab: tab.id }, { push: true }), keydown: (event) => this.#arrow(event) },
          },
          say(`tab.${tab.id}` as keyof typeof table),
        ),
      ),
    );
    find("skip").textContent = say("skip");
    find("theme").setAttribute("aria-label", say("theme"));
    find("theme").title = say("theme");
    find("language").textContent = say("language");
    find("language").title = say("language.hint");
    find("keep").textContent = say("keep");
    find("keep").title = say("keep.hint");
    this.#tellLeftOut();
  }

  /** What the file does not hold is said above everything, and stays. */
  #tellLeftOut(): void {
    const missing = this.#app.frame.leftOut;
    const place = find("left-out");
    place.hidden = missing.length === 0;
    if (!missing.length) return;
    fill(
      place,
      make("strong", {}, `${say("left.out")}: `),
      missing.map(({ what, why }) => make("span", {}, `${nameIn(what, "").text} (${nameIn(why, "").text}) `)),
    );
  }

  #arrow(event: KeyboardEvent): void {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const ids = this.#tabs.map((tab) => tab.id);
    const at = ids.indexOf(this.#shown);
    const to = step ? ids[(at + step + ids.length) % ids.length] : event.key === "Home" ? ids[0] : event.key === "End" ? ids.at(-1) : null;
    if (!to) return;
    event.preventDefault();
    this.#app.address.set({ tab: to });
    find(`tab-${to}`).focus();
  }

  #listen(): void {
    const { address } = this.#app;
    find("language").addEventListener("click", () => address.set({ lang: lang() === "en" ? "zh" : "en" }));
    find("theme").addEventListener("click", () => address.set({ theme: mode() === "dark" ? "light" : "dark" }));
    find("keep").addEventListener("click", () => save(`dossier-${this.#app.frame.asOf}.html`, copyWith(address.text), "text/html"));
    onSystemMode(() => void this.#follow(new Set(["theme"])));
  }
}
