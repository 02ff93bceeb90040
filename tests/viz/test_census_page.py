"""The page of the census: it says what was counted, opens anywhere, and holds nothing but itself."""

from __future__ import annotations

import base64
import hashlib
import re
import string
from collections.abc import Sequence
from html import unescape
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from definer.graph.census import Census, Variants
from definer.graph.store import Store
from definer.knowledge import KnowledgeGraph
from definer.viz.census_page import census_page
from definer.viz.census_words import WORDS
from definer.viz.verdicts import percent

from ..cli import program

VOID = {"meta", "link"}
HEAD = """
@prefix def: <https://w3id.org/definer/ontology#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix prov: <http://www.w3.org/ns/prov#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix org: <https://w3id.org/definer/id/org/> .
@prefix slot: <https://w3id.org/definer/id/slot/> .
@prefix source: <https://w3id.org/definer/id/source/> .
@prefix code: <https://w3id.org/definer/code/> .
<https://w3id.org/definer/id/paradigm/pc> a def:Paradigm ; skos:prefLabel "<b>PC</b>"@en ;
  def:start "2000"^^xsd:gYear ; def:codedFrom "2000"^^xsd:gYear ; def:codedTo "2004"^^xsd:gYear .
slot:os a def:Slot ; skos:prefLabel "</table><script>alert(1)</script>"@en .
org:maker a def:Organization , def:Company ; skos:prefLabel "<img src=x onerror=alert(2)>\\u202E"@en .
source:s a def:Source ; def:tier 2 .
"""
CANDIDACY = """
<https://w3id.org/definer/id/candidacy/{firm}> a def:Candidacy ; def:organization org:{firm} ;
  def:paradigm <https://w3id.org/definer/id/paradigm/pc> ; def:inRule true ; def:neededSlot slot:os ;
  def:outcome <https://w3id.org/definer/code/outcome#{outcome}> .
org:{firm} a def:Organization , def:Company ; skos:prefLabel "{firm}"@en .
<https://w3id.org/definer/id/tie/{firm}> a def:Tie ; def:paradigm <https://w3id.org/definer/id/paradigm/pc> ;
  def:slot slot:os ; def:layer <https://w3id.org/definer/code/layer#tech> ; def:dependent org:{firm} ;
  def:provider org:maker ; def:validFrom "2000-01-01"^^xsd:date ; def:criticality 0.9 ; def:revocability 1.0 ;
  def:confidence 1.0 ; def:evidence <https://w3id.org/definer/code/evidence#{evidence}> {source} .
"""


def tags(text: str) -> list[str]:
    """Tags of a page in order; fails where an element is closed that is not the open one."""
    found: list[str] = []
    inside: list[str] = []
    for end, tag, own in re.findall(
        r"<(/?)(\w+)[^>]*?(/?)>", re.sub(r"<style>.*?</style>", "<style/>", text, flags=re.S)
    ):
        if end:
            assert inside.pop() == tag
        else:
            found.append(tag)
            inside += [] if own or tag in VOID else [tag]
    assert inside == []
    return found


@pytest.fixture(scope="module")
def counted(kg: KnowledgeGraph) -> Census:
    return kg.census()


@pytest.fixture(scope="module")
def compared(kg: KnowledgeGraph) -> Sequence[Variants]:
    return [kg.census_variants("pc", "2000", draws=10)]


@pytest.fixture(scope="module")
def english(kg: KnowledgeGraph, counted: Census, compared: Sequence[Variants]) -> str:
    return census_page(kg, counted, compared, "en")


@pytest.fixture(scope="module")
def chinese(kg: KnowledgeGraph, counted: Census, compared: Sequence[Variants]) -> str:
    return census_page(kg, counted, compared, "zh")


def words_of(text: str) -> str:
    """Words of a page as its reader sees them."""
    body = re.sub(r"<style>.*?</style>", "", text, flags=re.DOTALL)
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", body)).split())


def opened(browser: Browser, file: Path, complaints: list[str], **setting: object) -> Page:
    page = browser.new_page(offline=True, **setting)  # type: ignore[arg-type]
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("request", lambda request: complaints.append(request.url) if request.url != file.as_uri() else None)
    page.goto(file.as_uri())
    return page


def hostile(folder: Path, evidence: dict[str, str]) -> KnowledgeGraph:
    """A graph whose names hold markup: one dependent per outcome, found or not."""
    rows = "".join(
        CANDIDACY.format(
            firm=f"{outcome}_firm",
            outcome=outcome,
            evidence=word,
            source="; prov:hadPrimarySource source:s" if word == "sourced" else "",
        )
        for outcome, word in evidence.items()
    )
    path = folder / "hostile.ttl"
    path.write_text(HEAD + rows, encoding="utf-8")
    return KnowledgeGraph(Store.from_rdf([path]))


def test_says_what_was_counted(kg: KnowledgeGraph, counted: Census, english: str) -> None:
    words = words_of(english)
    total = counted.total
    assert counted.of.claims is not None
    assert f"Claims {counted.of.claims}, as of 15 November 2025" in words
    for number, name in ((total.rows, "rows"), (total.sourced, "found"), (total.unknown, "unknown")):
        assert f"{name} {number:,} " in words
    for one in counted.paradigms:
        assert f"{one.total.rows:,} " in words
        assert kg.paradigm_label(one.paradigm) in words
        assert one.gap is None or f"{100 * one.gap:+.1f} points".replace("-", "−") in words
    firms = {one.firm for one in counted.candidates if one.in_rule}
    assert len(firms) < counted.of.n
    assert f"firms {len(firms):,} searched slot by slot, in {counted.of.n:,} places on the lists" in words
    assert words.count(" even ") + words.count("more for winners") + words.count("more for losers") >= 5
    for slot in counted.paradigms[0].slots:
        assert kg.slot_label(slot.slot) in words
    named = [kg.name(one.firm) for one in counted.candidates]
    assert all(" ".join(name.split()) in words for name in named)


def test_speaks_chinese(counted: Census, chinese: str) -> None:
    words = words_of(chinese)
    assert '<html lang="zh-Hans">' in chinese
    assert "截至 2025年11月15日" in words
    for word in ("普查", "具名查得", "胜者与败者", "个百分点", "仅凭 PWS", "个人电脑", "微软", "来源等级"):
        assert word in words
    english_words = {"rows", "found", "unknown", "winners", "even", "tier", "verdict", "named", "sources", "points"}
    assert not english_words & set(re.findall(r"[a-z]+", words))
    assert f"{counted.total.rows:,}" in words


def test_the_bars_show_the_whole_of_each_row_of_numbers(english: str) -> None:
    bars = re.findall(r'<td class="bar"><svg.*?aria-label="([^"]*)".*?</svg>', english)
    assert len(bars) > 30
    for said in bars:
        parts = [int(part) for part in re.findall(r"(\d+)%", said)]
        assert 98 <= sum(parts) <= 102, said
    for known, left in re.findall(r'class="known" x="([\d.]+)" width="([\d.]+)"', english):
        assert float(known) + float(left) <= 160.01


def test_verdicts_from_part_of_the_rows(kg: KnowledgeGraph, compared: Sequence[Variants], english: str) -> None:
    words = words_of(english)
    assert "PC, as of 2000 · 10 draws, seed 0" in words
    for one in compared[0].variants:
        for firm, power, chance in one.firms:
            assert f"{kg.name(firm)} {'' if power is None else f'{power:.3f}, '}{percent(chance)}" in words
    assert words.count("rows counted left out verdict first firms") == 1


def test_is_one_file_and_its_policy_admits_its_style_alone(english: str, chinese: str) -> None:
    for text in (english, chinese):
        found_tags = tags(text)
        assert "script" not in found_tags
        assert found_tags.count("style") == 1
        assert not re.findall(r"""\s(?:style|on\w+|src)=["']""", text)
        ids = set(re.findall(r'id="([^"]+)"', text))
        links = [link for link in re.findall(r'href="([^"]*)"', text) if link != "data:,"]
        assert links
        assert {link.removeprefix("#") for link in links} <= ids
        assert "http" not in re.sub(r'http-equiv="[^"]*"', "", text)
        assert "@import" not in text
        assert set(re.findall(r"url\([^)]*\)", text)) == {"url(#hatch)"}
        found = re.search(r'Content-Security-Policy" content="([^"]+)"', text)
        (style,) = re.findall(r"<style>(.*?)</style>", text, re.DOTALL)
        assert found
        parts = [rule.partition(" ") for rule in unescape(found[1]).split("; ")]
        rules = {name: value for name, _, value in parts}
        digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
        assert rules["default-src"] == "'none'"
        assert rules["script-src"] == ""
        assert rules["style-src"] == f"'sha256-{digest}'"


def test_is_the_same_twice(kg: KnowledgeGraph, compared: Sequence[Variants], english: str) -> None:
    assert census_page(kg, kg.census(), compared, "en") == english
    assert len(english.encode()) < 1_000_000


@pytest.mark.parametrize(
    ("evidence", "words"),
    [
        (
            {"winner": "sourced", "loser": "known", "survivor": "known"},
            "100% / 1 0% / 1 0% / 1 +100.0 points more for winners",
        ),
        ({"winner": "known", "loser": "sourced"}, "0% / 1 – / 0 100% / 1 −100.0 points more for losers"),
        ({"winner": "sourced", "loser": "sourced"}, "100% / 1 – / 0 100% / 1 0.0 points even"),
        ({"winner": "sourced"}, "100% / 1 – / 0 – / 0 – –"),
    ],
)  # fmt: skip
def test_names_stay_text_and_gaps_get_their_word(tmp_path: Path, evidence: dict[str, str], words: str) -> None:
    graph = hostile(tmp_path, evidence)
    text = census_page(graph, graph.census(), (), "en")
    assert words in words_of(text)
    assert "<script" not in text
    assert "<img" not in text
    assert "&lt;b&gt;PC&lt;/b&gt;" in text
    assert "&lt;/table&gt;&lt;script&gt;alert(1)" in text
    assert "\u202e" not in text
    assert "Verdicts from part of the rows" not in text


def test_an_empty_graph_says_so(tmp_path: Path) -> None:
    path = tmp_path / "empty.ttl"
    path.write_text(HEAD.partition("slot:os")[0] + 'org:a def:validFrom "2001-01-01"^^xsd:date .', encoding="utf-8")
    graph = KnowledgeGraph(Store.from_rdf([path]))
    words = words_of(census_page(graph, graph.census(), (), "zh"))
    assert "数据中没有填补槽位的依赖关系。" in words
    assert "胜者" not in words


def test_words_have_the_same_places_in_both_languages() -> None:
    for key, texts in WORDS.items():
        places = [{name for _, name, _, _ in string.Formatter().parse(text) if name} for text in texts]
        assert places[0] == places[1], key


def test_the_command_writes_the_page(store_path: Path, tmp_path: Path) -> None:
    target = tmp_path / "census.html"
    done = program.run(
        "census", "-p", "search", "-o", str(target), "--draws", "10", "--lang", "zh", "--store", str(store_path)
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout == ""
    text = target.read_text(encoding="utf-8")
    assert text.startswith("<!DOCTYPE html>")
    assert "抽样 10 次，种子 0" in words_of(text)
    assert "个人电脑" not in text


def test_without_draws_the_page_has_no_verdicts(store_path: Path, tmp_path: Path) -> None:
    target = tmp_path / "census.html"
    done = program.run("census", "-p", "pc", "-o", str(target), "--draws", "0", "--store", str(store_path))
    assert done.returncode == 0, done.stderr
    words = words_of(target.read_text(encoding="utf-8"))
    assert "Winners and losers" in words
    assert "Verdicts from part of the rows" not in words


@pytest.mark.browser
@pytest.mark.parametrize("width", [1280, 400])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_reads_well_on_any_screen(
    browser: Browser, english: str, chinese: str, tmp_path: Path, width: int, scheme: str
) -> None:
    for name, text in (("en", english), ("zh", chinese)):
        file = tmp_path / f"{name}.html"
        file.write_text(text, encoding="utf-8")
        complaints: list[str] = []
        setting = {"viewport": {"width": width, "height": 900}, "color_scheme": scheme}
        page = opened(browser, file, complaints, **setting)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert (
            page.evaluate("getComputedStyle(document.body).backgroundColor")
            == {
                "light": "rgb(251, 251, 250)",
                "dark": "rgb(20, 23, 28)",
            }[scheme]
        )
        firms = page.locator("details").last
        assert firms.locator("table").is_hidden()
        firms.locator("summary").click()
        assert firms.locator("table").is_visible()
        # What lies beyond the edge can be reached by the keyboard.
        assert page.locator(".wide:not([tabindex])").count() == 0
        boxes = page.locator("svg.chart .label").evaluate_all(
            "labels => labels.map(label => { const box = label.getBBox(); return [box.x, box.width]; })"
        )
        assert boxes
        assert all(left + room <= 460 for left, room in boxes)
        assert complaints == []
        page.close()


@pytest.mark.browser
def test_prints_in_black_on_white(browser: Browser, english: str, tmp_path: Path) -> None:
    file = tmp_path / "census.html"
    file.write_text(english, encoding="utf-8")
    complaints: list[str] = []
    page = opened(browser, file, complaints, color_scheme="dark")
    page.emulate_media(media="print")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"
    assert page.locator("nav").is_hidden()
    assert page.pdf(format="A4").startswith(b"%PDF")
    assert complaints == []
    page.close()
