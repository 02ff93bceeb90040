// Everything a claim carries: what it states, on whose word, field by field, and what stands against it.

import { quotation } from "../page/quotation";
import { make } from "../page/dom";
import { htmlLang, speaker } from "../page/words";
import type { App } from "../dossier/app";
import { sourceList } from "../network/sources";
import type { Item, Said } from "./item";
import type { Ledger } from "./ledger";
import { percent } from "./numbers";
import { facts, worded } from "./parts";
import { nodesOf, type Sayer } from "./saying";
import { clashTable, disagreement } from "./sides";
import table from "./words.json";

const say = speaker(table);

export function detail(item: Item, ledger: Ledger, sayer: Sayer, app: App): HTMLElement {
  const firm = item.orgs.find((id) => ledger.graph.firm(id));
  return make(
    "div",
    { class: "detail" },
    stated(item, sayer, app),
    words(item),
    item.kind === "tie" && item.row.slot ? fields(item, sayer, app) : null,
    make("h4", {}, say("sources.head")),
    sourceList(item.sources, item.evidence),
    item.said.length ? heard(item.said, sayer) : null,
    item.statements.length ? resting(item, ledger, sayer, app) : null,
    item.clash === null ? null : clashTable(ledger.clashes[item.clash] ?? [], item, sayer, app),
    item.disputes.map((number) => {
      const found = ledger.disagreements[number];
      return found ? disagreement(found, ledger, sayer) : null;
    }),
    make(
      "p",
      { class: "detail-links" },
      make("a", { href: app.address.link({ tab: "evidence", "e.view": null, "e.claim": item.key }) }, say("link")),
      firm ? make("a", { href: app.address.link({ tab: "network", firm }) }, say("in.network")) : null,
      make("code", { class: "faint" }, item.key),
    ),
  );
}

function stated({ row, kind, modality, confidence, knownFrom, rank }: Item, sayer: Sayer, app: App): HTMLElement {
  const word = (list: string, key: string | undefined) => (key ? app.term(`${list}.${key}`, sayer.word(list, key)) : null);
  const basis = [row.share_basis && sayer.word("shareBasis", row.share_basis), row.share_date].filter(Boolean).join(say("comma"));
  const part = percent(row.share_low ?? "", row.share_high ?? "");
  return facts([
    [say("layer"), word("layer", kind === "tie" ? row.layer : "")],
    [say("kind.of.tie"), word("tieKind", kind === "tie" ? row.kind : "")],
    [say("status"), kind === "tie" ? word("tieStatus", row.status) : row.status && row.status !== "reported" ? word("valueStatus", row.status) : null],
    [app.term("share_low", say("share")), part && (basis ? `${part} (${basis})` : part)],
    [app.term("criticality", say("criticality")), row.criticality],
    [app.term("revocability", say("revocability")), row.revocability],
    [app.term("closed", say("closed")), row.closed === "true" ? say("yes") : ""],
    [app.term("last_confirmed", say("confirmed")), row.last_confirmed],
    [say("round"), row.round],
    [say("stake"), percent(row.stake_low ?? "", row.stake_high ?? "")],
    [say("role"), row.role && worded(row.role)],
    [say("reason"), row.reason && worded(row.reason)],
    [say("subject"), kind === "statement" ? worded(row.subject ?? "") : ""],
    [say("stated"), kind === "statement" ? worded(row.stated ?? "") : ""],
    [app.term("modality", say("modality")), word("modality", modality)],
    [app.term("confidence", say("confidence")), confidence],
    [app.term("known_from", say("known.from")), knownFrom],
    [app.term("rank", say("rank")), rank === "normal" ? "" : word("rank", rank)],
  ]);
}

function words({ quote, locator, note, kind }: Item): (HTMLElement | null)[] {
  return [
    quote && kind !== "statement" ? make("blockquote", {}, quotation(quote)) : null,
    locator ? make("p", {}, make("span", { class: "faint" }, `${say("locator")}: `), worded(locator)) : null,
    note ? make("p", {}, make("span", { class: "faint" }, `${say("note")}: `), worded(note)) : null,
  ];
}

/** Which of the tie's fields a source bears out; of its existence its own evidence speaks. */
export function borneOut({ row, evidence, said, end }: Item): { sourced: string[]; judged: string[] } {
  const stated = [
    "existence",
    "start",
    end ? "end" : "",
    row.share_low || row.share_high ? "share" : "",
    row.criticality ? "criticality" : "",
    row.revocability ? "revocability" : "",
    row.closed === "true" ? "closed" : "",
  ].filter(Boolean);
  const attested = new Set(said.flatMap((one) => one.fields.split(" ")).filter((name) => name && name !== "existence"));
  if (evidence === "sourced") attested.add("existence");
  return {
    sourced: [...new Set([...stated, ...attested])].filter((name) => attested.has(name)),
    judged: stated.filter((name) => !attested.has(name)),
  };
}

function fields(item: Item, sayer: Sayer, app: App): HTMLElement {
  const { sourced, judged } = borneOut(item);
  const list = (names: string[]) => names.flatMap((name, at) => [at ? say("comma") : "", app.term(`tieField.${name}`, sayer.word("tieField", name))]);
  return make(
    "div",
    { class: "fields" },
    sourced.length ? make("p", {}, make("span", { class: "faint" }, `✓ ${say("fields.sourced")}: `), list(sourced)) : null,
    judged.length ? make("p", {}, make("span", { class: "faint" }, `○ ${say("fields.judged")}: `), list(judged)) : null,
  );
}

function heard(said: readonly Said[], sayer: Sayer): HTMLElement[] {
  return [
    make("h4", {}, say("witnesses")),
    make(
      "ul",
      { class: "witnesses" },
      said.map((one) =>
        make(
          "li",
          {},
          make(
            "p",
            {},
            make("strong", {}, one.fields.split(" ").map((name) => sayer.word("tieField", name)).join(say("comma"))),
            make(
              "span",
              { class: "faint" },
              [one.confidence && say("witness.confidence", { value: one.confidence }), one.known_from && say("witness.known", { date: one.known_from })]
                .filter(Boolean)
                .map((text) => ` · ${text}`)
                .join(""),
            ),
          ),
          one.quote ? make("blockquote", {}, quotation(one.quote)) : null,
          one.locator ? make("p", { class: "faint" }, `${say("locator")}: `, worded(one.locator)) : null,
          sourceList(one.sources),
        ),
      ),
    ),
  ];
}

function resting(item: Item, ledger: Ledger, sayer: Sayer, app: App): HTMLElement[] {
  const found = ledger.audit.statements.filter(({ id }) => item.statements.includes(id));
  return [
    make("h4", {}, say("statements")),
    make(
      "ul",
      { class: "source-list" },
      found.map(({ id, quote, verdict }) =>
        make(
          "li",
          {},
          make("a", { href: app.address.link({ tab: "evidence", "e.view": "audit", "e.statement": id, "e.claim": null }) }, id),
          " ",
          make("q", { lang: htmlLang("zh") }, quote),
          verdict ? [" ", app.term(`verdict.${verdict}`, sayer.word("verdict", verdict))] : null,
        ),
      ),
    ),
  ];
}

/** A claim in one line, for lists inside other views. */
export function claimLine(item: Item, sayer: Sayer, app: App): HTMLElement {
  return make(
    "span",
    {},
    ...nodesOf(sayer.sentence(item), app),
    make("span", { class: "faint" }, ` · ${sayer.when(item)} · `),
    make("a", { href: app.address.link({ tab: "evidence", "e.view": null, "e.claim": item.key }) }, item.key),
  );
}
