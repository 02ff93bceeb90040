"""The essay's statements and its three comparisons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .answer_text import answer_table
from .blocks import Block, Column, Heading, Paragraph, Table, table
from .report_words import say

if TYPE_CHECKING:
    from ..graph.store import Store
    from ..ontology.language import Language

__all__ = ["statements_blocks"]

_PAIRS = ("essay_openai_moonshot", "essay_tesla_xpeng", "essay_figure_unitree")


def statements_blocks(store: Store, lang: Language) -> list[Block]:
    """Verdicts on the statements, then the comparisons with what they rest on."""
    return [
        Heading(say("essay", lang)),
        Paragraph(say("essay.how", lang)),
        answer_table(store, "statements_by_verdict", lang),
        Paragraph(say("essay.pairs", lang)),
        _pairs(store, lang),
    ]


def _pairs(store: Store, lang: Language) -> Table:
    from ..graph.named_queries import run

    rows = []
    for name in _PAIRS:
        answer = run(store, name, {}, lang)
        for texts in answer.texts(lang):
            cell = dict(zip(answer.columns, texts, strict=True))
            rows.append(
                (
                    f"{cell['peer']} {cell['peerDate']}",
                    f"{_range(cell['peerLow'], cell['peerHigh'])} {cell['currency']}",
                    cell["perUsd"],
                    f"{cell['firm']} {cell['firmDate']}",
                    _range(cell["firmUsdLow"], cell["firmUsdHigh"]),
                    f"{_range(cell['percentLow'], cell['percentHigh'])} %",
                )
            )
    numeric = {"peer_value", "rate", "firm_value", "share"}
    heads = ("peer", "peer_value", "rate", "firm", "firm_value", "share")
    columns = [Column(say(f"pair.{key}", lang), numeric=key in numeric) for key in heads]
    return table(say("pairs", lang), columns, rows, say("ask.again", lang, name=", ".join(_PAIRS)))


def _range(low: str, high: str) -> str:
    return low if low == high else f"{low} – {high}"
