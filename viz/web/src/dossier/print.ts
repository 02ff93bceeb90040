// On paper: the shown part, light, with everything opened that a reader of paper cannot open.

import { find } from "../page/dom";
import { chooseMode } from "../page/mode";
import type { App } from "./app";
import { readLook } from "./chosen_look";

/** Prepare the page for the printer, and put it back; `redraw` tells the shown tab that the look changed. */
export function listenToPrinter(app: App, redraw: () => void): void {
  const opened = new Set<HTMLDetailsElement>();
  addEventListener("beforeprint", () => {
    for (const details of find("content").querySelectorAll<HTMLDetailsElement>(".panel:not([hidden]) details:not([open])")) {
      details.open = true;
      opened.add(details);
    }
    chooseMode("light");
    redraw();
  });
  addEventListener("afterprint", () => {
    for (const details of opened) details.open = false;
    opened.clear();
    readLook(app);
    redraw();
  });
}
