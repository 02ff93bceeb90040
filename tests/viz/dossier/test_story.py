"""The first page: question, answers with intervals and badges, leaders beside a network."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from definer.knowledge import KnowledgeGraph
from tests.viz.conftest import Visit

pytestmark = pytest.mark.browser
Open = Callable[..., Visit]


def test_opens_on_the_question_and_three_answers(visit: Open, dossier_file: Path) -> None:
    opened = visit(dossier_file)
    page = opened.page
    page.locator(".answer").first.wait_for()
    assert "US firms defined three paradigms" in page.locator(".thesis h2").inner_text()
    assert page.locator(".essay-quote[lang='zh-Hans']").inner_text().startswith("“美国企业定义了世界3次”")
    assert page.locator(".answer").count() == 3
    for answer in page.locator(".answer").all():
        assert answer.locator(".status-badge").first.inner_text().strip()
    assert page.locator(".estimate").count() == 5
    assert page.locator(".estimate svg line.span").count() == 15
    assert page.locator(".story-network .net").is_visible()
    assert opened.requests == [dossier_file.as_uri()]
    assert opened.complaints == []


def test_leaders_are_those_of_power(visit: Open, dossier_file: Path, kg: KnowledgeGraph) -> None:
    page = visit(dossier_file, "#p=search").page
    rows = page.locator(".leaders tbody tr")
    rows.first.wait_for()
    expected = kg.power("search", draws=0).firms[:5]
    assert [row.get_attribute("data-firm") for row in rows.all()] == [firm.id for firm in expected]
    assert rows.first.locator(".strong").inner_text() == f"{expected[0].power:.3f}"
    page.locator(".leaders .chooser button[data-paradigm='ai']").click()
    page.locator(".leaders tr[data-firm='nvidia']").wait_for()
    assert "p=ai" in page.url


def test_answers_lead_to_their_tabs_and_speak_chinese(visit: Open, dossier_file: Path) -> None:
    opened = visit(dossier_file)
    page = opened.page
    page.click("#language")
    page.get_by_role("heading", name="谁定义了各个范式？").wait_for()
    assert "中国公司定义了半个" in page.locator(".thesis h2").inner_text()
    assert re.search(r"美国 3 : 中国 0\.5", page.locator(".rules dd").first.inner_text())
    page.locator("table.verdicts a").first.click()
    page.locator("#panel-ranking .ranking-tab").wait_for()
    assert page.locator("#explained-title").inner_text() == "微软"
    assert "firm=microsoft" in page.url
    assert opened.complaints == []


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_verdicts_wrap_and_are_never_cut(visit: Open, dossier_file: Path, lang: str) -> None:
    page = visit(dossier_file, f"#lang={lang}").page
    # The longest that a paradigm may say.
    page.locator("table.verdicts .number").first.evaluate("cell => cell.append(' (too close to 80 % to tell)')")
    for width in (360, 480, 700, 1081, 1180, 1280, 1440, 3840):
        page.set_viewport_size({"width": width, "height": 900})
        cut = page.evaluate(
            "[...document.querySelectorAll('.answer, .answer .wide, table.verdicts *')]"
            ".filter(one => one.checkVisibility() && !one.closest('thead') && one.clientWidth)"
            ".filter(one => one.scrollWidth > one.clientWidth + 1)"
            ".map(one => `${one.className} ${one.scrollWidth} > ${one.clientWidth}`)"
        )
        assert cut == [], width
