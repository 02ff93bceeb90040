// The graph of the file: firms, ties, claims and what they rest on, with the indexes that views look things up in.
// It knows nothing of a view: date, filters and language are the views' own.

import type { Name } from "../page/words";
import { groupBy, rows, type Columns } from "./columns";
import type { Claim, DefinitionEvent, Era, Firm, Holding, Shades, Sizes, Source, Statement, Tie, Witness, YearlyTable } from "./records";
import { bounds } from "./validity";

export type * from "./records";
export { holds } from "./validity";

/** The measures of power that the file holds year by year. */
export type Measure = "power" | "reach" | "lockin";

export interface Payload {
  nodes: Columns;
  edges: Columns;
  claims: Columns;
  witnesses: Columns;
  holdings: Columns;
  events: Columns;
  statements: Columns;
  sources: Columns;
  paradigms: { id: string; en: string; zh: string; from: string; to: string; island: number[] }[];
  /** Slot -> name and definition, in English and Chinese. */
  slots: Record<string, readonly [string, string, string, string]>;
  /** Closed list -> word -> its names. */
  words: Record<string, Record<string, Name>>;
  power: Record<string, YearlyTable>;
  reach: Record<string, YearlyTable>;
  lockin: Record<string, YearlyTable>;
  sizes: Sizes;
  palette: { region: Record<string, Shades>; layer: Record<string, Shades>; paradigm: Shades[] };
}

const WORDED = ["quote", "locator", "note", "sources"] as const;
const DATED = ["start", "end", "last_confirmed", "rank"] as const;
const FIRM = ["id", "shape", "country", "region", "founded", "founded_evidence", "kind", "evidence", "note", "sources"] as const;
const CLAIM = [
  ...WORDED, ...DATED, "tie", "paradigm", "slot", "kind", "layer", "status", "evidence", "modality", "confidence", "known_from",
  "share_low", "share_high", "share_basis", "share_date", "criticality", "revocability", "closed", "round_trip", "low", "high",
  "currency", "scope", "round", "role", "stake_low", "stake_high",
] as const;

type Raw<Row> = Row & { en: string; zh: string; name_en: string; name_zh: string };

export class Graph {
  readonly firms: Firm[];
  readonly ties: Tie[];
  readonly claims: Claim[];
  readonly witnesses: Witness[];
  readonly holdings: Holding[];
  readonly events: DefinitionEvent[];
  readonly statements: Statement[];
  readonly sources: Source[];
  readonly paradigms: Era[];
  readonly slots: Payload["slots"];
  readonly words: Payload["words"];
  readonly sizes: Sizes;
  readonly palette: Payload["palette"];
  /** Whether any firm of any year has power: else all marks have one size, and views say so. */
  readonly hasPower: boolean;
  readonly #byId: Map<string, Firm>;
  readonly #claimById: Map<string, Claim>;
  readonly #witnessesOf: Map<number, Witness[]>;
  readonly #holdingsOf: Map<number, Holding[]>;
  readonly #eventsOf: Map<number, DefinitionEvent[]>;
  readonly #statementsOf: Map<number, Statement[]>;
  readonly #measures: Record<Measure, Record<string, YearlyTable>>;
  readonly #cache = new Map<string, ReadonlyMap<number, number>>();

  constructor(data: Payload) {
    this.firms = firmsOf(data.nodes);
    this.claims = rows<Claim>(data.claims, CLAIM);
    for (const claim of this.claims) Object.assign(claim, bounds(claim));
    this.ties = tiesOf(data.edges, this.firms, this.claims);
    this.witnesses = rows<Witness>(data.witnesses, ["fields", "quote", "locator", "confidence", "known_from", "sources"]);
    this.holdings = named<Holding>(data.holdings, [...WORDED, ...DATED, "kind", "paradigm", "degree", "reason", "evidence", "modality"]);
    for (const holding of this.holdings) Object.assign(holding, bounds(holding));
    this.events = named<DefinitionEvent>(data.events, [...WORDED, "date", "paradigm", "evidence", "modality"]);
    this.statements = rows<Statement>(data.statements, ["line", "quote", "verdict", "recomputation", "note", "sources"]);
    this.sources = rows<Source>(data.sources, ["source", "title", "publisher", "published", "url", "tier"]);
    this.paradigms = data.paradigms.map(({ en, zh, ...era }) => ({ ...era, name: [en, zh] }));
    this.slots = data.slots;
    this.words = data.words;
    this.sizes = data.sizes;
    this.palette = data.palette;
    this.#measures = { power: data.power, reach: data.reach, lockin: data.lockin };
    this.hasPower = Object.values(data.power).some((table) => table.firms.length > 0);
    this.#byId = new Map(this.firms.map((firm) => [firm.id, firm]));
    this.#claimById = new Map(this.claims.map((claim) => [claim.tie, claim]));
    this.#witnessesOf = groupBy(this.witnesses, (row) => row.claim);
    this.#holdingsOf = groupBy(this.holdings, (row) => row.holder);
    this.#eventsOf = groupBy(this.events, (row) => row.org);
    this.#statementsOf = groupBy(this.statements, (row) => row.org);
    settle(this.firms, this.ties, this.paradigms);
  }

  firm(id: string | null | undefined): Firm | undefined {
    return id ? this.#byId.get(id) : undefined;
  }

  claim(id: string): Claim | undefined {
    return this.#claimById.get(id);
  }

  /** The tie of two firms in a paradigm ("" for money). */
  tie(dependent: string, provider: string, paradigm: string): Tie | undefined {
    return this.firm(dependent)?.out.find((tie) => tie.provider.id === provider && tie.paradigm === paradigm);
  }

  paradigm(id: string): Era | undefined {
    return this.paradigms.find((era) => era.id === id);
  }

  /** What sources say of a claim, one record for each. */
  witnessesOf(claim: Claim): Witness[] {
    return this.#witnessesOf.get(claim.number) ?? [];
  }

  holdingsOf(firm: Firm): Holding[] {
    return this.#holdingsOf.get(firm.number) ?? [];
  }

  eventsOf(firm: Firm): DefinitionEvent[] {
    return this.#eventsOf.get(firm.number) ?? [];
  }

  statementsOf(firm: Firm): Statement[] {
    return this.#statementsOf.get(firm.number) ?? [];
  }

  sourcesOf(row: { sources: string }): Source[] {
    return row.sources ? row.sources.split(" ").flatMap((number) => this.sources[Number(number)] ?? []) : [];
  }

  /** A measure in a paradigm at the end of a year (of the last year: at the data's date): firm's number -> value. */
  measure(which: Measure, paradigm: string, year: string): ReadonlyMap<number, number> {
    const key = `${which} ${paradigm} ${year}`;
    let found = this.#cache.get(key);
    if (!found) {
      const table = this.#measures[which][paradigm];
      const values = table?.years[year] ?? [];
      found = new Map(
        values.flatMap((value, at) => {
          const firm = table?.firms[at];
          return table && firm !== undefined && value > 0 ? [[firm, value / table.scale] as const] : [];
        }),
      );
      this.#cache.set(key, found);
    }
    return found;
  }

  /** The greatest value of a measure in any paradigm and year: sizes of all dates are on one scale. */
  greatest(which: Measure): number {
    if (which === "power") return this.sizes.greatest;
    let most = 0;
    for (const table of Object.values(this.#measures[which])) {
      for (const values of Object.values(table.years)) for (const value of values) most = Math.max(most, value / table.scale);
    }
    return most || 1;
  }

  /** Definition power in a paradigm at the end of a year: firm's number -> 0..1. */
  powers(paradigm: string, year: string): ReadonlyMap<number, number> {
    return this.measure("power", paradigm, year);
  }

  /** Firms of a paradigm by power, the strongest first, equal ones by id. */
  ranking(paradigm: string, year: string): { firm: Firm; power: number }[] {
    const places = [...this.powers(paradigm, year)].flatMap(([number, power]) => {
      const firm = this.firms[number];
      return firm ? [{ firm, power }] : [];
    });
    return places.sort((a, b) => b.power - a.power || (a.firm.id < b.firm.id ? -1 : 1));
  }
}

function firmsOf(table: Columns): Firm[] {
  return rows<Firm>(table, FIRM).map((row) => {
    const raw = row as unknown as Raw<Firm> & { aliases: unknown; keys: unknown; tickers: unknown };
    return {
      ...row,
      name: [raw.en, raw.zh] as const,
      aliases: parts(raw.aliases, "\n"),
      keys: parts(raw.keys, " "),
      tickers: parts(raw.tickers, " "),
      out: [],
      in: [],
      home: "",
    };
  });
}

function parts(text: unknown, mark: string): string[] {
  return typeof text === "string" && text ? text.split(mark) : [];
}

function named<Row extends { number: number; name: Name }>(table: Columns, fields: readonly (keyof Row & string)[]): Row[] {
  return rows<Row>(table, fields).map((row) => {
    const raw = row as unknown as Raw<Row>;
    return { ...row, name: [raw.name_en ?? "", raw.name_zh ?? ""] as const };
  });
}

function tiesOf(table: Columns, firms: readonly Firm[], claims: readonly Claim[]): Tie[] {
  type Pair = { number: number; from: number; to: number; paradigm: string; layer: string; first: number; count: number };
  return rows<Pair>(table, ["paradigm", "layer"]).map(({ number, from, to, paradigm, layer, first, count }) => {
    const [dependent, provider] = [firms[from], firms[to]];
    if (!dependent || !provider) throw new Error(`tie ${number} joins no two firms of the file`);
    const tie: Tie = { number, dependent, provider, paradigm, ground: paradigm, layer, claims: claims.slice(first, first + count) };
    for (const claim of tie.claims) claim.edge = tie;
    dependent.out.push(tie);
    provider.in.push(tie);
    return tie;
  });
}

/** Each firm is at home in the paradigm where it has most ties; money shows where the firm that got it is at home. */
function settle(firms: readonly Firm[], ties: readonly Tie[], paradigms: readonly Era[]): void {
  for (const firm of firms) {
    const counts = groupBy([...firm.out, ...firm.in], (tie) => tie.paradigm);
    let most = 0;
    for (const { id } of paradigms) {
      const found = counts.get(id)?.length ?? 0;
      if (found > most) [firm.home, most] = [id, found];
    }
  }
  for (const tie of ties) tie.ground = tie.paradigm || tie.dependent.home || tie.provider.home;
}

const loaded = new WeakMap<object, Promise<Graph>>();

/** The graph of the file; the same one for everybody. */
export function loadGraph(app: { block<Value>(name: string): Promise<Value> }): Promise<Graph> {
  let found = loaded.get(app);
  if (!found) {
    found = app.block<Payload>("network").then((data) => new Graph(data));
    loaded.set(app, found);
  }
  return found;
}
