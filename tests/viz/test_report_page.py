"""The report page: what it holds as text, and what a browser that is cut off from every network makes of it."""

from __future__ import annotations

import itertools
import json
import re
import time
from collections.abc import Callable
from dataclasses import replace
from html import unescape
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from definer.viz.blocks import Block, Column, Figure, Heading, Paragraph, table
from definer.viz.report_page import html
from definer.viz.web_assets import MissingAssetError, script

from .conftest import Visit
from .figures import blocks, curve, intervals, lines, scatter, waterfall

Open = Callable[..., Visit]
META = {"as of": "2025-11-15", "settings": "0123456789abcdef"}
HOSTILE = "</script><script>alert(1)</script><img src=x onerror=alert(2)>{a|b}<!--\u202egnp.exe\x1b[31m\"'&amp;"
SHOWN = "</script><script>alert(1)</script><img src=x onerror=alert(2)>{a|b}<!--\\u202egnp.exe\\u001b[31m\"'&amp;"


def page(found: list[Block], lang: str = "en") -> str:
    return html("A report", found, "zh" if lang == "zh" else "en", META)


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("report") / "report.html"
    path.write_text(page(blocks()), encoding="utf-8", newline="\n")
    return path


def payload(text: str) -> dict[str, list[dict[str, object]]]:
    found = re.search(r'<script type="application/json" id="figures">(.*?)</script>', text)
    assert found
    decoded: dict[str, list[dict[str, object]]] = json.loads(found[1])
    return decoded


def test_every_block_stands_on_the_page_in_order() -> None:
    text = page(blocks())
    order = [
        "Question",
        "Who defines each paradigm?",
        "INCONCLUSIVE",
        "Firms, n = 6",
        "Source: the claims.",
        "Figure 1.",
    ]
    main = text[text.index("<main") :]
    places = [main.index(words) for words in order]
    assert places == sorted(places)
    assert [figure["kind"] for figure in payload(text)["figures"]] == [
        "intervals", "waterfall", "lines", "scatter", "curve",
    ]  # fmt: skip
    assert text.count("<details>") == 5
    assert "2025-11-15" in text


def test_contents_name_the_headings_and_lead_to_them() -> None:
    text = page(blocks())
    targets = re.findall(r'<a href="#(part-\d+)">', text)
    assert len(targets) == 7
    for target in targets:
        assert f'id="{target}"' in text


def test_same_blocks_same_bytes() -> None:
    assert page(blocks()) == page(blocks())


def test_languages_of_the_document_and_its_words() -> None:
    assert '<html lang="en">' in page(blocks())
    chinese = page(blocks(), "zh")
    assert '<html lang="zh-Hans">' in chinese
    assert "图 1" in chinese
    assert "目录" in chinese


def test_policy_admits_only_what_is_hashed() -> None:
    found = re.search(r'Content-Security-Policy" content="([^"]+)"', page(blocks()))
    assert found
    policy = unescape(found[1])
    assert "default-src 'none'" in policy
    assert "connect-src 'none'" in policy
    assert "unsafe" not in policy
    assert " style=" not in page(blocks()).split("<script>")[0]


def test_no_address_is_named_but_those_of_namespaces() -> None:
    text = page(blocks()).split("<script>")[0]
    assert not re.search(r"(?:src|href)=\"(?!#|data:,)", text)


def test_a_number_that_is_not_finite_is_refused() -> None:
    broken = replace(scatter(), data=dict(scatter().data) | {"line": [[0.0, float("nan")], [1.0, 1.0]]})
    with pytest.raises(ValueError, match="JSON"):
        page([broken])


def test_a_missing_script_says_how_to_make_it(tmp_path: Path) -> None:
    with pytest.raises(MissingAssetError, match=r"scripts/build_web\.py"):
        script("report", tmp_path)


@pytest.mark.browser
def test_opens_from_disk_without_a_request_or_complaint(visit: Open, sample: Path) -> None:
    open_page = visit(sample)
    assert open_page.requests == [sample.as_uri()]
    assert open_page.complaints == []


EXPECTED = {
    "intervals": {"Microsoft", "宁德时代", "power, 0 to 1", "PC", "AI"},
    "waterfall": {"size", "unexplained", "log points", "4.2", "\u22121.1"},
    "lines": {"power leads", "premium leads", "coefficient", "year", "2010"},
    "scatter": {"firm 27", "PC", "Search", "power", "log premium"},
    "curve": {"baseline: B1", "controls: none", "registered specification", "specifications, in order (n = 120)"},
}


@pytest.mark.browser
def test_each_kind_is_drawn_with_its_labels(visit: Open, sample: Path) -> None:
    open_page = visit(sample)
    for number, (kind, labels) in enumerate(EXPECTED.items()):
        texts = open_page.page.locator(f"[data-figure='{number}'] svg text").all_text_contents()
        assert labels <= set(texts), (kind, labels - set(texts))


@pytest.mark.browser
@pytest.mark.parametrize("width", [360, 768, 1600])
def test_nothing_overflows(visit: Open, sample: Path, width: int) -> None:
    open_page = visit(sample, width=width)
    open_page.page.evaluate("for (const details of document.querySelectorAll('details')) details.open = true")
    assert open_page.page.evaluate("document.documentElement.scrollWidth") == width
    assert open_page.complaints == []


@pytest.mark.browser
def test_charts_follow_width_and_theme(visit: Open, sample: Path) -> None:
    open_page = visit(sample)
    ink = "document.querySelector('.chart svg text').getAttribute('fill')"
    wide = "document.querySelector('.chart svg').getBoundingClientRect().width"
    before = open_page.page.evaluate(ink), open_page.page.evaluate(wide)
    open_page.page.click("#theme")
    assert open_page.page.evaluate(ink) != before[0]
    open_page.page.set_viewport_size({"width": 500, "height": 800})
    deadline = time.monotonic() + 10
    while open_page.page.evaluate(wide) >= 500 and time.monotonic() < deadline:
        open_page.page.wait_for_timeout(50)
    assert open_page.page.evaluate(wide) < 500
    assert open_page.complaints == []


@pytest.mark.browser
def test_a_mark_says_its_numbers_as_text(visit: Open, sample: Path) -> None:
    open_page = visit(sample)
    mark = open_page.page.locator("[data-figure='0'] svg path[fill='#0b5fa5']").nth(1)
    mark.scroll_into_view_if_needed()
    mark.hover(force=True)
    box = mark.bounding_box()
    assert box
    deadline = time.monotonic() + 30
    # The page may still scroll, which takes the text away; as people do, move the pointer until it stands there.
    for step in itertools.count():
        open_page.page.mouse.move(box["x"] + box["width"] / 2 + step % 2, box["y"] + box["height"] / 2)
        open_page.page.wait_for_timeout(50)
        if open_page.page.locator(".tip").is_visible() or time.monotonic() > deadline:
            break
        box = mark.bounding_box() or box
    assert re.match(r".+: [\d.]+ \[.+\] power, 0 to 1$", open_page.page.inner_text(".tip"))
    open_page.page.keyboard.press("Escape")
    assert open_page.page.locator(".tip").is_hidden()


@pytest.mark.browser
def test_hostile_text_stays_text(visit: Open, tmp_path: Path) -> None:
    point = {"label": HOSTILE, "x": 0.5, "y": 0.5, "group": HOSTILE}
    item = {"label": HOSTILE, "low": 0.0, "mid": 0.5, "high": 1.0, "group": HOSTILE}
    step = {"label": HOSTILE, "value": 1.0, "low": 0.5, "high": 1.5, "total": False}
    option = {"label": HOSTILE, "options": [{"label": HOSTILE, "used": [0]}]}
    course = {"label": HOSTILE, "y": [1.0, 2.0]}
    data = [
        {**intervals().data, "unit": HOSTILE, "items": [item]},
        {**waterfall().data, "unit": HOSTILE, "steps": [step]},
        {**lines().data, "unit": HOSTILE, "x": [HOSTILE, "b"], "series": [course]},
        {**scatter().data, "x_unit": HOSTILE, "points": [point]},
        {**curve(3).data, "unit": HOSTILE, "choices": [option]},
    ]
    plain = table(HOSTILE, [Column(HOSTILE), Column("n", numeric=True)], [(HOSTILE, HOSTILE)], HOSTILE)
    kinds = (intervals(), waterfall(), lines(), scatter(), curve(3))
    charts = [Figure(HOSTILE, figure.kind, one, plain, (HOSTILE,)) for figure, one in zip(kinds, data, strict=True)]
    found: list[Block] = [Heading(HOSTILE), Heading(HOSTILE, 3), Paragraph(HOSTILE, "verdict"), plain, *charts]
    path = tmp_path / "hostile.html"
    path.write_text(html(HOSTILE, found, "en", {HOSTILE: HOSTILE}), encoding="utf-8", newline="\n")
    open_page = visit(path)
    assert open_page.complaints == []
    assert open_page.requests == [path.as_uri()]
    assert open_page.page.locator("img").count() == 0
    assert open_page.page.inner_text("h1") == SHOWN
    assert open_page.page.title() == SHOWN
    assert open_page.page.locator("td", has_text=SHOWN).count() == 6
    for number in range(5):
        drawn = "".join(open_page.page.locator(f"[data-figure='{number}'] svg text").all_text_contents())
        assert "<img" in drawn.replace("\u2026", "")
        assert "{a|b}" in drawn
        assert "\u202e" not in drawn


@pytest.mark.browser
def test_a_long_curve_and_an_empty_chart_are_drawn(visit: Open, tmp_path: Path) -> None:
    empty = Figure("none", "scatter", {"x_unit": "", "y_unit": "", "points": [], "line": None}, table("", [], []))
    path = tmp_path / "long.html"
    path.write_text(page([curve(1500), empty]), encoding="utf-8", newline="\n")
    open_page = visit(path)
    assert open_page.complaints == []
    # A whisker and a mark for each specification, and not one element for each choice of it.
    assert 3000 <= open_page.page.locator("[data-figure='0'] svg path").count() < 4000
    assert open_page.page.locator("[data-figure='1'] svg").count() == 1


@pytest.mark.browser
def test_prints_every_table_and_chart(browser: Browser, sample: Path) -> None:
    context = browser.new_context(offline=True, color_scheme="dark")
    open_page = context.new_page()
    complaints: list[str] = []
    open_page.on("console", lambda message: complaints.append(message.text))
    open_page.goto(sample.as_uri())
    open_page.locator("html[data-ready='true']").wait_for(state="attached")
    assert open_page.pdf(prefer_css_page_size=True).startswith(b"%PDF-")
    open_page.emulate_media(media="print")
    open_page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert open_page.locator("details[open]").count() == 5
    assert open_page.evaluate("document.querySelector('.chart svg text').getAttribute('fill')") == "#1d2129"
    open_page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert open_page.locator("details[open]").count() == 0
    assert complaints == []
    context.close()


@pytest.mark.browser
def test_reads_without_scripts(browser: Browser, sample: Path) -> None:
    context = browser.new_context(offline=True, java_script_enabled=False)
    open_page = context.new_page()
    open_page.goto(sample.as_uri())
    assert open_page.locator(".chart").first.is_hidden()
    open_page.locator("summary").first.click()
    assert open_page.locator("details td", has_text="0.00").first.is_visible()
    context.close()
