"""Take the pictures of the pages that stand in the READMEs: ``python scripts/screenshot.py``.

Needs Chromium at /usr/bin/chromium and the ``test`` dependencies.
"""

from __future__ import annotations

import base64
import struct
import tempfile
import zlib
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from playwright.sync_api import Playwright, sync_playwright
from scipy.cluster.vq import vq

import definer

DOCS = Path(__file__).resolve().parent.parent / "docs"
LIMIT = 350_000
"""Bytes that a picture may have."""
SWITCHES = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync"]
PIXELS = """async (data) => {
  const image = await createImageBitmap(await (await fetch("data:image/png;base64," + data)).blob());
  const canvas = new OffscreenCanvas(image.width, image.height);
  const context = canvas.getContext("2d");
  context.drawImage(image, 0, 0);
  const pixels = context.getImageData(0, 0, image.width, image.height).data;
  let text = "";
  for (let i = 0; i < pixels.length; i += 8192) text += String.fromCharCode(...pixels.subarray(i, i + 8192));
  return text;
}"""
VIEWS = {
    "dossier.png": ("dossier.html", ""),
    "dossier.zh.png": ("dossier.html", "#lang=zh"),
    "network.png": ("network.html", ""),
    "network.zh.png": ("network.html", "#lang=zh&firm=catl"),
}
"""Picture -> page, and the view of it."""


def indexed_png(pixels: NDArray[np.uint8]) -> bytes:
    """Write a PNG of at most 256 colours, less than half the size of one of all colours."""
    height, width, _ = pixels.shape
    colors, places, counts = np.unique(pixels.reshape(-1, 3), axis=0, return_inverse=True, return_counts=True)
    common = colors[np.argsort(-counts, kind="stable")].astype(float)
    palette = np.empty((0, 3))
    # Half the palette keeps the swatches, however small; the other half the shades of the large pale areas.
    for full, apart in ((128, 14), (256, 1)):
        left = common
        while len(palette) < full and len(left):
            if not len(palette) or np.abs(palette - left[0]).max(axis=1).min() > apart:
                palette = np.vstack([palette, left[0]])
            left = left[np.abs(left - left[0]).max(axis=1) > apart]
    nearest, _ = vq(colors.astype(float), palette)
    rows = nearest[places.reshape(-1)].astype(np.uint8).reshape(height, width)
    lines = b"".join(b"\0" + row.tobytes() for row in rows)

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    head = struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0)
    table = palette.astype(np.uint8).tobytes()
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"PLTE", table)
        + chunk(b"IDAT", zlib.compress(lines, 9))
        + chunk(b"IEND", b"")
    )


def take(playwright: Playwright, page_file: Path, name: str, fragment: str) -> None:
    """Open the page at `fragment`, with the network cut, and save what it shows as docs/`name`."""
    browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=SWITCHES)
    context = browser.new_context(viewport={"width": 1280, "height": 800}, offline=True, color_scheme="light")
    page = context.new_page()
    page.goto(page_file.as_uri() + fragment)
    page.locator("html[data-ready=true]").wait_for(state="attached")
    page.wait_for_timeout(2500)  # until charts and islands stand
    shot = base64.b64encode(page.screenshot()).decode("ascii")
    page.goto("about:blank")
    pixels = np.frombuffer(page.evaluate(PIXELS, shot).encode("latin-1"), np.uint8).reshape(800, 1280, 4)
    picture = indexed_png(pixels[:, :, :3])
    browser.close()
    if len(picture) > LIMIT:
        message = f"docs/{name} has {len(picture)} bytes, more than {LIMIT}"
        raise SystemExit(message)
    (DOCS / name).write_bytes(picture)


def main() -> None:
    """Write all pictures."""
    DOCS.mkdir(exist_ok=True)
    kg = definer.open()
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        kg.dossier().save(Path(folder) / "dossier.html")
        kg.network().save(Path(folder) / "network.html")
        for name, (page, fragment) in VIEWS.items():
            take(playwright, Path(folder) / page, name, fragment)


if __name__ == "__main__":
    main()
