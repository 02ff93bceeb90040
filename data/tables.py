"""What files a directory of claims may hold, and which record the rows of each are.

A file is named after its kind, alone or followed by ``-`` and a part: ``ties.csv``, ``ties-pc.csv``.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, NamedTuple

from ..ontology import records
from ..ontology.claim import Record
from ..ontology.records import RECORDS

__all__ = ["HORIZON", "KINDS", "PACKAGE", "PATHS", "STEMS", "Link", "Table", "file_of", "kind_of", "links"]

HORIZON = "2025-11-15"
"""Date of the data, where a directory of claims states none (``asOf`` in its datapackage.json)."""

PACKAGE = "datapackage.json"
"""Descriptor that may stand beside the tables."""

KINDS: dict[str, type[Record]] = {
    "sources": records.Source,
    "paradigms": records.Paradigm,
    "industries": records.Industry,
    "organizations": records.Organization,
    "control_points": records.ControlPoint,
    "slots": records.Slot,
    "cohorts": records.Cohort,
    "candidacies": records.Candidacy,
    "ties": records.Tie,
    "tie_evidence": records.TieEvidence,
    "cohort_shares": records.CohortShare,
    "control_holdings": records.ControlHolding,
    "definition_events": records.DefinitionEvent,
    "investments": records.Investment,
    "valuations": records.Valuation,
    "fundamentals": records.Fundamental,
    "indicators": records.Indicator,
    "fx_rates": records.FxRate,
    "statements": records.Statement,
    "disagreements": records.Disagreement,
}
"""Beginning of a file's name -> the record that each of its rows is."""

STEMS: dict[str, str] = {kind.__name__: stem for stem, kind in KINDS.items()}
"""Name of a record class -> beginning of the names of its files."""

_OF_PATH = {kind.path: stem for stem, kind in KINDS.items()}


PATHS: tuple[str, ...] = tuple(_OF_PATH)
"""Paths of the kinds of record: the part of an IRI that says of what kind its thing is."""


def kind_of(name: str) -> type[Record] | None:
    """Record that the rows of the file called `name` are; None where there is no such file.

    Examples
    --------
    >>> kind_of("ties-pc.csv").__name__
    'Tie'
    """
    stem, dot, ending = name.rpartition(".")
    return KINDS.get(stem.partition("-")[0]) if dot and ending == "csv" else None


def file_of(path: str) -> str:
    """Name of the file that holds the records whose path is `path`.

    Examples
    --------
    >>> file_of("org")
    'organizations.csv'
    """
    return f"{_OF_PATH['org' if path == 'provider' else path]}.csv"


class Link(NamedTuple):
    """A column that names rows of another table (or of its own)."""

    column: str
    path: str
    many: bool


def links(kind: type[Record]) -> list[Link]:
    """Columns of `kind` that name other records."""
    found = []
    for name, info in kind.model_fields.items():
        extra: Any = info.json_schema_extra
        if isinstance(extra, dict) and extra.get("how") == "link":
            found.append(Link(name, str(extra["to"]), "tuple" in str(info.annotation)))
    return found


@dataclass(slots=True)
class Table:
    """One file of claims as read: its cells, and on which lines they stand.

    Attributes
    ----------
    file : str
        Name of the file.
    kind : type of Record
        What its rows are.
    header : list of str
        Columns, as written.
    rows : list of list of str
        Cells of the rows that have as many as the header, stripped.
    lines : list of int
        Line on which each row of `rows` begins.
    lost : list of (line, cells)
        Rows that could not be taken apart as the header says; they may still tell their id.
    records : list of Record or None
        The row as a record, once validated; None for a row with a fault.
    """

    file: str
    kind: type[Record]
    header: list[str]
    rows: list[list[str]] = field(default_factory=list)
    lines: list[int] = field(default_factory=list)
    lost: list[tuple[int, list[str]]] = field(default_factory=list)
    records: list[Record | None] = field(default_factory=list)

    def column(self, name: str) -> list[str]:
        """Cells of one column; empty where the table lacks it."""
        if name not in self.header:
            return []
        place = self.header.index(name)
        return [row[place] for row in self.rows]

    def ids(self) -> list[tuple[str, int]]:
        """Id and line of every row, faulty ones included, in the order of the file."""
        if "id" not in self.header:
            return []
        place = self.header.index("id")
        found = [(row[place], line) for row, line in zip(self.rows, self.lines, strict=True)]
        found += [(cells[place].strip(), line) for line, cells in self.lost if len(cells) > place]
        return sorted((pair for pair in found if pair[0]), key=lambda pair: pair[1])


assert set(STEMS) == set(RECORDS)  # noqa: S101 - a kind of record without a file could not be read
