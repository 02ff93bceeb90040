"""Records to CSV: the same records always give the same bytes."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from decimal import Decimal
from pathlib import Path

from ..ontology.claim import Record

__all__ = ["cell", "table_text", "write_table"]


def cell(value: object) -> str:
    """Value of a field as the cell of a table.

    Examples
    --------
    >>> cell(Decimal("1E+2")), cell(True), cell(("a", "b")), cell(None)
    ('100', 'true', 'a;b', '')
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, tuple):
        return ";".join(str(part) for part in value)
    return str(value)


def table_text(kind: type[Record], records: Iterable[Record]) -> str:
    """Table of records of one kind, sorted by id, with every column of the kind in the order of ``Record.columns``.

    Parameters
    ----------
    kind : type of Record
        What the rows are.
    records : iterable of Record
        The rows, in any order.

    Returns
    -------
    str
        CSV with line feeds, cells quoted only where they must be.
    """
    columns = kind.columns()
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    for record in sorted(records, key=lambda record: record.id):
        writer.writerow([cell(getattr(record, name)) for name in columns])
    return out.getvalue()


def write_table(path: Path, kind: type[Record], records: Iterable[Record]) -> None:
    """Write :func:`table_text` to a file, in UTF-8."""
    path.write_text(table_text(kind, records), encoding="utf-8", newline="\n")
