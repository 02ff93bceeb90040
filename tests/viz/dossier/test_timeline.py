"""The timeline: the slider changes the ranking, and what was not coded or not drawn is said."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from definer.knowledge import KnowledgeGraph
from tests.viz.conftest import Visit

pytestmark = pytest.mark.browser
Open = Callable[..., Visit]
ROWS = ".year-ranking tbody tr"


def _slide(opened: Visit, year: int) -> None:
    opened.page.locator("#t-year").evaluate(
        "(slider, place) => { slider.value = place; slider.dispatchEvent(new Event('input')); }", year - 1975
    )
    opened.page.locator(".time output", has_text=str(year)).wait_for()


def test_slider_changes_the_ranking(visit: Open, dossier_file: Path, kg: KnowledgeGraph) -> None:
    opened = visit(dossier_file, "#tab=timeline&p=pc")
    page = opened.page
    page.locator(ROWS).first.wait_for()
    for year in (1981, 1995, 2007):
        _slide(opened, year)
        expected = [firm for firm in kg.power("pc", f"{year}-12-31", draws=0).firms if firm.power > 0][:10]
        rows = page.locator(ROWS).all()
        assert [row.get_attribute("data-firm") for row in rows] == [firm.id for firm in expected]
        assert [row.locator(".strong").inner_text() for row in rows] == [f"{firm.power:.3f}" for firm in expected]
        assert f"at={year}" in page.url
    assert opened.complaints == []


def test_address_opens_the_same_year(visit: Open, dossier_file: Path) -> None:
    page = visit(dossier_file, "#tab=timeline&p=search&at=2000&firm=google&lang=zh").page
    page.locator("h3", has_text="2000-12-31 的排名").wait_for()
    assert page.locator("#t-year").get_attribute("aria-valuetext") == "2000"
    assert page.locator("tr.chosen th").inner_text().strip() == "谷歌"
    assert page.locator(".courses .course.selected").count() == 1
    assert page.locator(".multiple[aria-pressed='true']").get_attribute("data-paradigm") == "search"


def test_years_say_how_sure_they_are(visit: Open, dossier_file: Path, kg: KnowledgeGraph) -> None:
    opened = visit(dossier_file, "#tab=timeline&p=pc&at=1990")
    page = opened.page
    page.locator(".year-state .verdict-badge").wait_for()
    verdict = kg.yearly_draws("pc", {1990: "1990-12-31"})[1990].verdict
    assert verdict is not None
    assert verdict.word in page.locator(".year-state .verdict-badge").inner_text()
    assert page.locator(ROWS).first.locator("svg .span").count() == 3
    _slide(opened, 1991)
    assert page.locator(".year-state .verdict-badge").count() == 0
    assert page.locator(".sure-years .year-link").all_inner_texts() == ["1980", "1990", "2000", "2010", "2020", "2025"]
    page.locator(".sure-years .year-link", has_text="2010").click()
    page.locator(".time output", has_text="2010").wait_for()


def test_what_was_not_coded_is_said(visit: Open, dossier_file: Path) -> None:
    opened = visit(dossier_file, "#tab=timeline&p=ai&at=2010")
    page = opened.page
    page.locator(".uncoded-note").wait_for()
    assert "Before the coded period" in page.locator(".uncoded-note").inner_text()
    assert page.locator(".courses .uncoded").count() == 1
    assert page.locator(ROWS).count() == 0


def test_playing_moves_and_stops(visit: Open, dossier_file: Path) -> None:
    opened = visit(dossier_file, "#tab=timeline&p=mobile&at=2008")
    page = opened.page
    page.locator("#t-play").click()
    page.locator(".time output", has_text="2010").wait_for()
    page.locator("#t-play").click()
    stopped = page.locator(".time output").inner_text()
    page.wait_for_timeout(1500)
    assert page.locator(".time output").inner_text() == stopped
    page.locator(".step").first.click()
    assert page.locator(".time output").inner_text() == str(int(stopped) - 1)


def test_less_motion_means_no_playing(visit: Open, dossier_file: Path) -> None:
    page = visit(dossier_file, "#tab=story").page
    page.emulate_media(reduced_motion="reduce")
    page.locator("#tab-timeline").click()
    page.locator(".time .calm").wait_for()
    assert page.locator("#t-play").count() == 0
    page.locator(".step").first.click()
    page.locator(".time output", has_text="2024").wait_for()


def test_lines_are_a_table_too_and_events_have_sources(visit: Open, dossier_file: Path, kg: KnowledgeGraph) -> None:
    page = visit(dossier_file, "#tab=timeline&p=pc&at=1995").page
    page.locator(".lines-text summary").click()
    document = kg.history("pc", draws=0).to_dict()
    heads = page.locator(".lines-text thead th").all_inner_texts()[1:]
    assert heads == [firm["name"]["en"] for firm in document["firms"]]
    cells = page.locator(".lines-text tbody tr", has_text="1995").locator("td").all_inner_texts()
    row = next(year for year in document["years"] if year["year"] == 1995)
    powers = {firm["id"]: firm["power"] for firm in row["firms"]}
    expected = [f"{powers[firm['id']]:.3f}" if powers.get(firm["id"]) else "–" for firm in document["firms"]]
    assert cells == expected
    event = page.locator(".event-list li", has_text="Microsoft launches Windows 95")
    assert event.get_attribute("class") == "now"
    event.locator("summary").click()
    assert (event.locator(".source-list a").first.get_attribute("href") or "").startswith("https://")
