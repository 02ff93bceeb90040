"""An analyst's table of statements: read whole, or refused with every fault that is in it.

Columns are those of ``claims/statements.csv``; only ``id``, ``quote`` and ``stated`` are required. A further column
is an operand of the analyst's own: its name can stand in the formulae of its row, so all its cells are numbers.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from ...data import hints
from ...data.cells import Row, rows_of
from ...data.columns import Column, columns
from ...data.encoding import decode
from ...data.faults import Fault, Value
from ...data.header import delimiter_of
from ...data.rows import cell_faults
from ...ontology.records import Statement as StatementRecord
from .statements import Statement

__all__ = ["read_statement_file"]

_REQUIRED: Final = ("id", "quote", "stated")


@dataclass(frozen=True, slots=True)
class _Layout:
    """First line of the file: the names of its columns, and which of them are the analyst's own."""

    file: str
    names: tuple[str, ...]
    own: frozenset[str]


def read_statement_file(path: Path) -> tuple[tuple[Statement, ...], list[Fault]]:
    """Statements of a file, and everything that is wrong with it.

    Raises
    ------
    OSError
        The file cannot be read.
    """
    faults: list[Fault] = []
    text, code, line, name, byte = decode(path.read_bytes())
    if code:
        context: dict[str, Value] = {key: value for key, value in (("encoding", name), ("byte", byte)) if value}
        faults.append(Fault(path.name, line, "-", code, context))
    if text is None:
        return (), faults
    if not text.strip():
        return (), [*faults, Fault(path.name, 1, "-", "empty_file", {"kind": "statements"})]
    delimiter = delimiter_of(text.partition("\n")[0])
    if delimiter != ",":
        return (), [*faults, Fault(path.name, 1, "-", "delimiter", {"found": delimiter.replace("\t", "tab")})]
    return _statements(path.name, list(rows_of(path.name, text, delimiter, faults)), faults), faults


def _statements(file: str, rows: list[Row], faults: list[Fault]) -> tuple[Statement, ...]:
    names = tuple(cell.strip() for cell in rows[0].cells)
    body = [row for row in rows[1:] if row.whole]
    own = {name: place for place, name in enumerate(names) if _is_own(name)}
    numbers = frozenset(name for name, place in own.items() if _holds_numbers(body, name, place))
    layout = _Layout(file, names, numbers)
    faults += _header_faults(layout, rows[0].line)
    seen: dict[str, int] = {}
    found: list[Statement] = []
    for row in body:
        here = list(_row_faults(layout, row, seen))
        faults += here
        if not here and set(_REQUIRED) <= set(names):
            found.append(_statement(layout, row))
    return tuple(found)


def _is_own(name: str) -> bool:
    return name not in columns(StatementRecord) and name.isidentifier()


def _holds_numbers(rows: list[Row], name: str, place: int) -> bool:
    """Whether a column is one of operands; a blank one is, unless its name is nearly that of a known column."""
    cells = [cell for row in rows if place < len(row.cells) and (cell := row.cells[place].strip())]
    if not cells:
        return not hints.near(name.lower(), columns(StatementRecord), 1)
    return all(_number(cell) is not None for cell in cells)


def _number(cell: str) -> float | None:
    if not hints.NUMBER.match(cell):
        return None
    value = float(cell)
    return value if math.isfinite(value) else None


def _header_faults(layout: _Layout, line: int) -> Iterator[Fault]:
    known = columns(StatementRecord)
    for place, name in enumerate(layout.names):
        context: dict[str, Value] = {"text": name, "place": place + 1}
        if name in layout.names[:place]:
            yield Fault(layout.file, line, name or "-", "duplicate_column", context)
        elif name not in known and name not in layout.own:
            maybe = hints.near(name.lower().replace(" ", "_"), known, 1)
            yield Fault(layout.file, line, name or "-", "unknown_column", {**context, "maybe": maybe})
    for name in _REQUIRED:
        if name not in layout.names:
            yield Fault(layout.file, line, name, "missing_column", {})


def _row_faults(layout: _Layout, row: Row, seen: dict[str, int]) -> Iterator[Fault]:
    have, want = len(row.cells), len(layout.names)
    if have != want:
        code = "row_long" if have > want else "row_short"
        yield Fault(layout.file, row.line, "-", code, {"have": have, "want": want})
        return
    cells = _cells(layout, row)
    known = columns(StatementRecord)
    for name in layout.names:
        if name in known:
            yield from (Fault(layout.file, row.line, *found) for found in _found(known[name], cells.get(name, "")))
    key = cells.get("id", "")
    if key and seen.setdefault(key, row.line) != row.line:
        context: dict[str, Value] = {"text": key, "other": layout.file, "at": seen[key]}
        yield Fault(layout.file, row.line, "id", "duplicate_id", context)


def _found(column: Column, text: str) -> Iterator[tuple[str, str, dict[str, Value]]]:
    if text:
        yield from cell_faults(column, text)
    elif column.name in _REQUIRED:
        yield column.name, "missing", {}


def _cells(layout: _Layout, row: Row) -> Mapping[str, str]:
    return {name: cell.strip() for name, cell in zip(layout.names, row.cells, strict=True) if cell.strip()}


def _statement(layout: _Layout, row: Row) -> Statement:
    cells = _cells(layout, row)
    plain = ("text", "operator", "unit", "date", "verdict", "recomputation", "formula", "formula_unit", "predicate")
    own = {name: _number(cells[name]) for name in sorted(layout.own) if name in cells}
    return Statement(
        id=cells["id"],
        quote=cells["quote"],
        stated=cells["stated"],
        **{name: cells.get(name, "") for name in plain},
        recomputed=float(cells["recomputed"]) if "recomputed" in cells else None,
        claims=_list(cells.get("claims", "")),
        organizations=_list(cells.get("organizations", "")),
        line=int(cells.get("line", "0")),
        columns={name: value for name, value in own.items() if value is not None},
        row=row.line,
    )


def _list(text: str) -> tuple[str, ...]:
    return tuple(sorted(part.strip() for part in text.split(";") if part.strip()))
