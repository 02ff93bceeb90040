// What the file carries besides the page: packed blocks, unpacked when somebody first asks for one. Where the page is
// served, they stand beside it and are fetched.

import { decoded, unzipped } from "./packed";

let beside: ReadonlySet<string> = new Set();

/** Names of the blocks that are served beside the page. */
export function fetchFrom(names: readonly string[]): void {
  beside = new Set(names);
}

function embedded(name: string): HTMLElement | null {
  return document.getElementById(`block-${name}`);
}

export function hasBlock(name: string): boolean {
  return embedded(name) !== null || beside.has(name);
}

async function packed(name: string): Promise<Blob> {
  const element = embedded(name);
  if (element) return new Blob([decoded(element)]);
  if (!beside.has(name)) throw new Error(`this file has no block "${name}"`);
  const answer = await fetch(`blocks/${name}`, { credentials: "omit", redirect: "error" });
  if (!answer.ok) throw new Error(`blocks/${name}: ${answer.status}`);
  return answer.blob();
}

async function unpacked(name: string): Promise<Response> {
  return unzipped(await packed(name));
}

const known = new Map<string, Promise<unknown>>();

/** Plain values of a block; the same promise for everybody. A failure is not kept: the next one who asks tries again. */
export function block<Value>(name: string): Promise<Value> {
  let found = known.get(name);
  if (!found) {
    found = unpacked(name).then((answer) => answer.json());
    found.catch(() => known.delete(name));
    known.set(name, found);
  }
  return found as Promise<Value>;
}

/** Bytes of a block, unpacked anew each time: they are large, and whoever wants them wants them once. */
export async function bytes(name: string): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await (await unpacked(name)).arrayBuffer());
}
