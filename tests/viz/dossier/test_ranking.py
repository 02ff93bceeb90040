"""The ranking: a table with drawn intervals; a click explains a score down to quotes."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

import pytest

from definer.graph.store import Store
from definer.knowledge import KnowledgeGraph
from tests.viz.conftest import Visit

pytestmark = pytest.mark.browser
Open = Callable[..., Visit]
ROWS = ".ranking-list table.ranking tbody tr"


def test_table_shows_the_numbers_of_power(visit: Open, dossier_file: Path, kg: KnowledgeGraph) -> None:
    opened = visit(dossier_file, "#tab=ranking&p=pc")
    page = opened.page
    page.locator(ROWS).first.wait_for()
    document = kg.power("pc").to_dict()
    for row, firm in zip(page.locator(ROWS).all()[:8], document["firms"], strict=False):
        cells = row.locator("td, th").all_inner_texts()
        low, high = firm["power_interval"]
        least, most = firm["rank_interval"]
        assert cells[0] == str(firm["rank"])
        assert cells[1] == (str(least) if least == most else f"{least}–{most}")
        assert cells[2] == firm["name"]["en"]
        assert cells[3] == f"{firm['power']:.3f}"
        assert cells[5] == f"{low:.3f} – {high:.3f}"
        assert cells[7:10] == [f"{firm['reach']:.3f}", f"{firm['lockin']:.3f}", str(firm["in_degree"])]
        assert row.locator("svg .span").count() == 3
    assert page.locator(".verdict").first.inner_text().count("Microsoft") == 1
    assert opened.complaints == []


def test_all_firms_can_be_reached_searched_and_sorted(visit: Open, dossier_file: Path, kg: KnowledgeGraph) -> None:
    page = visit(dossier_file, "#tab=ranking&p=new_energy").page
    page.locator(ROWS).first.wait_for()
    result = kg.power("new_energy", draws=0)
    assert page.locator(ROWS).count() == sum(firm.power > 0 for firm in result.firms)
    page.locator("button.more").click()
    assert page.locator(ROWS).count() == len(result.firms)
    page.fill("#r-find", "宁德时代")
    page.locator(f"{ROWS}[data-firm='catl']").wait_for()
    assert page.locator(ROWS).count() == 1
    page.fill("#r-find", "no such firm")
    page.locator(".ranking-list .notice").wait_for()
    page.fill("#r-find", "")
    page.locator("button.sorter[data-order='lockin']").click()
    page.locator("th[aria-sort='descending'] button[data-order='lockin']").wait_for()
    values = [float(text) for text in page.locator(f"{ROWS} td:nth-child(9)").all_inner_texts()]
    assert values == sorted(values, reverse=True)
    assert "r.sort=lockin" in page.url


def test_click_explains_with_parts_that_sum_ties_and_quotes(
    visit: Open, dossier_file: Path, kg: KnowledgeGraph
) -> None:
    opened = visit(dossier_file, "#tab=ranking&p=ai&lang=zh")
    page = opened.page
    page.locator(f"{ROWS}[data-firm='nvidia'] button.firm").press("Enter")
    page.locator(".by-slot .sum").wait_for()
    document = kg.explain("nvidia", "ai").to_dict()
    assert page.locator("#explained-title").inner_text() == "英伟达"
    for name in ("slot", "tie", "person"):
        assert page.locator(f".by-{name} .sum .bar-value").inner_text() == f"{document['power']:.4f}"
        parts = [float(text) for text in page.locator(f".by-{name} li:not(.sum) .bar-value").all_inner_texts()]
        assert sum(parts) == pytest.approx(document["power"], abs=5e-5 * len(parts))
    first = document["by_tie"][0]["tie"]
    page.locator(f".by-tie details[data-tie='{first}'] summary").click()
    details = page.locator(f"details[data-tie='{first}'] .tie-details")
    details.wait_for()
    tie = next(one for one in document["ties"] if one["id"] == first)
    assert (
        details.locator(".evidence-badge")
        .first.inner_text()
        .strip()
        .endswith("有来源" if tie["evidence"] == "sourced" else "已知待查证")
    )
    effect = next(one for one in document["leave_one_out"] if one["tie"] == first)
    assert f"{effect['power']:.3f}" in details.locator(".without").inner_text()
    assert f"r.tie={first}" in page.url
    assert opened.complaints == []


def test_quotes_and_links_stand_with_the_ties(visit: Open, dossier_file: Path, kg: KnowledgeGraph) -> None:
    document = kg.explain("google", "search").to_dict()
    listed = {part["tie"] for part in document["by_tie"][:12]}
    ties = [tie for tie in document["ties"] if tie["id"] in listed]
    quotes = {tie["quote"] for tie in ties if tie["quote"]}
    quotes |= {witness["quote"] for tie in ties for witness in tie["witnesses"] if witness.get("quote")}
    assert quotes
    page = visit(dossier_file, "#tab=ranking&p=search&firm=google").page
    page.locator(".by-tie details").first.wait_for()
    for summary in page.locator(".by-tie summary").all():
        summary.click()
    shown = page.locator(".by-tie blockquote").all_inner_texts()
    assert quotes <= set(shown)
    judged = sum(tie["fields"]["criticality"] == "judged" for tie in ties)
    assert page.locator(".by-tie .facts div:nth-child(3) .faint").count() == judged
    links = page.locator(".by-tie .source-list a").all()
    assert links
    assert all((link.get_attribute("href") or "").startswith("https://") for link in links)
    assert {link.get_attribute("rel") for link in links} == {"noreferrer noopener"}


def test_address_opens_the_same_view(visit: Open, dossier_file: Path, kg: KnowledgeGraph) -> None:
    tie = kg.explain("google", "search").by_tie[1].key
    page = visit(dossier_file, f"#tab=ranking&p=search&firm=google&r.sort=reach&r.tie={tie}&r.q=oo").page
    page.locator(f"details[data-tie='{tie}'][open] .tie-details").wait_for()
    assert page.locator("#r-sort").input_value() == "reach"
    assert page.locator("#r-find").input_value() == "oo"
    assert page.locator("tr.chosen").get_attribute("data-firm") == "google"
    page.locator("#explained button", has_text="Close").click()
    assert "firm=" not in page.url
    page.go_back()
    page.locator("#explained-title", has_text="Google").wait_for()


def test_firm_of_another_paradigm_is_said_to_be_elsewhere(visit: Open, dossier_file: Path) -> None:
    page = visit(dossier_file, "#tab=ranking&p=pc&firm=catl").page
    page.locator("#explained-title", has_text="CATL").wait_for()
    page.locator("#explained a", has_text="New energy").click()
    page.locator(".by-slot .sum").wait_for()
    assert "p=new_energy" in page.url
    assert page.locator("#explained-title").inner_text().startswith("CATL")


def test_table_is_saved_as_shown(visit: Open, dossier_file: Path, kg: KnowledgeGraph) -> None:
    page = visit(dossier_file, "#tab=ranking&p=mobile").page
    page.locator(ROWS).first.wait_for()
    with page.expect_download() as waiting:
        page.click("#r-csv")
    text = Path(waiting.value.path()).read_text(encoding="utf-8-sig")
    rows = list(csv.DictReader(text.splitlines()))
    result = kg.power("mobile", draws=0)
    assert [row["id"] for row in rows] == [firm.id for firm in result.firms if firm.power > 0]
    assert float(rows[0]["power"]) == pytest.approx(result.firms[0].power, abs=6e-7)
    assert rows[0]["name_zh"] == "谷歌"


def test_narrow_page_does_not_scroll_sideways(visit: Open, dossier_file: Path) -> None:
    for tab in ("story", "ranking", "timeline"):
        page = visit(dossier_file, f"#tab={tab}&p=ai&firm=nvidia", width=390, height=844).page
        page.locator(f"#panel-{tab} table.ranking").first.wait_for()
        assert page.evaluate("document.documentElement.scrollWidth") <= 390
        assert page.locator(f"#panel-{tab}").evaluate("element => element.scrollWidth <= element.clientWidth")


def test_hostile_names_stay_text(visit: Open, root: Path, tmp_path: Path) -> None:
    store = Store.from_rdf([root / "tests/viz/hostile.ttl"])
    file = KnowledgeGraph(store).dossier().save(tmp_path / "hostile.html")
    for tab in ("story", "ranking", "timeline"):
        opened = visit(file, f"#tab={tab}&firm=evil")
        panel = opened.page.locator(f"#panel-{tab}")
        panel.locator("table.ranking").first.wait_for()
        assert "<img src=x onerror=alert(1)>" in panel.inner_text()
        assert panel.locator("img, script, b").count() == 0
        assert opened.complaints == []


def test_claims_that_carry_no_ranking_say_so(visit: Open, root: Path, tmp_path: Path) -> None:
    file = KnowledgeGraph.open(root / "tests/valid").dossier().save(tmp_path / "small.html")
    opened = visit(file, "#tab=ranking&p=search")
    opened.page.locator(".ranking-list .notice").wait_for()
    opened.page.locator("#tab-story").click()
    opened.page.locator(".answer[data-answer='gap']").wait_for()
    assert "CN" in opened.page.locator(".answer[data-answer='gap'] .sentence").inner_text()
    assert opened.page.locator(".essay-quote").count() == 0
    assert opened.complaints == []
