"""Numbers that a text assumes: the operands of the steady-state model, read from its statements."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ...ontology.namespaces import PREFIXES, local_id

if TYPE_CHECKING:
    from ..store import Store

__all__ = ["EARNINGS_MULTIPLE", "PROFIT", "VALUATION", "Assumption", "read_assumptions"]

PROFIT, EARNINGS_MULTIPLE = "assumed_steady_state_profit", "assumed_pe"
"""Predicates of the statements that give the operands of the product."""
VALUATION = "valuation"
"""Predicate of the statements that give the value of a group of firms."""

_QUERY = """
PREFIX def: <{def}>
PREFIX prov: <{prov}>
SELECT ?statement ?text ?subject ?predicate ?stated ?unit ?date ?firm ?claim WHERE {{
  VALUES ?predicate {{ "{profit}" "{pe}" "{valuation}" }}
  ?statement a def:Statement ; def:inText ?text ; def:subject ?subject ; def:predicate ?predicate ;
    def:stated ?stated .
  OPTIONAL {{ ?statement def:unit ?unit }} OPTIONAL {{ ?statement def:date ?date }}
  OPTIONAL {{ ?statement def:organization ?firm }} OPTIONAL {{ ?statement def:restsOn ?claim }}
}}""".format(profit=PROFIT, pe=EARNINGS_MULTIPLE, valuation=VALUATION, **PREFIXES)
_NUMBER = re.compile(r"\d+(?:\.\d+)?")


@dataclass(frozen=True, slots=True)
class Assumption:
    """A number that a text states about a firm or a group of firms.

    Attributes
    ----------
    id, text, subject, predicate : str
        The statement, the text it stands in, whom and what it speaks of.
    low, high : float
        Billions of the currency for amounts, else a plain number.
    currency : str or None
    date : str
    firms : tuple of str
        Firms it is about.
    rests_on : tuple of str
        Ids of the valuations it was checked against.
    """

    id: str
    text: str
    subject: str
    predicate: str
    low: float
    high: float
    currency: str | None
    date: str
    firms: tuple[str, ...]
    rests_on: tuple[str, ...] = ()

    @property
    def of_a_group(self) -> bool:
        """Whether it is the value of firms of a kind, not of a firm named."""
        return self.predicate == VALUATION and self.subject not in self.firms and self.currency is not None


def read_assumptions(store: Store) -> tuple[Assumption, ...]:
    """Statements of the model's operands, sorted by id; those that state no number are passed over."""
    rows: dict[str, list[Sequence[str | None]]] = {}
    for row in store.query(_QUERY).rows:
        rows.setdefault(local_id(row[0] or ""), []).append(row)
    found = (_assumption(key, rows[key]) for key in sorted(rows))
    return tuple(assumption for assumption in found if assumption is not None)


def _assumption(key: str, rows: Sequence[Sequence[str | None]]) -> Assumption | None:
    _, text, subject, predicate, stated, unit, date, _, _ = rows[0]
    numbers = [float(number) for number in _NUMBER.findall(stated or "")]
    if not 1 <= len(numbers) <= 2 or min(numbers) <= 0 or not date:
        return None
    words = (unit or "").split()
    return Assumption(
        id=key,
        text=local_id(text or ""),
        subject=subject or "",
        predicate=predicate or "",
        low=min(numbers),
        high=max(numbers),
        # Amounts are stated in billions: "CNY bn", "USD bn per year".
        currency=words[0] if len(words) > 1 and words[1] == "bn" else None,
        date=date,
        firms=tuple(sorted({local_id(row[7]) for row in rows if row[7]})),
        rests_on=tuple(sorted({row[8].removeprefix("valuation/") for row in rows if row[8]})),
    )
