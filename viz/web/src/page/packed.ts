// Gzip in base64, as blocks and scripts stand in the file.

export function decoded(element: Element): Uint8Array<ArrayBuffer> {
  const text = atob(element.textContent ?? "");
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at += 1) bytes[at] = text.charCodeAt(at);
  return bytes;
}

export function unzipped(data: Blob): Response {
  return new Response(data.stream().pipeThrough(new DecompressionStream("gzip")));
}
