"""Findings on power and price in words: verdict first, nothing lost between the document and the blocks."""

from __future__ import annotations

import math
from collections.abc import Mapping
from copy import deepcopy
from typing import Any

import pytest

from definer.knowledge import KnowledgeGraph
from definer.ontology.language import Language
from definer.viz.blocks import Block, Figure, Heading, Paragraph, Table
from definer.viz.prediction_numbers import p_text, percent, signed, span
from definer.viz.prediction_text import prediction_blocks
from definer.viz.prediction_words import WORDS


@pytest.fixture(scope="module")
def document(kg: KnowledgeGraph) -> dict[str, Any]:
    return kg.prediction(permutations=99, draws=20).to_dict()


def tables(blocks: list[Block]) -> list[Table]:
    return [
        block.table if isinstance(block, Figure) else block for block in blocks if isinstance(block, Table | Figure)
    ]


def verdicts(document: Mapping[str, Any], lang: Language = "en") -> list[str]:
    return [
        block.text
        for block in prediction_blocks(document, lang)
        if isinstance(block, Paragraph) and block.role == "verdict"
    ]


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_every_part_has_its_verdict_before_its_numbers(document: dict[str, Any], lang: Language) -> None:
    blocks = prediction_blocks(document, lang)
    assert isinstance(blocks[0], Heading)
    for at, block in enumerate(blocks[:-1]):
        if isinstance(block, Heading) and block.level == 3 and block.text != WORDS["panel"][lang == "zh"]:
            following = blocks[at + 1]
            assert isinstance(following, Paragraph)
            assert following.role == "verdict"
    for block in tables(blocks):
        assert block.title
        assert all(len(row) == len(block.columns) for row in block.rows)
        assert not any("nan" in cell.lower() or "None" in cell for row in block.rows for cell in row)


def test_both_directions_are_in_one_chart(document: dict[str, Any]) -> None:
    (figure,) = [block for block in prediction_blocks(document, "en") if isinstance(block, Figure)]
    assert figure.kind == "intervals"
    assert {item["group"] for item in figure.data["items"]} == {"power, then price", "price, then power"}
    assert len(figure.data["items"]) == len(figure.table.rows) == 10
    for item in figure.data["items"]:
        assert item["low"] <= item["mid"] <= item["high"]
        assert math.isfinite(item["mid"])


@pytest.mark.parametrize("verdict", ["neither", "both", "power_leads_price", "price_leads_power"])
def test_the_verdict_is_the_documents(document: dict[str, Any], verdict: str) -> None:
    changed = deepcopy(document)
    changed["projections"]["verdict"] = verdict
    said = verdicts(changed)[0].lower()
    assert said.startswith(verdict.replace("_", " "))


def test_a_negative_slope_is_not_called_a_lead(document: dict[str, Any]) -> None:
    changed = deepcopy(document)
    changed["projections"]["verdict"] = "neither"
    changed["projections"]["power_leads_price"] |= {"joint_p": 0.01, "sign": -1}
    assert "premiums fell" in verdicts(changed)[0]
    assert "下降" in verdicts(changed, "zh")[0]


@pytest.mark.parametrize("verdict", ["adds", "adds_nothing", "misleads"])
def test_hold_out(document: dict[str, Any], verdict: str) -> None:
    changed = deepcopy(document)
    changed["hold_out"]["verdict"] = verdict
    assert {"adds": "adds to", "adds_nothing": "adds nothing", "misleads": "worse"}[verdict] in verdicts(changed)[2]


def test_counts_of_what_is_left_out_are_all_there(document: dict[str, Any]) -> None:
    (left,) = [one for one in tables(prediction_blocks(document, "en")) if one.title.startswith("Listed firm-years")]
    assert sum(int(row[1].replace(",", "")) for row in left.rows) == sum(
        reason["n"] for reason in document["left_out"].values()
    )


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_an_empty_panel_is_said_plainly(lang: Language) -> None:
    import definer

    kg = definer.open(str(__file__).rpartition("viz")[0] + "valid")
    blocks = prediction_blocks(kg.prediction(permutations=99, draws=20).to_dict(), lang)
    assert isinstance(blocks[1], Paragraph)
    assert blocks[1].role == "verdict"


def test_numbers() -> None:
    assert (p_text(None), p_text(0.0004), p_text(0.05)) == ("-", "<.001", "0.050")
    assert (signed(None), signed(-0.004)) == ("-", "-0.00")
    assert (span(None, 1.0), span(-1.0, 0.5)) == ("-", "-1.00, +0.50")
    assert (percent(0.0123), percent(0.0123, sign=True)) == ("1.2%", "+1.2%")


def test_words_have_the_same_fields_in_both_languages() -> None:
    from string import Formatter

    for key, (en, zh) in WORDS.items():
        fields = [{name for _, name, _, _ in Formatter().parse(text) if name} for text in (en, zh)]
        assert fields[0] == fields[1], key
