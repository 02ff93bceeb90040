"""How fast the network page opens and pans, beside pyvis' own page: ``python tests/bench/page_speed.py``.

All pages are made from the same made-up claims and opened by one browser, in one run, with the network cut. Printed
are the time to the first paint, the time until the network stands there (ours: its mark; pyvis': its loading bar is
gone), frames a second while the picture is dragged, and for ours the time that one filter takes. Without a graphics
processor WebGL is drawn in software: figures of sigma are then no measure of what it does elsewhere.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from pathlib import Path

from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright

sys.path.insert(0, str(Path(__file__).parent))
from many_firms import made_up, made_up_page

__all__ = ["main"]

_PATIENCE = 120.0
_DRAG = 2.0
_SIZE: ViewportSize = {"width": 1280, "height": 800}
_SWITCHES = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync"]
_COUNT = (
    "() => { window.frames_ = 0; const tick = () => { window.frames_ += 1; requestAnimationFrame(tick); }; tick(); }"
)
_FILTER = """() => new Promise((done) => {
  const chip = document.querySelector('.chip[data-group="region"]'), begin = performance.now();
  chip.click();
  requestAnimationFrame(() => setTimeout(() => done(performance.now() - begin), 0));
})"""


def plain_pyvis(firms: int) -> str:
    """The page that pyvis writes of the same firms and ties when nothing is set."""
    from pyvis.network import Network

    evidence, _ = made_up(firms)
    network = Network(directed=True, cdn_resources="in_line")
    for key, row in evidence.organizations.items():
        network.add_node(key, label=row["name_en"])
    for row in evidence.ties:
        network.add_edge(row["dependent"], row["provider"])
    return str(network.generate_html())


def drawn(page: Page, *, ours: bool) -> bool:
    """Whether the network stands there."""
    test = "document.documentElement.dataset.ready === 'true'" if ours else "bar && bar.style.display === 'none'"
    return bool(page.evaluate(f"() => {{ const bar = document.getElementById('loadingBar'); return {test}; }}"))


def pan_rate(page: Page) -> float:
    """Frames a second while the picture is dragged about."""
    page.evaluate(_COUNT)
    page.mouse.move(700, 300)
    page.mouse.down()
    begin = time.perf_counter()
    before, step = page.evaluate("window.frames_"), 0
    while time.perf_counter() - begin < _DRAG:
        step += 1
        page.mouse.move(700 + 80 * ((step % 20) / 10 - 1), 300 + 4 * (step % 10))
    rate = (page.evaluate("window.frames_") - before) / (time.perf_counter() - begin)
    page.mouse.up()
    return float(rate)


def measure(browser: Browser, file: Path, fragment: str = "", *, ours: bool) -> str:
    """Open a page and give its line of figures."""
    context = browser.new_context(viewport=_SIZE, offline=True)
    page = context.new_page()
    page.set_default_timeout(_PATIENCE * 1000)
    begin = time.perf_counter()
    page.goto(file.as_uri() + fragment, wait_until="commit")
    while not drawn(page, ours=ours) and time.perf_counter() - begin < _PATIENCE:
        time.sleep(0.02)
    ready = time.perf_counter() - begin
    done = drawn(page, ours=ours)
    paint = page.evaluate("performance.getEntriesByType('paint').map((entry) => entry.startTime)[0] ?? NaN")
    rate = pan_rate(page)
    taken = f"{page.evaluate(_FILTER):7.0f} ms" if ours else "         -"
    context.close()
    shown = f"{ready:6.2f} s" if done else f"not in {_PATIENCE:.0f} s"
    return f"{paint:8.0f} ms   {shown}   {rate:6.1f} fps   {taken}"


def main(arguments: list[str] | None = None) -> None:
    """Make the pages, measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--firms", type=int, nargs="*", default=[200, 1000, 5000, 20000])
    parser.add_argument("--pyvis", type=int, nargs="*", default=[200, 1000], help="sizes of pyvis' own page")
    parser.add_argument("--browser", default="/usr/bin/chromium")
    given = parser.parse_args(arguments)
    print("page                          first paint   network there   pan          a filter")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=given.browser, args=_SWITCHES)
        for firms in given.firms:
            begin = time.perf_counter()
            file = made_up_page(firms).save(Path(folder) / f"{firms}.html")
            made = time.perf_counter() - begin
            for renderer in ("vis", "sigma"):
                print(f"definer {firms:6} {renderer:6}       {measure(browser, file, f'#draw={renderer}', ours=True)}")
            print(f"definer {firms:6} made in {made:.1f} s, {file.stat().st_size / 1e6:.1f} MB", flush=True)
        for firms in given.pyvis:
            file = Path(folder) / f"pyvis{firms}.html"
            file.write_text(plain_pyvis(firms), encoding="utf-8")
            print(f"pyvis   {firms:6}              {measure(browser, file, ours=False)}", flush=True)
        browser.close()


if __name__ == "__main__":
    main()
