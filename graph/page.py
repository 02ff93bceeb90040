"""Tables for people: eighty columns, nothing in them that a terminal would obey."""

from __future__ import annotations

import re
from collections.abc import Sequence
from io import StringIO
from typing import Literal, NamedTuple

from ..ontology.language import Language

__all__ = ["Cell", "plain", "table"]

# Control characters, and marks that hide or reorder text on screen.
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]")
_LONGEST_WORD = 16
"""Longest word, in characters, that a column makes room for; a longer one is folded."""


class Cell(NamedTuple):
    """Text of a cell, and whether it is a number (set to the right)."""

    text: str
    numeric: bool


def plain(text: str) -> str:
    r"""Text with every control character shown as its code, so that it only ever shows.

    Examples
    --------
    >>> plain("a\x1b[31mb")
    'a\\u001b[31mb'
    """
    return _CONTROL.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def table(
    columns: Sequence[str],
    rows: Sequence[Sequence[Cell]],
    total: int,
    *,
    lang: Language = "en",
    width: int = 80,
) -> str:
    """Table of text; cells wrap and are never cut.

    Parameters
    ----------
    columns : sequence of str
        Heads.
    rows : sequence of sequences of Cell
        Rows to show, perhaps fewer than there are.
    total : int
        Rows there are; a note at the end says when some are not shown.
    lang, width
        Language of the notes, characters a line.
    """
    if not rows:
        return {"en": "no rows\n", "zh": "没有结果\n"}[lang]
    room = [_room([column, *(row[index].text for row in rows)]) for index, column in enumerate(columns)]
    fits = sum(room) + 3 * (len(room) - 1) + 2 <= width  # gaps and margins
    text = _grid(columns, rows, room, width) if fits else _lists(columns, rows, width)
    if total > len(rows):
        note = {
            "en": f"!!! {total - len(rows)} of {total} rows are NOT shown; csv, tsv and json give all !!!",
            "zh": f"！！！共 {total} 行，{total - len(rows)} 行未显示；csv、tsv、json 格式给出全部！！！",
        }
        text += note[lang] + "\n"
    return text


def _room(texts: Sequence[str]) -> int:
    """Characters that a column needs so that no word of it is broken."""
    from rich.cells import cell_len

    return min(_LONGEST_WORD, max((cell_len(word) for text in texts for word in text.split()), default=1))


def _grid(columns: Sequence[str], rows: Sequence[Sequence[Cell]], room: Sequence[int], width: int) -> str:
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    grid = Table(box=box.SIMPLE_HEAD, width=None, pad_edge=False)
    for index, column in enumerate(columns):
        numeric = all(row[index].numeric or not row[index].text for row in rows)
        justify: Literal["left", "right"] = "right" if numeric else "left"
        grid.add_column(Text(column), justify=justify, overflow="fold", min_width=room[index])
    for row in rows:
        grid.add_row(*(Text(cell.text) for cell in row))
    out = StringIO()
    Console(file=out, width=width, color_system=None, force_terminal=False, highlight=False).print(grid)
    return "\n".join(line.rstrip() for line in out.getvalue().split("\n")).strip("\n") + "\n"


def _lists(columns: Sequence[str], rows: Sequence[Sequence[Cell]], width: int) -> str:
    from rich.cells import cell_len, chop_cells

    margin = max(map(cell_len, columns)) + 2
    out: list[str] = []
    for number, row in enumerate(rows, 1):
        out.append(f"-- {number} ".ljust(width, "-"))
        for column, cell in zip(columns, row, strict=True):
            head = column + " " * (margin - cell_len(column))
            for piece in chop_cells(cell.text, max(width - margin, 20)) or [""]:
                out.append((head + piece).rstrip())
                head = " " * margin
    return "\n".join(out) + "\n"
