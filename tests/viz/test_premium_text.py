"""The derivation of a premium in words: both languages, nothing lost, nothing taken for markup."""

from __future__ import annotations

import copy
import re
from pathlib import Path
from typing import Any

import pytest

from definer.graph.worth import residual_income
from definer.knowledge import KnowledgeGraph
from definer.ontology.language import Language
from definer.viz.blocks import Heading, Paragraph, Table
from definer.viz.premium_text import premium_blocks
from definer.viz.premium_words import WORDS

LANGUAGES: tuple[Language, ...] = ("en", "zh")
FIRMS = ("nvidia", "openai", "moonshot", "figure", "unitree")


@pytest.fixture(scope="module")
def documents(kg: KnowledgeGraph) -> dict[str, Any]:
    return {firm: kg.premium_derivation(firm).to_dict() for firm in FIRMS}


def text(document: dict[str, Any], lang: Language) -> str:
    parts: list[str] = []
    for block in premium_blocks(document, lang):
        if isinstance(block, Heading | Paragraph):
            parts.append(block.text)
        elif isinstance(block, Table):
            parts += [block.title, *(column.name for column in block.columns), *block.notes]
            parts += [cell for row in block.rows for cell in row]
    return "\n".join(parts)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("firm", FIRMS)
def test_every_claim_and_document_of_the_choice_is_named(documents: dict[str, Any], firm: str, lang: Language) -> None:
    document = documents[firm]
    said = text(document, lang)
    for part in ("mark", "revenue", "multiple"):
        if document[part]:
            assert document[part]["claim"] in said
    used = {source for sources in document["claims"].values() for source in sources}
    assert used
    assert all(document["sources"][source]["title"] in said for source in used)
    if lang == "zh":
        # No sentence left in English: only ids, titles and names may be.
        assert not re.search(r"(?<![-\w])(the|without|premium|median|revenue)\b", said.split("所选主张的来源")[0])


def test_the_verdict_comes_first_with_its_n(documents: dict[str, Any]) -> None:
    head, verdict, *_ = premium_blocks(documents["nvidia"], "en")
    assert isinstance(head, Heading)
    assert isinstance(verdict, Paragraph)
    assert (verdict.role, "n = 24" in verdict.text, "Semiconductors" in verdict.text) == ("verdict", True, True)
    figure = premium_blocks(documents["figure"], "zh")[1]
    assert isinstance(figure, Paragraph)
    assert figure.text.startswith("没有相对基准 B1 的溢价：尚无收入")


def test_each_way_of_having_no_number_has_words(documents: dict[str, Any]) -> None:
    document = copy.deepcopy(documents["openai"])
    document.update(mark=None, revenue=None, value_usd_bn=None, log_premium=None, multiple=None)
    document.update(reasons=["no_mark", "no_revenue", "no_multiple"], reason="no_mark")
    document["reason_text"] = {"en": "no mark within 12 months (x)", "zh": "无"}
    said = text(document, "en")
    assert "None: no mark within 12 months (x)." in said
    assert "None: no revenue found." in said
    assert "no multiple of its sector within 2 years" in said


def test_residual_income_in_words(documents: dict[str, Any]) -> None:
    document = copy.deepcopy(documents["openai"])
    value = residual_income(100.0, [0.2, 0.15], 0.1, 0.5, 0.62)
    document["baselines"]["B3"] = {
        "implied_usd_bn": value, "implied_range_usd_bn": [value, value], "log_premium": 1.0,
        "log_premium_range": [1.0, 1.0], "haircuts": None,
        "inputs": {
            "book_bn": 100.0, "currency": "CNY", "forecast_roe": [0.2, 0.15], "cost_of_equity": 0.1,
            "payout_ratio": 0.5, "payout_assumed": False, "persistence": 0.62, "persistence_assumed": True,
            "claims": ["b", "r1"],
            "fx": {"currency": "CNY", "units_per_usd": 7.1, "months": ["2025-11"], "used": ["2025-10"],
                   "claims": ["cny-2025-10"]},
        },
    }  # fmt: skip
    english, chinese = text(document, "en"), text(document, "zh")
    assert "20.0%, 15.0%" in english
    assert "0.62 (assumed)" in english
    assert "CNY 100bn" in english
    assert "1,000亿元人民币" in chinese
    assert "the month asked for, 2025-11, has no rate" in english


def test_all_words_are_used_and_in_both_languages() -> None:
    folder = Path(__file__).resolve().parents[2] / "viz"
    code = "".join((folder / name).read_text(encoding="utf-8") for name in (
        "premium_text.py", "baseline_text.py", "premium_amounts.py",
    ))  # fmt: skip
    patterns = [re.escape(part).replace(r"\{\}", ".+") for part in re.findall(r'say\(\s*f?"([^"]+)"', code)]
    patterns = [re.sub(r"\\\{.*?\\\}", ".+", part) for part in patterns] + ["B[1-4]", "B1\\..+", "side.+", "why.+"]
    for key, (english, chinese) in WORDS.items():
        assert any(re.fullmatch(pattern, key) for pattern in patterns), key
        assert english
        assert chinese
        assert set(re.findall(r"{(\w+)}", english)) == set(re.findall(r"{(\w+)}", chinese)), key
