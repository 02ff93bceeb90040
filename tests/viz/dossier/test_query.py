"""The Query tab: the file's own engine gives the answers of ``definer query``, and says what is wrong with a query."""

from __future__ import annotations

import json
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeAlias
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser

from definer.graph.named_queries import NamedQuery, named_queries
from definer.graph.store import Store
from definer.knowledge import KnowledgeGraph
from definer.viz.dossier import DossierPage
from definer.viz.dossier.frame import frame
from definer.viz.dossier.queries import queries_block, vocabulary_block
from definer.viz.dossier.query_words import PARAMETERS, TOPICS
from definer.viz.evidence import gather
from definer.viz.web_assets import binary
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
        self.answered(q)

    def answered(self, q: str) -> None:
        """Wait until the answer to `q` stands there; no function may be waited for under the page's policy."""
        end = time.monotonic() + _PATIENCE / 1000
        asked = "document.querySelector('.query-results')?.dataset.asked"
        while self.page.evaluate(asked) != q:
            assert time.monotonic() < end, q
            time.sleep(0.02)

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


def test_a_name_in_either_language_answers_a_question(asking: Asking, kg: KnowledgeGraph) -> None:
    asking.go("what_a_firm_depends_on", q__view="raw", q__p__firm="宁德时代", q__p__asOf="2023", q__p__lang="zh")
    wanted = kg.query("what_a_firm_depends_on", {"firm": "catl", "asOf": "2023", "lang": "zh"})
    rows = [_terms(row) for row in asking.raw()["results"]["bindings"]]
    assert rows
    assert rows == [_terms(row) for row in json.loads(wanted.to("json"))["results"]["bindings"]]


@pytest.mark.parametrize(
    ("q", "more", "said"),
    [
        ("SELECT * { ?a def:dependsOn ?b", {}, "Line 1, column 10: “{” is never closed."),
        ("SELECT * {\n ?a nope:b ?c }", {}, "Line 2, column 5: Prefix “nope:” is not declared"),
        ("SELECT * { ?a ?b }", {}, "Line 1, column 19: Not valid SPARQL just before here"),
        ("DELETE WHERE { ?a ?b ?c }", {}, "DELETE would change the store"),
        ("SELECT * { SERVICE <https://example.org/> { ?a ?b ?c } }", {}, "no query leaves this machine"),
        ("who_depends_on", {"q__p__provider": "Nvidea"}, "Nothing of this kind is called “Nvidea”"),
        ("who_depends_on", {"q__p__asOf": "soon"}, "soon is not a value of type date"),
        ("who_depends_on", {"q__p__provider": "德", "lang": "zh"}, "没有名为“德”的此类条目；是否指："),
    ],
)
def test_a_wrong_query_is_told_what_to_change(asking: Asking, q: str, more: dict[str, str], said: str) -> None:
    asking.go(q, **more)
    assert said in (asking.page.locator(".query-fault").first.text_content() or "")
    assert asking.page.locator(".query-body").count() == 0


def test_a_misspelt_term_is_mended_by_a_button(asking: Asking) -> None:
    asking.go("SELECT (COUNT(*) AS ?n) { ?a def:dependOn ?b }")
    mild = asking.page.locator(".query-fault.mild")
    assert "the nearest is dependsOn" in (mild.text_content() or "")
    mild.get_by_text("Change to dependsOn").click()
    asking.page.click("#query-run")
    asking.page.locator(".query-results[data-asked*='dependsOn']").wait_for(state="attached", timeout=_PATIENCE)
    assert int(asking.page.locator(".query-body td").first.text_content() or "0") > 1000
    assert mild.count() == 0


def _type(asking: Asking, text: str) -> None:
    asking.page.locator(".query-editor .cm-content").click()
    asking.page.keyboard.press("Control+End")
    asking.page.keyboard.insert_text(text)


@pytest.mark.parametrize(
    ("typed", "offered", "put"),
    [
        ("\ndepends", "def:dependsOn", "def:dependsOn"),
        ("\n依赖", "def:dependsOn", "def:dependsOn"),
        ("\ndef:lastConf", "def:lastConfirmed", "def:lastConfirmed"),
        ("\n宁德时", "CATL", "<https://w3id.org/definer/id/org/catl>"),
        ("\nrank:depre", "rank:deprecated", "rank:deprecated"),
    ],
)
def test_the_editor_offers_terms_and_things_in_either_language(
    asking: Asking, typed: str, offered: str, put: str
) -> None:
    asking.go("ASK { ?s ?p ?o }")
    _type(asking, typed)
    asking.page.keyboard.press("Control+Space")
    option = asking.page.locator(".query-editor [role=option]", has_text=offered).first
    option.click()
    text = asking.page.locator(".query-editor .cm-content").inner_text()
    assert put in text
    assert ("PREFIX rank:" in text) == (offered == "rank:deprecated")


def test_escape_then_tab_leaves_the_editor(asking: Asking) -> None:
    asking.go("ASK { ?s ?p ?o }")
    asking.page.locator(".query-editor .cm-content").focus()
    asking.page.keyboard.press("Escape")
    asking.page.keyboard.press("Tab")
    assert asking.page.evaluate("document.activeElement.shadowRoot === null")


def test_triples_become_the_turtle_of_the_command_line(asking: Asking, kg: KnowledgeGraph, tmp_path: Path) -> None:
    text = "CONSTRUCT { ?p ?said ?name } WHERE { ?p a def:Paradigm ; ?said ?name }"
    asking.go(text, q__view="graph")
    assert asking.page.locator(".query-network circle").count() > 5
    with asking.page.expect_download() as waiting:
        asking.page.click("[data-file=ttl]")
    file = tmp_path / waiting.value.suggested_filename
    waiting.value.save_as(file)
    assert file.read_text(encoding="utf-8") == kg.query(text).to("ttl")


def test_csv_holds_all_rows_and_no_formula(asking: Asking, kg: KnowledgeGraph, tmp_path: Path) -> None:
    asking.go('SELECT ?n ("=1+1" AS ?text) (-1 AS ?number) { ?n a def:Tie } ORDER BY ?n')
    with asking.page.expect_download() as waiting:
        asking.page.click("[data-file=csv]")
    file = tmp_path / waiting.value.suggested_filename
    waiting.value.save_as(file)
    head, *lines = file.read_text(encoding="utf-8-sig").splitlines()
    assert head == "n,text,number"
    assert len(lines) == len(kg.query("SELECT ?n { ?n a def:Tie }"))
    assert all(line.endswith(",'=1+1,-1") for line in lines)


def test_every_row_can_be_paged_to_and_sorted(asking: Asking) -> None:
    asking.go("SELECT ?tie ?c { ?tie a def:Tie ; def:criticality ?c } ORDER BY ?tie")
    total = asking.page.locator(".query-size strong").inner_text()
    bar = asking.page.locator(".query-pager [role=status]")
    assert bar.inner_text() == f"rows 1 to 100 of {total.split()[0]}"
    asking.page.get_by_text("Later", exact=True).click()
    assert bar.inner_text().startswith("rows 101 to 200")
    asking.page.click("th button[data-column=c]")
    asking.page.click("th button[data-column=c]")
    assert asking.page.locator("th[aria-sort=descending]").inner_text().startswith("c")
    assert asking.page.locator("td.number").first.inner_text() == "0.9"


def test_views_that_do_not_fit_say_why(asking: Asking) -> None:
    asking.go("#view: chart\nSELECT ?tier (COUNT(?s) AS ?n) { ?s def:tier ?tier } GROUP BY ?tier ORDER BY ?tier")
    assert asking.page.locator(".query-body[data-view=chart] :is(.query-bar, .query-dot)").count() > 3
    why = asking.page.locator("[data-view=timeline]")
    assert why.get_attribute("aria-disabled") == "true"
    assert "a timeline needs a column of dates" in (why.text_content() or "")


def test_a_link_reopens_the_same_answer(asking: Asking, visit: Open, dossier_file: Path) -> None:
    asking.go("valuation_history", q__view="timeline", q__p__firm="openai", lang="zh")
    expected = asking.page.locator(".query-body").text_content()
    fragment = asking.page.evaluate("location.hash")
    again = visit(dossier_file, fragment)
    again.page.locator(".query-results[data-asked=valuation_history]").wait_for(state="attached", timeout=_PATIENCE)
    assert again.page.locator(".query-body").text_content() == expected
    assert again.complaints == []


def test_a_long_query_is_stopped_and_the_engine_opens_again(asking: Asking) -> None:
    long = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
    asking.page.evaluate("hash => { location.hash = hash; }", f"tab=query&q={quote(long)}")
    asking.page.locator("#query-stop:enabled").click()
    assert "Stopped" in asking.page.locator(".query-status").inner_text()
    asking.go("dataset", q__view="raw")
    assert asking.raw()["results"]["bindings"]


def test_hostile_names_stay_text(visit: Open, root: Path, tmp_path: Path) -> None:
    store = Store.from_rdf([root / "tests" / "viz" / "hostile.ttl"])
    shell = frame(gather(store), as_of="2025-11-15", stops=[], lang="en", version="0", claims="", tabs=("query",))
    blocks = {
        "queries": queries_block(len(store)),
        "vocabulary": vocabulary_block(store),
        "triples": store.trig(),
        "oxigraph": binary("oxigraph.wasm"),
        "query-worker": binary("query-worker.js"),
    }
    file = DossierPage(shell, blocks, "en").save(tmp_path / "hostile.html")
    names = "SELECT ?thing ?name { ?thing skos:prefLabel|rdfs:label|dcterms:title ?name } ORDER BY ?thing ?name"
    types = "SELECT ?thing ?type { ?thing a ?type } ORDER BY ?thing ?type"
    for view, text in (("table", names), ("raw", names), ("graph", types)):
        opened = visit(file, f"#tab=query&q={quote(text)}&q.view={view}")
        opened.page.locator(f".query-body[data-view={view}]").wait_for(timeout=_PATIENCE)
        assert opened.page.locator(".query-size strong").inner_text() == f"{len(store.query(text))} rows"
        assert opened.page.locator(".query-body :is(script, img, iframe, b)").count() == 0
        assert opened.page.locator('.query-body a[href^="javascript:"]').count() == 0
        assert opened.complaints == []


def test_every_question_has_a_topic_and_every_parameter_a_chinese_word() -> None:
    assert sorted(name for _, _, names in TOPICS for name in names) == sorted(one.name for one in named_queries())
    assert {parameter.description for one in named_queries() for parameter in one.params} == set(PARAMETERS)


def test_nothing_is_asked_of_the_network_and_nothing_complained_of(asking: Asking, dossier_file: Path) -> None:
    outside = [url for url in asking.visit.requests if not url.startswith("blob:")]
    assert {url.partition("#")[0] for url in outside} == {dossier_file.as_uri()}
    assert asking.visit.complaints == []
