"""The chart of power over the years: one picture that opens anywhere, the same bytes each time."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from dataclasses import replace
from html import unescape
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from playwright.sync_api import Browser

from definer.graph.backtest import PowerHistory
from definer.graph.store import Store
from definer.knowledge import KnowledgeGraph
from definer.viz.chart import ChartFileError, chart
from definer.viz.chart_layout import Box, place, shorten, spread, text_width, ticks, wrap

SVG = "{http://www.w3.org/2000/svg}"
BAD = "</text><script>alert(1)</script>\x1b\u202e\ufffe"
HEAD = """
@prefix def: <https://w3id.org/definer/ontology#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix org: <https://w3id.org/definer/id/org/> .
<https://w3id.org/definer/id/paradigm/pc> a def:Paradigm ; skos:prefLabel "<b>PC</b>"@en ;
  def:start "2000"^^xsd:gYear ; def:codedFrom "2000"^^xsd:gYear ; def:codedTo "2002"^^xsd:gYear .
org:user a def:Organization , def:Company ; skos:prefLabel "User"@en .
"""


@pytest.fixture(scope="module")
def drawn(kg: KnowledgeGraph) -> PowerHistory:
    return kg.history("pc", 1975, 2010, draws=10)


def hostile(folder: Path) -> KnowledgeGraph:
    """A graph whose names hold markup and marks, with ties that end before the last year."""
    name = BAD.encode("unicode_escape").decode().replace("\\x1b", "\\u001b")
    ties = "".join(
        f"""org:m{k} a def:Organization , def:Company ; skos:prefLabel "{name}{k}"@en .
<https://w3id.org/definer/id/tie/t{k}> a def:Tie ; def:paradigm <https://w3id.org/definer/id/paradigm/pc> ;
  def:slot <https://w3id.org/definer/id/slot/s{k}> ; def:layer <https://w3id.org/definer/code/layer#tech> ;
  def:dependent org:user ; def:provider org:m{k} ; def:validFrom "{1999 + k}-01-01"^^xsd:date ;
  def:validUntil "{2001 + k}-01-01"^^xsd:date ; def:criticality 0.9 ; def:revocability 1.0 ; def:confidence 1.0 ;
  def:evidence <https://w3id.org/definer/code/evidence#sourced> .
"""
        for k in range(1, 4)
    )
    path = folder / "hostile.ttl"
    path.write_text(HEAD + ties, encoding="utf-8")
    return KnowledgeGraph(Store.from_rdf([path]))


def texts(picture: str) -> list[str]:
    return [element.text or "" for element in ET.fromstring(picture).iter(f"{SVG}text")]


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_the_picture_says_what_it_shows(drawn: PowerHistory, lang: str) -> None:
    picture = chart(drawn, lang).svg()  # type: ignore[arg-type]
    root = ET.fromstring(picture)
    words = " ".join(texts(picture))
    assert root.get("role") == "img"
    assert root[0].tag == f"{SVG}title"
    assert drawn.setting.claims is not None
    for part in (drawn.setting.claims, "seed\u00a00" if lang == "en" else "种子\u00a00", "power-1;alpha=0.85;"):
        assert part in words
    wanted = ("1975–2010", "plausibility intervals", "n = 8 to") if lang == "en" else ("合理区间", "每年 n = 8", "微软")
    assert all(part in words for part in wanted)
    assert "onfidence" not in picture
    names = [drawn.names[firm].zh if lang == "zh" else drawn.names[firm].en for firm in drawn.firms]
    assert all(name in texts(picture) for name in names)


def test_the_picture_is_self_contained(drawn: PowerHistory) -> None:
    picture = chart(drawn).svg()
    tags = {element.tag.removeprefix(SVG) for element in ET.fromstring(picture).iter()}
    assert tags <= {"svg", "title", "desc", "rect", "line", "text", "polyline", "polygon", "circle"}
    assert set(re.findall(r"https?://[^\"'<> ]+", picture)) == {"http://www.w3.org/2000/svg"}
    assert "style=" not in picture


def test_uncoded_years_are_dashed_and_shaded(drawn: PowerHistory) -> None:
    root = ET.fromstring(chart(replace(drawn, coded=(1977, 2005))).svg())
    dashed = [line for line in root.iter(f"{SVG}polyline") if line.get("stroke-dasharray")]
    assert dashed
    shades = [rect for rect in root.iter(f"{SVG}rect") if rect.get("fill") == "#f1f2f4"]
    assert len(shades) == 2  # before 1977 and after 2005
    left = min(float((line.get("points") or "").split(",")[0]) for line in dashed)
    edge = max(float(rect.get("x") or 0) for rect in shades)
    assert left < edge  # from the last coded year on


def test_labels_do_not_collide(kg: KnowledgeGraph) -> None:
    for paradigm in ("pc", "new_energy", "mobile"):
        history = kg.history(paradigm, draws=0)
        root = ET.fromstring(chart(history).svg())
        names = {history.names[firm].en for firm in history.firms}
        boxes = [
            Box(float(at.get("x") or 0), float(at.get("y") or 0), text_width(at.text or "", 13.0), 16.0)
            for at in root.iter(f"{SVG}text")
            if at.text in names
        ]
        assert len(boxes) == len(names)
        assert not [(a, b) for i, a in enumerate(boxes) for b in boxes[i + 1 :] if a.meets(b)]


def test_equal_bytes_whatever_the_hash_seed(tmp_path: Path) -> None:
    hostile(tmp_path)
    code = (
        "import sys, definer\nfrom definer.viz.chart import chart\n"
        "drawn = chart(definer.open(store=sys.argv[1]).history('pc', 1999, 2002, draws=5))\n"
        "drawn.save(sys.argv[2] + '.svg'), drawn.save(sys.argv[2] + '.html')\n"
    )
    for seed in ("1", "77"):
        environment = os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": str(Path(__file__).parents[2] / "src")}
        arguments = [str(tmp_path / "hostile.ttl"), str(tmp_path / seed)]
        subprocess.run([sys.executable, "-c", code, *arguments], check=True, env=environment)
    for suffix in (".svg", ".html"):
        first, second = ((tmp_path / f"{seed}{suffix}").read_bytes() for seed in ("1", "77"))
        assert first == second
        assert first.endswith(b">\n")


def test_markup_and_marks_in_names_stay_text(tmp_path: Path) -> None:
    history = hostile(tmp_path).history("pc", 1999, 2002, draws=5)
    for text in (chart(history).svg(), chart(history).html()):
        assert "<script" not in text
        assert "<b>PC" not in text
        assert not re.search("[\x00-\x08\x1b\u202e\ufffe]", text)
    shown = texts(chart(history).svg())
    assert any(line.startswith("Definition power: <b>PC</b>") for line in shown)
    assert any("alert(1)" in line for line in shown)


def test_a_page_shows_the_same_numbers_under_a_strict_policy(drawn: PowerHistory) -> None:
    page = chart(drawn).html()
    assert "default-src 'none'; script-src ; style-src 'sha256-" in unescape(page)
    assert "<script" not in page
    assert chart(drawn).svg() in page
    assert page.count("<tr") == 1 + len(drawn.years)
    point, draw = drawn.point("microsoft", 1990), drawn.draw("microsoft", 1990)
    assert point is not None
    assert draw is not None
    low, high = draw.power_interval
    assert f"<td>{point.power:.3f} [{low:.3f}, {high:.3f}] {draw.p_rank1:.2f}</td>" in page
    assert '<th scope="row">1990</th>' in page


@pytest.mark.browser
def test_a_browser_shows_the_page_and_complains_of_nothing(
    browser: Browser, drawn: PowerHistory, tmp_path: Path
) -> None:
    path = chart(drawn, "zh").save(tmp_path / "pc.html")
    page = browser.new_page(offline=True)
    complaints: list[str] = []
    requests: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("request", lambda request: requests.append(request.url))
    page.goto(path.as_uri())
    assert page.locator("svg").get_by_text("微软", exact=True).is_visible()
    assert page.locator("tbody tr").count() == len(drawn.years)
    assert page.locator("svg").evaluate("picture => picture.getBoundingClientRect().width") > 900
    assert {request for request in requests if not request.startswith("data:")} == {path.as_uri()}
    assert complaints == []
    page.close()


def test_years_without_ties_give_an_honest_picture(kg: KnowledgeGraph) -> None:
    empty = chart(kg.history("pc", 1950, 1955, draws=5))
    assert "No ties in these years." in texts(empty.svg())
    assert "这些年份没有依赖关系。" in texts(chart(kg.history("pc", 1950, 1950, draws=0), "zh").svg())
    assert "nan" not in empty.html().lower()


def test_one_year_is_drawn_as_points(kg: KnowledgeGraph) -> None:
    root = ET.fromstring(chart(kg.history("ai", 2024, 2024, draws=5)).svg())
    assert len(list(root.iter(f"{SVG}circle"))) >= 3
    assert not list(root.iter(f"{SVG}polygon"))


def test_only_svg_and_html_are_written(drawn: PowerHistory, tmp_path: Path) -> None:
    with pytest.raises(ChartFileError, match=r"chart\.png"):
        chart(drawn).save(tmp_path / "chart.png")
    with pytest.raises(OSError, match=r"missing/chart\.svg"):
        chart(drawn).save(tmp_path / "missing" / "chart.svg")
    assert list(tmp_path.iterdir()) == []


def test_layout() -> None:
    assert ticks(0.23) == [0.0, 0.05, 0.1, 0.15, 0.2, 0.25]
    assert ticks(0.0) == [0.0, 1.0]
    assert spread([10.0, 11.0, 50.0], 10.0, 0.0, 100.0) == [5.5, 15.5, 50.0]
    assert spread([99.0, 99.0], 10.0, 0.0, 100.0) == [90.0, 100.0]
    assert spread([5.0] * 21, 10.0, 0.0, 100.0)[-1] == pytest.approx(100.0)
    assert spread([], 1.0, 0.0, 1.0) == []
    assert shorten("abcdef", 10.0, 30.0).endswith("…")
    assert shorten("abc", 10.0, 30.0) == "abc"
    assert wrap("one two three", 10.0, 50.0) == ["one two", "three"]
    assert all(text_width(line, 10.0) <= 700 for line in wrap("x" * 500, 10.0, 700.0))
    box = Box(0.0, 50.0, 10.0, 10.0)
    assert place(box, [box], [], 0.0, 100.0).y in (40.0, 60.0)
    assert place(box, [], [(5.0, 55.0)], 0.0, 100.0).y in (45.0, 55.0)
