// The picture as PNG: what is on the stage, on its ground, with the date and what size and colour mean.

import { make } from "../page/dom";
import { save } from "../page/download";
import { font } from "./labels";
import type { Net } from "./net";
import { dateText, say, sayOf } from "./texts";
import { tieCount } from "./visibility";

/** What the picture shows, in one line. */
export function caption({ model, stops }: Pick<Net, "model" | "stops">): string {
  const { look, scene } = model;
  const said = say("picture.caption", { date: dateText(look.date, stops), size: sayOf("size", look.size), color: sayOf("color", look.color) });
  return `${said}; ${say("picture.counts", { nodes: model.firms().length, ties: tieCount(scene) })}`;
}

export function pictureCanvas(net: Net): HTMLCanvasElement {
  const drawn = net.surface.picture();
  const ratio = window.devicePixelRatio || 1;
  const copy = make("canvas", {});
  copy.width = drawn.width;
  copy.height = drawn.height;
  const context = copy.getContext("2d");
  if (!context) throw new Error("this browser has no canvas");
  context.fillStyle = net.model.shade.css("--ground");
  context.fillRect(0, 0, copy.width, copy.height);
  context.drawImage(drawn, 0, 0);
  context.font = font(12 * ratio, false);
  context.fillStyle = net.model.shade.css("--faint");
  context.textBaseline = "bottom";
  context.fillText(caption(net), 12 * ratio, copy.height - 10 * ratio);
  return copy;
}

export function savePng(net: Net): void {
  pictureCanvas(net).toBlob((blob) => {
    if (blob) save(`definer-${net.model.look.date}.png`, blob);
  }, "image/png");
}
