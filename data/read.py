"""Read a directory of claims: all of it, or every fault that is in it. Nothing is ever written."""

from __future__ import annotations

import gc
import hashlib
import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar, cast

from ..ontology.claim import Record
from ..ontology.records import RECORDS
from . import hints
from .cells import Row, rows_of
from .check import check
from .descriptor import Descriptor, read_descriptor
from .encoding import decode
from .faults import ClaimsError, Fault
from .header import delimiter_of, header_faults
from .rows import make_records
from .tables import KINDS, PACKAGE, Table, kind_of

__all__ = ["Claims", "examine", "find_faults", "read_claims", "shipped_claims"]

R = TypeVar("R", bound=Record)


@dataclass(frozen=True)
class Claims:
    """Everything that a directory of claims says.

    Attributes
    ----------
    records : mapping of str to tuple of Record
        By name of the record class, every class present; in the order of file names, then rows.
    as_of : str
        Date of the data, ``YYYY-MM-DD``: intervals without an end still held then.
    version : str
        Twelve hexadecimal digits that change with what is said, not with the order of columns or line ends.
    """

    records: Mapping[str, tuple[Record, ...]]
    as_of: str
    version: str
    _places: Mapping[str, str] = field(repr=False)

    def of(self, kind: type[R]) -> tuple[R, ...]:
        """Return the records of one kind, e.g. ``claims.of(Tie)``."""
        return cast("tuple[R, ...]", self.records[kind.__name__])

    @property
    def counts(self) -> dict[str, int]:
        """Number of records of each kind."""
        return {name: len(found) for name, found in self.records.items()}

    def where(self, record_id: str, kind: type[Record] | None = None) -> str:
        """Where a record stands, as ``file:line``.

        Parameters
        ----------
        record_id : str
            Its id.
        kind : type of Record, optional
            Its kind; without it the first kind that has this id, in the order in which kinds are loaded.

        Raises
        ------
        KeyError
            If there is no such record.
        """
        for name in RECORDS if kind is None else (kind.__name__,):
            if found := self._places.get(f"{name}/{record_id}"):
                return found
        raise KeyError(record_id)


def shipped_claims() -> Path:
    """Directory of the claims that come with the package."""
    return Path(__file__).resolve().parent / "claims"


def read_claims(directory: Path) -> Claims:
    """Read a directory of claims.

    Parameters
    ----------
    directory : Path
        Holds tables named as in :data:`definer.data.tables.KINDS` and perhaps a datapackage.json. It needs
        only the tables that its rows refer to.

    Returns
    -------
    Claims
        Its records.

    Raises
    ------
    ClaimsError
        If anything is wrong, with every fault.
    """
    claims, faults = examine(directory)
    if claims is None:
        raise ClaimsError(faults)
    return claims


def find_faults(directory: Path) -> list[Fault]:
    """Every fault of a directory of claims, sorted by file, line and column; none where it can be read."""
    return _read(directory)[2]


def examine(directory: Path) -> tuple[Claims | None, list[Fault]]:
    """Claims of a directory, or every fault that keeps them from being read: one of the two is empty."""
    tables, descriptor, faults = _read(directory)
    if faults:
        return None, faults
    records: dict[str, list[Record]] = {name: [] for name in RECORDS}
    places: dict[str, str] = {}
    for table in tables:
        name = table.kind.__name__
        for line, record in zip(table.lines, table.records, strict=True):
            if record is not None:
                records[name].append(record)
                places[f"{name}/{record.id}"] = f"{table.file}:{line}"
    frozen = {name: tuple(found) for name, found in records.items()}
    version = _version(tables, descriptor.as_of)
    return Claims(MappingProxyType(frozen), descriptor.as_of, version, MappingProxyType(places)), []


@contextmanager
def _uncollected() -> Iterator[None]:
    """Keep the garbage collector out: none of thousands of records is garbage, and looking costs a third."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


@_uncollected()
def _read(directory: Path) -> tuple[list[Table], Descriptor, list[Fault]]:
    faults: list[Fault] = []
    tables: list[Table] = []
    unread: set[type[Record]] = set()
    paths = sorted(directory.iterdir(), key=lambda path: path.name) if directory.is_dir() else []
    names = [path.name for path in paths]
    if not any(kind_of(name) for name in names):
        faults.append(
            Fault(directory.name or ".", 1, "-", "no_claims", {"files": tuple(f"{stem}.csv" for stem in KINDS)})
        )
    for path in paths:
        if path.name == PACKAGE or _beside(path):
            continue
        kind = kind_of(path.name)
        if kind is None:
            maybe = hints.near(path.name.lower(), [f"{stem}.csv" for stem in KINDS], 1)
            faults.append(Fault(path.name, 1, "-", "unknown_file", {"maybe": maybe}))
        elif table := _table(path, kind, faults):
            tables.append(table)
        else:
            unread.add(kind)
    faults += check(tables, unread)
    descriptor = read_descriptor(directory / PACKAGE, names, tables, faults)
    return tables, descriptor, sorted(faults, key=lambda fault: fault.order)


def _beside(path: Path) -> bool:
    """Whether a file is none of ours, and may stand beside the claims: hidden files, notes, folders."""
    return path.name.startswith(".") or path.suffix.lower() == ".md" or (path.is_dir() and path.suffix != ".csv")


def _table(path: Path, kind: type[Record], faults: list[Fault]) -> Table | None:
    """Read one table; None if it could not be read at all."""
    try:
        data = path.read_bytes()
    except OSError:
        faults.append(Fault(path.name, 1, "-", "unreadable", {}))
        return None
    text, code, line, name, byte = decode(data)
    if code:
        context = {"encoding": name, "byte": byte}
        faults.append(Fault(path.name, line, "-", code, {key: value for key, value in context.items() if value}))
    if text is None:
        return None
    if not text.strip():
        faults.append(Fault(path.name, 1, "-", "empty_file", {"kind": path.name.partition(".")[0]}))
        return None
    delimiter = delimiter_of(text.partition("\n")[0])
    if delimiter != ",":
        shown = "tab" if delimiter == "\t" else delimiter
        faults.append(Fault(path.name, 1, "-", "delimiter", {"found": shown}))
        if delimiter == ";":  # lists within cells use it too: the cells cannot be told apart
            return None
    return _filled(Table(path.name, kind, []), text, delimiter, faults)


def _filled(table: Table, text: str, delimiter: str, faults: list[Fault]) -> Table:
    for row in rows_of(table.file, text, delimiter, faults):
        if not table.header:
            table.header = [name.strip() for name in row.cells]
            faults += header_faults(table, row.line)
        elif row.whole and len(row.cells) == len(table.header) and (row.cells[0] or any(row.cells)):
            table.rows.append([cell.strip() for cell in row.cells])
            table.lines.append(row.line)
        else:
            table.lost.append((row.line, row.cells))
            faults += _misshapen(table, row)
    faults += make_records(table)
    return table


def _misshapen(table: Table, row: Row) -> list[Fault]:
    if not row.whole:  # said already
        return []
    have, want = len(row.cells), len(table.header)
    if have == want:
        return [Fault(table.file, row.line, "-", "blank_row", {})]
    code = "row_long" if have > want else "row_short"
    return [Fault(table.file, row.line, "-", code, {"have": have, "want": want})]


def _version(tables: list[Table], as_of: str) -> str:
    digest = hashlib.sha256(as_of.encode())
    for table in tables:
        order = sorted(range(len(table.header)), key=lambda place: table.header[place])
        names = [table.header[place] for place in order]
        rows = [[row[place] for place in order] for row in table.rows]
        digest.update(
            json.dumps([table.kind.__name__, names, rows], ensure_ascii=False).encode("utf-8", "surrogatepass")
        )
    return digest.hexdigest()[:12]
