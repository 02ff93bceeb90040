"""A dossier whose every text, address and many an id wants to run: it all stays text."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from playwright.sync_api import Page

import definer
from definer.graph.store import Store
from tests.viz.conftest import Visit

from .exploring import contents, open_all, press_all, settled, tabs
from .hostile import FIRMS, write
from .payloads import ADDRESSES, FRAGMENTS, IDS, QUERIES, SCENARIOS, TEXTS

pytestmark = pytest.mark.browser
Open = Callable[..., Visit]


class Hostile(NamedTuple):
    file: Path
    names: dict[str, str]


@pytest.fixture(scope="module")
def hostile(store: Store, tmp_path_factory: pytest.TempPathFactory) -> Hostile:
    folder = tmp_path_factory.mktemp("hostile")
    names = write(store, folder / "hostile.nt")
    return Hostile(definer.open(store=folder / "hostile.nt").dossier().save(folder / "hostile.html"), names)


@pytest.fixture(scope="module")
def benign(dossier_file: Path) -> Path:
    return dossier_file


def untouched(seen: Visit, file: Path) -> None:
    assert [address for address in seen.requests if not address.startswith(("blob:", "data:"))] == [file.as_uri()]
    assert seen.complaints == []


def test_there_are_enough_of_them() -> None:
    assert len(set(TEXTS) | set(ADDRESSES) | set(IDS)) > 140
    assert len(set(FRAGMENTS) | set(QUERIES) | set(SCENARIOS)) > 40


def test_data_cannot_end_its_element(hostile: Hostile, benign: Path) -> None:
    text, expected = hostile.file.read_text(encoding="utf-8"), benign.read_text(encoding="utf-8")
    assert "window.fired" not in text.replace("\\u003c", "<").partition('id="frame">')[0]
    for tag in ("<script", "</script", "<img", "<iframe", "<style", "<!--", "<svg"):
        assert text.lower().count(tag) == expected.lower().count(tag), tag


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_every_tab_shows_texts_as_text(visit: Open, hostile: Hostile, lang: str) -> None:
    seen = visit(hostile.file, f"#lang={lang}&firm=__proto__")
    page, popups = seen.page, list[Page]()
    page.context.on("page", lambda other: popups.append(other))  # noqa: PLW0108 - the driver wants a function
    at_first, names = contents(page)["counts"], tabs(page)
    assert names
    for tab in names:
        settled(page, tab)
        panel = page.locator(f"#panel-{tab}")
        assert panel.locator(":scope > .notice[role=alert]").count() == 0, panel.inner_text()[:300]
        open_all(page)
        found = contents(page)
        assert (tab, found["faults"], found["counts"]) == (tab, [], at_first)
        settled(page, tab)
        assert press_all(page, tab) > 0
        page.wait_for_timeout(300)
        found = contents(page)
        assert (tab, found["faults"], found["counts"]) == (tab, [], at_first)
        assert seen.complaints == [], tab
    assert popups == []
    untouched(seen, hostile.file)


@pytest.mark.parametrize("fragment", FRAGMENTS, ids=range(len(FRAGMENTS)))
def test_an_address_changes_nothing_but_the_view(visit: Open, hostile: Hostile, fragment: str) -> None:
    seen = visit(hostile.file, fragment)
    page = seen.page
    page.locator(".panel:not([hidden]):not([aria-busy])").wait_for()
    page.wait_for_timeout(200)
    found = contents(page)
    assert found["faults"] == []
    assert page.get_by_role("tab", selected=True).count() == 1
    assert page.locator(".panel:not([hidden]) > .notice[role=alert]").count() == 0
    untouched(seen, hostile.file)


def test_a_firm_goes_by_its_name_whatever_it_is(visit: Open, hostile: Hostile) -> None:
    for firm in ("__proto__", "constructor", "javascript:window.fired=1", "a&b=c;d,e~f", "*"):
        assert firm in FIRMS.values()
        seen = visit(hostile.file)
        seen.page.evaluate("firm => { location.hash = `tab=network&${new URLSearchParams({ firm })}`; }", firm)
        seen.page.locator("#panel-network:not([hidden]):not([aria-busy])").wait_for()
        seen.page.wait_for_timeout(300)
        assert hostile.names[firm] in str(seen.page.locator("#panel-network").text_content()), firm
        untouched(seen, hostile.file)
