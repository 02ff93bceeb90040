"""The gap in words: verdict first, residuals never called definition, figures that can be drawn."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Any

import pytest

from definer.knowledge import KnowledgeGraph
from definer.ontology.language import Language
from definer.viz.blocks import Block, Figure, Heading, Paragraph, Table
from definer.viz.gap_text import gap_blocks
from definer.viz.gap_words import WORDS


@pytest.fixture(scope="module")
def document(kg: KnowledgeGraph) -> dict[str, Any]:
    return kg.gap("US", "CN", draws=49).to_dict()


def texts(blocks: list[Block]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Heading | Paragraph):
            yield block.text
            continue
        table = block.table if isinstance(block, Figure) else block
        yield from (table.title, *table.notes, *(column.name for column in table.columns))
        for row in table.rows:
            yield from row


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_verdict_first_and_accounting_said_once(document: dict[str, Any], lang: Language) -> None:
    blocks = gap_blocks(document, lang)
    assert isinstance(blocks[0], Heading)
    assert isinstance(blocks[1], Paragraph)
    assert blocks[1].role == "verdict"
    once = WORDS["accounting"][lang == "zh"]
    assert sum(text.count(once) for text in texts(blocks)) == 1
    assert once in blocks[1].text


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_figures_can_be_drawn(document: dict[str, Any], lang: Language) -> None:
    figures = [block for block in gap_blocks(document, lang) if isinstance(block, Figure)]
    kinds = [figure.kind for figure in figures]
    assert kinds.count("waterfall") == 3
    assert kinds.count("intervals") == 3
    for figure in figures:
        items = figure.data["steps"] if figure.kind == "waterfall" else figure.data["items"]
        assert len(items) == len(figure.table.rows)
        numbers = [value for item in items for value in item.values() if isinstance(value, float)]
        assert numbers
        assert all(math.isfinite(value) for value in numbers)
        if figure.kind == "waterfall":
            *steps, total = items
            assert total["total"]
            assert sum(step["value"] for step in steps) == pytest.approx(total["value"])
            assert steps[-1]["label"] == {"en": "unexplained", "zh": "未解释部分"}[lang]


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_every_part_is_said_and_every_table_is_whole(document: dict[str, Any], lang: Language) -> None:
    blocks = gap_blocks(document, lang)
    said = "\n".join(texts(blocks))
    assert said.count("{") == 0
    assert "0.25" in said
    assert "US 3, CN 5" in said
    for block in blocks:
        table = block.table if isinstance(block, Figure) else block
        if isinstance(table, Table):
            assert all(len(row) == len(table.columns) for row in table.rows)


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_refused_parts_give_their_reason(kg: KnowledgeGraph, lang: Language) -> None:
    document = kg.gap("US", "JP", draws=19).to_dict()
    said = "\n".join(texts(gap_blocks(document, lang)))
    assert document["placebo"]["refused"][lang] in said
    assert document["pairs"]["refused"][lang] in said


def test_every_word_is_in_both_languages() -> None:
    for key, (en, zh) in WORDS.items():
        assert en.strip(), key
        assert zh.strip(), key
        assert sorted(part.split("}")[0] for part in en.split("{")[1:]) == sorted(
            part.split("}")[0] for part in zh.split("{")[1:]
        ), key
