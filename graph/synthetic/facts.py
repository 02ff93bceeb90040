"""Operands of the essay's sums, read from the claims by id."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, Protocol

from ...ontology.namespaces import PREFIXES, thing_iri

__all__ = ["IN_WORDS", "ROUND_RATES", "Facts", "MissingOperandError", "Queryable", "read_facts"]

ROUND_RATES: Final[Mapping[str, float]] = {"fx/cny": 7.10, "fx/hkd": 7.78}
"""Units per USD that the specification's figures were printed at; the claims have means of months instead."""
IN_WORDS: Final[Mapping[str, float]] = {"chance": 0.01, "prize_usd_bn": 1000.0, "discount_rate": 0.12, "years": 10.0}
"""Operands that the claims hold in words only: the quote of statement sf058, and its recomputation."""

_WHAT: Final = ("low", "high", "rate", "stated", "recomputed")
_QUERY: Final = f"""PREFIX def: <{PREFIXES["def"]}>
SELECT ?thing ?low ?high ?rate ?stated ?recomputed WHERE {{
  VALUES ?thing {{ $things }}
  OPTIONAL {{ ?thing def:low ?low }}
  OPTIONAL {{ ?thing def:high ?high }}
  OPTIONAL {{ ?thing def:unitsPerUsd ?rate }}
  OPTIONAL {{ ?thing def:stated ?stated }}
  OPTIONAL {{ ?thing def:recomputed ?recomputed }}
}}"""


class Queryable(Protocol):
    """What is needed of a store."""

    def query(self, text: str, /) -> Iterable[Sequence[Any]]:
        """Answer a SPARQL SELECT."""
        ...


class MissingOperandError(LookupError):
    """The claims do not hold an operand."""


@dataclass(frozen=True)
class Facts:
    """Operands by ``kind/id`` and what of the claim: ``low``, ``high``, ``rate``, ``stated``, ``recomputed``.

    With `round_rates`, exchange rates are those of the specification.
    """

    values: Mapping[tuple[str, str], str]
    round_rates: bool = True

    def number(self, key: str, what: str = "low", place: int = 0) -> float:
        """Give an operand: of a text such as ``20-60``, the number at `place`.

        Raises
        ------
        MissingOperandError
            If the claims do not have it.
        """
        found = re.findall(r"\d+(?:\.\d+)?", self.values.get((key, what), ""))
        if place >= len(found):
            raise MissingOperandError(f"{key} {what}")
        return float(found[place])

    def per_usd(self, rate: str) -> float:
        """Units of a currency per USD, by the id of a monthly rate; the round rate if those are wanted."""
        month = self.number(rate, "rate")
        return ROUND_RATES[rate[:6]] if self.round_rates and rate[:6] in ROUND_RATES else month


def read_facts(store: Queryable, keys: Iterable[str]) -> Facts:
    """Operands of the claims ``kind/id`` in `keys`, by one SELECT; what the store lacks is simply not there."""
    named = {thing_iri(*key.split("/", 1)): key for key in sorted(set(keys))}
    text = _QUERY.replace("$things", " ".join(f"<{iri}>" for iri in named))
    values: dict[tuple[str, str], str] = {}
    for thing, *cells in sorted(store.query(text), key=lambda row: tuple(map(str, row))):
        for what, cell in zip(_WHAT, cells, strict=True):
            if cell is not None:
                values.setdefault((named[str(thing).strip("<>")], what), str(cell))
    return Facts(values)
