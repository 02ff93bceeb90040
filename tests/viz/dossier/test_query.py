"""The Query tab: the file's own engine gives the answers of ``definer query``, and says what is wrong with a query."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeAlias
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser

from definer.graph.named_queries import NamedQuery, named_queries
from definer.knowledge import KnowledgeGraph
from tests.viz.conftest import Visit

pytestmark = pytest.mark.browser
Open = Callable[..., Visit]
Answers: TypeAlias = dict[str, Any]
_PATIENCE = 60_000


class Asking:
    """The Query tab, and what it answers."""

    def __init__(self, visit: Visit) -> None:
        self.visit, self.page = visit, visit.page

    def go(self, q: str, **more: str) -> None:
        """Ask through the address, and wait for the answer or for what is wrong."""
        said = "&".join(f"{key.replace('__', '.')}={quote(value)}" for key, value in more.items())
        self.page.evaluate("hash => { location.hash = hash; }", f"tab=query&q={quote(q)}&{said}")
        name = json.dumps(q)
        self.page.locator(f".query-results[data-asked={name}]").wait_for(state="attached", timeout=_PATIENCE)

    def raw(self) -> Answers:
        """What the raw view shows, whole."""
        if self.page.locator(".query-note button").count():
            self.page.click(".query-note button")
        found: Answers = json.loads(self.page.locator(".query-raw").text_content() or "")
        return found


@pytest.fixture(scope="module")
def asking(browser: Browser, dossier_file: Path) -> Iterator[Asking]:
    """One opened dossier for all questions: the engine is loaded once."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, offline=True)
    visit = Visit(context.new_page())
    visit.page.on("console", lambda message: visit.complaints.append(f"{message.type}: {message.text}"))
    visit.page.on("pageerror", lambda error: visit.complaints.append(f"error: {error}"))
    visit.page.on("request", lambda request: visit.requests.append(request.url))
    visit.page.goto(dossier_file.as_uri() + "#tab=query&q=dataset&q.view=raw")
    visit.page.locator('.query-results[data-asked="dataset"]').wait_for(state="attached", timeout=_PATIENCE)
    yield Asking(visit)
    context.close()


def _terms(row: dict[str, dict[str, str]]) -> tuple[tuple[str, str, str, str, str], ...]:
    return tuple(
        (name, cell["type"], cell["value"], cell.get("datatype", ""), cell.get("xml:lang", ""))
        for name, cell in sorted(row.items())
    )


@pytest.mark.parametrize("query", named_queries(), ids=lambda query: query.name)
def test_every_named_question_has_the_answer_of_the_command_line(
    asking: Asking, kg: KnowledgeGraph, query: NamedQuery
) -> None:
    asking.go(query.name, q__view="raw")
    found, expected = asking.raw(), json.loads(kg.query(query.name).to("json"))
    assert found["head"] == expected["head"]
    rows, wanted = ([_terms(row) for row in answer["results"]["bindings"]] for answer in (found, expected))
    if "ORDER BY" in query.text:
        assert rows == wanted
    else:
        assert Counter(rows) == Counter(wanted)


def test_nothing_is_asked_of_the_network_and_nothing_complained_of(asking: Asking, dossier_file: Path) -> None:
    outside = [url for url in asking.visit.requests if not url.startswith("blob:")]
    assert {url.partition("#")[0] for url in outside} == {dossier_file.as_uri()}
    assert asking.visit.complaints == []
