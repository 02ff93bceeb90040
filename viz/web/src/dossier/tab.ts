// A tab: made when it is first opened, told afterwards what of the view has changed.

import type { App } from "./app";

export interface View {
  /** Keys of the address that changed; "lang" and "theme" among them. Called only while the tab is shown. */
  update(changed: ReadonlySet<string>): void;
}

export interface Tab {
  id: string;
  /** Blocks without which it cannot be shown: where the file left one out, the shell says so instead of opening the tab. */
  needs?: readonly string[];
  open(place: HTMLElement, app: App): View | Promise<View>;
}
