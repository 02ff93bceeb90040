"""CSV text to rows of cells, each with its physical line, and what is wrong with its form."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from typing import NamedTuple

from .faults import Fault

__all__ = ["FIELD_LIMIT", "Row", "rows_of"]

FIELD_LIMIT = 20_000
"""Longest cell that is read, in characters; a longer one is a mistake in the file, not a claim."""
_REACH = 100
# Lines within which an open quotation mark may close; no field of a claim has even a second line.


class Row(NamedTuple):
    """Cells of one record of the file; `whole` is False where its form is at fault."""

    line: int
    cells: list[str]
    whole: bool = True


def rows_of(file: str, text: str, delimiter: str, faults: list[Fault]) -> Iterator[Row]:
    """Take a table apart, row by row.

    A fault in one row does not end the reading: it goes on at the next line.

    Parameters
    ----------
    file : str
        Name of the file, for messages.
    text : str
        Its text, lines ending in a line feed.
    delimiter : str
        What stands between two cells.
    faults : list of Fault
        Gets what is wrong with the form: open or stray quotation marks, line breaks, cells too large.

    Yields
    ------
    Row
        Blank lines are left out.
    """
    lines = text.split("\n")
    at = 0
    while at < len(lines):
        line = lines[at]
        if '"' not in line:
            used, row = 1, Row(at + 1, line.split(delimiter))
        else:
            used, row = _quoted(file, lines, at, delimiter, faults)
        if len(line) > FIELD_LIMIT and row.whole:
            row = _bounded(file, row, faults)
        at += used
        if len(row.cells) > 1 or row.cells[0].strip():
            yield row


def _quoted(file: str, lines: list[str], at: int, delimiter: str, faults: list[Fault]) -> tuple[int, Row]:
    """Row that begins at line index `at` and holds quotation marks, with the number of lines it takes."""
    try:
        return 1, Row(at + 1, next(csv.reader([lines[at]], delimiter=delimiter, strict=True)))
    except csv.Error as error:
        if "unexpected end" not in str(error):
            return 1, _lost(file, lines[at], at + 1, delimiter, str(error), faults)
    reader = csv.reader([line + "\n" for line in lines[at : at + _REACH]], delimiter=delimiter, strict=True)
    try:
        cells = next(reader)
    except csv.Error:
        cells = []
    columns = lines[0].count(delimiter) + 1
    if len(cells) == columns and at:  # the quotation mark closes where it should: a cell of several lines
        faults.append(Fault(file, at + 1, "-", "line_break", {"lines": reader.line_num}))
        return reader.line_num, Row(at + 1, cells, whole=False)
    return 1, _lost(file, lines[at], at + 1, delimiter, "unexpected end", faults)


def _lost(file: str, line: str, number: int, delimiter: str, error: str, faults: list[Fault]) -> Row:
    code = "quote_stray"
    if "unexpected end" in error:
        code = "quote_open"
    elif "field limit" in error:
        code = "field_large"
    faults.append(Fault(file, number, "-", code, {"limit": FIELD_LIMIT} if code == "field_large" else {}))
    return Row(number, line.replace('"', "").split(delimiter), whole=False)


def _bounded(file: str, row: Row, faults: list[Fault]) -> Row:
    if all(len(cell) <= FIELD_LIMIT for cell in row.cells):
        return row
    faults.append(Fault(file, row.line, "-", "field_large", {"limit": FIELD_LIMIT}))
    return row._replace(whole=False)
