// What the file carries besides the page: packed blocks, unpacked when somebody first asks for one.

function packed(name: string): Uint8Array<ArrayBuffer> {
  const element = document.getElementById(`block-${name}`);
  if (!element) throw new Error(`this file has no block "${name}"`);
  const text = atob(element.textContent ?? "");
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at += 1) bytes[at] = text.charCodeAt(at);
  return bytes;
}

export function hasBlock(name: string): boolean {
  return document.getElementById(`block-${name}`) !== null;
}

function unpacked(name: string): Response {
  return new Response(new Blob([packed(name)]).stream().pipeThrough(new DecompressionStream("gzip")));
}

const known = new Map<string, Promise<unknown>>();

/** Plain values of a block; the same promise for everybody. */
export function block<Value>(name: string): Promise<Value> {
  let found = known.get(name);
  if (!found) {
    found = Promise.resolve().then(() => unpacked(name).json());
    known.set(name, found);
  }
  return found as Promise<Value>;
}

/** Bytes of a block, unpacked anew each time: they are large, and whoever wants them wants them once. */
export async function bytes(name: string): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await unpacked(name).arrayBuffer());
}
