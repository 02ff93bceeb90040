"""Rows of a table to records, with every fault of every cell."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails, PydanticCustomError

from ..ontology.claim import Record
from ..ontology.formula import FUNCTIONS
from . import hints
from .columns import FORMS, Column, columns
from .faults import Fault, Value
from .tables import Table

__all__ = ["cell_faults", "make_records"]

_CELL = {
    "decimal_parsing": "number_form",
    "int_parsing": "whole_number",
    "int_from_float": "whole_number",
    "bool_parsing": "bool_form",
    "literal_error": "unknown_word",
    "too_short": "missing",
    "string_too_long": "text_long",
    "greater_than": "not_positive",
    "greater_than_equal": "out_of_range",
    "less_than_equal": "out_of_range",
    "string_pattern_mismatch": "pattern",
}
_MEANT = {"date_form": hints.when, "unknown_country": hints.country, "unknown_currency": hints.currency}


def make_records(table: Table) -> list[Fault]:
    """Fill ``table.records``, and say what is wrong with the rows that could not be read.

    All rows are checked in one go; only where that fails is each looked at on its own.
    """
    known = columns(table.kind)
    places = [(place, name) for place, name in enumerate(table.header) if name in known]
    cells = [{name: row[place] for place, name in places if row[place]} for row in table.rows]
    numbers = [name for _, name in places if known[name].numeric]
    odd = any(name in row and not hints.NUMBER.match(row[name]) for name in numbers for row in cells)
    if not odd:
        try:
            table.records = list(TypeAdapter(list[table.kind]).validate_python(cells))  # type: ignore[name-defined]
        except ValidationError:
            pass
        else:
            return []
    whole = all(name in table.header for name, column in known.items() if column.required)
    faults: list[Fault] = []
    for row, line in zip(cells, table.lines, strict=True):
        found = [Fault(table.file, line, *rest) for rest in _faults_of(table, row)]
        faults += found
        table.records.append(None if found else _record(table.kind, row))
        if not found and whole and table.records[-1] is None:  # a check that this module does not know
            faults.append(Fault(table.file, line, "-", "bad_value", {"text": row.get("id", "")}))
    return faults


def _record(kind: type[Record], row: dict[str, str]) -> Record | None:
    try:
        return kind.model_validate(row)
    except ValidationError:
        return None


_Found = tuple[str, str, dict[str, Value]]


def _faults_of(table: Table, row: dict[str, str]) -> Iterator[_Found]:
    """Column, code and context of every fault of a row."""
    values: dict[str, Any] = {}
    bad: set[str] = set()
    for name, column in columns(table.kind).items():
        if name not in row:
            if column.required and name in table.header:
                yield name, _missing(table.kind, name), {}
            if column.required:
                bad.add(name)
            continue
        found = list(cell_faults(column, row[name]))
        if found:
            bad.add(name)
            yield from found
        else:
            values[name] = column.adapter.validate_python(row[name])
    yield from _row_faults(table.kind, values, bad)


def _missing(kind: type[Record], name: str) -> str:
    if kind.__name__ == "Organization" and name == "name_zh":
        return "no_name_zh"
    if name.endswith("_zh"):
        return "no_label_zh"
    return "no_label_en" if name.endswith("_en") else "missing"


def cell_faults(column: Column, text: str) -> Iterator[_Found]:
    """Column, code and context of every fault of one cell that is not blank."""
    if column.numeric:
        odd = hints.number(text, billions=column.high is None and column.base is Decimal)
        if odd:
            yield column.name, odd.code, {"text": text, "maybe": (odd.meant,) if odd.meant else ()}
            return
    try:
        column.adapter.validate_python(text)
    except ValidationError as error:
        for detail in error.errors(include_url=False):
            yield _of_cell(column, text, detail)


def _of_cell(column: Column, text: str, detail: ErrorDetails) -> _Found:
    context: dict[str, Value] = {"text": detail["input"] if isinstance(detail["input"], str) else text}
    kind = detail["type"]
    code = _CELL.get(kind, kind)
    if code == "pattern":
        code = FORMS.get(column.form, "bad_value")
    elif code == "unknown_word":
        context |= {"allowed": column.words, "maybe": hints.near(str(context["text"]).lower(), column.words, 1)}
    elif code == "text_long":
        context |= {"length": len(text), "limit": column.limit or 0}
    elif code == "out_of_range":
        code, context = _range_fault(column, text)
    elif code in _MEANT:
        context["maybe"] = _MEANT[code](text)
    elif kind not in _CELL:
        context |= {name: _plain(value) for name, value in detail.get("ctx", {}).items()}
    if code == "formula_function":
        context |= {"allowed": tuple(FUNCTIONS), "maybe": hints.near(str(context["text"]), FUNCTIONS, 1)}
    return column.name, code, context


def _range_fault(column: Column, text: str) -> tuple[str, dict[str, Value]]:
    if column.name == "degree":
        return "degree_range", {"text": text, "maybe": hints.share(text)}
    # People write shares in per cent; a weight of 2 is no 0.02.
    if column.high == 1 and column.name.startswith(("share", "stake")):
        return "share_range", {"text": text, "maybe": hints.share(text)}
    if column.high is None:
        return "negative", {"text": text}
    return "out_of_range", {"text": text, "low": str(column.low), "high": str(column.high)}


def _row_faults(kind: type[Record], values: dict[str, Any], bad: set[str]) -> Iterator[_Found]:
    """Faults between the cells of a row: the record's own checks, as far as their cells are sound."""
    record = kind.model_construct(**values)
    for name in bad:  # a check that needs this cell ends in an AttributeError: it has nothing to say
        vars(record).pop(name, None)
    for check in kind.__pydantic_decorators__.model_validators.values():
        try:
            check.func(record)
        except PydanticCustomError as error:
            context = {name: _plain(value) for name, value in (error.context or {}).items()}
            yield str(context.pop("column", "-")), error.type, context
        except (AttributeError, AssertionError, ValueError):
            continue


def _plain(value: object) -> Value:
    return value if isinstance(value, int) else str(value)
