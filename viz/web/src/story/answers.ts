// The three answers: what each says of the essay, its sentence, its intervals, and where the whole of it stands.

import { signed } from "../page/numbers";
import type { App } from "../dossier/app";
import { reachable } from "../findings/scrolling";
import { make } from "../page/dom";
import { speaker } from "../page/words";
import { statusBadge, verdictSign } from "../ranking/badge";
import { firmName, told } from "../ranking/names";
import { percent } from "../ranking/numbers";
import { around } from "../ranking/pictures";
import type { Answer, Interval, Item } from "./data";
import table from "./words.json";

const say = speaker(table);
const TABS = { definers: "ranking", link: "premium", gap: "premium" } as const;

export function answerCard(app: App, answer: Answer, essay: boolean): HTMLElement {
  return make(
    "article",
    { class: "answer", data: { answer: answer.id } },
    make("header", {}, make("h3", {}, say(`ask.${answer.id}`)), answer.status && (essay || answer.status === "refused") && statusBadge(answer.status)),
    essay && make("p", { class: "claim faint" }, say(`essay.${answer.id}`)),
    make("p", { class: "sentence" }, told(answer.text)),
    answer.items.length > 0 && paradigms(app, answer.items, essay),
    answer.intervals.length > 0 && intervals(answer),
    answer.more.length > 0 && make("details", {}, make("summary", {}, say("more")), answer.more.map((text) => make("p", { class: "faint" }, told(text)))),
    make("a", { class: "button", href: app.address.link({ tab: TABS[answer.id] }) }, say(`to.${TABS[answer.id]}`)),
  );
}

function paradigms(app: App, items: readonly Item[], essay: boolean): HTMLElement {
  const heads = ["col.paradigm", "col.found", "col.p", ...(essay ? (["col.essay", "col.says"] as const) : [])] as const;
  return reachable(
    say("ask.definers"),
    make(
      "table",
      { class: "verdicts" },
      make("thead", {}, make("tr", {}, heads.map((key) => make("th", { scope: "col" }, key === "col.p" ? app.term("p_first", say(key)) : say(key))))),
      make("tbody", {}, items.map((item) => row(app, item, essay))),
    ),
  );
}

function row(app: App, item: Item, essay: boolean): HTMLElement {
  const claimed = item.claimed.flatMap((firm, place) => [place ? say("list") : "", firmName(app, firm)]);
  const firm = item.word === "none" || !item.firm ? null : item.firm;
  return make(
    "tr",
    {},
    make("th", { scope: "row" }, make("a", { href: app.address.link({ tab: "ranking", p: item.paradigm, firm }) }, app.name("paradigm", item.paradigm))),
    make("td", { class: "found" }, verdictSign(item.word), " ", firm ? firmName(app, firm) : "–"),
    make("td", { class: "number" }, percent(item.p), " ", make("span", { class: "faint" }, `n = ${item.n}`), !item.decided && make("small", { class: "faint" }, ` ${say("close")}`)),
    essay && make("td", { class: "names", data: { head: say("col.essay") } }, claimed.length ? claimed : say("open")),
    essay && make("td", { class: "says" }, item.status && statusBadge(item.status, true)),
  );
}

function intervals(answer: Answer): HTMLElement {
  const end = 1.08 * Math.max(0.05, ...answer.intervals.flatMap(({ ends }) => ends.map((value) => Math.abs(value ?? 0))));
  return make(
    "div",
    { class: "estimates" },
    make("ul", {}, answer.intervals.map((one) => estimate(answer.id, one, end))),
    make("p", { class: "faint" }, say(`unit.${answer.id}` as keyof typeof table, { n: answer.n.join(" + ") })),
  );
}

function estimate(answer: string, { name, ends: [mid, low, high] }: Interval, end: number): HTMLElement {
  return make(
    "li",
    { class: "estimate" },
    make("span", { class: "estimate-name" }, say(`${answer}.${name}` as keyof typeof table)),
    around({ low, mid, high }, end),
    make("span", { class: "estimate-value" }, signed(mid), make("span", { class: "faint" }, low === null || high === null ? "" : ` [${signed(low)}, ${signed(high)}]`)),
  );
}
