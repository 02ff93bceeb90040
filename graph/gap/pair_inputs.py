"""What is known of the firms of the essay's pairs, as ranges: value, revenue, power, and how wide each may be.

A range is the hull of what the claims state, at the lowest and the highest monthly rate of its months; draws are
log-uniform within it. What a figure of another period says about twelve months is an assumption, stated here.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from ...ontology.values import earliest, latest
from ..plain_values import finite
from ..worth.draws import log_uniform
from ..worth.fx import FxTable, NoRateError
from ..worth.growth import growth_of
from ..worth.marks import MARK_TYPES, MAX_AGE_MONTHS, Mark, months_before, reference_day
from ..worth.observations import FundamentalClaim, Observations, ValuationClaim
from ..worth.premium_result import FirmPremium, middle
from ..worth.reasons import Refusal
from ..worth.revenue import Revenue, best_revenue
from .estimate import Floats

__all__ = ["ESSAY", "PERIOD_FACTORS", "Amount", "later_revenue", "log_draws", "revenue_of", "value_of"]

ESSAY = "essay"
"""Source whose own valuations stand beside the best mark."""
PERIOD_FACTORS: Mapping[str, tuple[float, float]] = {
    "annualised_half_year": (0.75, 1.25),
    "run_rate": (0.5, 1.0),
}
"""Revenue of twelve months over the figure that stands in for it: a doubled half-year may lie below or above it, a run
rate of a growing firm above it. Twelve months that ended earlier are carried forward at most at their last growth."""
_RATE_MONTHS = 2
_LATER_DAYS = 366
_YEAR = 365.25


@dataclass(frozen=True, slots=True)
class Amount:
    """A range in billions of US dollars.

    Attributes
    ----------
    low, high : float
    basis : str
        Type of the mark, or basis of the revenue.
    period : str
        Date of the value, end of the revenue's period.
    claims : tuple of str
    """

    low: float
    high: float
    basis: str
    period: str
    claims: tuple[str, ...]

    @property
    def middle(self) -> float:
        """Geometric middle."""
        return middle((self.low, self.high))

    def to_dict(self) -> dict[str, object]:
        """Range as plain values."""
        return {
            "usd_bn": [finite(self.low), finite(self.high)],
            "basis": self.basis,
            "period": self.period,
            "claims": list(self.claims),
        }


def log_draws(amount: Amount, rng: np.random.Generator, draws: int) -> Floats:
    """Log-uniform draws of an amount, in logs."""
    return log_uniform(amount.low, amount.high, rng.random(draws))


def value_of(firm: FirmPremium, seen: Observations, as_of: str) -> Amount | Refusal:
    """Value of a firm: the hull of its best mark and of what the essay states, at the rates of their months."""
    mark = firm.mark
    claims = [mark.claim] if isinstance(mark, Mark) else []
    claims += [claim for claim in _essay_values(seen.valuations.get(firm.firm.id, ()), as_of) if claim not in claims]
    if not claims:
        return Refusal("gap_no_value", firm.firm.id)
    ends: list[float] = []
    for claim in claims:
        last = min(latest(claim.date), latest(as_of))
        try:
            weak, strong = _rates(seen.fx, claim.currency, months_before(last, _RATE_MONTHS), last)
        except NoRateError:
            continue
        ends += [claim.low / strong, claim.high / weak]
    if not ends:
        return Refusal("no_rate_for_mark", firm.firm.id)
    first = claims[0]
    basis = MARK_TYPES.get(first.kind, first.kind)
    return Amount(min(ends), max(ends), basis, first.date, tuple(claim.id for claim in claims))


def revenue_of(revenue: Revenue, firm: str, seen: Observations, as_of: str, multiple: float = 1.0) -> Amount:
    """Revenue of twelve months up to a date as a range.

    Parameters
    ----------
    revenue : Revenue
    firm : str
    seen : Observations
    as_of : str
    multiple : float
        Factor on both ends.
    """
    claim, today = revenue.claim, latest(as_of)
    weak, strong = _rates(seen.fx, claim.currency or "", earliest(claim.start), latest(claim.end))
    mean = revenue.rate.units_per_usd
    low, high = revenue.low * mean / strong, revenue.high * mean / weak
    if revenue.basis in PERIOD_FACTORS:
        less, more = PERIOD_FACTORS[revenue.basis]
    else:
        growth = growth_of(revenue, seen.fundamentals.get(firm, ()), seen.figures.get(firm, ()), today)
        years = max(0.0, (today - latest(claim.end)).days / _YEAR)
        carried = (growth.ratio if growth else 1.0) ** years
        less, more = min(1.0, carried), max(1.0, carried)
    return Amount(low * less * multiple, high * more * multiple, revenue.basis, claim.end, (claim.id,))


def later_revenue(claims: Sequence[FundamentalClaim], as_of: str, fx: FxTable) -> Revenue | None:
    """Revenue from figures up to a year after the date: hindsight, used only where it is said to be."""
    until = latest(as_of) + timedelta(days=_LATER_DAYS)
    found = best_revenue(claims, until.isoformat(), fx)
    return None if isinstance(found, Refusal) else found


def _essay_values(claims: Sequence[ValuationClaim], as_of: str) -> list[ValuationClaim]:
    today = latest(as_of)
    window = months_before(today, MAX_AGE_MONTHS)
    return [
        claim
        for claim in claims
        if ESSAY in claim.evidence.sources
        and (claim.kind in MARK_TYPES or claim.kind == "unspecified")
        and claim.evidence.rank != "deprecated"
        and window <= reference_day(claim.date) <= today
        and claim.low > 0
    ]


def _rates(fx: FxTable, currency: str, first: date, last: date) -> tuple[float, float]:
    """Lowest and highest monthly rate from one day's month to another's."""
    count = (last.year - first.year) * 12 + last.month - first.month
    months = [months_before(last.replace(day=1), back) for back in range(max(0, count) + 1)]
    rates = [fx.at(currency, f"{month:%Y-%m}").units_per_usd for month in months]
    return min(rates), max(rates)
