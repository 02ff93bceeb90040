"""Findings as plain values in two languages."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from definer.graph.errors import GraphError
from definer.ontology.language import Language
from definer.viz.blocks import Block, Column, Figure, Heading, Paragraph, table
from definer.viz.dossier.bilingual import bilingual
from definer.viz.dossier.findings import both, plain_blocks, sections


def blocks(lang: Language) -> list[Block]:
    zh = lang == "zh"
    shown = table("表" if zh else "Table", [Column("企业" if zh else "firm"), Column("n", numeric=True)], [("catl", 3)])
    data = {"unit": "对数点" if zh else "log points", "zero": 0.0, "items": [{"label": "x", "low": None, "mid": 1.5}]}
    return [
        Heading("标题" if zh else "Title"),
        Paragraph("a\u202eb\n<script>", "note"),
        shown,
        Figure("图" if zh else "Figure", "intervals", data, shown),
    ]


def in_language(value: Any, lang: Language) -> Any:
    """What the page takes out again; viz/web/src/page/bilingual.ts does the same."""
    if isinstance(value, Mapping):
        if value.keys() == {"en", "zh"}:
            return in_language(value[lang], lang)
        return {key: in_language(item, lang) for key, item in value.items()}
    return [in_language(item, lang) for item in value] if isinstance(value, list) else value


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_each_language_comes_out_as_it_went_in(lang: Language) -> None:
    assert in_language(both(blocks), lang) == plain_blocks(blocks(lang))


def test_numbers_stand_once() -> None:
    figure = both(blocks)[3]
    assert figure["data"]["items"] == [{"label": "x", "low": None, "mid": 1.5}]
    assert figure["data"]["unit"] == {"en": "log points", "zh": "对数点"}


def test_what_a_screen_would_obey_is_shown_as_its_code() -> None:
    assert both(blocks)[1]["text"] == "a\\u202eb <script>"


def test_other_lengths_stand_side_by_side() -> None:
    assert bilingual([1, 2], [1]) == {"en": [1, 2], "zh": [1]}
    assert bilingual({"a": 1}, {"b": 1}) == {"en": {"a": 1}, "zh": {"b": 1}}
    assert bilingual([1], [True]) == [{"en": 1, "zh": True}]


def test_a_topic_that_the_claims_do_not_carry_says_why() -> None:
    def refuse(lang: Language) -> list[Block]:
        raise GraphError("too few firms", "公司太少")

    found = sections({"gap": refuse, "link": blocks})
    assert found["gap"] == [{"is": "paragraph", "text": {"en": "too few firms", "zh": "公司太少"}, "role": "verdict"}]
    assert len(found["link"]) == 4
