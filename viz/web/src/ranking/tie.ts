// A tie as evidence: its numbers, the words of its sources, and what the score would be had it never been coded.

import type { App } from "../dossier/app";
import type { Claim, Graph, Witness } from "../network/graph";
import { sourceList } from "../network/sources";
import { make } from "../page/dom";
import { nameIn, speaker, type Name } from "../page/words";
import { evidenceBadge } from "./badge";
import type { Effect, Explained, Place, Ranking } from "./data";
import { firmName, slotName } from "./names";
import { change, score } from "./numbers";
import table from "./words.json";

const say = speaker(table);

export interface Context {
  app: App;
  graph: Graph;
  ranking: Ranking;
  paradigm: string;
  firm: string;
  explained: Explained;
  place: Place;
}

/** Who depends on whom, for what. */
export function tieName({ app, graph }: Context, id: string): HTMLElement {
  const claim = graph.claim(id);
  if (!claim) return make("span", {}, id);
  return make(
    "span",
    { class: "tie-name" },
    firmName(app, claim.edge.dependent.id),
    make("span", { class: "faint" }, " → "),
    firmName(app, claim.edge.provider.id),
    make("span", { class: "faint" }, " · ", slotName(app, claim.slot)),
  );
}

export function tieDetails(context: Context, id: string): HTMLElement {
  const claim = context.graph.claim(id);
  const effect = without(context, id);
  if (!claim) return make("div", { class: "tie-details" }, make("p", {}, say("tie.missing", { tie: id })), effect);
  return make("div", { class: "tie-details" }, facts(context, claim), words(context, claim), effect, ledger(context, claim));
}

/** Where the ledger of claims shows it. */
function ledger({ app }: Context, claim: Claim): HTMLElement {
  const href = app.address.link({ tab: "evidence", "e.view": null, "e.claim": `tie/${claim.tie}` });
  return make("p", {}, make("a", { href }, say("tie.ledger", { tie: claim.tie })));
}

/** The numbers of a tie; what no source bears out is the coder's judgement, and says so. */
function facts({ app, graph, ranking }: Context, claim: Claim): HTMLElement {
  const counted = ranking.counted[claim.tie];
  const attested = new Set(graph.witnessesOf(claim).flatMap(({ fields }) => fields.split(" ")));
  const judged = (field: string, value: string): (HTMLElement | string)[] =>
    value && !attested.has(field) ? [value, make("span", { class: "faint" }, ` ${say("tie.judged")}`)] : [value || say("tie.unstated")];
  const rows: [string | HTMLElement, string | (HTMLElement | string)[]][] = [
    [say("tie.share"), judged("share", share(claim))],
    [app.term("open_world_residual", say("tie.counted")), counted === undefined ? "–" : score(counted)],
    [app.term("criticality", say("tie.criticality")), judged("criticality", claim.criticality)],
    [app.term("revocability", say("tie.revocability")), judged("revocability", claim.revocability)],
    [app.term("confidence", say("tie.confidence")), claim.confidence || say("tie.unstated")],
    [say("tie.held"), judged("start", held(claim))],
  ];
  return make("dl", { class: "facts" }, rows.map(([name, value]) => make("div", {}, make("dt", {}, name), make("dd", {}, value))));
}

function share(claim: Claim): string {
  if (!claim.share_low && !claim.share_high) return "";
  const [low, high] = [claim.share_low || claim.share_high, claim.share_high || claim.share_low];
  return low === high ? low : `${low} – ${high}`;
}

function held(claim: Claim): string {
  if (claim.end === "unknown") return say("tie.ended", { from: claim.start });
  return claim.end ? say("tie.until", { from: claim.start, to: claim.end }) : say("tie.since", { from: claim.start });
}

function words({ graph }: Context, claim: Claim): HTMLElement {
  const witnesses = graph.witnessesOf(claim);
  return make(
    "div",
    { class: "sources" },
    make("p", {}, evidenceBadge(claim.evidence), " ", modality(graph, claim.modality)),
    claim.quote && make("blockquote", {}, claim.quote),
    claim.locator && make("p", { class: "faint" }, claim.locator),
    sourceList(graph.sourcesOf(claim), claim.evidence),
    claim.note && make("p", { class: "faint" }, claim.note),
    witnesses.length > 0 && make("p", { class: "faint" }, say("tie.witnesses")),
    witnesses.map((witness) => said(graph, witness)),
  );
}

function said(graph: Graph, witness: Witness): HTMLElement {
  const fields = witness.fields.split(" ").filter(Boolean).map((field) => word(graph, "tieField", field));
  return make(
    "div",
    { class: "witness" },
    fields.length > 0 && make("p", { class: "faint" }, say("tie.says", { fields: fields.join(say("list")) })),
    witness.quote && make("blockquote", {}, witness.quote),
    !witness.quote && witness.locator && make("p", { class: "faint" }, witness.locator),
    sourceList(graph.sourcesOf(witness)),
  );
}

function modality(graph: Graph, key: string): HTMLElement | null {
  return key ? make("span", { class: "faint" }, word(graph, "modality", key)) : null;
}

function word(graph: Graph, list: string, key: string): string {
  const entry: Name | undefined = graph.words[list]?.[key];
  return nameIn(entry, key).text;
}

/** What leaving out the tie does: as if no coder had ever written it down. */
function without(context: Context, id: string): HTMLElement {
  const { explained, firm, paradigm, place } = context;
  const label = make("strong", {}, `${say("tie.without")}: `);
  if (!explained.without) return make("p", { class: "without" }, label, say("tie.without.missing", { firm, paradigm }));
  const effect = explained.without.find(([tie]) => tie === id);
  return make("p", { class: "without" }, label, effect ? effectText(effect, place.rank) : say("tie.without.nothing"));
}

export function effectText([, power, moved, rank, n]: Effect, before: number): string {
  const values = { power: score(power), change: change(moved), rank: rank ?? "–", before, n };
  return say(rank === before ? "tie.without.same" : "tie.without.rank", values);
}
