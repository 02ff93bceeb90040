"""The dossier's evidence: every claim with what it rests on, and numbers that are those of the queries."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from definer.job import Job
from definer.knowledge import KnowledgeGraph
from definer.viz.dossier.evidence import evidence_block
from tests.viz.conftest import Visit

pytestmark = pytest.mark.browser
Open = Callable[..., Visit]
HOSTILE = Path(__file__).parent.parent / "hostile.ttl"
LISTED = (
    "Tie",
    "CohortShare",
    "ControlHolding",
    "DefinitionEvent",
    "Investment",
    "Valuation",
    "Fundamental",
    "Statement",
)


def _number(text: str | None) -> int:
    found = re.search(r"[\d,]+", text or "")
    assert found
    return int(found[0].replace(",", ""))


def _found(page: Page) -> int:
    return _number(page.locator(".evidence .claims .found").text_content())


def _chip(page: Page, facet: str, value: str) -> int:
    return _number(page.locator(f'.claims [data-facet="{facet}"] [data-value="{value}"] .count').text_content())


def test_block_names_the_clashes_that_the_queries_find(kg: KnowledgeGraph) -> None:
    block = evidence_block(kg.store, Job(kg, kg.as_of, "en").evidence, frozenset())
    assert len(block["clashes"]["valuation"]) == len(kg.query("conflicting_valuations").rows) > 0
    assert len(block["clashes"]["fundamental"]) == len(kg.query("conflicting_figures").rows) > 0
    assert len(block["disagreements"]) == block["counts"]["Disagreement"]
    assert block["sources"]["n"] == block["counts"]["Source"]


def test_every_claim_is_listed(visit: Open, dossier_file: Path, kg: KnowledgeGraph) -> None:
    opened = visit(dossier_file, "#tab=evidence")
    counted = {str(row[0]).rpartition("#")[2]: int(row[3] or 0) for row in kg.query("kinds_of_claims").rows}
    events = len({row[0] for row in kg.query("SELECT ?e WHERE { ?e a def:DefinitionEvent }").rows})
    assert _found(opened.page) == sum(counted.get(kind, 0) for kind in LISTED) + events
    assert _chip(opened.page, "kind", "tie") == counted["Tie"]
    assert _chip(opened.page, "kind", "valuation") == counted["Valuation"]
    assert opened.complaints == []
    assert opened.requests == [dossier_file.as_uri()]


def test_unverified_ties_are_those_of_the_query(visit: Open, dossier_file: Path, kg: KnowledgeGraph) -> None:
    page = visit(dossier_file, "#tab=evidence&e.kind=tie&e.paradigm=ai").page
    page.locator(".list-head .pick").first.click()
    page.locator('.list-head .pick[aria-pressed="true"]').wait_for()
    known = next(row for row in kg.query("known_only").rows if row[0] == kg.paradigm_label("ai"))
    assert _found(page) == int(known[2] or 0)
    assert "e.evidence=known" in page.url
    page.reload()
    assert _found(page) == int(known[2] or 0)


def test_a_link_opens_one_claim_with_what_it_rests_on(visit: Open, dossier_file: Path, kg: KnowledgeGraph) -> None:
    page = visit(dossier_file, "#tab=evidence&e.claim=tie/ai0006").page
    opened = page.locator('.claim.open[data-claim="tie/ai0006"]')
    says = opened.locator(".claim-says p").first.text_content()
    assert says is not None
    assert says.startswith("OpenAI depends on Nvidia")
    titles = opened.locator(".detail > .source-list a").all_text_contents()
    expected = {str(row[0]) for row in kg.query("evidence_of", claim="id:tie/ai0006").rows}
    assert set(titles) == expected
    page.click("#language")
    page.locator("html[lang='zh-Hans']").wait_for(state="attached")
    text = page.locator('.claim.open[data-claim="tie/ai0006"] .claim-says p').first.text_content()
    assert text is not None
    assert "依赖英伟达" in text


def test_search_finds_names_aliases_and_pinyin(visit: Open, dossier_file: Path) -> None:
    page = visit(dossier_file, "#tab=evidence").page
    counts = []
    for text in ("宁德时代", "CATL", "ningdeshidai"):
        page.fill(".claims .search-text", text)
        page.locator(".evidence .found:text-matches('of 1', 'i')").wait_for()
        page.wait_for_url(re.compile(r"e\.q="))
        page.wait_for_timeout(400)
        counts.append(_found(page))
    assert counts[0] > 100
    assert counts[0] == counts[2]
    assert counts[1] >= counts[0]


def test_what_holds_on_the_date_follows_the_slider(visit: Open, dossier_file: Path) -> None:
    page = visit(dossier_file, "#tab=evidence&e.kind=tie&e.paradigm=pc&e.now=1&at=1990&e.claim=").page
    assert _found(page) > 0
    spans = page.locator(".claim-meta .faint").all_text_contents()
    for span in spans:
        years = [int(year) for year in re.findall(r"\b(\d{4})", span)]
        assert years[0] <= 1990
        assert len(years) < 2 or years[1] >= 1990


def test_table_of_the_list_is_the_list(visit: Open, dossier_file: Path) -> None:
    page = visit(dossier_file, "#tab=evidence&e.kind=holding").page
    with page.expect_download() as waiting:
        page.click(".download")
    text = Path(waiting.value.path()).read_text(encoding="utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert len(rows) == _found(page)
    assert {row["kind"] for row in rows} == {"holding"}
    assert all(row["sources"] for row in rows)


def test_pages_reach_the_end(visit: Open, dossier_file: Path) -> None:
    page = visit(dossier_file, "#tab=evidence&e.kind=holding").page
    n = _found(page)
    page.fill(".pager input", "9999")
    page.press(".pager input", "Enter")
    page.locator(f".pager .faint:text-matches('–{n} of {n}')").wait_for()
    assert page.locator(".claim").count() == (n - 1) % 30 + 1
    page.go_back()
    page.locator(".pager .faint:text-matches('^1–30 ')").wait_for()


def test_conflicts_stand_side_by_side(visit: Open, dossier_file: Path, kg: KnowledgeGraph) -> None:
    page = visit(dossier_file, "#tab=evidence&e.view=conflicts").page
    clashes = len(kg.query("conflicting_valuations").rows) + len(kg.query("conflicting_figures").rows)
    page.locator(".conflicts-view .against").first.wait_for()
    assert page.locator(".against:not([data-disagreement])").count() == clashes
    recorded = {row[0] for row in kg.query("SELECT ?d WHERE { ?d a def:Disagreement }").rows}
    assert page.locator(".against[data-disagreement]").count() == len(recorded)
    views = page.locator('[data-disagreement="d001"] tbody tr')
    assert views.count() == 2
    assert "USD 39bn" in (views.first.text_content() or "")


def test_sources_by_tier_are_those_of_the_query(visit: Open, dossier_file: Path, kg: KnowledgeGraph) -> None:
    page = visit(dossier_file, "#tab=evidence&e.view=sources").page
    for tier, sources, ties in kg.query("sources_by_tier").rows:
        cells = page.locator(f'.tiers tr[data-tier="{tier}"] td').all_text_contents()
        assert [_number(cells[0]), _number(cells[2])] == [int(sources or 0), int(ties or 0)]
    page.click('[data-facet="tier"] [data-value="5"]')
    page.locator('[data-facet="tier"] [data-value="5"][aria-pressed="true"]').wait_for()
    tiers = set(page.locator(".sources-table tbody td:nth-child(4)").all_text_contents())
    assert tiers == {"5"}


def test_a_source_leads_to_its_claims(visit: Open, dossier_file: Path) -> None:
    page = visit(dossier_file, "#tab=evidence&e.view=sources&e.sq=epoch_models").page
    link = page.locator('tr[data-source="epoch_models"] td:last-child a')
    n = _number(link.text_content())
    link.click()
    page.locator(".claim").first.wait_for()
    assert _found(page) == n


def test_audit_is_that_of_the_engine(visit: Open, dossier_file: Path, kg: KnowledgeGraph) -> None:
    audit = kg.audit().to_dict()
    page = visit(dossier_file, "#tab=evidence&e.view=audit&e.statement=sf020").page
    assert page.locator(".audit-table tr[data-statement]").count() == audit["n_statements"]
    opened = page.locator(".detail-row")
    row = next(row for row in audit["statements"] if row["id"] == "sf020")
    assert row["formula"].split(";")[0] in (opened.text_content() or "")
    assert opened.locator("h4 + .source-list").first.locator("li").count() == len(row["claims"])
    page.click('[data-facet="computed"] [data-value="c_off"]')
    page.locator('[data-value="c_off"][aria-pressed="true"]').wait_for()
    assert page.locator(".audit-table tr[data-statement]").count() == audit["computed"]["off"]


def test_claims_open_by_keyboard(visit: Open, dossier_file: Path) -> None:
    page = visit(dossier_file, "#tab=evidence").page
    page.locator(".claim .more").first.focus()
    page.keyboard.press("Enter")
    page.locator(".claim.open .detail").wait_for()
    assert page.evaluate("document.activeElement.getAttribute('aria-expanded')") == "true"
    page.keyboard.press("Enter")
    page.locator(".claim.open").wait_for(state="detached")


def test_hostile_texts_stay_texts(visit: Open, tmp_path: Path) -> None:
    file = KnowledgeGraph.open(store=HOSTILE).dossier().save(tmp_path / "hostile.html")
    for view in ("claims", "sources", "conflicts", "audit"):
        opened = visit(file, f"#tab=evidence&e.view={view}")
        opened.page.locator("#panel-evidence .evidence").wait_for()
        assert opened.complaints == []
        assert opened.page.locator("#panel-evidence :is(img, script, iframe)").count() == 0
    page = visit(file, "#tab=evidence&e.kind=tie").page
    assert "<img src=x onerror=alert(1)>" in (page.locator(".claim-says").first.text_content() or "")
    assert page.locator('#panel-evidence a[href^="javascript" i]').count() == 0


def test_hypotheses_are_those_of_the_studies_made(visit: Open, dossier_file: Path) -> None:
    page = visit(dossier_file, "#tab=evidence&e.view=audit&e.tests=1").page
    told = page.locator(".hypotheses")
    told.locator("table").first.wait_for()
    ids = told.locator("table").first.locator("tbody tr > :first-child").all_text_contents()
    assert [text.strip() for text in ids] == [f"H{n}" for n in range(1, 9)]
    assert "H6" in (told.locator("p.note").last.text_content() or "")
