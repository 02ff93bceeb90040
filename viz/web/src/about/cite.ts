// How to cite the file: a line of text and BibTeX, both with what its numbers were computed from.

import { fillIn } from "../page/words";

export interface Cited {
  title: string;
  authors: string;
  version: string;
  claims: string;
  date: string;
}

export function bibtex({ title, authors, version, claims, date }: Cited): string {
  const note = `Version ${version}, claims ${claims}, as of ${date}`;
  const lines = [`  title = {{${title}}}`, `  author = {{${authors}}}`, `  year = {${date.slice(0, 4)}}`, `  version = {${version}}`, `  note = {${note}}`];
  return `@software{definer,\n${lines.join(",\n")}\n}\n`;
}

export function citation(template: string, cited: Cited): string {
  return fillIn(template, { ...cited });
}
