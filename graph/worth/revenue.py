"""Revenue of twelve months, as of a date, in US dollars.

A figure over twelve months that have ended is taken first. Only where there is none within 24 months, a
half-year is doubled, and only where there is none of those, a run rate (annual recurring revenue) stands
in; both are marked by their basis, and neither enters the link. A figure over any other period is not
stretched.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from ...ontology.values import earliest, latest
from .fx import FxTable, NoRateError, Rate
from .marks import months_before
from .observations import FundamentalClaim
from .reasons import Refusal

__all__ = [
    "MAX_AGE_MONTHS",
    "MINIMUM",
    "RUN_RATE_MONTHS",
    "STATUSES",
    "Basis",
    "Revenue",
    "basis_of",
    "best_revenue",
    "preference",
]

Basis = Literal["twelve_months", "annualised_half_year", "run_rate"]

MAX_AGE_MONTHS = 24
"""How long ago the period of a revenue may have ended, in months; a run rate: 12."""
MINIMUM = 0.01
"""Least revenue, in billions of US dollars, that a premium is computed from (METHOD 2)."""

_ORDER: tuple[Basis, ...] = ("twelve_months", "annualised_half_year", "run_rate")
_YEAR_DAYS = range(350, 381)  # 52- and 53-week years are twelve months too
_HALF_DAYS = range(175, 191)
RUN_RATE_MONTHS = 12
_RANK = {"preferred": 0, "normal": 1}
STATUSES = {"reported": 0, "implied": 1, "estimate": 2, "disputed": 3, "undercount": 4}


@dataclass(frozen=True, slots=True)
class Revenue:
    """A firm's revenue of twelve months.

    Attributes
    ----------
    claim : FundamentalClaim
        As stated, in billions of its own currency, over its own period.
    basis : str
        ``twelve_months``, ``annualised_half_year`` (the claim, doubled) or ``run_rate``.
    low, high : float
        Billions of US dollars in twelve months.
    rate : Rate
        Mean of the monthly rates over the period.
    """

    claim: FundamentalClaim
    basis: Basis
    low: float
    high: float
    rate: Rate

    def to_dict(self) -> dict[str, object]:
        """Revenue and where it comes from, as plain values."""
        claim = self.claim
        return {
            "claim": claim.id,
            "basis": self.basis,
            "period": [claim.start, claim.end],
            "usd_bn": [self.low, self.high],
            "stated_bn": [claim.low, claim.high],
            "currency": claim.currency,
            **claim.evidence.to_dict(),
            "fx": self.rate.to_dict(),
        }


def best_revenue(claims: Sequence[FundamentalClaim], as_of: str, fx: FxTable) -> Revenue | Refusal:
    """Best revenue of twelve months among the claims about one firm.

    Within a basis: the period that ended last, then best rank, firmer status, sourced before known, better
    source, id. A period that has not ended by `as_of` is a forecast and does not count.

    Returns
    -------
    Revenue or Refusal
        Refusal codes: ``no_revenue``, ``stale_revenue``, ``no_rate_for_revenue``, ``negative_revenue``,
        ``pre_revenue``.
    """
    today = latest(as_of)
    ended = [claim for claim in claims if _usable(claim, today)]
    window = months_before(today, MAX_AGE_MONTHS)
    missing: NoRateError | None = None
    for basis, claim in _candidates(ended, window, months_before(today, RUN_RATE_MONTHS)):
        try:
            return _revenue(claim, basis, fx)
        except NoRateError as error:
            missing = missing or error
    if missing is not None:
        return Refusal("no_rate_for_revenue", f"{missing.currency} {missing.month}")
    negative = sorted(
        claim.id for claim in claims if claim.low < 0 and claim.metric == "revenue" and latest(claim.end) >= window
    )
    if negative:
        return Refusal("negative_revenue", negative[0])
    old = [claim.end for claim in ended if latest(claim.end) < window]
    return Refusal("stale_revenue", max(old)) if old else Refusal("no_revenue")


def _usable(claim: FundamentalClaim, today: date) -> bool:
    return (
        claim.currency is not None
        and claim.low >= 0
        and latest(claim.end) <= today
        and claim.evidence.rank != "deprecated"
        and claim.evidence.status in STATUSES
    )


def _candidates(
    claims: Sequence[FundamentalClaim], window: date, run_rate_window: date
) -> list[tuple[Basis, FundamentalClaim]]:
    found: list[tuple[Basis, FundamentalClaim]] = []
    for claim in claims:
        basis = basis_of(claim)
        if basis is not None and latest(claim.end) >= (run_rate_window if basis == "run_rate" else window):
            found.append((basis, claim))
    return sorted(found, key=lambda item: preference(item[1]))


def basis_of(claim: FundamentalClaim) -> Basis | None:
    """How a figure becomes one of twelve months; None where it does not."""
    if claim.metric == "arr":
        return "run_rate"
    days = (latest(claim.end) - earliest(claim.start)).days + 1
    if claim.metric != "revenue" or days not in (*_YEAR_DAYS, *_HALF_DAYS):
        return None
    return "twelve_months" if days in _YEAR_DAYS else "annualised_half_year"


def preference(claim: FundamentalClaim) -> tuple[int, int, int, int, int, int, str]:
    """Order of revenues, best first: basis, end of the period, rank, status, known, tier, id."""
    evidence, basis = claim.evidence, basis_of(claim)
    return (
        len(_ORDER) if basis is None else _ORDER.index(basis),
        -latest(claim.end).toordinal(),
        _RANK.get(evidence.rank, 1),
        STATUSES[evidence.status],
        int(evidence.evidence == "known"),
        evidence.tier,
        claim.id,
    )


def _revenue(claim: FundamentalClaim, basis: Basis, fx: FxTable) -> Revenue | Refusal:
    rate = fx.mean(claim.currency or "", earliest(claim.start), latest(claim.end))
    scale = (2.0 if basis == "annualised_half_year" else 1.0) / rate.units_per_usd
    low, high = claim.low * scale, claim.high * scale
    if low < MINIMUM:
        return Refusal("pre_revenue", f"{claim.id}: {low * 1000:.3g} USD mn")
    return Revenue(claim, basis, low, high, rate)
