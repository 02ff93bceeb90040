// SHA-256 of the blocks of the file, computed in the page: what is the same in two files has the same digest.

export interface Digest {
  name: string;
  bytes: number;
  sha256: string;
}

export function blockNames(): string[] {
  return [...document.querySelectorAll('script[type="application/gzip"][id^="block-"]')].map(({ id }) => id.replace(/^block-/, ""));
}

/** Whether the browser lets a page that was opened like this one compute digests. */
export function canDigest(): boolean {
  return typeof crypto !== "undefined" && crypto.subtle !== undefined;
}

export async function digest(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<Digest> {
  const found = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return { name, bytes: bytes.length, sha256: [...found].map((byte) => byte.toString(16).padStart(2, "0")).join("") };
}
