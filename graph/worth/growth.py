"""Growth of a firm's revenue over a year, from two revenues or as stated."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from ...ontology.values import earliest, latest
from .marks import months_before
from .observations import FundamentalClaim
from .revenue import Revenue

__all__ = ["MAX_AGE_MONTHS", "Growth", "growth_of"]

MAX_AGE_MONTHS = 24
"""How long ago a stated growth may have ended."""

_YEAR_DAYS = range(350, 381)


@dataclass(frozen=True, slots=True)
class Growth:
    """Growth of a firm's revenue over a year.

    Attributes
    ----------
    ratio : float
        Revenue over that of a year before; 1.2 is a growth of 20 %.
    claims : tuple of str
        Ids of the claims it is computed from.
    """

    ratio: float
    claims: tuple[str, ...]


def growth_of(
    revenue: Revenue, claims: Sequence[FundamentalClaim], figures: Sequence[FundamentalClaim], today: date
) -> Growth | None:
    """Growth of the twelve months of `revenue` over the twelve before, else the latest one stated.

    Two revenues are compared in their own currency, and only if both are stated in the same one: a change of the
    rate is no growth.

    Parameters
    ----------
    revenue : Revenue
    claims, figures : sequence of FundamentalClaim
        Revenues, and figures of other metrics (``revenue_growth`` in per cent), of the same firm.
    today : date
    """
    own = revenue.claim
    start = earliest(own.start)
    before = [
        claim
        for claim in claims
        if claim.metric == "revenue"
        and claim.currency == own.currency
        and claim.low > 0
        and claim.evidence.rank != "deprecated"
        and abs((start - latest(claim.end)).days - 1) <= 15
        and _is_year(claim)
    ]
    if before:
        earlier = min(before, key=lambda claim: (claim.evidence.tier, claim.id))
        ratio = (own.low * own.high) ** 0.5 / (earlier.low * earlier.high) ** 0.5
        return Growth(ratio, (own.id, earlier.id)) if ratio > 0 else None
    return _stated(figures, today)


def _stated(figures: Sequence[FundamentalClaim], today: date) -> Growth | None:
    window = months_before(today, MAX_AGE_MONTHS)
    found = [
        (claim.end, 1 + (claim.low + claim.high) / 200, claim.id)
        for claim in figures
        # A growth of a half-year over the one before is stated year on year too, but is no twelve months.
        if claim.metric == "revenue_growth" and _is_year(claim) and claim.evidence.rank != "deprecated"
    ]
    for end, ratio, claim in sorted(found, reverse=True):
        if ratio > 0 and window <= latest(end) <= today:
            return Growth(ratio, (claim,))
    return None


def _is_year(claim: FundamentalClaim) -> bool:
    return (latest(claim.end) - earliest(claim.start)).days + 1 in _YEAR_DAYS
