"""The audit, the hypotheses and the option view in words: complete in both languages, and within eighty columns."""

from __future__ import annotations

import io
from collections.abc import Sequence

import pytest
from rich.cells import cell_len
from rich.console import Console

from definer.commands.blocks_text import print_blocks
from definer.graph.audit import hypotheses
from definer.knowledge import KnowledgeGraph
from definer.ontology.language import Language
from definer.viz import audit_words, hypotheses_words, option_words
from definer.viz.audit_text import audit_blocks
from definer.viz.blocks import Block, Paragraph, Table
from definer.viz.hypotheses_text import hypotheses_blocks
from definer.viz.option_text import option_blocks

LANGUAGES: tuple[Language, ...] = ("en", "zh")


def shown(blocks: Sequence[Block]) -> str:
    out = Console(file=io.StringIO(), width=80, markup=False, highlight=False, emoji=False)
    print_blocks(out, blocks)
    text: str = out.file.getvalue()  # type: ignore[attr-defined]
    assert max(cell_len(line) for line in text.splitlines()) <= 80
    assert "nan" not in text.split()
    assert "None" not in text
    return text


@pytest.mark.parametrize("words", [audit_words.WORDS, hypotheses_words.WORDS, option_words.WORDS])
def test_words_are_in_both_languages_with_the_same_fields(words: dict[str, tuple[str, str]]) -> None:
    from string import Formatter

    for key, (en, zh) in words.items():
        fields = [{name for _, name, _, _ in Formatter().parse(text) if name} for text in (en, zh)]
        assert fields[0] - {"n", "m"} == fields[1] - {"n", "m"}, key
        assert bool(en) == bool(zh), key


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_audit(kg: KnowledgeGraph, lang: Language) -> None:
    document = kg.audit().to_dict()
    text = shown(audit_blocks(document, lang))
    assert "sf131" in text
    assert "277.2" in text
    assert "53.66%" in text
    blocks = audit_blocks(document, lang, everything=True)
    assert isinstance(blocks[1], Paragraph)
    assert blocks[1].role == "verdict"
    tables = [block for block in blocks if isinstance(block, Table)]
    assert sum(len(block.rows) for block in (tables[0], tables[-1])) == 135
    shown(blocks)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_an_audit_without_formulae(lang: Language) -> None:
    document = {
        "as_of": "2025",
        "origin": "own.csv",
        "n": 0,
        "n_statements": 1,
        "computed": {},
        "left_out": {"unrecorded": 1},
        "statements": [{"id": "a", "quote": "[bold]q[/bold]", "computed": None, "verdict": None}],
    }
    assert "[bold]q[/bold]" in shown(audit_blocks(document, lang, everything=True))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_option_view(kg: KnowledgeGraph, lang: Language) -> None:
    text = shown(option_blocks(kg.option(allocation={"google": 0.1}).to_dict(), lang))
    assert {"en": "Dutchbook", "zh": "荷兰赌"}[lang] in "".join(text.split())
    assert "2.24" in text


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_hypotheses(kg: KnowledgeGraph, lang: Language) -> None:
    text = shown(hypotheses_blocks(kg.hypotheses().to_dict(), lang))
    assert {"en": "Nonumberisputonhistory", "zh": "不给“历史”这一原因赋予任何数值"}[lang] in "".join(text.split())
    link = {"verdict": "INCONCLUSIVE", "estimate": 0.11, "interval_95": [-0.06, 0.28], "p": 0.2, "n": 141}
    leads = {"n": 5, "observed": 3, "paradigms": [{"firms": [{"sights": [{"order": "price_later"}]}]}]}
    other = {"placebo": {"refused": {"code": "x", "en": "too few", "zh": "太少"}}}
    text = shown(hypotheses_blocks(hypotheses(link=link, prediction={"leads": leads}, gap=other).to_dict(), lang))
    assert "0.11" in text
    assert {"en": "toofew", "zh": "太少"}[lang] in "".join(text.split())
