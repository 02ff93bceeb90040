"""The dossier's frame: opens from disk, asks for nothing, keeps its view in the address."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.viz.conftest import Visit

from .exploring import settled, tabs

pytestmark = pytest.mark.browser
Open = Callable[..., Visit]


def test_opens_from_disk_and_asks_for_nothing(visit: Open, dossier_file: Path) -> None:
    opened = visit(dossier_file)
    assert opened.requests == [dossier_file.as_uri()]
    assert opened.complaints == []


def test_frame_holds_names_in_both_languages(dossier_file: Path) -> None:
    text = dossier_file.read_text(encoding="utf-8")
    found = re.search(r'id="frame">(.*?)</script>', text)
    assert found
    frame = json.loads(found[1])
    assert frame["names"]["org"]["catl"] == ["CATL", "宁德时代"]
    assert [paradigm["id"] for paradigm in frame["paradigms"]] == ["pc", "search", "mobile", "new_energy", "ai"]


def test_language_and_theme_are_kept_in_the_address(visit: Open, dossier_file: Path) -> None:
    page = visit(dossier_file).page
    page.click("#language")
    page.click("#theme")
    page.locator("html[lang='zh-Hans'][data-theme='dark']").wait_for(state="attached")
    assert "lang=zh" in page.url
    assert "theme=dark" in page.url
    page.reload()
    page.locator("html[lang='zh-Hans'][data-theme='dark'][data-ready='true']").wait_for(state="attached")


def test_a_saved_view_is_the_same_file_and_opens_on_the_view(visit: Open, dossier_file: Path, tmp_path: Path) -> None:
    opened = visit(dossier_file, "#tab=about&lang=zh&theme=dark&firm=catl")
    with opened.page.expect_download() as waiting:
        opened.page.click("#keep")
    first, second = tmp_path / "one.html", tmp_path / "two.html"
    waiting.value.save_as(first)
    again = visit(first)
    assert again.complaints == []
    again.page.locator("html[lang='zh-Hans'][data-theme='dark']").wait_for(state="attached")
    assert again.page.locator("#panel-about").is_visible() == opened.page.locator("#panel-about").is_visible()
    # What the page has made of itself does not pile up in copies of copies.
    with again.page.expect_download() as waiting:
        again.page.click("#keep")
    waiting.value.save_as(second)
    assert second.read_bytes() == first.read_bytes()
    assert abs(first.stat().st_size - dossier_file.stat().st_size) < 2_000


def test_arrows_walk_the_tabs_and_the_title_follows(visit: Open, dossier_file: Path) -> None:
    page = visit(dossier_file).page
    names = tabs(page)
    page.focus(f"#tab-{names[0]}")
    page.keyboard.press("ArrowRight")
    page.locator(f"#tab-{names[1]}[aria-selected='true']").wait_for()
    assert page.evaluate("document.activeElement.id") == f"tab-{names[1]}"
    page.keyboard.press("End")
    page.locator(f"#tab-{names[-1]}[aria-selected='true']").wait_for()
    page.keyboard.press("ArrowRight")
    page.locator(f"#tab-{names[0]}[aria-selected='true']").wait_for()
    assert page.title() == "Story · Definer, as of 2025-11-15"
    assert page.locator("[role=tab][tabindex='0']").count() == 1  # one stop of the tab key for all of them


def test_going_back_undoes_the_choice_of_a_tab(visit: Open, dossier_file: Path) -> None:
    page = visit(dossier_file, "#p=pc").page
    settled(page, "ranking")
    settled(page, "about")
    page.go_back()
    page.locator("#panel-ranking:not([hidden])").wait_for()
    page.go_forward()
    page.locator("#panel-about:not([hidden])").wait_for()
    assert "p=pc" in page.url


def test_the_first_stop_leads_to_the_content_and_keeps_the_view(visit: Open, dossier_file: Path) -> None:
    page = visit(dossier_file, "#tab=about&lang=zh").page
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"
    assert page.url.endswith("#tab=about&lang=zh")


def test_a_link_of_the_page_opens_a_view_and_takes_the_reader_along(visit: Open, dossier_file: Path) -> None:
    page = visit(dossier_file, "#lang=zh").page
    page.locator("#panel-story a[href*='tab=ranking']").first.click()
    page.locator("#panel-ranking:not([hidden])").wait_for()
    assert page.evaluate("document.activeElement.id") == "panel-ranking"
    assert "lang=zh" in page.url


def test_paper_shows_the_tab_whole_and_light(visit: Open, dossier_file: Path) -> None:
    page = visit(dossier_file, "#tab=about&theme=dark").page
    closed = page.locator("#panel-about details:not([open])").count()
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    assert page.locator("#panel-about details:not([open])").count() == 0
    assert page.locator("html").get_attribute("data-theme") == "light"
    assert not page.locator(".bar").is_visible()
    assert "as of 2025-11-15" in page.locator("#printed").inner_text()
    heights = "[document.documentElement.scrollHeight, document.getElementById('panel-about').scrollHeight]"
    whole, panel = page.evaluate(heights)
    assert whole >= panel > 0
    page.emulate_media(media="screen")
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator("#panel-about details:not([open])").count() == closed
    assert page.locator("html").get_attribute("data-theme") == "dark"


def test_a_part_that_fails_fails_alone(visit: Open, dossier_file: Path, tmp_path: Path) -> None:
    text = dossier_file.read_text(encoding="utf-8")
    broken = tmp_path / "broken.html"
    broken.write_text(re.sub(r'(id="block-history">)[^<]*', r"\1AAAA", text), encoding="utf-8", newline="\n")
    opened = visit(broken)
    page = opened.page
    page.click("#tab-timeline")
    page.locator("#panel-timeline .notice[role=alert] button").wait_for()
    assert opened.complaints  # an error is no secret
    settled(page, "ranking")
    assert page.locator("#panel-ranking .notice[role=alert]").count() == 0
