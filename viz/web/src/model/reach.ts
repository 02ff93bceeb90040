// Reach R = u' B (I - alpha B)^-1: graph/power/reach.py. Summed hop by hop: each hop is damped by alpha, and the rows of B
// sum to at most 1, so that what is still to come is known and the sum ends at the accuracy of the numbers themselves.

import type { Projection } from "./projection";

const LEAST = 1e-17;

/** Dependent-equivalents that rest on each node. */
export function reach(projection: Projection, alpha: number): Float64Array {
  const result = new Float64Array(projection.nodes.length);
  let hop = handOn(projection, projection.mass);
  const enough = LEAST * (1 - alpha) * Math.max(projection.totalMass, 1);
  for (let left = Infinity; left > enough; ) {
    left = 0;
    for (let j = 0; j < hop.length; j += 1) {
      result[j]! += hop[j]!;
      left += hop[j]!;
    }
    hop = handOn(projection, hop).map((value) => value * alpha);
  }
  return result;
}

/** x' B: what each node hands on to those it depends on. */
function handOn({ slots, dependent, intensity, shares }: Projection, x: Float64Array): Float64Array {
  const result = new Float64Array(x.length);
  for (let k = 0; k < slots.length; k += 1) {
    const given = x[dependent[k]!]! * intensity[k]!;
    if (!given) continue;
    for (let at = shares.from[k]!; at < shares.from[k + 1]!; at += 1) result[shares.column[at]!]! += given * shares.value[at]!;
  }
  return result;
}
