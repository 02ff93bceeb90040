"""Blocks as Markdown: headings, paragraphs and tables; of a figure its table."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from .blocks import Block, Figure, Heading, Paragraph, Table

__all__ = ["markdown"]


def markdown(title: str, blocks: Iterable[Block], meta: Mapping[str, str] | None = None) -> str:
    """Write the blocks as Markdown with pipe tables.

    Parameters
    ----------
    title : str
    blocks : iterable of Block
    meta : mapping, optional
        What stands beneath the title: name -> text.
    """
    parts = [f"# {_text(title)}"]
    if meta:
        parts.append("\n".join(f"- {_text(name)}: {_text(text)}" for name, text in meta.items()))
    for block in blocks:
        parts.extend(_block(block))
    return "\n\n".join(part for part in parts if part) + "\n"


def _block(block: Block) -> Iterable[str]:
    match block:
        case Heading():
            yield f"{'#' * block.level} {_text(block.text)}"
        case Paragraph(text, "verdict"):
            yield f"**{_text(text)}**"
        case Paragraph(text, "note"):
            yield f"*{_text(text)}*"
        case Paragraph():
            yield _guarded(_text(block.text))
        case Table():
            yield from _table(block)
        case Figure():
            if block.title != block.table.title:
                yield f"**{_text(block.title)}**"
            yield from _table(block.table)
            for note in block.notes:
                yield f"*{_text(note)}*"


def _table(block: Table) -> Iterable[str]:
    if block.title:
        yield f"**{_text(block.title)}**"
    rules = "".join(" ---: |" if column.numeric else " --- |" for column in block.columns)
    lines = [_row(column.name for column in block.columns), "|" + rules, *(_row(row) for row in block.rows)]
    yield "\n".join(lines)
    for note in block.notes:
        yield f"*{_text(note)}*"


def _row(cells: Iterable[str]) -> str:
    return "| " + " | ".join(map(_text, cells)) + " |"


def _guarded(text: str) -> str:
    # The beginning of a line may make a list or a rule of it.
    if text[:1] in "-+=~":
        return "\\" + text
    head, mark, rest = text.partition(".")
    return f"{head}\\.{rest}" if mark and head.isdecimal() else text


def _text(value: str) -> str:
    # What data holds stays text: no markup, no link, no new column or line.
    from ..graph.page import plain

    escaped = "".join(
        f"&#{ord(mark)};" if mark in "<>&|" else "\\" + mark if mark in "\\`*_[]#" else mark
        for mark in plain(" ".join(value.split()))
    )
    return escaped.strip()
