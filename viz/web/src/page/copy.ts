// A copy of this file that opens on the view of now: the page as it was read, with the view in an attribute.

const asRead = {
  head: [...document.head.children].map((element) => element.cloneNode(true)),
  body: [...document.body.children].map((element) => (element instanceof HTMLScriptElement ? element : element.cloneNode(true))),
};

/** The whole file as text. Blocks and scripts are taken as they stand; nothing that the page has made goes along. */
export function copyWith(view: string): string {
  const page = document.implementation.createHTMLDocument();
  const root = page.documentElement;
  root.lang = document.documentElement.lang;
  root.dataset.view = view;
  page.head.replaceChildren(...asRead.head.map((element) => page.importNode(element, true)));
  page.body.replaceChildren(...asRead.body.map((element) => page.importNode(element, true)));
  return `<!DOCTYPE html>\n${root.outerHTML}\n`;
}

/** The view that the file was saved with, if it was. */
export function savedView(): string {
  return document.documentElement.dataset.view ?? "";
}
