"""Every tab for everybody: axe-core finds nothing, nothing is cut off on a telephone, the keyboard reaches all."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.viz.conftest import Visit

from .exploring import open_all, settled, tabs

pytestmark = pytest.mark.browser
Open = Callable[..., Visit]
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
WIDE, NARROW, SMALLEST, HUGE = (1280, 800), (360, 740), (320, 568), (3840, 2160)
# Every two of language, colours and size meet.
LOOKS = [("en", "light", WIDE), ("zh", "dark", WIDE), ("zh", "light", NARROW), ("en", "dark", NARROW)]
# What a reader must move sideways for, though it is no table, picture or program text that scrolls by itself.
_TOO_WIDE = """panel => {
  const place = document.getElementById(panel), page = document.documentElement;
  if (page.scrollWidth > page.clientWidth) return [`the page is ${page.scrollWidth} wide`];
  return place.scrollWidth > place.clientWidth + 1 ? [`the panel is ${place.scrollWidth} wide`] : [];
}"""
# A hint is reachable without a mouse where its element, or one that holds it, can be focused, or says the same itself.
_HOVER_ALONE = """panel => [...document.getElementById(panel).querySelectorAll("[title]")].filter((element) => {
  if (!element.title || !element.checkVisibility()) return false;
  const stop = "[tabindex]:not([tabindex='-1'], [role=tabpanel])";
  const focusable = `a[href], button, input, select, textarea, summary, ${stop}`;
  const named = [element.textContent, element.getAttribute("aria-label")];
  return !element.closest(focusable) && !element.querySelector(focusable) && !named.includes(element.title);
}).map((element) => `${element.localName}.${element.className}: ${element.title}`.slice(0, 90))"""


@pytest.fixture(scope="session")
def axe(root: Path) -> str:
    """The checker, as text."""
    return (root / "viz/web/node_modules/axe-core/axe.min.js").read_text(encoding="utf-8") + "\n;undefined"


def faults(page: Page, axe: str) -> list[tuple[str, str]]:
    if not page.evaluate("'axe' in window"):
        page.evaluate(axe)
    found: dict[str, Any] = page.evaluate(
        "tags => axe.run(document, { runOnly: tags, resultTypes: ['violations'] })", RULES
    )
    return [(fault["id"], node["html"][:160]) for fault in found["violations"] for node in fault["nodes"][:3]]


@pytest.mark.parametrize(("lang", "theme", "size"), LOOKS)
def test_axe_finds_nothing(
    visit: Open, dossier_file: Path, axe: str, lang: str, theme: str, size: tuple[int, int]
) -> None:
    page = visit(dossier_file, f"#lang={lang}&theme={theme}", *size).page
    for tab in tabs(page):
        settled(page, tab)
        page.wait_for_timeout(200)
        assert (tab, faults(page, axe)) == (tab, [])


def test_axe_finds_nothing_in_what_can_be_unfolded(visit: Open, dossier_file: Path, axe: str) -> None:
    page = visit(dossier_file, "#firm=catl").page
    for tab in tabs(page):
        settled(page, tab)
        open_all(page)
        page.wait_for_timeout(200)
        assert (tab, faults(page, axe)) == (tab, [])


@pytest.mark.parametrize("size", [SMALLEST, NARROW, WIDE, HUGE])
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_nobody_has_to_scroll_sideways(visit: Open, dossier_file: Path, size: tuple[int, int], lang: str) -> None:
    page = visit(dossier_file, f"#lang={lang}", *size).page
    for tab in tabs(page):
        settled(page, tab)
        page.wait_for_timeout(200)
        assert (tab, page.evaluate(_TOO_WIDE, f"panel-{tab}")) == (tab, [])


def test_nothing_is_told_to_a_mouse_alone(visit: Open, dossier_file: Path) -> None:
    page = visit(dossier_file).page
    for tab in tabs(page):
        settled(page, tab)
        assert (tab, page.evaluate(_HOVER_ALONE, f"panel-{tab}")) == (tab, [])
