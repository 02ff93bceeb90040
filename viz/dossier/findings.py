"""Blocks of findings as plain values in both languages, for ``viz/web/src/findings/render.ts`` to show."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from ...ontology.language import Language
from ..blocks import Block, Column, Figure, Heading, Paragraph, Table
from .bilingual import bilingual

__all__ = ["Told", "both", "plain_blocks", "sections", "told"]

Told = Callable[[Language], Iterable[Block]]
"""A topic's blocks in a language."""


def plain_blocks(blocks: Iterable[Block]) -> list[dict[str, Any]]:
    """Blocks as plain values; what a screen would obey is shown as its code."""
    return [_cleaned(_plain(block)) for block in blocks]


def both(blocks: Told) -> list[Any]:
    """Blocks in both languages; numbers and whatever else the languages share stand once.

    Parameters
    ----------
    blocks : callable
        Gives the blocks in a language; the same blocks with other words, or the two stand side by side.
    """
    found = bilingual(plain_blocks(blocks("en")), plain_blocks(blocks("zh")))
    return found if isinstance(found, list) else [found]


def told(blocks: Told) -> list[Any]:
    """Blocks in both languages; where the claims carry no such finding, why."""
    from ...graph.errors import GraphError

    try:
        return both(blocks)
    except GraphError as error:
        refusal = error
        return both(lambda lang: [Paragraph(refusal.message(lang), "verdict")])


def sections(topics: Mapping[str, Told]) -> dict[str, list[Any]]:
    """Topic -> its blocks, each in both languages or with the reason why there are none."""
    return {name: told(blocks) for name, blocks in topics.items()}


def _plain(block: Block) -> dict[str, Any]:
    match block:
        case Heading():
            return {"is": "heading", "text": block.text, "level": block.level}
        case Paragraph():
            return {"is": "paragraph", "text": block.text, "role": block.role}
        case Table():
            return _table(block)
        case Figure():
            return {
                "is": "figure",
                "title": block.title,
                "kind": block.kind,
                "data": block.data,
                "table": _table(block.table),
                "notes": list(block.notes),
            }


def _table(found: Table) -> dict[str, Any]:
    return {
        "is": "table",
        "title": found.title,
        "columns": [{"name": column.name, "as": _kind(column)} for column in found.columns],
        "rows": [list(row) for row in found.rows],
        "notes": list(found.notes),
    }


def _kind(column: Column) -> str:
    return "number" if column.numeric else "wide" if column.wide else "text"


def _cleaned(value: Any) -> Any:  # noqa: ANN401 - JSON in, JSON out
    from ...graph.page import plain

    if isinstance(value, str):
        return plain(" ".join(value.replace("\t", " ").replace("\r", "\n").split("\n"))).strip()
    if isinstance(value, Mapping):
        return {str(key): _cleaned(item) for key, item in value.items()}
    if isinstance(value, Sequence):
        return [_cleaned(item) for item in value]
    return value
