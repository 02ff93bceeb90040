// The whole glossary as a list that can be searched.

import { fill, make } from "../page/dom";
import { plain } from "../page/needles";
import { htmlLang, lang, nameIn, speaker } from "../page/words";
import type { App } from "../dossier/app";
import table from "./words.json";

const say = speaker(table);

export function termList(app: App): HTMLElement {
  const entries = Object.entries(app.frame.glossary);
  const list = make("dl", { class: "terms" });
  const status = make("p", { class: "faint", role: "status" });
  const input = make("input", {
    type: "search", class: "term-search", autocomplete: "off", spellcheck: false, value: app.address.get("about.q") ?? "", "aria-label": say("glossary.search"),
    placeholder: say("glossary.search"),
    on: { input: () => (app.address.set({ "about.q": input.value.trim() }), draw()) },
  });

  function draw(): void {
    const wanted = plain(input.value);
    const found = entries
      .filter(([key, { name, definition }]) => !wanted || plain([key, ...name, ...definition].join(" ")).includes(wanted))
      .sort(([, a], [, b]) => nameIn(a.name, "").text.localeCompare(nameIn(b.name, "").text, htmlLang(lang())));
    fill(
      list,
      found.map(([key, { name, definition }]) => {
        const own = nameIn(name, key);
        const other = lang() === "zh" ? name[0] : name[1];
        return make(
          "div",
          { data: { key } },
          make("dt", {}, make("strong", { lang: own.lang && htmlLang(own.lang) }, own.text), other && other !== own.text ? make("span", { class: "faint", lang: htmlLang(lang() === "zh" ? "en" : "zh") }, ` ${other}`) : null),
          make("dd", {}, nameIn(definition, "").text, make("code", { class: "faint" }, ` ${key}`)),
        );
      }),
    );
    fill(status, say("glossary.found", { n: found.length, all: entries.length }));
  }

  draw();
  return make("div", {}, make("p", { class: "faint" }, say("glossary.from")), input, status, list);
}
