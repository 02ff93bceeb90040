// The dossier's Network tab.

import type { Tab } from "../dossier/tab";
import { openNetwork } from "./component";
import { inspect } from "./inspect";

export const networkTab: Tab = {
  id: "network",
  async open(place, app) {
    place.classList.add("net-tab");
    const view = await openNetwork(place, app);
    Reflect.set(globalThis, "definer", inspect(view, view.stage.canvas));
    return view;
  },
};
