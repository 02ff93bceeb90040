// Definition power D = w1 R / sum(u) + w2 K / sum(u) and the ranks: graph/power/scoring.py, graph/scenario/node_scores.py.

import { losses, slotsByNode, type Slots } from "./lockin";
import { project, type Projection } from "./projection";
import { reach } from "./reach";
import { byText, type Spec, type Table } from "./tie";

const DIGITS = 9;

/** Averages per participant; `rank` is null for what is not ranked. */
export interface NodeScore {
  power: number;
  reach: number;
  lockin: number;
  rank: number | null;
}

export interface Scores {
  table: Table;
  spec: Spec;
  projection: Projection;
  byNode: Slots;
  /** In dependent-equivalents, by index of the node. */
  reaches: Float64Array;
  nodes: Map<string, NodeScore>;
  n: number;
}

export function score(table: Table, spec: Spec): Scores {
  const projection = project(table, spec);
  const byNode = slotsByNode(projection);
  const reaches = reach(projection, spec.alpha);
  const total = projection.totalMass || 1;
  const nodes = new Map<string, NodeScore>();
  projection.nodes.forEach((node, at) => {
    const lost = losses(projection, at, byNode, spec.resourcing);
    let stopped = 0;
    for (let j = 0; j < lost.length; j += 1) stopped += lost[j]! * projection.mass[j]!;
    const [one, two] = [reaches[at]! / total, stopped / total];
    nodes.set(node, { power: spec.weights[0] * one + spec.weights[1] * two, reach: one, lockin: two, rank: null });
  });
  rank(nodes, table.company);
  return { table, spec, projection, byNode, reaches, nodes, n: projection.n };
}

/** Companies by power; those equal to nine decimals share a rank (1, 2, 2, 4). */
function rank(nodes: ReadonlyMap<string, NodeScore>, company: (id: string) => boolean): void {
  const ranked = [...nodes].filter(([id]) => company(id)).map(([id, of]) => ({ id, of, rounded: Number(of.power.toFixed(DIGITS)) }));
  ranked.sort((one, two) => two.rounded - one.rounded || byText(one.id, two.id));
  ranked.forEach((one, at) => {
    const above = ranked[at - 1];
    one.of.rank = above && above.rounded === one.rounded ? above.of.rank : at + 1;
  });
}
