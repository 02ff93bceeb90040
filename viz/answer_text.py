"""The answer of a named query as a table."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from .blocks import Column, Table, table
from .report_words import WORDS, say

if TYPE_CHECKING:
    from ..graph.store import Store
    from ..ontology.language import Language

__all__ = ["answer_table"]

_SENTENCE = 40
"""Characters from which a cell is a sentence and may be broken."""


def answer_table(store: Store, name: str, lang: Language) -> Table:
    """Ask the named query and show all its rows; its title is the question, its note how to ask it again."""
    from ..graph.named_queries import find_query, run

    answer = run(store, name, {}, lang)
    rows = answer.texts(lang)
    columns = [_column(_head(head, lang), [row[place] for row in rows]) for place, head in enumerate(answer.columns)]
    return table(find_query(name).title(lang), columns, rows, say("ask.again", lang, name=name))


def _head(name: str, lang: Language) -> str:
    # Variables of a query are English; those that a report shows have words.
    key = f"column.{name}"
    return say(key, lang) if key in WORDS else name


def _column(head: str, cells: Sequence[str]) -> Column:
    longest = max(map(len, cells), default=0)
    return Column(head, any(cells) and all(_is_number(cell) for cell in cells if cell), longest > _SENTENCE)


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True
