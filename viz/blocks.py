"""Findings as blocks: headings, paragraphs, tables and figures, before a medium is chosen.

The terminal, the Markdown report and the HTML page show the same blocks, so a number is put into words once.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal, TypeAlias

__all__ = ["Block", "Column", "Figure", "FigureKind", "Heading", "Paragraph", "Table", "table"]

FigureKind = Literal["intervals", "waterfall", "lines", "scatter", "curve"]
"""Kinds of figures; :class:`Figure` gives the data of each."""


@dataclass(frozen=True, slots=True)
class Heading:
    """Heading of a part; level 2 is the highest below a document's title."""

    text: str
    level: int = 2


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of plain text.

    Attributes
    ----------
    text : str
    role : str
        ``verdict`` is the answer of a part, ``note`` says how a number came about or what it is not.
    """

    text: str
    role: Literal["plain", "verdict", "note"] = "plain"


@dataclass(frozen=True, slots=True)
class Column:
    """Head of a column; numbers stand to the right. ``wide`` columns hold sentences and may be broken."""

    name: str
    numeric: bool = False
    wide: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table of texts.

    Attributes
    ----------
    title : str
        What it shows, with n, unit and date.
    columns : tuple of Column
    rows : tuple of tuple of str
    notes : tuple of str
        Sources, what is left out.
    """

    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Figure:
    """A chart and the table that says the same.

    Attributes
    ----------
    title : str
    kind : str
        Data by kind; every number is finite, an absent one None:

        ``intervals``: ``unit``, ``zero`` (where the reference line stands, or None), ``items`` of ``label``, ``low``,
        ``mid``, ``high`` and optionally ``group``.
        ``waterfall``: ``unit``, ``steps`` of ``label``, ``value``, ``low``, ``high`` (both may be None) and ``total``
        (whether it is a sum and starts at zero).
        ``lines``: ``unit``, ``x_unit``, ``x`` (texts or numbers), ``series`` of ``label``, ``y`` and optionally
        ``low`` and ``high`` (None where there is no value).
        ``scatter``: ``x_unit``, ``y_unit``, ``points`` of ``label``, ``x``, ``y``, ``group``; ``line`` is None or two
        points.
        ``curve`` (a specification curve, sorted): ``unit``, ``estimates``, ``low``, ``high``, ``significant``,
        ``primary`` (index of the registered one, or None), ``choices`` of ``label`` and ``options``, each of ``label``
        and ``used`` (indices); optionally ``null_low`` and ``null_high``, the band of curves made by chance (None where
        there is none).
    data : mapping
    table : Table
        For who cannot see the chart, and for print.
    """

    title: str
    kind: FigureKind
    data: Mapping[str, Any]
    table: Table
    notes: tuple[str, ...] = field(default=())


Block: TypeAlias = Heading | Paragraph | Table | Figure


def table(title: str, columns: Sequence[Column | str], rows: Sequence[Sequence[object]], *notes: str) -> Table:
    """Table of values as text; a head that is a plain string is a column of text, None an empty cell."""
    heads = tuple(head if isinstance(head, Column) else Column(head) for head in columns)
    return Table(title, heads, tuple(tuple("" if cell is None else str(cell) for cell in row) for row in rows), notes)
