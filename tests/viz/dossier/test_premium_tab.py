"""The Premium tab: its numbers are those of the command line, in both languages, on screen and on paper."""

from __future__ import annotations

import base64
import gzip
import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from definer.knowledge import KnowledgeGraph
from definer.viz.dossier.findings import plain_blocks
from definer.viz.gap_text import gap_blocks
from definer.viz.link_text import link_blocks, verdict_sentence
from definer.viz.option_text import option_blocks
from definer.viz.premium_text import premium_blocks
from tests.viz.conftest import Visit
from tests.viz.dossier.test_findings import in_language

pytestmark = pytest.mark.browser
Open = Callable[..., Visit]
VALID = Path(__file__).parents[2] / "valid"


def block(path: Path, name: str) -> Any:
    found = re.search(rf'id="block-{name}">([^<]*)</script>', path.read_text(encoding="utf-8"))
    assert found
    return json.loads(gzip.decompress(base64.b64decode(found[1])))


@pytest.fixture(scope="module")
def link(kg: KnowledgeGraph) -> dict[str, Any]:
    share = kg.spec_curve(permutations=0).to_dict()["positive_share"]
    return kg.link(sign_share=share).to_dict()


def test_firms_are_those_of_definer_premium(dossier_file: Path, kg: KnowledgeGraph) -> None:
    found, document = block(dossier_file, "premium"), kg.premium().to_dict()
    assert (found["n"], found["asOf"]) == (document["n"], document["as_of"])
    by_id = {firm["id"]: firm for firm in found["firms"]}
    assert by_id.keys() == {firm["id"] for firm in document["firms"]}
    for firm in document["firms"]:
        shown = by_id[firm["id"]]
        assert shown.get("premium") == firm["log_premium"]
        assert shown.get("range") == firm["log_premium_range"]
        assert shown.get("reason") == firm["reason"]
        if firm["log_premium"] is not None:
            assert shown["value"] == firm["value_usd_bn"]
            assert shown["implied"] == firm["implied_usd_bn"]


def test_comparison_is_that_of_definer_link(dossier_file: Path, link: dict[str, Any]) -> None:
    found = block(dossier_file, "premium")
    shown = found["registered"]
    assert shown["slope"] == pytest.approx(link["estimate"], abs=1e-9)
    assert shown["interval"] == pytest.approx(link["interval_95"], abs=1e-9)
    assert (shown["p"], shown["permutations"]) == (link["p"], link["permutations"])
    assert shown["without"] == [list(end) for end in link["influence"]["without_firm"]["ratio"]]
    assert [firm for firm, _, _ in shown["points"]] == link["firms"]
    assert (found["sample"]["n"], found["spec"]["sha256"]) == (link["n"], link["spec"]["sha256"])


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_blocks_are_those_of_the_commands(
    dossier_file: Path, kg: KnowledgeGraph, link: dict[str, Any], lang: Any
) -> None:
    found = in_language(block(dossier_file, "findings"), lang)
    gap = kg.gap("US", "CN").to_dict()
    assert found["link"] == plain_blocks(link_blocks(link, lang))
    assert found["option"] == plain_blocks(option_blocks(kg.option().to_dict(), lang))
    told = [item for item in (*found["gap"], *found["pairs"]) if item.get("kind") != "waterfall"]
    expected = [item for item in plain_blocks(gap_blocks(gap, lang)) if item.get("kind") != "waterfall"]
    assert sorted(map(json.dumps, told)) == sorted(map(json.dumps, expected))
    terms = gap["identity"]["terms"]
    steps = next(item for item in found["gap"] if item.get("kind") == "waterfall")["data"]["steps"]
    assert [step["value"] for step in steps] == [
        terms[name]["value"] for name in ("revenue", "multiple", "premium", "value")
    ]
    assert steps[-1]["value"] == pytest.approx(sum(step["value"] for step in steps[:-1]), abs=1e-8)


@pytest.mark.parametrize("firm", ["catl", "openai", "mistral"])
def test_a_derivation_is_that_of_definer_premium_firm(dossier_file: Path, kg: KnowledgeGraph, firm: str) -> None:
    found = block(dossier_file, "derivations")
    document = kg.premium_derivation(firm).to_dict()
    assert in_language(found[firm], "zh") == plain_blocks(premium_blocks(document, "zh"))
    assert found.keys() == {each.firm.id for each in kg.premium().firms if each.value is not None}


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_verdict_comes_first_and_the_scatter_prints_n(
    visit: Open, dossier_file: Path, link: dict[str, Any], lang: Any
) -> None:
    opened = visit(dossier_file, f"#tab=premium&lang={lang}")
    page = opened.page
    page.locator("#premium-link .verdict").wait_for()
    assert page.locator("#premium-link .verdict").text_content() == verdict_sentence(link, lang)
    facts = page.locator(".premium-facts").inner_text()
    assert link["spec"]["sha256"] in facts.replace("\n", "")
    assert f"n = {link['n']}" in facts
    page.locator("#premium-scatter .chart svg").wait_for(state="attached")
    assert f"n = {link['n']}" in page.locator("#premium-scatter figcaption").inner_text()
    low, high = (f"{abs(end):.3f}" for _, end in link["influence"]["without_firm"]["ratio"])
    key = page.locator("#premium-scatter .premium-key").inner_text()
    assert low in key
    assert high in key
    pairs = page.locator("#premium-pairs .verdict").first.inner_text()
    assert pairs.startswith("n = 3 pairs: no inference" if lang == "en" else "n = 3 组：样本过小，不作推断")
    assert opened.complaints == []
    assert opened.requests == [dossier_file.as_uri()]


def test_a_point_chooses_its_firm_and_derives_it(visit: Open, dossier_file: Path) -> None:
    page = visit(dossier_file, "#tab=premium&x.part=scatter", width=1280, height=1000).page
    page.locator("#premium-scatter .chart svg path").first.wait_for(state="attached")
    places = page.evaluate(
        """() => [...document.querySelectorAll('#premium-scatter .chart svg path')]
        .map((path) => path.getBoundingClientRect())
        .filter(({ width, height }) => Math.abs(width - 11) < 5 && Math.abs(height - 11) < 5)
        .map(({ x, y, width, height }) => [x + width / 2, y + height / 2])"""
    )
    assert len(places) > 100
    page.mouse.move(*places[-1])
    tip = page.locator(".tip:not([hidden])")
    tip.wait_for()
    name = tip.inner_text().partition(" (")[0]
    page.mouse.click(*places[-1])
    page.locator(".premium-card h3").wait_for()
    assert page.locator(".premium-card h3").inner_text() == name
    page.locator("#premium-derivation .verdict").wait_for()
    assert name in page.locator("#premium-derivation h3").first.inner_text()
    assert "firm=" in page.url
    page.go_back()
    page.locator(".premium-card").wait_for(state="detached")


def test_table_is_sorted_filtered_and_complete_with_the_keyboard(visit: Open, dossier_file: Path) -> None:
    document = block(dossier_file, "premium")
    page = visit(dossier_file, "#tab=premium&x.part=firms").page
    rows = page.locator("#premium-firms tbody tr")
    assert rows.count() == document["n"]
    page.locator("#premium-firms thead button", has_text="value").first.focus()
    page.keyboard.press("Enter")
    page.locator("#premium-firms th[aria-sort='descending']", has_text="value").wait_for()
    priced = [firm for firm in document["firms"] if "premium" in firm]
    greatest = max(priced, key=lambda firm: firm["value"][0] * firm["value"][1])
    assert greatest["id"] == rows.first.locator("button").get_attribute("data-key")
    page.fill("#premium-find", "宁德")
    page.locator("#premium-firms tbody tr button[data-key='catl']").wait_for()
    assert rows.count() == 1
    page.fill("#premium-find", "")
    page.check("#premium-all")
    page.wait_for_timeout(100)
    assert rows.count() == len(document["firms"])
    assert (
        f"{len(document['firms'])} of {len(document['firms'])}"
        in page.locator("#premium-firms [role=status]").inner_text()
    )
    page.reload()
    page.locator("#premium-firms tbody tr").first.wait_for()
    assert page.locator("#premium-firms tbody tr").count() == len(document["firms"])


def test_chips_fade_points_and_filter_the_table(visit: Open, dossier_file: Path) -> None:
    document = block(dossier_file, "premium")
    page = visit(dossier_file, "#tab=premium&x.part=scatter").page
    page.locator(".premium-chip", has_text="China").click()
    page.locator(".premium-chip[aria-pressed=true]").wait_for()
    own = [firm for firm in document["firms"] if "premium" in firm and firm["country"] == "CN"]
    assert page.locator("#premium-firms tbody tr").count() == len(own)
    assert "x.c=CN" in page.url


def test_a_language_change_keeps_the_view(visit: Open, dossier_file: Path) -> None:
    opened = visit(dossier_file, "#tab=premium&x.part=derivation&firm=catl&x.view=plain")
    page = opened.page
    page.locator("#premium-derivation .verdict").wait_for()
    page.click("#language")
    page.locator("#premium-derivation h3", has_text="宁德时代").first.wait_for()
    assert page.locator("#premium-view-plain").is_checked()
    assert page.locator("#premium-scatter-title").inner_text() == "定义权与溢价"
    assert opened.complaints == []


def test_paper_shows_every_number_of_the_verdict(visit: Open, dossier_file: Path) -> None:
    page = visit(dossier_file, "#tab=premium&theme=dark").page
    page.locator("#premium-scatter .chart svg").wait_for(state="attached")
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    figures = page.locator("#panel-premium .chart")
    drawn = page.locator("#panel-premium .chart svg")
    assert drawn.count() == figures.count() > 8
    assert page.locator(".premium-contents").is_hidden()
    assert page.locator("#panel-premium").evaluate("panel => panel.scrollHeight <= panel.clientHeight + 1")


@pytest.fixture(scope="module")
def unpriced(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Dossier of claims that value nobody."""
    folder = tmp_path_factory.mktemp("unpriced")
    claims = folder / "claims"
    shutil.copytree(VALID, claims)
    for name in ("valuations", "fundamentals"):
        path = claims / f"{name}.csv"
        if path.exists():
            path.write_text(path.read_text(encoding="utf-8").splitlines()[0] + "\n", encoding="utf-8")
    return KnowledgeGraph.open(claims).dossier().save(folder / "dossier.html")


@pytest.mark.parametrize(
    ("lang", "words"), [("en", "there is no premium to compare"), ("zh", "没有可与定义权比较的溢价")]
)
def test_claims_without_valuations_are_refused_in_words(visit: Open, unpriced: Path, lang: str, words: str) -> None:
    opened = visit(unpriced, f"#tab=premium&lang={lang}")
    page = opened.page
    page.locator("#premium-scatter").wait_for()
    assert words in page.locator("#premium-scatter").inner_text()
    refused = {"en": "INCONCLUSIVE: no estimate from 0 firms", "zh": "尚无定论：0 家公司"}[lang]
    assert page.locator("#premium-link .verdict").inner_text().startswith(refused)
    assert page.locator("#premium-gap .verdict").count() == 1
    assert page.locator("#premium-pairs .verdict").count() <= 1
    assert opened.complaints == []
