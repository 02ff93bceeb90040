"""Reading of money from investors to firms: who, how much of it their own, and of what kind they are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ...ontology.namespaces import PREFIXES, local_id
from ...ontology.values import earliest, latest
from ..worth.fx import FxTable, NoRateError
from ..worth.reading import number

if TYPE_CHECKING:
    from ..store import Store

__all__ = ["LONG_HORIZON", "Investment", "read_investments"]

LONG_HORIZON = frozenset(
    {"sovereign_wealth_fund", "pension_fund", "endowment", "foundation", "industrial_capital", "strategic"}
)
"""Kinds of capital with a long horizon; ``strategic`` is a company that is no fund. The claims name no evergreen funds,
and state capital, private equity, family offices and others are not counted as long."""

_QUERY = "\n".join(f"PREFIX {name}: <{PREFIXES[name]}>" for name in ("def", "prov")) + (
    """
SELECT ?claim ?investor ?investee ?scope ?low ?high ?currency ?date ?role ?kind ?home ?company ?rank ?round WHERE {
  ?claim a def:Investment ; def:investor ?investor ; def:investee ?investee ; def:amountScope ?scope .
  OPTIONAL { ?claim def:low ?low ; def:high ?high ; def:currency ?currency }
  OPTIONAL { ?claim def:date ?date } OPTIONAL { ?claim def:role ?role } OPTIONAL { ?claim def:rank ?rank }
  OPTIONAL { ?claim def:round ?round }
  OPTIONAL { ?investor def:capitalKind ?kind } OPTIONAL { ?investor def:country ?home }
  OPTIONAL { ?investor a ?company FILTER(?company = def:Company) }
}"""
)


@dataclass(frozen=True, slots=True)
class Investment:
    """One claim of money from an investor to a firm.

    Attributes
    ----------
    id, investor, investee : str
    kind : str
        Code of the investor's capital, ``strategic`` for a company without one, ``unknown`` else.
    country : str or None
        Of the investor.
    scope : str
        Whose amount it is: ``own``, ``round_total`` ...
    usd_bn : float or None
        Geometric middle of the amount in billions of US dollars at the mean rate of its date; None where no amount, or
        no rate, is known.
    date, role, round : str
    """

    id: str
    investor: str
    investee: str
    kind: str
    country: str | None
    scope: str
    usd_bn: float | None
    date: str
    role: str
    round: str

    @property
    def long(self) -> bool:
        """Whether the money has a long horizon."""
        return self.kind in LONG_HORIZON


def read_investments(store: Store, fx: FxTable, as_of: str) -> Mapping[str, tuple[Investment, ...]]:
    """Investments of every firm up to a date, by firm, sorted by id; deprecated ones are left out.

    Raises
    ------
    ValueError
        An amount that is no finite number; names the claim.
    """
    today = latest(as_of)
    found: dict[str, dict[str, Investment]] = defaultdict(dict)
    for row in sorted(store.query(_QUERY).rows, key=lambda row: [cell or "" for cell in row]):
        date = row[7] or ""
        if (row[12] and local_id(row[12]) == "deprecated") or (date and earliest(date) > today):
            continue
        item = _investment(row, fx)
        found[item.investee].setdefault(item.id, item)
    return {firm: tuple(items[key] for key in sorted(items)) for firm, items in found.items()}


def _investment(row: Sequence[str | None], fx: FxTable) -> Investment:
    claim, investor, investee, scope, low, high, currency, date, role, kind, home, company, _, name = row
    key = local_id(claim or "")
    own = local_id(kind) if kind else ("strategic" if company else "unknown")
    return Investment(
        key,
        local_id(investor or ""),
        local_id(investee or ""),
        own,
        home,
        local_id(scope or ""),
        None if low is None else _dollars(number(low, key, "low"), number(high, key, "high"), currency, date, fx),
        date or "",
        role or "",
        name or "",
    )


def _dollars(low: float, high: float, currency: str | None, date: str | None, fx: FxTable) -> float | None:
    if not date or low < 0 or high < low:
        return None
    try:
        rate = fx.mean(currency or "", earliest(date), latest(date)).units_per_usd
    except NoRateError:
        return None
    return float((low * high) ** 0.5) / rate
