"""The findings of scenarios in words: the verdict first, both languages whole, what 80 columns hold."""

from __future__ import annotations

import copy
import io
import json
import re
from typing import Any, Literal

import pytest

from definer.commands.blocks_text import print_blocks
from definer.knowledge import KnowledgeGraph
from definer.viz.blocks import Figure, Paragraph, Table
from definer.viz.scenario_text import scenario_blocks
from definer.viz.scenario_words import WORDS

LANGS: tuple[Literal["en", "zh"], ...] = ("en", "zh")
HAN = re.compile("[\u4e00-\u9fff]")


@pytest.fixture(scope="module")
def hosted(kg: KnowledgeGraph) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(kg.scenario("startups_80_hosted", draws=40).to_json())
    return document


@pytest.fixture(scope="module")
def whole(kg: KnowledgeGraph) -> dict[str, Any]:
    return kg.scenario("half_definition_whole", draws=0).to_dict()


def text(document: dict[str, Any], lang: Literal["en", "zh"]) -> str:
    from rich.console import Console

    out = io.StringIO()
    console = Console(file=out, width=80, markup=False, highlight=False, emoji=False)
    print_blocks(console, scenario_blocks(document, lang))
    return out.getvalue()


def test_both_languages_have_the_same_places() -> None:
    for key, (english, chinese) in WORDS.items():
        assert sorted(re.findall(r"{\w+}", english)) == sorted(re.findall(r"{\w+}", chinese)), key
        assert not HAN.search(english), key


@pytest.mark.parametrize("lang", LANGS)
def test_the_verdict_comes_first_and_none_is_said(hosted: dict[str, Any], lang: Literal["en", "zh"]) -> None:
    blocks = scenario_blocks(hosted, lang)
    verdicts = [block.text for block in blocks if isinstance(block, Paragraph) and block.role == "verdict"]
    assert blocks[1] == Paragraph(verdicts[0], "verdict")
    assert ("includes none" if lang == "en" else "毫无变化") in verdicts[-1]
    said = text(hosted, lang)
    assert hosted["scenario"]["sha256"] in said.replace("\n", "")
    assert ("never data" if lang == "en" else "绝不作为数据") in said.replace("\n", "")
    assert "nan" not in said.lower().replace("finance", "")


@pytest.mark.parametrize("lang", LANGS)
def test_eighty_columns(hosted: dict[str, Any], whole: dict[str, Any], lang: Literal["en", "zh"]) -> None:
    from rich.cells import cell_len

    for document in (hosted, whole):
        for line in text(document, lang).splitlines():
            assert cell_len(line) <= 80
    numbers = [line for line in text(hosted, lang).splitlines() if "Anthropic" in line and "→" in line]
    assert len(numbers) == 1
    assert "14→15" in numbers[0]


def test_figures_are_finite_and_ordered(hosted: dict[str, Any]) -> None:
    (figure,) = [block for block in scenario_blocks(hosted, "en") if isinstance(block, Figure)]
    assert figure.kind == "intervals"
    for item in figure.data["items"]:
        assert item["low"] <= item["mid"] <= item["high"]


def test_reach_and_lockin_stand_apart(hosted: dict[str, Any]) -> None:
    tables = [block for block in scenario_blocks(hosted, "en") if isinstance(block, Table)]
    (facets,) = [block for block in tables if block.title.startswith("Reach and lock-in apart")]
    assert {row[1] for row in facets.rows} == {"reach", "lock-in"}


@pytest.mark.parametrize("lang", LANGS)
def test_definitions_are_counted_and_power_is_not_touched(whole: dict[str, Any], lang: Literal["en", "zh"]) -> None:
    verdict = scenario_blocks(whole, lang)[1]
    assert isinstance(verdict, Paragraph)
    assert ("CN 0.5 to 1 " if lang == "en" else "CN 由 0.5 变为 1") in verdict.text
    assert ("power does not" if lang == "en" else "定义权不变") in verdict.text


@pytest.mark.parametrize("lang", LANGS)
def test_a_refusal_is_said(kg: KnowledgeGraph, lang: Literal["en", "zh"]) -> None:
    plain = {
        "title": {"en": "t", "zh": "题"},
        "paradigm": "pc",
        "as_of": "1985",
        "operations": [{"op": "remove_firm", "firm": "ibm"}, {"op": "remove_firm", "firm": "ibm"}],
    }
    said = text(kg.scenario(plain, draws=0).to_dict(), lang)
    assert ("too few firms" if lang == "en" else "企业太少") in said
    assert ("! without effect" if lang == "en" else "! 没有作用") in said
    assert ("no intervals" if lang == "en" else "没有区间") in said


def test_hostile_names_only_show(hosted: dict[str, Any]) -> None:
    document = copy.deepcopy(hosted)
    document["title"]["en"] = "[red]x\x1b[31m"
    for row in document["names"].values():
        row["en"] = "[bold]\x1b[2J\u202e"
    said = text(document, "en")
    assert "\x1b" not in said
    assert "[red]x" in said
