"""Tables and paragraphs as lines of text that break between words and end where their words end.

Rich cuts words where columns are narrow and fills every line with blanks. Here a table too wide for the terminal
goes on below with the columns that are left, each part with the first column.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

__all__ = ["Grid", "paragraph"]

_GAP = 2
_WIDE = "\u2e80-\u2fff\u3041-\u9fff\uf900-\ufaff"
_OPENING, _CLOSING = "（《「『“", "，。；：、！？）》」』”"
_WORD = rf"[^\s{_WIDE}{_OPENING}{_CLOSING}]"
# Blanks, or a word or Chinese character with the marks that must not be parted from it. A few characters between
# marks are a name, and stay together.
_PIECE = re.compile(
    rf"\s+|[{_OPENING}]*(?:{_WORD}*(?<![{_WIDE}])[{_WIDE}]{{1,6}}(?![{_WIDE}])|[{_WIDE}]|{_WORD}+)?[{_CLOSING}]*"
)


def paragraph(text: str, width: int) -> list[str]:
    """Lines of a text: broken at blanks and between Chinese characters, and within a word only if it fits no line."""
    return [line for part in text.split("\n") for line in _wrapped(part, width)]


@dataclass
class Grid:
    """A table of text.

    Attributes
    ----------
    heads : sequence of str
        A line break in a head makes it two lines high.
    left : collection of int
        Columns that stand to the left, as text does; the others to the right.
    rows : list of sequence of str
        One text per head; a shorter row leaves the rest empty.
    """

    heads: Sequence[str]
    left: Sequence[int] = (0,)
    rows: list[Sequence[str]] = field(default_factory=list)

    def add(self, *cells: str) -> None:
        """Add a row."""
        self.rows.append([*cells, *[""] * (len(self.heads) - len(cells))])

    def lines(self, width: int) -> list[str]:
        """Lines of the table, none wider than `width` if a word of each column beside the first fits it."""
        columns = [[head, *(row[place] for row in self.rows)] for place, head in enumerate(self.heads)]
        # A number stays in one line, with what stands behind it; a head and a text may be broken between words.
        least = [
            max(_longest(head), *(_longest(cell) if place in self.left else _size(cell) for cell in cells), 0)
            for place, (head, *cells) in enumerate(columns)
        ]
        most = [max(_size(line) for cell in column for line in cell.split("\n")) for column in columns]
        found: list[str] = []
        for group in _groups(least, width):
            widths = _shrunk([most[place] for place in group], [least[place] for place in group], width)
            found += [""] if found else []
            for row in (self.heads, *self.rows):
                found += self._row([row[place] for place in group], group, widths)
        return found

    def _row(self, cells: Sequence[str], group: Sequence[int], widths: Sequence[int]) -> Iterator[str]:
        parts = [paragraph(cell, room) for cell, room in zip(cells, widths, strict=True)]
        for line in range(max(map(len, parts))):
            texts = [part[line] if line < len(part) else "" for part in parts]
            padded = (
                text + " " * (room - _size(text)) if place in self.left else " " * (room - _size(text)) + text
                for text, place, room in zip(texts, group, widths, strict=True)
            )
            yield (" " * _GAP).join(padded).rstrip()


def _size(text: str) -> int:
    from rich.cells import cell_len

    return cell_len(text)


def _longest(text: str) -> int:
    return max((_size(piece) for piece in _PIECE.findall(text) if piece.strip()), default=0)


def _groups(least: Sequence[int], width: int) -> Iterable[list[int]]:
    """Columns that fit beside each other at their least, the first of all in each group."""
    group, used = [0], least[0]
    for place in range(1, len(least)):
        if len(group) > 1 and used + _GAP + least[place] > width:
            yield group
            group, used = [0], least[0]
        group.append(place)
        used += _GAP + least[place]
    yield group


def _shrunk(most: Sequence[int], least: Sequence[int], width: int) -> list[int]:
    """Widths of columns: the widest give way first, none to less than its longest word."""
    widths = list(most)
    while sum(widths) + _GAP * (len(widths) - 1) > width:
        loose = [place for place, room in enumerate(widths) if room > least[place]]
        if not loose:
            break
        widths[max(loose, key=lambda place: (widths[place], place))] -= 1
    return widths


def _wrapped(text: str, width: int) -> Iterator[str]:
    line = ""
    for piece in _PIECE.findall(text):
        if piece.isspace():
            line += " " if line else ""
        elif _size(line + piece) <= width or not line.strip():
            line += piece
        else:
            yield line.rstrip()
            line = piece
        while _size(line) > width > 0 and not piece.isspace():
            cut = _fitting(line, width)
            yield line[:cut]
            line = line[cut:]
    yield line.rstrip()


def _fitting(text: str, width: int) -> int:
    cut = 1
    while cut < len(text) and _size(text[: cut + 1]) <= width:
        cut += 1
    return cut
