// The network as a page of its own: `definer network`.

import { App } from "../dossier/app";
import { readLook } from "../dossier/chosen_look";
import { mode, onSystemMode } from "../page/mode";
import { fill, find, make } from "../page/dom";
import { lang } from "../page/words";
import { openNetwork, type NetworkView } from "./component";
import { inspect } from "./inspect";
import { say } from "./texts";

export async function openPage(): Promise<void> {
  const app = new App();
  const { address } = app;
  const line = make("span", {});
  const theme = make("button", { id: "theme", type: "button", on: { click: () => address.set({ theme: mode() === "dark" ? "light" : "dark" }) } }, "◐");
  const language = make("button", { id: "language", type: "button", on: { click: () => address.set({ lang: lang() === "en" ? "zh" : "en" }) } });
  const translate = (): void => {
    readLook(app);
    document.title = say("title");
    fill(line, say("brand.line"));
    fill(language, say("language"));
    language.title = say("language.hint");
    theme.title = say("theme");
    theme.setAttribute("aria-label", say("theme"));
  };
  translate();
  const lead = make("header", { class: "brand" }, make("h1", {}, "Definer"), line);
  const view = await openNetwork(find("content"), app, { prefix: "", ids: "", search: true, lead, tail: [theme, language] });
  address.listen((changed) => follow(view, translate, changed));
  onSystemMode(() => view.update(new Set(["theme"])));
  Reflect.set(globalThis, "definer", inspect(view, view.stage.canvas));
  requestAnimationFrame(() => {
    document.documentElement.dataset.ready = "true";
    performance.mark("definer-ready");
  });
}

function follow(view: NetworkView, translate: () => void, changed: ReadonlySet<string>): void {
  if (changed.has("lang") || changed.has("theme")) translate();
  view.update(changed);
}
