// A claim and what it rests on: dates, numbers, the words of the source in quotation marks, or where to look there.

import { quotation } from "../page/quotation";
import { make } from "../page/dom";
import type { Claim, Firm, Graph, Witness } from "./graph";
import { sourceList } from "./sources";
import { amountText, percent, say, sayOf, slotDefinition, slotName, spanText, wordOf } from "./texts";
import { holds } from "./validity";

/** What a drawer is told in: the graph, the date, and what a click on a firm does. */
export interface Telling {
  graph: Graph;
  date: string;
  stops: readonly string[];
  color: { layer(layer: string): string; paradigm(id: string): string };
  choose(firm: Firm): void;
}

export type Part = Node | string | null | false | readonly Part[];

export function badge(kind: string, text: string): HTMLElement {
  return make("span", { class: `badge ${kind}` }, text);
}

export function evidenceBadge(row: { evidence: string }): Part {
  return row.evidence ? badge(row.evidence, sayOf("evidence", row.evidence)) : "";
}

/** The sources of a row; nothing where it neither names one nor rests on memory. */
export function sourcesOf(graph: Graph, row: { sources: string; evidence?: string }): Part {
  const list = graph.sourcesOf(row).filter(({ title }) => title);
  return list.length || row.evidence === "known" ? sourceList(list, row.evidence) : "";
}

export function wordsOfSource(row: { quote: string; locator: string }): Part {
  return [
    row.quote ? make("blockquote", {}, quotation(row.quote)) : "",
    row.locator ? make("p", { class: "locator" }, make("span", { class: "faint" }, `${say("locator")}: `), row.locator) : "",
  ];
}

function factList(pairs: readonly (readonly [string, string])[]): Part {
  const kept = pairs.filter(([, value]) => value);
  return kept.length ? make("dl", { class: "facts" }, kept.map(([name, value]) => make("div", {}, make("dt", {}, name), make("dd", {}, value)))) : "";
}

/** Fields that the tie states, by whether a source bears them out; of its existence its own evidence speaks. */
function fieldsLine(graph: Graph, claim: Claim, said: readonly Witness[]): HTMLElement {
  const stated = [
    "existence",
    "start",
    claim.end && "end",
    (claim.share_low || claim.share_high) && "share",
    claim.criticality && "criticality",
    claim.revocability && "revocability",
    claim.closed === "true" && "closed",
  ].filter(Boolean) as string[];
  const attested = new Set(said.flatMap((row) => row.fields.split(" ")));
  attested.delete("existence");
  if (claim.evidence === "sourced") attested.add("existence");
  const line = (name: string, fields: readonly string[]): Part =>
    fields.length ? make("p", {}, make("span", { class: "faint" }, `${name}: `), namesOfFields(graph, fields)) : "";
  return make(
    "div",
    { class: "fields" },
    line(say("fields.sourced"), [...new Set([...stated, ...attested])].filter((name) => attested.has(name))) as Node,
    line(say("fields.judged"), stated.filter((name) => !attested.has(name))) as Node,
  );
}

function namesOfFields(graph: Graph, fields: readonly string[]): string {
  return fields.map((name) => wordOf(graph, "tieField", name)).join(say("comma"));
}

/** A source, the fields it bears out, and its own words or where to look there. */
function witnessItem(graph: Graph, row: Witness): HTMLElement {
  const about = [
    namesOfFields(graph, row.fields.split(" ")),
    row.confidence ? say("confidence", { value: row.confidence }) : "",
    row.known_from ? say("known.from", { date: row.known_from }) : "",
  ].filter(Boolean);
  return make("li", {}, make("p", { class: "faint" }, about.join(" · ")), wordsOfSource(row), sourcesOf(graph, row));
}

/** What each source says of the tie. Words and sources of the tie's own row are not said twice. */
function evidenceOf(graph: Graph, claim: Claim, said: readonly Witness[]): Part {
  const note = claim.note ? make("p", { class: "note" }, claim.note) : "";
  if (!said.length) return [wordsOfSource(claim), note, sourcesOf(graph, claim)];
  const cited = new Set(said.flatMap((row) => row.sources.split(" ")));
  const own = {
    evidence: claim.evidence,
    quote: said.some((row) => row.quote === claim.quote) ? "" : claim.quote,
    locator: said.some((row) => row.locator === claim.locator) ? "" : claim.locator,
    sources: claim.sources.split(" ").filter((number) => number && !cited.has(number)).join(" "),
  };
  return [
    wordsOfSource(own),
    note,
    own.evidence === "known" || own.sources ? sourcesOf(graph, own) : "",
    make("ul", { class: "witnesses", "aria-label": say("witnesses") }, said.map((row) => witnessItem(graph, row))),
  ];
}

function shareText(graph: Graph, claim: Claim): string {
  const share = percent(claim.share_low, claim.share_high);
  const basis = [claim.share_basis ? wordOf(graph, "shareBasis", claim.share_basis) : "", claim.share_date].filter(Boolean);
  return share && basis.length ? say("share.by", { share, basis: basis.join(say("comma")) }) : share;
}

function facts(graph: Graph, claim: Claim): Part {
  const amount = amountText(claim);
  return factList([
    ["", spanText(claim)],
    [say("share"), shareText(graph, claim)],
    [say("criticality"), claim.criticality],
    [say("revocability"), claim.revocability],
    [say("amount"), amount + (amount && claim.scope ? ` (${wordOf(graph, "amountScope", claim.scope)})` : "")],
    [say("stake"), percent(claim.stake_low, claim.stake_high)],
    [say("round"), claim.round],
    [say("role"), claim.role],
    [say("status"), claim.status && claim.status !== "active" ? wordOf(graph, "tieStatus", claim.status) : ""],
    [say("modality"), claim.modality && claim.modality !== "asserted" ? wordOf(graph, "modality", claim.modality) : ""],
    ["", claim.closed === "true" ? say("closed") : ""],
    ["", claim.round_trip === "true" ? say("round.trip") : ""],
  ]);
}

/** Everything that the file holds of one claim. */
export function claimCard({ graph, date, color }: Telling, claim: Claim): HTMLElement {
  const now = holds(claim, date);
  const said = graph.witnessesOf(claim);
  const definition = slotDefinition(graph, claim.slot);
  return make(
    "article",
    { class: `claim${now ? "" : " past"}`, data: { claim: claim.tie } },
    make(
      "div",
      { class: "claim-head" },
      make("span", { class: `mark line ${claim.layer === "capital" ? "money" : "solid"}`, style: { color: color.layer(claim.layer) }, "aria-hidden": "true" }),
      make("strong", {}, claim.slot ? slotName(graph, claim.slot) : wordOf(graph, "tieKind", claim.kind)),
      evidenceBadge(claim),
      claim.rank === "deprecated" ? badge("past", say("deprecated")) : "",
      now ? "" : badge("past", say("not.then")),
    ),
    definition ? make("p", { class: "faint" }, definition) : "",
    facts(graph, claim),
    claim.slot ? fieldsLine(graph, claim, said) : "",
    evidenceOf(graph, claim, said),
  );
}

/** The list opens in steps: a firm may have hundreds of ties. */
export function inSteps<Item>(items: readonly Item[], render: (item: Item) => Node, step = 12): HTMLElement {
  const list = make("div", { class: "steps" }, items.slice(0, step).map(render));
  if (items.length <= step) return list;
  const open = (): void => {
    const rest = items.slice(step).map(render);
    more.replaceWith(...rest);
    const first = rest[0];
    (first instanceof HTMLElement ? (first.querySelector<HTMLElement>("summary, a, button") ?? first) : null)?.focus();
  };
  const more = make("button", { type: "button", class: "more", on: { click: open } }, say("more", { n: items.length }));
  list.append(more);
  return list;
}
