"""Statements of a text: what it states, what was found of it, and the formula that recomputes it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from ...ontology.namespaces import PREFIXES, local_id
from .quantity import PLAIN, Quantity, Unit, of_range

if TYPE_CHECKING:
    from ..store import Store

__all__ = ["Stated", "Statement", "read_statements", "stated_number", "unit_of"]

_NUMBER: Final = re.compile(r"(\d[\d,]*(?:\.\d+)?)(?:\s*[-\u2013]\s*(\d[\d,]*(?:\.\d+)?))?\Z", re.ASCII)
_SCALE: Final = {"bn": 1.0, "mn": 1e-3, "tn": 1e3}
_PLAIN: Final = {"", "pct", "%", "x", "count", "rank", "points", "coefficient", "ratio", "share", "log points"}


@dataclass(frozen=True, slots=True)
class Stated:
    """A number as it is written: its ends, and the decimals of its less precise end."""

    low: float
    high: float
    decimals: int
    zeros: int

    @property
    def step(self) -> float:
        """Unit of the last digit written."""
        return float(10.0**-self.decimals)

    @property
    def coarse_step(self) -> float:
        """Unit of the last digit that is not zero: 1 for 9, 10 for 90."""
        return self.step * 10.0**self.zeros


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence of a text that can be checked, or that is counted among those that cannot.

    Attributes
    ----------
    id, text, quote, stated, operator, unit, date, verdict, recomputation, formula, formula_unit : str
        As in the table of statements; empty where the cell is blank.
    recomputed : float or None
        As recorded.
    claims, organizations : tuple of str
    predicate : str
    line : int
        Of the text.
    columns : mapping
        Further numbers of its row, which its formulae may name.
    row : int
        Line of the analyst's file; 0 for a statement of the store.
    """

    id: str
    text: str
    quote: str
    stated: str
    operator: str = ""
    unit: str = ""
    date: str = ""
    verdict: str = ""
    recomputation: str = ""
    formula: str = ""
    formula_unit: str = ""
    recomputed: float | None = None
    claims: tuple[str, ...] = ()
    organizations: tuple[str, ...] = ()
    predicate: str = ""
    line: int = 0
    columns: Mapping[str, float] = field(default_factory=dict)
    row: int = 0

    @property
    def number(self) -> Stated | None:
        """Number that it states, if it states one."""
        return stated_number(self.stated)

    @property
    def quantity(self) -> Quantity | None:
        """What it states, in its unit (money in billions)."""
        found = self.number
        if found is None:
            return None
        unit, scale = unit_of(self.unit)
        return of_range(found.low * scale, found.high * scale, unit)


def stated_number(text: str) -> Stated | None:
    """Number or range that a cell states.

    Examples
    --------
    >>> stated_number("3.3-5.0"), stated_number("270").coarse_step, stated_number("Kimi K2")
    (Stated(low=3.3, high=5.0, decimals=1, zeros=0), 10.0, None)
    """
    match = _NUMBER.match(text.strip())
    if match is None:
        return None
    ends = [part.replace(",", "") for part in match.groups() if part]
    values = [float(part) for part in ends]
    decimals = min(len(part.partition(".")[2]) for part in ends)
    zeros = 0 if decimals else min(len(part) - len(part.rstrip("0")) if part.strip("0") else 0 for part in ends)
    return Stated(min(values), max(values), decimals, zeros)


def unit_of(text: str) -> tuple[Unit, float]:
    """Base unit of a unit in words, and how many of it one unit is (billions, for money).

    Examples
    --------
    >>> unit_of("USD mn"), unit_of("pct"), unit_of("USD bn per year")
    (((('USD', 1),), 0.001), ((), 1.0), ((('USD', 1),), 1.0))
    """
    words = text.split()
    if len(words) >= 2 and re.fullmatch("[A-Z]{3}", words[0]) and words[1] in _SCALE:
        return ((words[0], 1),), _SCALE[words[1]]
    if text in _PLAIN:
        return PLAIN, 1.0
    match = re.fullmatch("([A-Z]{3})/([A-Z]{3})", text)
    if match:
        return tuple(sorted([(match[1], 1), (match[2], -1)])), 1.0
    return ((text, 1),), 1.0


_QUERY = """
PREFIX def: <{def}>
SELECT ?s ?text ?line ?quote ?stated ?operator ?unit ?date ?verdict ?recomputation ?recomputed ?formula ?formulaUnit
       ?predicate WHERE {{
  ?s a def:Statement ; def:inText ?text ; def:line ?line ; def:quote ?quote ; def:stated ?stated ;
     def:verdict ?verdict ; def:predicate ?predicate .
  OPTIONAL {{ ?s def:comparison ?operator }} OPTIONAL {{ ?s def:unit ?unit }} OPTIONAL {{ ?s def:date ?date }}
  OPTIONAL {{ ?s def:recomputation ?recomputation }} OPTIONAL {{ ?s def:recomputed ?recomputed }}
  OPTIONAL {{ ?s def:formula ?formula }} OPTIONAL {{ ?s def:formulaUnit ?formulaUnit }}
}}""".format(**PREFIXES)
_MANY = """
PREFIX def: <{def}>
SELECT ?s ?property ?value WHERE {{
  VALUES ?property {{ def:restsOn def:organization }}
  ?s a def:Statement ; ?property ?value .
}}""".format(**PREFIXES)


def read_statements(store: Store) -> tuple[Statement, ...]:
    """Statements of a store, in the order of their ids."""
    many: dict[tuple[str, str], list[str]] = defaultdict(list)
    for statement, name, value in store.query(_MANY).rows:
        many[local_id(statement or ""), (name or "").rpartition("#")[2]].append(value or "")
    rows: dict[str, Sequence[str | None]] = {}
    for row in sorted(store.query(_QUERY).rows, key=lambda row: [cell or "" for cell in row]):
        rows.setdefault(local_id(row[0] or ""), row)
    return tuple(_statement(key, rows[key], many) for key in sorted(rows))


def _statement(key: str, row: Sequence[str | None], many: Mapping[tuple[str, str], list[str]]) -> Statement:
    cells = [cell or "" for cell in row]
    return Statement(
        id=key,
        text=local_id(cells[1]),
        line=int(cells[2] or 0),
        quote=cells[3],
        stated=cells[4],
        operator=cells[5],
        unit=cells[6],
        date=cells[7],
        verdict=local_id(cells[8]),
        recomputation=cells[9],
        recomputed=float(cells[10]) if cells[10] else None,
        formula=cells[11],
        formula_unit=cells[12],
        predicate=cells[13],
        claims=tuple(sorted(many.get((key, "restsOn"), ()))),
        organizations=tuple(sorted(local_id(iri) for iri in many.get((key, "organization"), ()))),
    )
