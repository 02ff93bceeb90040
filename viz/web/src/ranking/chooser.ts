// The choice of a paradigm, which all views share.

import type { App } from "../dossier/app";
import { make } from "../page/dom";
import { speaker } from "../page/words";
import table from "./words.json";

const say = speaker(table);

/** Buttons of all paradigms that `has` knows; choosing is a step that the back button undoes. */
export function chooser(app: App, has: (id: string) => boolean = () => true): HTMLElement {
  const chosen = app.paradigm;
  return make(
    "div",
    { class: "chooser", role: "group", "aria-label": say("paradigm") },
    app.frame.paradigms
      .filter(({ id }) => has(id))
      .map(({ id }) =>
        make(
          "button",
          {
            type: "button",
            "aria-pressed": String(id === chosen),
            data: { paradigm: id },
            on: { click: () => app.address.set({ p: id }, { push: true }) },
          },
          app.name("paradigm", id),
        ),
      ),
  );
}
