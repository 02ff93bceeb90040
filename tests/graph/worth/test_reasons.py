"""Reasons: every code used has words in both languages."""

from __future__ import annotations

import re
from pathlib import Path

from definer.graph.worth.reasons import REASONS, Refusal, count_reasons, reason_words

PACKAGE = Path(__file__).resolve().parents[3] / "graph"


def test_every_code_in_the_package_has_words_and_every_word_is_used() -> None:
    modules = [path.read_text(encoding="utf-8") for path in sorted(PACKAGE.rglob("*.py")) if path.stem != "reasons"]
    used = {code for code in REASONS if any(f'"{code}"' in text for text in modules)}
    assert used == set(REASONS)
    refused = {code for text in modules for code in re.findall(r'Refusal\("(\w+)"', text)}
    assert refused <= set(REASONS)


def test_words_in_both_languages() -> None:
    for code, (english, chinese) in REASONS.items():
        assert reason_words(code, "en") == english
        assert any("\u4e00" <= letter <= "\u9fff" for letter in chinese), code


def test_a_detail_stands_behind_the_words() -> None:
    assert Refusal("no_revenue").text("en") == "no revenue found"
    assert Refusal("stale_mark", "2023-01").text("zh") == "最近的估值已超过 12 个月（2023-01）"


def test_counting_keeps_the_order_and_leaves_out_zero() -> None:
    assert list(count_reasons(["no_tie", "no_mark", "no_tie"]).items()) == [("no_mark", 1), ("no_tie", 2)]
