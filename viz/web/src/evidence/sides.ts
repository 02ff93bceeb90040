// Claims that cannot all be right, side by side.

import { make } from "../page/dom";
import { htmlLang, nameIn, speaker } from "../page/words";
import type { App } from "../dossier/app";
import { sourceList } from "../network/sources";
import type { Disagreement } from "./block";
import type { Item } from "./item";
import type { Ledger } from "./ledger";
import { worded } from "./parts";
import { nodesOf, type Sayer } from "./saying";
import table from "./words.json";

const say = speaker(table);

function grid(heads: readonly string[], body: readonly (readonly (Node | string | null)[])[], caption: string): HTMLElement {
  return make(
    "div",
    { class: "scroll" },
    make(
      "table",
      { class: "side-by-side" },
      make("caption", {}, caption),
      make("thead", {}, make("tr", {}, heads.map((head) => make("th", { scope: "col" }, head)))),
      make("tbody", {}, body.map((cells) => make("tr", {}, cells.map((cell) => make("td", {}, cell))))),
    ),
  );
}

export function clashTable(group: readonly Item[], self: Item | null, sayer: Sayer, app: App): HTMLElement {
  const first = group[0];
  const what = first ? [sayer.firm(first.orgs[0] ?? "").text, sayer.quantity(first), sayer.when(first)].join(say("comma")) : "";
  const title = say("against", { what });
  return make(
    "section",
    { class: "against" },
    make("h4", {}, `≠ ${title}`),
    make("p", { class: "faint" }, say("against.why", { n: group.length })),
    grid(
      [say("side.claim"), say("date"), say("side.sources"), say("side.confidence"), say("id")],
      group.map((one) => [
        make("span", {}, ...nodesOf(sayer.sentence(one), app)),
        sayer.when(one),
        sourceList(one.sources, one.evidence),
        one.confidence,
        one === self ? say("this.one") : make("a", { class: "nowrap", href: app.address.link({ tab: "evidence", "e.view": null, "e.claim": one.key }) }, one.key),
      ]),
      title,
    ),
  );
}

export function disagreement(found: Disagreement, ledger: Ledger, sayer: Sayer): HTMLElement {
  const topic = nameIn(found.topic, found.id);
  return make(
    "section",
    { class: "against", data: { disagreement: found.id } },
    make(
      "h4",
      {},
      make("span", { lang: topic.lang && htmlLang(topic.lang) }, `≠ ${topic.text}`),
      make("span", { class: "faint" }, ` ${[sayer.word("metric", found.metric), found.date, found.id].filter(Boolean).join(" · ")}`),
    ),
    grid(
      [say("side.says"), say("side.sources")],
      found.views.map(({ says, sources }) => [worded(says), sourceList(sources.flatMap((id) => ledger.sourceById.get(id) ?? []))]),
      topic.text,
    ),
    found.causes.length ? make("p", { class: "faint" }, say("disagreement.cause", { cause: found.causes.map(readable).join(say("comma")) })) : null,
    found.treatment ? make("p", { class: "faint" }, say("disagreement.kept", { how: found.treatment })) : null,
  );
}

function readable(code: string): string {
  return code.replaceAll("_", " ");
}
