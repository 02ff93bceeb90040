"""What the dossier says of itself, and its glossary."""

from __future__ import annotations

import base64
import gzip
import hashlib
import re
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from definer import __version__
from definer.knowledge import KnowledgeGraph
from definer.viz.dossier.about import AUTHORS, DATA_LICENCE, PROGRAM_LICENCE, TITLE
from definer.viz.dossier.glossary import glossary
from tests.viz.conftest import Visit

pytestmark = pytest.mark.browser
Open = Callable[..., Visit]


def test_citation_is_that_of_the_repository(root: Path) -> None:
    cited = yaml.safe_load((root / "CITATION.cff").read_text(encoding="utf-8"))
    assert cited["title"] == TITLE
    assert [author["name"] for author in cited["authors"]] == [AUTHORS]
    assert cited["license"] == PROGRAM_LICENCE
    package = (root / "data" / "claims" / "datapackage.json").read_text(encoding="utf-8")
    assert f'"name": "{DATA_LICENCE}"' in package


def test_every_term_has_a_name_and_a_definition_in_both_languages() -> None:
    found = glossary()
    assert len(found) > 300
    for key, entry in found.items():
        for role in ("name", "definition"):
            english, chinese = entry[role]
            assert english, key
            assert chinese, key
    for key in ("definition_power", "reach", "lock_in", "p_first", "plausibility_interval", "tie", "slot", "modality"):
        assert key in found
    assert found["tie"]["name"] == ["tie", "依赖关系"]  # the class, not the property of the same name


def test_version_and_counts(visit: Open, dossier_file: Path, kg: KnowledgeGraph) -> None:
    opened = visit(dossier_file, "#tab=about")
    text = opened.page.locator("#about-data").text_content() or ""
    assert kg.store.version in text
    assert __version__ in text
    assert kg.as_of in text
    counted = {str(row[0]).rpartition("#")[2]: row[3] for row in kg.query("kinds_of_claims").rows}
    ties = opened.page.locator("#about-data tbody tr").first.locator("td").first.text_content() or ""
    assert int(ties.replace(",", "")) == int(counted["Tie"] or 0)
    assert opened.complaints == []


def test_citation_and_command(visit: Open, dossier_file: Path, kg: KnowledgeGraph) -> None:
    page = visit(dossier_file, "#tab=about").page
    line, bibtex = page.locator("#about-cite pre").all_text_contents()
    for text in (line, bibtex):
        assert kg.store.version in text
        assert __version__ in text
    assert bibtex.startswith("@software{definer,")
    command = page.locator("#about-rebuild pre").first.text_content() or ""
    assert command.startswith(f"definer dossier --as-of {kg.as_of} --lang en")


def test_digests_are_those_of_the_blocks(visit: Open, dossier_file: Path) -> None:
    page = visit(dossier_file, "#tab=about").page
    page.click("#about-rebuild > button")
    page.locator("#about-rebuild table").wait_for()
    shown = dict(
        zip(
            page.locator("#about-rebuild tbody th").all_text_contents(),
            page.locator("#about-rebuild .sha").all_text_contents(),
            strict=True,
        )
    )
    packed = re.findall(r'id="block-([\w-]+)">([^<]*)<', dossier_file.read_text(encoding="utf-8"))
    assert shown == {name: hashlib.sha256(gzip.decompress(base64.b64decode(text))).hexdigest() for name, text in packed}


def test_licences_of_what_is_bundled_are_whole(visit: Open, dossier_file: Path) -> None:
    page = visit(dossier_file, "#tab=about").page
    text = page.locator("#about-licences .licence").text_content() or ""
    for name in ("echarts", "zrender", "vis-network"):
        assert name in text
    assert "Apache License" in text
    assert "Almende" in text


def test_policy_is_the_one_of_the_page(visit: Open, dossier_file: Path) -> None:
    page = visit(dossier_file, "#tab=about").page
    shown = page.locator("#about-security .policy").text_content() or ""
    assert "connect-src 'none'" in shown
    assert "unsafe-inline" not in shown
    assert "'unsafe-eval'" not in shown


def test_glossary_can_be_searched(visit: Open, dossier_file: Path) -> None:
    page = visit(dossier_file, "#tab=about&lang=zh&about=glossary").page
    assert page.locator(".terms > div").count() == len(glossary())
    page.fill(".term-search", "锁定")
    assert page.locator('.terms > [data-key="lock_in"]').count() == 1
    assert page.locator(".terms > div").count() < 20


def test_definitions_show_on_hover_focus_and_touch_and_go_with_escape(visit: Open, dossier_file: Path) -> None:
    page = visit(dossier_file, "#tab=evidence").page
    term = page.locator('.term[data-term="modality"]').first
    card = page.locator("#definition")
    meaning = glossary()["modality"]["definition"]
    term.hover()
    card.wait_for()
    assert meaning[0] in (card.text_content() or "")
    assert term.get_attribute("aria-describedby") == "definition"
    card.hover()  # what is shown may be pointed at
    assert card.is_visible()
    page.keyboard.press("Escape")
    assert card.is_hidden()
    page.mouse.move(0, 0)
    term.focus()
    card.wait_for()
    page.keyboard.press("Escape")
    assert card.is_hidden()
    term.click()
    assert card.is_visible()
    page.click("#language")
    page.locator("html[lang='zh-Hans']").wait_for(state="attached")
    page.locator('.term[data-term="modality"]').first.click()
    assert meaning[1] in (card.text_content() or "")
