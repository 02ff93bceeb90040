// Operations applied one after the other, and what they change: graph/scenario/application.py and studying.py.

import { changes, type Change } from "./changes";
import { addControlPoint, countChanges, holdingKey, setHoldingDegree, type CountChange } from "./definitions";
import type { Operation } from "./document";
import { ScenarioError, type Fault } from "./faults";
import { score, type Scores } from "./score";
import { Site } from "./site";
import * as on from "./tie_operations";
import { sameTie, type Spec, type Tie } from "./tie";
import { readTies, readWorld, tableOf, type Holding, type ModelBlock, type World } from "./world";

const SAME = 1e-12;

/** What one operation did. `no_effect`: it changed nothing; `no_power`: it changed ties but nobody's power. */
export interface Step {
  operation: Operation;
  ties: string[];
  holdings: number;
  warning: "no_effect" | "no_power" | null;
}

export interface Applied {
  ties: readonly Tie[];
  holdings: readonly Holding[];
  steps: Step[];
}

/** One table of ties before and after. */
export interface Side {
  before: Scores;
  after: Scores;
  changes: Change[];
}

export interface Outcome {
  applied: Applied;
  /** Whether the operations change cohorts of adopters alone: without them there would be nothing to see. */
  aboutCohorts: boolean;
  /** Without cohorts of adopters, as rankings are. */
  firms: Side;
  /** With them, where the paradigm has any. */
  cohorts: Side | null;
  definitions: CountChange[];
  definitionsChanged: boolean;
}

/** The model of one paradigm, as of the file's date. */
export class Model {
  readonly world: World;
  readonly ties: readonly Tie[];
  readonly spec: Spec;
  readonly #masses: Readonly<Record<string, number>>;
  readonly #known = new Map<readonly Tie[], { bare: readonly Tie[]; scores: Map<boolean, Scores> }>();

  constructor(block: ModelBlock, paradigm: string) {
    this.world = readWorld(block, paradigm);
    this.ties = readTies(block.paradigms[paradigm]!);
    this.spec = block.spec;
    this.#masses = block.paradigms[paradigm]!.masses ?? {};
  }

  /** Apply the operations in their order. Throws a ScenarioError with every one that names what does not exist. */
  apply(operations: readonly Operation[]): Applied {
    let ties: readonly Tie[] = this.ties;
    let holdings: readonly Holding[] = this.world.holdings;
    const faults: Fault[] = [];
    const steps: Step[] = [];
    operations.forEach((operation, place) => {
      const site = new Site(this.world, place, ties, holdings);
      const done = act(site, operation);
      faults.push(...site.faults);
      if (site.faults.length) return;
      steps.push(this.#step(operation, [ties, done.ties], [holdings, done.holdings]));
      ({ ties, holdings } = done);
    });
    if (faults.length) throw new ScenarioError(faults);
    return { ties, holdings, steps };
  }

  study(operations: readonly Operation[]): Outcome {
    const applied = this.apply(operations);
    const some = [...this.ties, ...applied.ties].some((tie) => this.world.cohorts.has(tie.dependent));
    return {
      applied,
      aboutCohorts: this.#aboutCohorts(applied.ties),
      firms: this.#side(applied.ties, false),
      cohorts: some ? this.#side(applied.ties, true) : null,
      definitions: countChanges(this.world, this.world.holdings, applied.holdings),
      definitionsChanged: moved(this.world.holdings, applied.holdings) > 0,
    };
  }

  /** Scores of a table of ties, with or without those of cohorts; the last tables are remembered. */
  scores(ties: readonly Tie[], cohorts: boolean): Scores {
    let known = this.#known.get(ties);
    if (!known) {
      known = { bare: ties.filter((tie) => !this.world.cohorts.has(tie.dependent)), scores: new Map() };
      this.#known.set(ties, known);
      for (const old of [...this.#known.keys()].slice(1, -4)) this.#known.delete(old);
    }
    let found = known.scores.get(cohorts);
    if (!found) {
      found = score(tableOf(this.world, cohorts ? ties : known.bare, cohorts ? this.#masses : {}), this.spec);
      known.scores.set(cohorts, found);
    }
    return found;
  }

  #side(ties: readonly Tie[], cohorts: boolean): Side {
    const [before, after] = [this.scores(this.ties, cohorts), this.scores(ties, cohorts)];
    return { before, after, changes: changes(before, after) };
  }

  #aboutCohorts(ties: readonly Tie[]): boolean {
    const changed = touched(this.ties, ties).map(({ dependent }) => dependent);
    return changed.length > 0 && changed.every((dependent) => this.world.cohorts.has(dependent));
  }

  #step(operation: Operation, ties: readonly [readonly Tie[], readonly Tie[]], holdings: readonly [readonly Holding[], readonly Holding[]]): Step {
    const ids = [...new Set(touched(...ties).map((tie) => tie.id))].sort();
    const count = moved(...holdings);
    let warning: Step["warning"] = null;
    if (!ids.length && !count) warning = "no_effect";
    else if (ids.length && !this.#powerMoved(...ties)) warning = "no_power";
    return { operation, ties: ids, holdings: count, warning };
  }

  #powerMoved(before: readonly Tie[], after: readonly Tie[]): boolean {
    const [one, two] = [this.scores(before, true), this.scores(after, true)];
    return changes(one, two).some(({ change }) => Math.abs(change) > SAME);
  }
}

function act(site: Site, operation: Operation): { ties: readonly Tie[]; holdings: readonly Holding[] } {
  const { ties, holdings } = site;
  switch (operation.op) {
    case "add_tie":
      return { ties: on.addTie(site, operation), holdings };
    case "remove_tie":
      return { ties: on.removeTie(site, operation), holdings };
    case "reweight_tie":
      return { ties: on.reweightTie(site, operation), holdings };
    case "set_revocability":
      return { ties: on.setRevocability(site, operation), holdings };
    case "set_criticality":
      return { ties: on.setCriticality(site, operation), holdings };
    case "shift_cohort_share":
      return { ties: on.shiftCohortShare(site, operation), holdings };
    case "remove_firm":
      return { ties: on.removeFirm(site, operation), holdings };
    case "remove_coalition":
      return { ties: on.removeCoalition(site, operation), holdings };
    case "add_control_point":
      return { ties, holdings: addControlPoint(site, operation) };
    case "set_holding_degree":
      return { ties, holdings: setHoldingDegree(site, operation) };
  }
}

/** Ties that are not the same on both sides, as they are on each. */
function touched(before: readonly Tie[], after: readonly Tie[]): Tie[] {
  if (before === after) return [];
  const [first, second] = [before, after].map((ties) => new Map(ties.map((tie) => [tie.id, tie])));
  return [...new Set([...first!.keys(), ...second!.keys()])].flatMap((id) => {
    const sides = [first!.get(id), second!.get(id)] as const;
    return sameTie(...sides) ? [] : sides.flatMap((tie) => tie ?? []);
  });
}

/** Holdings that are on one side alone. */
function moved(before: readonly Holding[], after: readonly Holding[]): number {
  if (before === after) return 0;
  const [first, second] = [new Set(before.map(holdingKey)), new Set(after.map(holdingKey))];
  return [...first].filter((key) => !second.has(key)).length + [...second].filter((key) => !first.has(key)).length;
}
