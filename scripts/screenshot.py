"""Take the pictures of the network page that stand in the README: ``python scripts/screenshot.py``.

Needs Chromium at /usr/bin/chromium and the ``test`` dependencies.
"""

from __future__ import annotations

import base64
import tempfile
from pathlib import Path

from definer.data.read import read_claims, shipped_claims
from definer.graph.store import Store
from definer.viz.page import network
from playwright.sync_api import Playwright, sync_playwright

DOCS = Path(__file__).resolve().parent.parent / "docs"
LIMIT = 350_000
"""Bytes that a picture may have."""
SWITCHES = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync"]
LEAN = """async (data) => {
  const image = await createImageBitmap(await (await fetch("data:image/png;base64," + data)).blob());
  const canvas = new OffscreenCanvas(image.width, image.height);
  const context = canvas.getContext("2d");
  context.drawImage(image, 0, 0);
  const pixels = context.getImageData(0, 0, image.width, image.height);
  for (let i = 0; i < pixels.data.length; i += 1) {
    if (i % 4 < 3) pixels.data[i] = Math.min(255, Math.round(pixels.data[i] / STEP) * STEP);
  }
  context.putImageData(pixels, 0, 0);
  const bytes = new Uint8Array(await (await canvas.convertToBlob({ type: "image/png" })).arrayBuffer());
  return Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
}"""
"""Rounds colours, so that thousands of faint lines pack well; the eye sees no difference."""
VIEWS = {"network.png": "", "network.zh.png": "#lang=zh&firm=catl"}


def take(playwright: Playwright, page_file: Path, name: str, fragment: str) -> None:
    """Open the page at `fragment`, with the network cut, and save what it shows as docs/`name`."""
    browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=SWITCHES)
    context = browser.new_context(viewport={"width": 1280, "height": 800}, offline=True, color_scheme="light")
    page = context.new_page()
    page.goto(page_file.as_uri() + fragment)
    page.wait_for_function("document.documentElement.dataset.ready === 'true'")
    page.wait_for_timeout(800)
    shot = base64.b64encode(page.screenshot()).decode("ascii")
    page.goto("about:blank")
    picture = page.evaluate(LEAN.replace("STEP", "17"), shot).encode("latin-1")
    browser.close()
    if len(picture) > LIMIT:
        message = f"docs/{name} has {len(picture)} bytes, more than {LIMIT}"
        raise SystemExit(message)
    (DOCS / name).write_bytes(picture)


def main() -> None:
    """Write both pictures."""
    DOCS.mkdir(exist_ok=True)
    store = Store.from_claims(read_claims(shipped_claims()))
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        page_file = network(store).save(Path(folder) / "network.html")
        for name, fragment in VIEWS.items():
            take(playwright, page_file, name, fragment)


if __name__ == "__main__":
    main()
