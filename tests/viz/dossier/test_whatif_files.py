"""Files and links of the what-if tab: they open again, and hostile ones change nothing and say why."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import expect

from definer.graph.scenario import read_scenario
from tests.viz.conftest import Visit

from .whatif_page import APART, download, shown

pytestmark = pytest.mark.browser
Open = Callable[..., Visit]


@pytest.mark.parametrize(
    ("link", "said"),
    [
        ("ai**remove_tie*tie*<img src=x onerror=alert(1)>", "no tie <img src=x onerror=alert(1)> counts in ai"),
        ("ai**explode*tie*x", "no operation is called explode"),
        ("nowhere**remove_tie*tie*x", "no paradigm is called nowhere"),
        ("ai**reweight_tie*dependent*openai*share*7", "7 is outside 0 to 1"),
        ("__proto__**remove_tie*tie*x", "no paradigm is called __proto__"),
    ],
)
def test_a_hostile_link_changes_nothing_and_says_why(visit: Open, dossier_file: Path, link: str, said: str) -> None:
    opened = visit(dossier_file, f"#tab=whatif&p=ai&w={quote(link, safe='')}")
    expect(opened.page.locator(".whatif-changes .fault")).to_contain_text(said)
    assert opened.page.locator("img").count() == 0
    opened.page.click("#whatif-reset")
    expect(opened.page.locator(".whatif-ranks h3")).to_have_text("Base: the ranking as the claims have it")
    assert opened.complaints == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("title: {en: a, zh: b}\nparadigm: ai\noperations:\n- {op: remove_tie, tie: nope}\n", "nope"),
        ("title: !!python/object/apply:os.system [ls]\n", "line 1"),
        ("a: &a [x, x]\nb: [*a, *a]\n", "anchors and aliases"),
        ("title: {en: a, zh: b}\nparadigm: ai\nas_of: 1999\noperations:\n- {op: remove_firm, firm: openai}\n", "1999"),
        ("title: {en: a, zh: b}\nparadigm: ai\nconstructor: x\noperations: []\n", "line 3"),
        ("\0\0\0", "supposed.yaml is not taken"),
    ],
)
def test_a_hostile_file_changes_nothing_and_says_where(visit: Open, dossier_file: Path, text: str, said: str) -> None:
    opened = visit(dossier_file, f"#tab=whatif&p=ai&w={APART}")
    page, before = opened.page, opened.page.url
    file = {"name": "supposed.yaml", "mimeType": "application/yaml", "buffer": text.encode()}
    page.set_input_files("#whatif-file", files=[file])  # type: ignore[list-item]
    expect(page.locator(".whatif-said .fault")).to_contain_text(said)
    assert page.url == before
    expect(page.locator(".whatif-changes ol > li")).to_have_count(1)
    assert opened.complaints == []


def test_a_saved_file_opens_again_with_its_own_title(visit: Open, dossier_file: Path, tmp_path: Path) -> None:
    page = visit(dossier_file, f"#tab=whatif&p=ai&w={APART}").page
    page.fill("#whatif-title", 'Hostile: "title" # <b>')
    page.press("#whatif-title", "Enter")
    file = download(page, tmp_path)
    assert read_scenario(file).document.title.en == 'Hostile: "title" # <b>'
    again = visit(dossier_file, "#tab=whatif&p=pc").page
    again.set_input_files("#whatif-file", str(file))
    expect(again.locator(".source summary")).to_have_text('Hostile: "title" # <b>')
    assert shown(again) == shown(page)
