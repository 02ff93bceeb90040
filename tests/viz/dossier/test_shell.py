"""The dossier's frame: opens from disk, asks for nothing, keeps its view in the address."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.viz.conftest import Visit

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
