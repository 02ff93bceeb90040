"""Packed tables and JSON inside a script element."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from definer.viz.columns import columns, embed
from definer.viz.palette import LAYERS, PARADIGM_COLORS, REGIONS, region
from definer.viz.romanize import pinyin_keys


@given(st.lists(st.fixed_dictionaries({"a": st.text(), "b": st.sampled_from(["", "x", "y"]), "c": st.integers()})))
def test_columns_lose_nothing(rows: list[dict[str, object]]) -> None:
    packed = json.loads(embed(columns(rows, ["a", "b", "c"])))
    found: list[dict[str, object]] = [{"a": "", "b": "", "c": ""} for _ in range(packed["n"])]
    for name, values in packed["columns"].items():
        keys = packed["keys"].get(name)
        for row, value in zip(found, values, strict=True):
            row[name] = keys[value] if keys else value
    assert found == rows


@given(st.text())
def test_embedded_text_cannot_end_its_element(text: str) -> None:
    written = embed(text + "</script><!--\u2028&")
    assert not set("<>&\u2028\u2029") & set(written)
    assert json.loads(written) == text + "</script><!--\u2028&"


def test_names_get_pinyin_and_initials() -> None:
    assert pinyin_keys(["宁德时代", "CATL"]) == "ningdeshidai ndsd"
    assert pinyin_keys(["重庆长安"]) == "chongqingchangan cqca"
    assert pinyin_keys(["Apple", ""]) == ""


def test_colours_are_distinct_in_each_theme() -> None:
    for shades in (list(REGIONS.values()), list(LAYERS.values()), list(PARADIGM_COLORS)):
        for theme in (0, 1):
            assert len({pair[theme] for pair in shades}) == len(shades)
    assert {region(code) for code in ("US", "CN", "JP", "KR", "TW", "DE", "BR", "")} == set(REGIONS)
