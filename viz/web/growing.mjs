// Sheets are written in pixels of a usual screen. What is built from them grows with the root's type, which shell.css enlarges
// on very wide screens and readers in their browser's settings: lengths become rem, those of media queries em. Hairlines stay,
// and so does what is written PX: text inside drawings that are scaled as a whole.

import { readFile } from "node:fs/promises";

const ROOT = 16;
const HAIRLINE = 2;
const LENGTH = /(?<![\w.#-])(-?(?:\d*\.)?\d+)px\b/g;

const relative = (text, unit) => text.replace(LENGTH, (whole, value) => (Math.abs(value) > HAIRLINE ? `${Number(value) / ROOT}${unit}` : whole));

export function growing(text) {
  return text
    .split(/(@media[^{]*)/)
    .map((part) => relative(part, part.startsWith("@media") ? "em" : "rem"))
    .join("");
}

export const growingSheets = {
  name: "growing sheets",
  setup(build) {
    build.onLoad({ filter: /\.css$/ }, async ({ path }) => ({ contents: growing(await readFile(path, "utf8")), loader: "css" }));
  },
};
