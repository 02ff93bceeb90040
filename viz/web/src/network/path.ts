// The shortest chain of drawn ties between two firms.

import type { Firm, Tie } from "./records";
import type { Scene } from "./visibility";

/** A step of a path: from one firm to the next over a tie, with it or against its direction. */
export interface Step {
  from: Firm;
  to: Firm;
  tie: Tie;
  forward: boolean;
}

/**
 * Steps from `start` to `goal`, fewest first; null where there is no way. A directed path follows dependence: each firm
 * depends on the next. Among equally short ones that over the lower ids wins, so that the answer is one and the same.
 * Ties of money are no dependence: a directed path leaves them out.
 */
export function shortestPath(scene: Scene, start: Firm, goal: Firm, directed: boolean): Step[] | null {
  const cameBy = new Map<Firm, Step | null>([[start, null]]);
  let rim = [start];
  while (rim.length && !cameBy.has(goal)) {
    const next: Firm[] = [];
    for (const firm of rim) {
      for (const step of stepsFrom(scene, firm, directed)) {
        if (cameBy.has(step.to)) continue;
        cameBy.set(step.to, step);
        next.push(step.to);
      }
    }
    rim = next;
  }
  if (!cameBy.has(goal)) return null;
  const path: Step[] = [];
  for (let step = cameBy.get(goal); step; step = cameBy.get(step.from)) path.unshift(step);
  return path;
}

function stepsFrom(scene: Scene, firm: Firm, directed: boolean): Step[] {
  const drawn = (tie: Tie): boolean => scene.ties[tie.number] !== null && scene.ties[tie.number] !== undefined;
  const out = firm.out.filter((tie) => drawn(tie) && !(directed && tie.layer === "capital" && !tie.paradigm));
  const steps = out.map((tie) => ({ from: firm, to: tie.provider, tie, forward: true }));
  if (!directed) steps.push(...firm.in.filter(drawn).map((tie) => ({ from: firm, to: tie.dependent, tie, forward: false })));
  return steps.sort((a, b) => (a.to.id < b.to.id ? -1 : a.to.id > b.to.id ? 1 : a.tie.number - b.tie.number));
}
