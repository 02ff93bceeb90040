"""The search of the header: everything that has a name, from every tab, by keyboard alone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.viz.conftest import Visit

pytestmark = pytest.mark.browser
Open = Callable[..., Visit]


def _first(page: Page, text: str) -> str | None:
    page.fill("#find", text)
    page.locator("#find-list [role='option']").first.wait_for()
    return page.locator("#find-list [role='option']").first.get_attribute("data-id")


def test_a_slash_leads_to_it_and_enter_opens_the_firm(visit: Open, dossier_file: Path) -> None:
    opened = visit(dossier_file, "#tab=about")
    page = opened.page
    page.keyboard.press("/")
    page.keyboard.type("ningde")
    page.locator("#find-list [role='option'][aria-selected='true']").wait_for()
    assert page.get_attribute("#find", "aria-expanded") == "true"
    page.keyboard.press("Enter")
    page.locator("#tab-network[aria-selected='true']").wait_for()
    assert "firm=catl" in page.url
    assert page.locator("#find-list").is_hidden()
    assert opened.complaints == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("宁德时代", "firm-catl"),
        ("ndsd", "firm-catl"),
        ("NVDA", "firm-nvidia"),
        ("Facebook", "firm-meta"),
        ("新能源", "paradigm-new_energy"),
        ("Evidence", "tab-evidence"),
        ("查询", "tab-query"),
    ],
)
def test_finds_by_any_name(visit: Open, dossier_file: Path, text: str, found: str) -> None:
    assert _first(visit(dossier_file, "#tab=about").page, text) == found


def test_a_firm_stays_in_a_tab_that_knows_firms(visit: Open, dossier_file: Path) -> None:
    page = visit(dossier_file, "#tab=evidence").page
    _first(page, "TSMC")
    page.press("#find", "Enter")
    page.locator(".chosen .pick").wait_for()
    assert "tab=evidence" in page.url
    assert "firm=tsmc" in page.url
    page.locator(".chosen .pick").click()
    page.locator(".chosen .pick").wait_for(state="detached")
    assert "firm=" not in page.url


def test_arrows_walk_and_escape_closes(visit: Open, dossier_file: Path) -> None:
    page = visit(dossier_file, "#tab=evidence").page
    _first(page, "a")
    page.press("#find", "ArrowDown")
    assert page.get_attribute("#find", "aria-activedescendant") == "find-1"
    page.press("#find", "ArrowUp")
    page.press("#find", "ArrowUp")
    last = page.locator("#find-list [role='option']").count() - 1
    assert page.get_attribute("#find", "aria-activedescendant") == f"find-{last}"
    status = page.locator(".finder [role='status']").text_content() or ""
    assert f"{last + 1} of " in status
    page.press("#find", "Escape")
    assert page.locator("#find-list").is_hidden()
    assert page.input_value("#find") == "a"
    page.press("#find", "Escape")
    assert page.input_value("#find") == ""


def test_a_slot_leads_to_its_claims(visit: Open, dossier_file: Path) -> None:
    page = visit(dossier_file, "#tab=about").page
    _first(page, "ai accelerator")
    page.locator("#find-list [data-id='slot-ai.accelerator']").click()
    page.locator(".chosen .pick").wait_for()
    assert page.locator(".claim").count() > 0
    assert "e.slot=ai.accelerator" in page.url


def test_what_is_not_found_is_said(visit: Open, dossier_file: Path) -> None:
    page = visit(dossier_file, "#tab=about").page
    page.fill("#find", "no such firm <b>")
    page.locator(".finder [role='status']:has-text('no such firm <b>')").wait_for()
    assert page.locator(".finder b").count() == 0


def test_a_slash_in_a_field_stays_a_slash(visit: Open, dossier_file: Path) -> None:
    page = visit(dossier_file, "#tab=evidence").page
    page.click(".claims .search-text")
    page.keyboard.type("a/b")
    assert page.input_value(".claims .search-text") == "a/b"
