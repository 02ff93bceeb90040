"""Net margin of a firm over the latest twelve months whose profit and revenue are both stated."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from ...ontology.values import earliest, latest
from .marks import months_before
from .observations import FundamentalClaim

__all__ = ["MAX_AGE_MONTHS", "Margin", "margin_of"]

MAX_AGE_MONTHS = 24
"""How long ago the twelve months may have ended."""

_YEAR_DAYS = range(350, 381)


@dataclass(frozen=True, slots=True)
class Margin:
    """Net income over revenue, and the ids of the two claims."""

    ratio: float
    claims: tuple[str, str]


def margin_of(claims: Sequence[FundamentalClaim], figures: Sequence[FundamentalClaim], today: date) -> Margin | None:
    """Net margin of one firm; a loss is stated as a negative profit or as a loss.

    Parameters
    ----------
    claims, figures : sequence of FundamentalClaim
        Revenues, and figures of other metrics.
    today : date
    """
    window = months_before(today, MAX_AGE_MONTHS)
    found = [
        (-latest(profit.end).toordinal(), profit.evidence.tier, profit.id, sales.evidence.tier, sales.id, profit, sales)
        for profit in figures
        if profit.metric in {"net_income", "net_loss"} and _counts(profit, window, today)
        for sales in claims
        if sales.metric == "revenue" and sales.low > 0 and _counts(sales, window, today)
        if (sales.start, sales.end, sales.currency) == (profit.start, profit.end, profit.currency)
    ]
    if not found:
        return None
    *_, profit, sales = min(found)
    amount = (profit.low + profit.high) / 2 * (-1 if profit.metric == "net_loss" else 1)
    return Margin(amount / (sales.low * sales.high) ** 0.5, (profit.id, sales.id))


def _counts(claim: FundamentalClaim, window: date, today: date) -> bool:
    days = (latest(claim.end) - earliest(claim.start)).days + 1
    return (
        days in _YEAR_DAYS
        and window <= latest(claim.end) <= today
        and claim.evidence.rank != "deprecated"
        and claim.currency is not None
    )
