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


# What the browser says of being pressed by a script, everywhere at once; no reader can do that.
PRESSED = ("File chooser dialog can only be shown", "Form submission canceled because the form is not connected")


def complaints(seen: Visit) -> list[str]:
    return [text for text in seen.complaints if not any(words in text for words in PRESSED)]


def untouched(seen: Visit, file: Path) -> None:
    assert [address for address in seen.requests if not address.startswith(("blob:", "data:"))] == [file.as_uri()]
    assert complaints(seen) == []


def elements(page: Page) -> dict[str, int]:
    """Count what markup of the data could have added; forms are the page's own, and none has an action."""
    counts: dict[str, int] = contents(page)["counts"]
    return {tag: count for tag, count in counts.items() if tag != "form"}


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
    at_first, names = elements(page), tabs(page)
    assert names
    for tab in names:
        settled(page, tab)
        panel = page.locator(f"#panel-{tab}")
        assert panel.locator(":scope > .notice[role=alert]").count() == 0, panel.inner_text()[:300]
        open_all(page)
        assert (tab, contents(page)["faults"], elements(page)) == (tab, [], at_first)
        settled(page, tab)
        assert press_all(page, tab) > 0
        page.wait_for_timeout(300)
        assert (tab, contents(page)["faults"], elements(page)) == (tab, [], at_first)
        assert complaints(seen) == [], tab
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


def test_queries_reach_nothing_and_their_answers_are_text(visit: Open, hostile: Hostile) -> None:
    seen = visit(hostile.file, "#tab=query")
    page, at_first = seen.page, elements(seen.page)
    for query in QUERIES:
        page.evaluate("q => { location.hash = new URLSearchParams({ tab: 'query', q }); }", query)
        page.wait_for_timeout(100)
        page.click("#query-run")
        page.locator("#query-stop:disabled").wait_for(timeout=120_000)
        assert (query, contents(page)["faults"], elements(page)) == (query, [], at_first)
    untouched(seen, hostile.file)


def test_scenario_files_change_nothing_but_the_scenario(visit: Open, hostile: Hostile) -> None:
    seen = visit(hostile.file, "#tab=whatif")
    page, at_first = seen.page, elements(seen.page)
    for text in SCENARIOS:
        file = {"name": "<img src=x onerror=window.fired=1>.yaml", "mimeType": "text/yaml", "buffer": text.encode()}
        page.set_input_files("#whatif-file", files=[file])  # type: ignore[list-item]
        page.wait_for_timeout(300)
        assert page.locator(".whatif-said .fault").count() > 0, text[:40]
        assert (text[:40], contents(page)["faults"], elements(page)) == (text[:40], [], at_first)
    untouched(seen, hostile.file)
