"""Valuation premium of every company as of a date: pi = ln V - ln F (METHOD 2).

V is the firm's mark, F its revenue of twelve months times the median price/sales of its industry's other firms
(baseline B1); baselines B2 to B4 stand beside. Ranges stay ranges; the point is their geometric middle. Where V or F is
missing there is no premium, and a reason instead. Nothing here reads ties or scores, and no score reads anything here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from .premium_result import PremiumResult
from .valuer import Valuer

if TYPE_CHECKING:
    from ..store import Store
    from .sample import PowerLike

__all__ = ["premium"]


def premium(store: Store, as_of: str, powers: Mapping[str, PowerLike] | None = None) -> PremiumResult:
    """Premium of every company in `store` as of a date, and its link with power.

    Parameters
    ----------
    store : Store
    as_of : str
        Date (``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``); of a year or month, its last day.
    powers : mapping of str to PowerResult, optional
        Power of each paradigm's firms as of the same date, for the link.

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
    value = Valuer(store, as_of)
    result = PremiumResult(as_of, tuple(value(firm) for firm in value.seen.firms), definers=value.definers)
    if powers is None:
        return result
    from .power_link import link

    return replace(result, link=link(result, powers))
