// A thin bar beside a number that stands there as text too.

import { make } from "../page/dom";

export function powerBar(share: number, color: string): HTMLElement {
  const width = `${Math.max(2, Math.min(1, share) * 100).toFixed(1)}%`;
  return make("span", { class: "power-bar", "aria-hidden": "true" }, make("span", { class: "bar-fill", style: { color, width } }));
}
