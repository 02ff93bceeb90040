"""What the reader takes from a datapackage.json: the date of the data, and the list of files."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any, NamedTuple

from ..ontology.claim import Span
from ..ontology.records import DefinitionEvent
from ..ontology.values import earliest, precision
from . import hints
from .encoding import decode
from .faults import Fault, Value
from .tables import HORIZON, PACKAGE, Table

__all__ = ["Descriptor", "read_descriptor"]

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}\Z")


class Descriptor(NamedTuple):
    """Date of the data, ``YYYY-MM-DD``."""

    as_of: str


def read_descriptor(path: Path, names: list[str], tables: list[Table], faults: list[Fault]) -> Descriptor:
    """Read the descriptor of a directory of claims, if it has one.

    Parameters
    ----------
    path : Path
        Where it would be.
    names : list of str
        Files of the directory.
    tables : list of Table
        Its tables, to tell whether the date of the data can be theirs.
    faults : list of Fault
        Gets what is wrong with it.
    """
    if PACKAGE not in names:
        return Descriptor(HORIZON)
    text, found = _load(path, faults)
    if found is None:
        return Descriptor(HORIZON)
    resources = found.get("resources", [])
    for item in resources if isinstance(resources, list) else []:
        file = item.get("path") if isinstance(item, dict) else None
        if isinstance(file, str) and file not in names:
            context: dict[str, Value] = {"text": file, "maybe": hints.near(file, names, 1)}
            faults.append(Fault(PACKAGE, _line_of(text, "path", file), "resources", "resource_missing", context))
    return Descriptor(_as_of(found.get("asOf", HORIZON), text, tables, faults))


def _load(path: Path, faults: list[Fault]) -> tuple[str, dict[str, Any] | None]:
    try:
        text, code, line, name, byte = decode(path.read_bytes())
    except OSError:
        faults.append(Fault(PACKAGE, 1, "-", "unreadable", {}))
        return "", None
    if text is None:
        faults.append(Fault(PACKAGE, line, "-", "json_form", {}))
        return "", None
    if code:
        context = {"encoding": name, "byte": byte}
        faults.append(Fault(PACKAGE, line, "-", code, {key: value for key, value in context.items() if value}))
    try:
        found = json.loads(text)
    except json.JSONDecodeError as error:
        faults.append(Fault(PACKAGE, error.lineno, "-", "json_form", {}))
        return text, None
    except (ValueError, RecursionError):  # a number of thousands of digits, or thousands of brackets
        faults.append(Fault(PACKAGE, 1, "-", "json_form", {}))
        return text, None
    if not isinstance(found, dict):
        faults.append(Fault(PACKAGE, 1, "-", "json_shape", {}))
        return text, None
    return text, found


def _as_of(value: object, text: str, tables: list[Table], faults: list[Fault]) -> str:
    shown = value if isinstance(value, str) else json.dumps(value)
    line = _line_of(text, "asOf", None)
    if not isinstance(value, str) or not _DAY.match(value) or not _exists(value):
        maybe = () if hints.when(shown) == (shown,) else hints.when(shown)
        faults.append(Fault(PACKAGE, line, "asOf", "as_of_form", {"text": shown, "maybe": maybe}))
        return HORIZON
    first = _first(tables)
    if (first and value < first) or value[:2] > "20":
        faults.append(Fault(PACKAGE, line, "asOf", "as_of_outside", {"text": value, "first": first or "1900"}))
    return value


def _exists(day: str) -> bool:
    try:
        return precision(earliest(day).isoformat()) == "day"
    except ValueError:
        return False


def _first(tables: list[Table]) -> str:
    """First date on which something is said to hold or to have happened; empty where no record says."""
    dates = [
        str(record.start if isinstance(record, Span) else record.date)
        for table in tables
        for record in table.records
        if isinstance(record, Span | DefinitionEvent) and (isinstance(record, DefinitionEvent) or record.start)
    ]
    return min(dates, default="")


def _line_of(text: str, key: str, value: str | None) -> int:
    """Line of the first ``"key": "value"`` of a JSON text (of any value, where it is None)."""
    tail = r"\s*:" if value is None else r"\s*:\s*" + re.escape(json.dumps(value, ensure_ascii=False))
    found = re.search(re.escape(json.dumps(key)) + tail, text)
    return text.count("\n", 0, found.start()) + 1 if found else 1
