"""Valuation premium of every company as of a date: pi = ln V - ln F (METHOD 2).

V is the firm's mark, F its revenue of twelve months times the median price/sales of its industry's other firms
(baseline B1); baselines B2 to B4 stand beside. Ranges stay ranges; the point is their geometric middle. Where V or F is
missing there is no premium, and a reason instead. Nothing here reads ties or scores, and no score reads anything here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .premium_result import PremiumResult
from .valuer import Valuer

if TYPE_CHECKING:
    from ..store import Store
    from .observations import Observations

__all__ = ["premium"]


def premium(store: Store, as_of: str, seen: Observations | None = None) -> PremiumResult:
    """Premium of every company in `store` as of a date.

    Parameters
    ----------
    store : Store
    as_of : str
        Date (``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``); of a year or month, its last day.
    seen : Observations, optional
        What the store says of worth, where it has been read before.

    Returns
    -------
    PremiumResult

    Raises
    ------
    ValueError
        A claim of the store states no finite number, or a range whose low end lies above its high end.

    Notes
    -----
    See :mod:`definer.graph.worth.baseline` and :mod:`definer.graph.worth.pool` for what the multiple of B1 is and is
    not, :mod:`~definer.graph.worth.steady_state`, :mod:`~definer.graph.worth.residual` and
    :mod:`~definer.graph.worth.warranted` for B2 to B4.
    """
    value = Valuer(store, as_of, seen)
    return PremiumResult(as_of, tuple(value(firm) for firm in value.seen.firms), definers=value.definers)
