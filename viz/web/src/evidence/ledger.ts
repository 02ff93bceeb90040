// Every claim of the file in one list, gathered from the network's block, the block of what it does not draw, and the audit.

import { loadGraph, type Graph, type Source } from "../network/graph";
import { groupBy, rows, type Columns } from "../network/columns";
import { bounds, firstDay, lastDay } from "../network/validity";
import type { App } from "../dossier/app";
import type { Name } from "../page/words";
import type { Audited, AuditBlock, Disagreement, EvidenceBlock } from "./block";
import { bestTier, type Item, type Kind, type Row, type Said } from "./item";

type Numbered = Row & { number: never };

export interface Ledger {
  graph: Graph;
  items: Item[];
  byKey: Map<string, Item>;
  sources: Source[];
  sourceById: Map<string, Source>;
  /** Groups of figures of one quantity that cannot all be right. */
  clashes: Item[][];
  disagreements: Disagreement[];
  audit: AuditBlock;
  cohorts: Record<string, Name>;
  counts: Record<string, number>;
  /** Records of what single documents say of single ties. */
  witnesses: number;
}

export function gather(graph: Graph, block: EvidenceBlock, audit: AuditBlock): Ledger {
  const extra = rows<Source>(block.sources, ["source", "title", "publisher", "published", "url", "tier"]);
  const sourceById = new Map([...graph.sources, ...extra].map((source) => [source.source, source]));
  const cited = (row: { sources: string }) => row.sources.split(" ").flatMap((id) => sourceById.get(id) ?? []);
  const table = (columns: Columns) => rows<Numbered>(columns, BLANK) as unknown as Row[];
  const valuations = table(block.valuations).map((row) => figure("valuation", row, cited(row as never), row.date ?? "", row.date ?? ""));
  const fundamentals = table(block.fundamentals).map((row) =>
    figure("fundamental", row, cited(row as never), row.start ?? "", row.end ?? ""),
  );
  type Witness = Omit<Said, "sources"> & { number: number; own: number; sources: string };
  const witnesses = rows<Witness>(block.witnesses, ["fields", "quote", "locator", "confidence", "known_from", "sources"]);
  const heard = groupBy(witnesses, (row) => row.own);
  const said = (row: Witness): Said => ({ ...row, sources: cited(row) });
  const items = [
    ...graph.claims.map((claim) => drawn(graph, claim)),
    ...table(block.own).map((row, number) => own(row, cited(row as never), (heard.get(number) ?? []).map(said))),
    ...table(block.shares).map((row) => share(row, cited(row as never))),
    ...graph.holdings.map((row) => {
      const { number: _, name: __, ...texts } = row;
      const org = graph.firms[row.holder]?.id ?? "";
      return item("holding", `holding/${row.holding}`, [org], { ...texts, holder: org } as unknown as Row, graph.sourcesOf(row), {
        from: row.from,
        until: row.until,
        span: true,
      });
    }),
    ...events(graph),
    ...valuations,
    ...fundamentals,
    ...audit.statements.map((row) => statement(row, sourceById)),
  ];
  const byKey = new Map(items.map((one) => [one.key, one]));
  const clashes = [
    ...block.clashes.valuation.map((group) => group.flatMap((number) => valuations[number] ?? [])),
    ...block.clashes.fundamental.map((group) => group.flatMap((number) => fundamentals[number] ?? [])),
  ];
  clashes.forEach((group, number) => group.forEach((one) => (one.clash = number)));
  judge(byKey, audit.statements);
  dispute(items, block.disagreements);
  return {
    graph, items, byKey, sourceById, clashes, audit,
    sources: [...sourceById.values()],
    disagreements: block.disagreements,
    cohorts: block.cohorts,
    counts: block.counts,
    witnesses: graph.witnesses.length + witnesses.length,
  };
}

const YEAR = "2025".length;
const BLANK = ["evidence", "modality", "rank", "confidence", "known_from", "quote", "locator", "note", "sources"] as never[];

interface Held {
  from: string;
  until: string;
  span: boolean;
}

function item(kind: Kind, key: string, orgs: readonly string[], row: Row, sources: readonly Source[], held: Held): Item {
  const text = (name: string) => row[name] ?? "";
  return {
    key, kind, orgs, row, sources, ...held,
    paradigm: text("paradigm"),
    evidence: text("evidence"),
    modality: text("modality"),
    rank: text("rank") || "normal",
    confidence: text("confidence"),
    quote: text("quote"),
    locator: text("locator"),
    note: text("note"),
    knownFrom: text("known_from"),
    start: text("start"),
    end: text("end"),
    tier: text("evidence") === "known" ? "" : bestTier(sources),
    clash: null,
    disputes: [],
    statements: [],
    verdicts: [],
    said: [],
  };
}

function drawn(graph: Graph, claim: Graph["claims"][number]): Item {
  const { edge, number: _, ...texts } = claim;
  const money = claim.kind === "investment";
  const row = { ...texts, dependent: edge.dependent.id, provider: edge.provider.id } as unknown as Row;
  const found = item(
    money ? "investment" : "tie",
    `${money ? "investment" : "tie"}/${claim.tie}`,
    [edge.dependent.id, edge.provider.id],
    row,
    graph.sourcesOf(claim),
    { from: claim.from, until: claim.until, span: !money },
  );
  return hear(found, graph.witnessesOf(claim).map((witness) => ({ ...witness, sources: graph.sourcesOf(witness) })));
}

function own(row: Row, sources: Source[], said: readonly Said[]): Item {
  const dates = { start: row.start ?? "", end: row.end_unknown === "true" ? "unknown" : (row.end ?? ""), last_confirmed: row.last_confirmed ?? "" };
  const found = item("tie", `tie/${row.tie}`, [row.dependent ?? ""], { ...row, end: dates.end }, sources, { ...bounds(dates), span: true });
  return hear(found, said);
}

/** Put the words of single documents beside a tie; they may be of a better tier than the tie's own sources. */
function hear(found: Item, said: readonly Said[]): Item {
  found.said = said;
  if (said.length) found.tier = bestTier([...found.sources, ...said.flatMap(({ sources }) => sources)]);
  return found;
}

function figure(kind: "valuation" | "fundamental", row: Row, sources: Source[], start: string, end: string): Item {
  return item(kind, `${kind}/${row.claim}`, [row.org ?? ""], { ...row, start, end: end === start ? "" : end }, sources, {
    from: start && firstDay(start),
    until: "",
    span: false,
  });
}

function share(row: Row, sources: Source[]): Item {
  const date = row.date ?? "";
  return item("share", `cohort-share/${row.claim}`, [row.provider ?? ""], { ...row, start: date }, sources, {
    from: date && firstDay(date),
    until: "",
    span: false,
  });
}

function events(graph: Graph): Item[] {
  const found = new Map<string, Item>();
  for (const event of graph.events) {
    const org = graph.firms[event.org]?.id ?? "";
    const known = found.get(event.event);
    if (known) (known.orgs as string[]).push(org);
    else {
      const { number: _, name, org: __, ...texts } = event;
      const row = { ...texts, name_en: name[0], name_zh: name[1], start: event.date } as unknown as Row;
      found.set(
        event.event,
        item("event", `event/${event.event}`, [org], row, graph.sourcesOf(event), { from: firstDay(event.date), until: "", span: false }),
      );
    }
  }
  return [...found.values()];
}

function statement(row: Audited, sources: ReadonlyMap<string, Source>): Item {
  const date = row.date ?? "";
  const texts = {
    evidence: "sourced", modality: row.modality, quote: row.quote, locator: row.locator, note: row.note, known_from: row.known_from,
    start: date, subject: row.subject, stated: row.stated, verdict: row.verdict ?? "", line: String(row.line ?? ""),
  };
  const found = item("statement", `statement/${row.id}`, row.orgs, texts, row.sources.flatMap((id) => sources.get(id) ?? []), {
    from: date && firstDay(date),
    until: "",
    span: false,
  });
  if (row.verdict) found.verdicts = [row.verdict];
  return found;
}

/** Tell each claim which statements rest on it. */
function judge(byKey: ReadonlyMap<string, Item>, statements: readonly Audited[]): void {
  for (const { id, verdict, claims } of statements) {
    for (const key of new Set(claims)) {
      const found = byKey.get(key);
      if (!found) continue;
      found.statements.push(id);
      if (verdict && !found.verdicts.includes(verdict)) found.verdicts.push(verdict);
    }
  }
}

/** A recorded disagreement concerns the figures of its firms, of its metric, of its year. */
function dispute(items: readonly Item[], disagreements: readonly Disagreement[]): void {
  const figures = items.filter(({ kind }) => kind === "valuation" || kind === "fundamental");
  disagreements.forEach(({ orgs, metric, date }, number) => {
    for (const one of figures) {
      const what = one.kind === "valuation" ? one.row.kind : one.row.metric;
      if (what === metric && orgs.includes(one.orgs[0] ?? "") && sameTime(date, one)) one.disputes.push(number);
    }
  });
}

/** A market value dated by its year is of no day that another could clash with. */
export function sameTime(date: string, { kind, row, start, end, from }: Pick<Item, "kind" | "row" | "start" | "end" | "from">): boolean {
  if (!date || !from) return true;
  if (kind === "valuation" && row.kind === "market_cap" && (date.length === YEAR || start.length === YEAR)) return date === start;
  return firstDay(date) <= lastDay(end || start) && lastDay(date) >= from;
}

const loaded = new WeakMap<object, Promise<Ledger>>();

/** All claims of the file; the same list for everybody. */
export function loadLedger(app: App): Promise<Ledger> {
  let found = loaded.get(app);
  if (!found) {
    found = Promise.all([loadGraph(app), app.block<EvidenceBlock>("evidence"), app.block<AuditBlock>("audit")]).then((parts) => gather(...parts));
    loaded.set(app, found);
  }
  return found;
}
