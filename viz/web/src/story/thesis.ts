// The question: the essay's thesis in its own words, and how many definitions it finds under which rule.

import type { App } from "../dossier/app";
import { linkTo, make } from "../page/dom";
import { lang, speaker } from "../page/words";
import { told } from "../ranking/names";
import type { Story } from "./data";
import table from "./words.json";

const say = speaker(table);
/** Countries that the essay compares; more stand in the queries. */
const COMPARED = ["US", "CN"];

export function thesis(app: App, { thesis: { text, essay, quote, source, counts }, counts: totals }: Story): HTMLElement {
  const number = (value: number): string => value.toLocaleString("en");
  return make(
    "header",
    { class: "thesis" },
    make("p", { class: "kicker" }, say("question"), " · ", app.term("as_of", say("as.of", { date: app.frame.asOf }))),
    make("h2", {}, told(text)),
    quote.map(({ text: words, line }) =>
      make(
        "blockquote",
        { lang: "zh-Hans", class: "essay-quote" },
        words,
        make("cite", { lang: app.lang === "zh" ? "zh-Hans" : "en" }, " ", linkTo(source.url, source.title || say("essay")), `, ${source.published}, ${say("line", { line })}`),
      ),
    ),
    make(
      "div",
      { class: "thesis-counts" },
      essay && counted(counts),
      make(
        "p",
        { class: "totals" },
        say("totals", { firms: number(totals.firms), claims: number(totals.claims), sources: number(totals.sources) }),
        " ",
        make("a", { href: app.address.link({ tab: "evidence", "e.evidence": "known" }) }, say("totals.unverified", { n: number(totals.unverified) })),
      ),
    ),
  );
}

/** How many definitions each of the two countries has: the count hangs on the rule, so all rules stand side by side. */
function counted(counts: Story["thesis"]["counts"]): HTMLElement | null {
  const found = counts.filter(({ rows }) => rows.length);
  if (!found.length) return null;
  const names = new Intl.DisplayNames([lang()], { type: "region", style: "short" });
  return make(
    "dl",
    { class: "rules" },
    found.map(({ rule, rows }) => {
      const held = new Map(rows);
      const pair = COMPARED.map((country) => `${names.of(country)} ${short(held.get(country) ?? 0)}`).join(" : ");
      const more = rows.filter(([country]) => !COMPARED.includes(country)).length;
      return make("div", {}, make("dt", {}, say(`rule.${rule}` as keyof typeof table)), make("dd", {}, pair, more > 0 && make("span", { class: "faint" }, ` ${say("others", { n: more })}`)));
    }),
  );
}

function short(value: number): string {
  return String(Number(value.toFixed(2)));
}
