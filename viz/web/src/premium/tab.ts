// The Premium tab: what definition power is worth, from the verdict down to the sources of one premium.

import type { App } from "../dossier/app";
import type { Tab, View } from "../dossier/tab";
import { Gallery } from "../findings/gallery";
import type { Premium } from "./data";
import { Sheet } from "./sheet";

export const premiumTab: Tab = {
  id: "premium",
  async open(place: HTMLElement, app: App): Promise<View> {
    const [data, findings] = await Promise.all([app.block<Premium>("premium"), app.block<Record<string, unknown>>("findings")]);
    const sheet = new Sheet(place, app, data, findings, new Gallery());
    sheet.start();
    return { update: (changed) => sheet.update(changed) };
  },
};
