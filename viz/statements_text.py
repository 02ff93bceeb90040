"""The essay's statements and its three comparisons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .answer_text import answer_table
from .blocks import Block, Heading, Paragraph
from .report_words import say

if TYPE_CHECKING:
    from ..graph.store import Store
    from ..ontology.language import Language

__all__ = ["statements_blocks"]

_PAIRS = ("essay_openai_moonshot", "essay_tesla_xpeng", "essay_figure_unitree")


def statements_blocks(store: Store, lang: Language) -> list[Block]:
    """Verdicts on the statements, then each comparison with what its amounts rest on."""
    return [
        Heading(say("essay", lang)),
        Paragraph(say("essay.how", lang)),
        answer_table(store, "statements_by_verdict", lang),
        Paragraph(say("essay.pairs", lang)),
        *(answer_table(store, name, lang) for name in _PAIRS),
    ]
