"""First line of a table: which columns it has, and what is wrong with them."""

from __future__ import annotations

from . import hints
from .columns import columns
from .faults import Fault, Value
from .tables import Table

__all__ = ["delimiter_of", "header_faults"]


def delimiter_of(header: str) -> str:
    """Tell what stands between two cells of a table by its first line: a comma, unless there is none.

    Examples
    --------
    >>> delimiter_of("id;title;tier")
    ';'
    """
    if "," in header:
        return ","
    return max(";\t|", key=header.count) if any(mark in header for mark in ";\t|") else ","


def header_faults(table: Table, line: int) -> list[Fault]:
    """Unknown, repeated and missing columns of a table, whose names stand on `line`."""
    known = columns(table.kind)
    missing = [name for name, column in known.items() if column.required and name not in table.header]
    faults: list[Fault] = []
    for place, name in enumerate(table.header):
        context: dict[str, Value] = {"text": name or "", "place": place + 1}
        if name in table.header[:place]:
            faults.append(Fault(table.file, line, name or "-", "duplicate_column", context))
        elif name not in known:
            spare = [other for other in known if other not in table.header]
            maybe = hints.near(name.lower().replace(" ", "_"), spare, 1)
            faults.append(Fault(table.file, line, name or "-", "unknown_column", {**context, "maybe": maybe}))
    faults += [Fault(table.file, line, name, "missing_column", {}) for name in missing]
    return faults
