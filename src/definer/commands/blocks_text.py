"""Blocks in the terminal: what holds for eighty columns, and text that is never taken for markup."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from ..viz.blocks import Figure, Heading, Paragraph, Table

if TYPE_CHECKING:
    from rich.console import Console

    from ..viz.blocks import Block

__all__ = ["print_blocks"]

_STYLES = {"plain": "", "verdict": "bold", "note": "dim"}


def print_blocks(out: Console, blocks: Iterable[Block]) -> None:
    """Print blocks one below the other; of a figure its table."""
    first = True
    for block in blocks:
        if not first:
            out.print()
        first = False
        if isinstance(block, Heading):
            out.print(_clean(block.text), style="bold underline" if block.level == 2 else "bold")
        elif isinstance(block, Paragraph):
            out.print(_clean(block.text), style=_STYLES[block.role])
        else:
            _print_table(out, block.table if isinstance(block, Figure) else block)


def _print_table(out: Console, block: Table) -> None:
    from rich.table import Table as RichTable
    from rich.text import Text

    shown = RichTable(box=None, pad_edge=False, padding=(0, 2, 0, 0))
    for column in block.columns:
        shown.add_column(
            Text(_clean(column.name)),
            justify="right" if column.numeric else "left",
            no_wrap=column.numeric,
            overflow="fold",
            ratio=1 if column.wide else None,
        )
    for row in block.rows:
        shown.add_row(*(Text(_clean(cell)) for cell in row))
    if block.title:
        out.print(_clean(block.title), style="bold")
    out.print(shown)
    for note in block.notes:
        out.print(_clean(note), style="dim")


def _clean(text: str) -> str:
    from ..graph.page import plain

    return plain(text)
