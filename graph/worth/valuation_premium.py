"""Valuation premium of every company as of a date: pi = ln V - ln F (METHOD 2).

V is the firm's mark, F its revenue of twelve months times the median price/sales of its industry (baseline
B1). Ranges stay ranges; the point is their geometric middle. Where V or F is missing there is no premium,
and a reason instead. Nothing here reads ties or scores, and no score reads anything here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .assumptions import read_assumptions
from .baseline import sector_multiple
from .marks import best_mark
from .observations import Firm, Multiple, Observations
from .premium_result import FirmPremium, PremiumResult
from .reading import read_observations
from .reasons import Refusal
from .revenue import best_revenue
from .steady_state import SteadyState, steady_states

if TYPE_CHECKING:
    from ..store import Store

__all__ = ["premium"]


def premium(store: Store, as_of: str) -> PremiumResult:
    """Premium of every company in `store` as of a date.

    Parameters
    ----------
    store : Store
    as_of : str
        Date (``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``); of a year or month, its last day.

    Returns
    -------
    PremiumResult

    Raises
    ------
    ValueError
        A claim of the store states no finite number, or a range whose low end lies above its high end.

    Notes
    -----
    Baseline B1 of METHOD 2: see :mod:`definer.graph.worth.baseline` for what its multiple is and is not.
    """
    seen = read_observations(store)
    second = steady_states(read_assumptions(store), seen, as_of)
    return PremiumResult(as_of, tuple(_of(firm, seen, as_of, second.get(firm.id)) for firm in seen.firms))


def _of(firm: Firm, seen: Observations, as_of: str, second: SteadyState | None) -> FirmPremium:
    return FirmPremium(
        firm,
        best_mark(seen.valuations.get(firm.id, ()), as_of, seen.fx),
        best_revenue(seen.fundamentals.get(firm.id, ()), as_of, seen.fx),
        _multiple(firm, seen, as_of),
        second,
    )


def _multiple(firm: Firm, seen: Observations, as_of: str) -> Multiple | Refusal:
    if firm.industry is None:
        return Refusal("no_industry")
    found = sector_multiple(seen.multiples.get(firm.industry, ()), as_of)
    return Refusal(found.code, firm.industry) if isinstance(found, Refusal) else found
