// All that is known of a firm or of a tie. Other tabs show it too: `firmPanel` and `tiePanel` are whole in themselves.

import { quotation } from "../page/quotation";
import { make } from "../page/dom";
import { htmlLang, lang } from "../page/words";
import type { App } from "../dossier/app";
import { badge, claimCard, evidenceBadge, inSteps, sourcesOf, wordsOfSource, type Part, type Telling } from "./claims";
import { groupBy } from "./columns";
import type { Claim, DefinitionEvent, Firm, Graph, Holding, Statement, Tie } from "./graph";
import { powerBar } from "./power_bar";
import { shadesOf } from "./shade";
import * as text from "./texts";
import { say } from "./texts";
import { holds } from "./validity";

interface Line {
  tie: Tie;
  claim: Claim;
  other: Firm;
}

/** A panel of the firm as of the view's date, for any tab; a click on another firm chooses it. */
export function firmPanel(app: App, graph: Graph, firmId: string): HTMLElement {
  const firm = graph.firm(firmId);
  if (!firm) return make("p", { class: "notice" }, say("unknown.firm"));
  const choose = (other: Firm): void => app.address.set({ firm: other.id }, { push: true });
  return make("div", { class: "evidence-panel" }, firmParts(telling(graph, app.date, app.frame.stops, choose), firm));
}

export function telling(graph: Graph, date: string, stops: readonly string[], choose: (firm: Firm) => void): Telling {
  return { graph, date, stops, choose, color: shadesOf(graph) };
}

export function firmButton(telling: Telling, firm: Firm): HTMLElement {
  return make("button", { type: "button", class: "firm", data: { firm: firm.id }, on: { click: () => telling.choose(firm) } }, text.nameOf(firm));
}

/** Head and parts of a firm; `actions` stand beneath its name. */
export function firmParts(telling: Telling, firm: Firm, actions: Part = ""): Part[] {
  const { graph } = telling;
  const byDate = (a: { start?: string; date?: string }, b: { start?: string; date?: string }): number =>
    (a.start ?? a.date ?? "") < (b.start ?? b.date ?? "") ? -1 : 1;
  const statements = graph.statementsOf(firm);
  return [
    firmHead(firm, actions),
    powerPart(telling, firm),
    part(say("holdings"), [...graph.holdingsOf(firm)].sort(byDate).map((row) => holdingLine(telling, row))),
    tiesPart(telling, say("depends"), firm.out.filter((tie) => !isMoney(tie)), "provider"),
    tiesPart(telling, say("provides"), firm.in.filter((tie) => !isMoney(tie)), "dependent"),
    tiesPart(telling, say("capital.in"), firm.out.filter(isMoney), "provider"),
    tiesPart(telling, say("capital.out"), firm.in.filter(isMoney), "dependent"),
    part(say("events"), [...graph.eventsOf(firm)].sort(byDate).map((row) => eventLine(telling, row))),
    part(say("statements"), statements.length ? [inSteps(statements, (row) => statementCard(telling, row), 4)] : []),
  ];
}

/** Head and claims of a tie. */
export function tieParts(telling: Telling, tie: Tie): Part[] {
  const { graph, date } = telling;
  const now = (claim: Claim): number => Number(holds(claim, date));
  const list = [...tie.claims].sort((a, b) => now(b) - now(a) || (a.from < b.from ? 1 : -1));
  const number = list.length === 1 ? say("claims.one") : say("claims.n", { n: list.length });
  const verb = say(isMoney(tie) ? "invests" : "depends.on");
  return [
    make(
      "header",
      {},
      make("h2", { class: "pair" }, firmButton(telling, tie.dependent), make("span", { class: "verb" }, ` ${verb} `), firmButton(telling, tie.provider)),
      make("p", { class: "faint" }, [tie.paradigm ? text.paradigmName(graph, tie.paradigm) : say("layer.capital"), number].join(" · ")),
    ),
    inSteps(list, (claim) => claimCard(telling, claim), 8),
  ];
}

function firmHead(firm: Firm, actions: Part): HTMLElement {
  const country = firm.country ? (firm.region === "other" ? firm.country : text.sayOf("region", firm.region)) : "";
  const facts = [
    text.sayOf("kind", firm.kind),
    country + (firm.region === "eu" ? ` (${firm.country})` : ""),
    firm.founded ? `${say("founded")} ${firm.founded}` : "",
    firm.tickers.length ? `${say("tickers")} ${firm.tickers.join(", ")}` : "",
  ];
  const other = text.otherNameOf(firm);
  return make(
    "header",
    {},
    make("h2", { lang: firm.name[lang() === "zh" ? 1 : 0] ? undefined : htmlLang(lang() === "zh" ? "en" : "zh") }, text.nameOf(firm)),
    other ? make("p", { class: "other-name", lang: text.otherLang() }, other) : "",
    make("p", { class: "faint" }, facts.filter(Boolean).join(" · "), " ", evidenceBadge(firm)),
    firm.aliases.length ? make("p", { class: "faint" }, `${say("aliases")}: ${firm.aliases.join(", ")}`) : "",
    firm.note ? make("p", { class: "note", lang: "en" }, firm.note) : "",
    actions,
  );
}

function part(title: string, content: readonly Part[]): Part {
  const kept = content.flat().filter(Boolean) as Part[];
  return kept.length ? make("section", {}, make("h3", {}, title), kept) : "";
}

/** Definition power of the firm in each paradigm, its rank there and the number of those that are ranked. */
function powerPart({ graph, date, stops, color }: Telling, firm: Firm): Part {
  const year = date.slice(0, 4);
  const places = graph.paradigms
    .map(({ id }) => ({ id, list: graph.ranking(id, year), power: graph.powers(id, year).get(firm.number) ?? 0 }))
    .filter(({ power }) => power > 0)
    .sort((a, b) => b.power - a.power);
  const lines = places.map(({ id, list, power }) =>
    make(
      "div",
      { class: "power-line" },
      make("span", { class: "word" }, text.paradigmName(graph, id)),
      make("span", { class: "number" }, text.powerText(power)),
      powerBar(power / graph.sizes.greatest, color.paradigm(id)),
      make("span", { class: "faint" }, say("rank.of", { rank: list.findIndex((place) => place.firm === firm) + 1, n: list.length })),
    ),
  );
  const none = firm.kind === "Company" && graph.hasPower ? [make("p", { class: "faint" }, say("power.none"))] : [];
  return part(`${say("power")} · ${text.dateText(date, stops)}`, lines.length ? lines : none);
}

function tiesPart(telling: Telling, title: string, ties: readonly Tie[], side: "dependent" | "provider"): Part {
  const lines: Line[] = ties.flatMap((tie) => tie.claims.map((claim) => ({ tie, claim, other: tie[side] })));
  const now = lines.filter(({ claim }) => holds(claim, telling.date));
  const then = lines.filter(({ claim }) => !holds(claim, telling.date));
  const bySlot = [...groupBy(now, ({ tie, claim }) => `${tie.paradigm} ${claim.slot}`).values()].sort((a, b) => b.length - a.length);
  const blocks = bySlot.map((group) => slotBlock(telling, group));
  if (then.length) blocks.push(otherDates(telling, then));
  const firms = new Set(now.map(({ other }) => other)).size;
  return part(firms ? `${title} · ${firms}` : title, blocks);
}

function otherDates(telling: Telling, lines: Line[]): HTMLElement {
  const box = make("details", { class: "others" }, make("summary", {}, say("others.dates", { n: lines.length })));
  box.addEventListener("toggle", () => {
    if (!box.open || box.childElementCount > 1) return;
    lines.sort((a, b) => (a.claim.from < b.claim.from ? 1 : -1));
    box.append(inSteps(lines, (line) => claimLine(telling, line)));
  });
  return box;
}

function slotBlock(telling: Telling, group: Line[]): HTMLElement {
  const { graph, color } = telling;
  const { tie, claim } = group[0] as Line;
  const name = claim.slot ? text.slotName(graph, claim.slot) : isMoney(tie) ? "" : say("slot.none");
  group.sort((a, b) => Number(b.claim.share_high) - Number(a.claim.share_high) || b.other.in.length + b.other.out.length - (a.other.in.length + a.other.out.length));
  const head = make(
    "h4",
    { title: text.slotDefinition(graph, claim.slot) },
    make("span", { class: "mark line solid", style: { color: color.layer(claim.layer) }, "aria-hidden": "true" }),
    name,
    make("span", { class: "faint" }, ` ${text.paradigmName(graph, tie.paradigm)} · ${group.length}`),
  );
  return make("div", { class: "slot" }, name ? head : "", inSteps(group, (line) => claimLine(telling, line), 6));
}

/** One line per claim: the other firm, the share, the dates; it opens on the evidence. */
function claimLine(telling: Telling, { claim, other }: Line): HTMLElement {
  const summary = make(
    "summary",
    {},
    make("span", { class: "word" }, text.nameOf(other)),
    make("span", { class: "faint" }, text.percent(claim.share_low, claim.share_high) || text.amountText(claim)),
    make("span", { class: "faint" }, text.spanText(claim)),
    claim.evidence === "known" ? badge("known", say("evidence.known")) : "",
  );
  const box = make("details", { class: holds(claim, telling.date) ? "" : "past" }, summary);
  box.addEventListener("toggle", () => {
    if (box.open && box.childElementCount === 1) box.append(claimCard(telling, claim), make("p", {}, firmButton(telling, other)));
  });
  return box;
}

type Recorded = { quote: string; locator: string; note: string; sources: string; evidence: string; reason?: string };

function record({ graph }: Telling, row: Recorded, title: string, marks: Part): HTMLDetailsElement {
  return make(
    "details",
    {},
    make("summary", {}, make("span", { class: "word" }, title), marks),
    make(
      "article",
      { class: "claim" },
      row.reason ? make("p", {}, row.reason) : "",
      wordsOfSource(row),
      row.note && row.note !== row.reason ? make("p", { class: "note" }, row.note) : "",
      sourcesOf(graph, row),
    ),
  );
}

function holdingLine(telling: Telling, row: Holding): HTMLElement {
  const faint = [say("degree", { degree: row.degree }), text.spanText(row), text.paradigmName(telling.graph, row.paradigm)].join(" · ");
  const box = record(telling, row, text.holdingName(row), [make("span", { class: "faint" }, faint), evidenceBadge(row)]);
  box.className = holds(row, telling.date) ? "" : "past";
  return box;
}

function eventLine(telling: Telling, row: DefinitionEvent): HTMLElement {
  const title = row.name[lang() === "zh" ? 1 : 0] || row.name[0] || row.name[1];
  return record(telling, row, title, [make("span", { class: "faint" }, row.date), evidenceBadge(row)]);
}

function statementCard({ graph }: Telling, row: Statement): HTMLElement {
  return make(
    "article",
    { class: "claim" },
    make("div", { class: "claim-head" }, badge(`verdict ${row.verdict}`, text.wordOf(graph, "verdict", row.verdict)), make("span", { class: "faint" }, say("line", { n: row.line }))),
    row.quote ? make("blockquote", {}, quotation(row.quote)) : "",
    row.recomputation ? make("p", {}, make("span", { class: "faint" }, `${say("recomputed")}: `), row.recomputation) : "",
    row.note ? make("p", { class: "note" }, row.note) : "",
    sourcesOf(graph, row),
  );
}

export function isMoney(tie: Tie): boolean {
  return tie.layer === "capital" && !tie.paradigm;
}
