"""How many definitions a country holds, under three rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .answer_text import answer_table
from .blocks import Block, Heading, Paragraph
from .report_words import say

if TYPE_CHECKING:
    from ..graph.store import Store
    from ..ontology.language import Language

__all__ = ["definitions_blocks"]

_RULES = ("definitions_essay", "definitions_essay_rule_researched", "definitions_symmetric")


def definitions_blocks(store: Store, lang: Language) -> list[Block]:
    """The count under the essay's rule and holdings, its rule on the researched ones, and an even-handed rule."""
    return [
        Heading(say("definitions", lang)),
        Paragraph(say("definitions.how", lang)),
        *(answer_table(store, name, lang) for name in _RULES),
    ]
