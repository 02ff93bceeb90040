"""Figures that formulae may name: amounts, shares and rates of a store's claims, with whom and when they speak of."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from ...ontology.namespaces import PREFIXES, local_id
from ..worth.fx import FxTable
from ..worth.reading import RATES, number
from .quantity import PLAIN, Unit

if TYPE_CHECKING:
    from ..store import Store

__all__ = ["Figure", "Figures", "read_figures"]


@dataclass(frozen=True, slots=True)
class Figure:
    """An amount, share or other number that a claim states.

    Attributes
    ----------
    path, id : str
        Kind and id of the claim; ``path`` is ``stake`` for the stake of an investment.
    low, high : float
    unit : tuple
        Money in billions.
    firm, what : str
        Of whom, and which kind of valuation or metric.
    start, end : str
        Dates that it is about, as stated.
    sources : tuple of str
    rank, operator : str
    """

    path: str
    id: str
    low: float
    high: float
    unit: Unit
    firm: str
    what: str
    start: str
    end: str
    sources: tuple[str, ...]
    rank: str
    operator: str = "exact"

    @property
    def bounds(self) -> tuple[float, float]:
        """What the claim allows: without an upper end where it says "at least", without a lower one for "at most"."""
        return (
            -math.inf if self.operator == "at_most" else self.low,
            math.inf if self.operator == "at_least" else self.high,
        )

    @property
    def claim(self) -> str:
        """Claim as ``kind/id``."""
        return f"{'investment' if self.path == 'stake' else self.path}/{self.id}"


class Figures:
    """Figures of a store by function and id, and its exchange rates.

    Parameters
    ----------
    by_key : mapping
        (function of a formula, id) -> figure.
    fx : FxTable
    """

    def __init__(self, by_key: Mapping[tuple[str, str], Figure], fx: FxTable) -> None:
        self.by_key = by_key
        self.fx = fx

    @cached_property
    def by_subject(self) -> dict[tuple[str, str, str], tuple[Figure, ...]]:
        """Valuations and fundamentals by kind, firm and what they state, sorted by id."""
        groups: dict[tuple[str, str, str], list[Figure]] = defaultdict(list)
        for (path, _), figure in sorted(self.by_key.items()):
            if path in {"valuation", "fundamental"}:
                groups[path, figure.firm, figure.what].append(figure)
        return {key: tuple(found) for key, found in groups.items()}


_HEAD = "\n".join(f"PREFIX {name}: <{iri}>" for name, iri in PREFIXES.items() if name in {"def", "prov"})
_QUERY = (
    _HEAD
    + """
SELECT ?claim ?low ?high ?currency ?unit ?firm ?what ?start ?end ?source ?rank ?operator WHERE {{
  ?claim a def:{kind} ; {low} ?low ; {high} ?high .
  {more}
  OPTIONAL {{ ?claim def:currency ?currency }} OPTIONAL {{ ?claim def:unit ?unit }}
  OPTIONAL {{ ?claim prov:hadPrimarySource ?source }} OPTIONAL {{ ?claim def:rank ?rank }}
  OPTIONAL {{ ?claim def:operator ?operator }}
}}"""
)
_DATED = "?claim def:date ?start . BIND(?start AS ?end)"
_KINDS: dict[str, dict[str, str]] = {
    "valuation": {"kind": "Valuation", "more": "?claim def:organization ?firm ; def:valuationKind ?what . " + _DATED},
    "fundamental": {
        "kind": "Fundamental",
        "more": "?claim def:organization ?firm ; def:metric ?what ; def:periodStart ?start ; def:periodEnd ?end .",
    },
    "investment": {"kind": "Investment", "more": f"?claim def:investee ?firm . OPTIONAL {{ {_DATED} }}"},
    "stake": {
        "kind": "Investment",
        "more": f"?claim def:investee ?firm . OPTIONAL {{ {_DATED} }}",
        "low": "def:stakeLow",
        "high": "def:stakeHigh",
    },
    "share": {
        "kind": "CohortShare",
        "more": "?claim def:provider ?firm ; def:cohort ?what . " + _DATED,
        "low": "def:shareLow",
        "high": "def:shareHigh",
    },
    "indicator": {
        "kind": "Indicator",
        "more": "?claim def:industry ?firm ; def:metric ?what . " + _DATED,
        "low": "def:middle",
        "high": "def:middle",
    },
}
_PLAIN_UNITS = {None, "pct", "x", "count", "ratio", "share"}


def read_figures(store: Store, functions: Iterable[str] = tuple(_KINDS)) -> Figures:
    """Figures of the claims of `store`, of the kinds that some functions of formulae name.

    Parameters
    ----------
    store : Store
    functions : iterable of str
        Functions that take the id of a claim; names of others are passed over.

    Raises
    ------
    ValueError
        An amount that is no finite number; names the claim.
    """
    found: dict[tuple[str, str], Figure] = {}
    for function in sorted(set(functions) & set(_KINDS)):
        words = {"low": "def:low", "high": "def:high", **_KINDS[function]}
        groups: dict[str, list[Sequence[str | None]]] = defaultdict(list)
        for row in store.query(_QUERY.format(**words)).rows:
            groups[local_id(row[0] or "")].append(row)
        for key, rows in groups.items():
            found[function, key] = _figure(function, key, sorted(rows, key=lambda row: [cell or "" for cell in row]))
    return Figures(found, _rates(store))


def _figure(function: str, key: str, rows: list[Sequence[str | None]]) -> Figure:
    _, low, high, currency, unit, firm, what, start, end, _, rank, operator = rows[0]
    money = None if function in {"stake", "share", "indicator"} else currency
    own: Unit = ((money, 1),) if money else PLAIN if unit in _PLAIN_UNITS else ((str(unit), 1),)
    scale = _SCALES.get(unit or "bn") if money else 1.0
    if scale is None:  # an amount per something: no money that could be added to other money
        own, scale = ((f"{money} {unit}", 1),), 1.0
    return Figure(
        "cohort-share" if function == "share" else function,
        key,
        number(low, key, "low") * scale,
        number(high, key, "high") * scale,
        own,
        local_id(firm or ""),
        local_id(what or ""),
        start or "",
        end or start or "",
        tuple(sorted({local_id(row[9]) for row in rows if row[9]})),
        local_id(rank) if rank else "normal",
        local_id(operator) if operator else "exact",
    )


_SCALES = {"bn": 1.0, "mn": 1e-3, "tn": 1e3}


def _rates(store: Store) -> FxTable:
    rates = {}
    for claim, currency, month, rate in store.query(RATES).rows:
        key = local_id(claim or "")
        units = number(rate, key, "units_per_usd")
        if units > 0:
            rates[currency or "", month or ""] = (units, key)
    return FxTable(rates)
