// What a scenario may name, and what the block "model" holds of it: graph/scenario/world.py; viz/dossier/model.py writes it.

import type { Name } from "../page/words";
import type { FaultWords } from "./faults";
import type { Layer, Spec, Stated, Table, Tie } from "./tie";

type Columns<Row> = { [Key in keyof Row]: Row[Key][] };

export interface Holding {
  point: string;
  paradigm: string;
  side: string;
  weight: number;
  holder: string;
  country: string;
  degree: number;
  essay: boolean;
}

export interface Firm {
  id: string;
  en: string;
  zh: string;
  company: number;
  country: string;
  aliases: string[];
}

export interface SlotTerms {
  id: string;
  layer: Layer;
  criticality: number;
  revocability: number;
  en: string;
  zh: string;
}

interface TieRow {
  id: string;
  dependent: string;
  provider: string;
  slot: string;
  layer: Layer;
  low: number | null;
  high: number | null;
  criticality: number;
  revocability: number;
  closed: number;
  confidence: number;
  active: number;
  certain: Stated[];
}

export interface ParadigmBlock {
  ties: Columns<TieRow>;
  slots: Columns<SlotTerms>;
  cohorts: Columns<{ id: string; en: string; zh: string }>;
  masses?: Record<string, number>;
}

export interface ModelBlock {
  asOf: string;
  /** The last day that `asOf` may mean. */
  day: string;
  claims: string;
  spec: Spec & { id: string };
  firms: Columns<Firm>;
  holdings: Columns<{ point: string; holder: string; country: string; degree: number; essay: number }>;
  points: Columns<{ id: string; paradigm: string; side: string; weight: number; en: string; zh: string }>;
  rules: Record<string, Record<string, number>>;
  names: Record<string, Name>;
  paradigms: Record<string, ParadigmBlock>;
  examples: { name: string; yaml: string }[];
  faults: FaultWords;
  /** Words of the findings of `definer scenario`. */
  words: Record<string, Name>;
}

export interface World {
  paradigm: string;
  day: string;
  paradigms: ReadonlyMap<string, readonly string[]>;
  firms: ReadonlyMap<string, Firm>;
  /** Every name by id: of organizations, cohorts of the paradigm, slots of the paradigm. */
  forms: { firm: NameTable; dependent: NameTable; cohort: NameTable; slot: NameTable; paradigm: NameTable };
  cohorts: ReadonlySet<string>;
  slots: ReadonlyMap<string, SlotTerms>;
  holdings: readonly Holding[];
  points: ReadonlyMap<string, { paradigm: string; side: string; weight: number; en: string; zh: string }>;
  rules: Record<string, Record<string, number>>;
}

/** Id -> all its names. */
export type NameTable = ReadonlyMap<string, readonly string[]>;

export function rowsOf<Row extends object>(columns: Columns<Row>): Row[] {
  const names = Object.keys(columns) as (keyof Row)[];
  const count = columns[names[0]!]?.length ?? 0;
  return Array.from({ length: count }, (_, at) => Object.fromEntries(names.map((name) => [name, columns[name][at]])) as Row);
}

export function readTies(block: ParadigmBlock): Tie[] {
  return rowsOf(block.ties).map((row) => ({ ...row, closed: row.closed === 1 }));
}

export function readWorld(block: ModelBlock, paradigm: string): World {
  const own = block.paradigms[paradigm]!;
  const firms = rowsOf(block.firms);
  const slots = rowsOf(own.slots);
  const cohorts = rowsOf(own.cohorts);
  const points = new Map(rowsOf(block.points).map(({ id, ...point }) => [id, point]));
  const firmNames = new Map(firms.map((firm) => [firm.id, [firm.en, firm.zh, ...firm.aliases]]));
  const cohortNames = new Map(cohorts.map(({ id, en, zh }) => [id, [en, zh]]));
  const paradigms = new Map(Object.entries(block.names));
  return {
    paradigm,
    day: block.day,
    paradigms,
    firms: new Map(firms.map((firm) => [firm.id, firm])),
    forms: {
      firm: firmNames,
      dependent: new Map([...cohortNames, ...firmNames]),
      cohort: cohortNames,
      slot: new Map(slots.map(({ id, en, zh }) => [id, [en, zh]])),
      paradigm: paradigms,
    },
    cohorts: new Set(cohorts.map(({ id }) => id)),
    slots: new Map(slots.map((slot) => [slot.id, slot])),
    holdings: rowsOf(block.holdings).map((row) => {
      const { paradigm: era, side, weight } = points.get(row.point)!;
      return { ...row, paradigm: era, side, weight, essay: row.essay === 1 };
    }),
    points,
    rules: block.rules,
  };
}

/** The table of the paradigm's ties; who is not a company of the claims is not ranked. */
export function tableOf(world: World, ties: readonly Tie[], masses: Readonly<Record<string, number>> = {}): Table {
  return {
    ties,
    company: (id) => world.firms.get(id)?.company === 1,
    mass: (id) => masses[id] ?? 1,
  };
}
