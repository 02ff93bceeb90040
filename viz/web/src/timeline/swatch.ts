// A piece of a firm's line: the same colour and dash.

import { make, svg } from "../page/dom";
import { dashOf } from "./chart";

export function swatch(place: number): HTMLElement {
  const picture = svg("svg", { class: "swatch", width: 22, height: 10, viewBox: "0 0 22 10", "aria-hidden": "true" });
  if (place >= 0) picture.append(svg("line", { class: `course s${place}`, x1: 0, x2: 22, y1: 5, y2: 5, "stroke-dasharray": dashOf(place) }));
  const holder = make("span", { class: "swatch-holder" });
  holder.append(picture);
  return holder;
}
