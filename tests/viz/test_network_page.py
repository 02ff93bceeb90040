"""The page of the shipped claims, used as a person would, with the network cut."""

from __future__ import annotations

import struct
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.browser
Open = Callable[..., Any]
STOP_1990 = 15


def test_opens_from_disk_without_a_request_or_a_complaint(visit: Open, shipped_file: Path) -> None:
    seen = visit(shipped_file)
    seen.page.mouse.move(700, 400)
    seen.page.mouse.wheel(0, -400)
    seen.page.wait_for_timeout(300)
    assert seen.requests == [shipped_file.as_uri()]
    assert seen.complaints == []
    assert seen.page.evaluate("definer.asOf()") == "2025-11-15"
    assert seen.page.locator("#notice").is_hidden()


def test_is_ready_within_three_seconds(visit: Open, shipped_file: Path) -> None:
    seen = visit(shipped_file)
    elapsed = seen.page.evaluate("performance.getEntriesByName('definer-ready')[0].startTime")
    assert 0 < elapsed < 3000


def test_first_sight_has_at_most_sixty_labels(visit: Open, shipped_file: Path) -> None:
    seen = visit(shipped_file)
    assert 30 <= seen.page.evaluate("definer.labelCount()") <= 60
    assert {"nvidia", "google", "catl"} <= set(seen.page.evaluate("definer.labels()"))
    before = seen.page.evaluate("definer.labelCount()")
    for _ in range(3):
        seen.page.click("#zoom-in")
    seen.page.wait_for_timeout(200)
    assert seen.page.evaluate("definer.labels().length") != before


def test_chips_filter(visit: Open, shipped_file: Path) -> None:
    seen = visit(shipped_file)
    everything, ties = seen.visible(), seen.page.evaluate("definer.ties()")
    seen.chip("region", "us")
    assert "nvidia" not in seen.visible()
    assert "catl" in seen.visible()
    seen.chip("region", "us")
    assert seen.visible() == everything
    seen.chip("evidence", "known")
    assert 0 < seen.page.evaluate("definer.ties()") < ties
    seen.page.click("#reset")
    assert seen.page.evaluate("definer.ties()") == ties
    seen.page.dblclick('.chip[data-group="paradigm"][data-value="ai"]')
    assert "openai" in seen.visible()
    assert "sogou" not in seen.visible()
    seen.page.click("#reset")
    for layer in ("tech", "dist", "supply", "capital"):
        seen.chip("layer", layer)
    assert seen.visible() == set()
    assert seen.page.locator("#notice").inner_text() != ""


@pytest.mark.parametrize("text", ["宁德时代", "CATL", "catl", "ningde", "ndsd"])
def test_search_finds_a_firm_by_any_of_its_names(visit: Open, shipped_file: Path, text: str) -> None:
    seen = visit(shipped_file)
    assert seen.search(text) == "catl"
    assert seen.page.locator("#drawer h2").inner_text() == "CATL"


def test_suggestions_follow_the_keyboard(visit: Open, shipped_file: Path) -> None:
    seen = visit(shipped_file)
    seen.page.keyboard.press("/")
    seen.page.keyboard.type("micro")
    options = seen.page.locator("#search-list [data-id]")
    assert options.first.get_attribute("aria-selected") == "true"
    seen.page.keyboard.press("ArrowDown")
    wanted = options.nth(1).get_attribute("data-id")
    assert options.nth(1).get_attribute("aria-selected") == "true"
    seen.page.keyboard.press("Enter")
    assert seen.page.evaluate("definer.selected()") == wanted
    seen.page.keyboard.press("Escape")
    assert seen.page.evaluate("definer.selected()") is None
    seen.page.fill("#search", "no such firm at all")
    assert "no such firm" in seen.page.locator(".search .suggestions-status").inner_text()


def test_slider_shows_the_ties_of_the_date(visit: Open, shipped_file: Path) -> None:
    seen = visit(shipped_file)
    now = {firm: seen.size(firm) for firm in ("ibm", "nvidia")}
    assert now["nvidia"] > now["ibm"]
    seen.set_date(STOP_1990)
    assert seen.page.locator("#date-text").inner_text() == "1990"
    assert seen.page.evaluate("definer.asOf()") == "1990-12-31"
    assert not {"catl", "openai", "deepseek", "tesla"} & seen.visible()
    assert {"microsoft", "intel", "ibm"} <= seen.visible()
    assert seen.size("microsoft") > seen.size("catl")
    assert seen.size("ibm") > seen.size("nvidia")
    seen.set_date(0)
    assert seen.page.evaluate("definer.asOf()") == "1975-12-31"


def test_says_where_the_data_stops_short_of_the_date(visit: Open, shipped_file: Path) -> None:
    seen = visit(shipped_file)
    assert seen.page.locator("#coded").inner_text() == ""  # every paradigm is coded to the data's date
    seen.set_date(STOP_1990)
    assert seen.page.locator("#coded").inner_text() == "Mobile internet coded from 2000"
    seen.page.dblclick('.chip[data-group="paradigm"][data-value="pc"]')
    assert seen.page.locator("#coded").inner_text() == ""


def test_drawer_of_a_firm_shows_its_evidence(visit: Open, shipped_file: Path) -> None:
    seen = visit(shipped_file)
    point = seen.page.evaluate("definer.pointOf('nvidia')")
    seen.page.mouse.click(point["x"], point["y"])
    seen.page.wait_for_selector("#drawer:not([hidden])")
    assert seen.page.evaluate("definer.selected()") == "nvidia"
    text = seen.page.locator("#drawer").inner_text()
    assert "英伟达" in text
    assert "rank 1 of" in text
    assert seen.page.locator("#drawer .badge.sourced").count() > 0
    seen.page.locator("#drawer .slot details summary").first.click()
    assert seen.page.locator("#drawer .claim .source-list li").count() > 0
    seen.page.click("#drawer .close")
    assert seen.page.locator("#drawer").is_hidden()


def test_drawer_of_a_tie_shows_quotes_sources_and_locators_apart(visit: Open, shipped_file: Path) -> None:
    seen = visit(shipped_file, "#tie=openai~microsoft~ai")
    cards = seen.page.locator("#drawer .claim")
    assert cards.count() > 1
    assert seen.page.locator("#drawer .claim .source-list a[rel~=noreferrer]").count() > 0
    for locator in seen.page.locator("#drawer .locator").all_inner_texts():
        assert "“" not in locator


def test_drawer_of_a_tie_says_which_fields_each_source_bears_out(visit: Open, shipped_file: Path) -> None:
    seen = visit(shipped_file, "#tie=oppo~mediatek~mobile")
    card = seen.page.locator("#drawer .claim", has_text="About 50% of Oppo's shipments")
    assert "50 % (units sold, 2016)" in card.inner_text()
    lines = card.locator(".fields p").all_inner_texts()
    assert [line.partition(":")[0] for line in lines] == ["From a source", "Judged"]
    assert "share" in lines[0]
    assert "criticality" in lines[1]
    witness = card.locator(".witnesses > li").first
    assert "existence, share" in witness.inner_text()
    assert "confidence 0.9" in witness.inner_text()
    assert witness.locator("q").count() == 0
    assert "About 50% of Oppo" in witness.locator(".locator").inner_text()
    # Neither the words nor the source of the tie's own row are said twice.
    assert card.inner_text().count("About 50% of Oppo") == 1
    assert card.locator(".source-list li").count() == card.locator(".witnesses > li").count()
    seen.page.click("#language")
    lines = seen.page.locator("#drawer .claim .fields p").all_inner_texts()
    assert {line.partition(":")[0] for line in lines} == {"有来源", "判断"}
    assert "50 %（销量、2016）" in seen.page.locator("#drawer").inner_text()


def test_a_tie_opens_by_a_click_on_its_line(visit: Open, shipped_file: Path) -> None:
    seen = visit(shipped_file, "#paradigm=-pc,-search,-mobile,-ai&at=2020")
    point = seen.page.evaluate("definer.middleOf('tesla', 'panasonic')")
    seen.page.mouse.click(point["x"], point["y"])
    seen.page.wait_for_selector("#drawer:not([hidden])")
    assert seen.page.locator("#drawer .claim").count() > 0


def test_verdicts_on_the_essay_stand_in_the_drawer(visit: Open, shipped_file: Path) -> None:
    seen = visit(shipped_file, "#firm=openai")
    badge = seen.page.locator("#drawer .badge.verdict").first
    assert badge.inner_text() != ""
    assert seen.page.locator("#drawer blockquote q").count() > 0


def test_language_and_theme_change(visit: Open, shipped_file: Path) -> None:
    seen = visit(shipped_file, "#firm=catl")
    light = seen.page.evaluate("getComputedStyle(document.body).backgroundColor")
    seen.page.click("#theme")
    assert seen.page.evaluate("getComputedStyle(document.body).backgroundColor") != light
    seen.page.click("#language")
    assert seen.page.locator("#drawer h2").inner_text() == "宁德时代"
    assert seen.page.locator("html").get_attribute("lang") == "zh-Hans"
    frame = seen.page.locator(".net-bar, #filters, .net-time").all_inner_texts()
    assert not [word for word in ("Reset", "Paradigms", "As of", "Size", "Colour", "firms") if word in " ".join(frame)]
    assert seen.complaints == []


def test_picture_is_a_png_of_the_canvas(visit: Open, shipped_file: Path) -> None:
    seen = visit(shipped_file)
    with seen.page.expect_download() as waiting:
        seen.page.click("#picture")
    assert waiting.value.suggested_filename == "definer-2025-11-15.png"
    data = waiting.value.path().read_bytes()
    assert data.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = struct.unpack(">II", data[16:24])
    assert (width > 900, height > 600) == (True, True)
    assert len(data) > 50_000


def test_the_address_keeps_the_view(visit: Open, shipped_file: Path) -> None:
    seen = visit(shipped_file)
    seen.chip("region", "jp")
    seen.search("tsmc")
    seen.set_date(40)
    again = visit(shipped_file, "#" + seen.page.url.partition("#")[2])
    assert again.visible() == seen.visible()
    assert again.page.evaluate("definer.selected()") == "tsmc"
    assert again.page.evaluate("definer.asOf()") == "2015-12-31"


def test_fits_a_phone(visit: Open, shipped_file: Path) -> None:
    seen = visit(shipped_file, width=390, height=844)
    assert seen.page.evaluate("document.documentElement.scrollWidth") <= 390
    assert seen.page.evaluate("definer.labelCount()") <= 60
    seen.page.click("#open-filters")
    seen.chip("region", "us")
    seen.page.click("#open-filters")
    assert "nvidia" not in seen.visible()
    assert seen.search("catl") == "catl"
    assert seen.complaints == []


def test_every_control_has_a_name(visit: Open, shipped_file: Path) -> None:
    seen = visit(shipped_file, "#firm=apple")
    nameless = seen.page.evaluate(
        "[...document.querySelectorAll('button, input, a, summary')]"
        ".filter(item => !(item.getAttribute('aria-label') || item.textContent.trim())).length"
    )
    assert nameless == 0
    seen.page.keyboard.press("Tab")
    assert seen.page.evaluate("document.activeElement !== document.body")
