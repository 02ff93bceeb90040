r"""Baseline B3: residual income, for firms whose book value and forecasts are stated.

.. math:: F = B_0 + \sum_{t=1}^{T} \frac{(ROE_t - r) B_{t-1}}{(1+r)^t}
          + \frac{\omega}{1+r-\omega} \cdot \frac{(ROE_T - r) B_{T-1}}{(1+r)^T}

with clean surplus, :math:`B_t = B_{t-1} (1 + (1 - k) ROE_t)`, payout ratio k (Ohlson 1995; Frankel & Lee 1998). What is
left after T fades with persistence omega: 1 keeps it for ever, which is the form of Frankel & Lee, 0 ends it at T.
Without a stated one it is 0.62, which Dechow, Hutton & Sloan (1999) find for US firms; both ends stand beside as range.

References
----------
Ohlson 1995 Contemporary Accounting Research 11:661-687; Frankel & Lee 1998 Journal of Accounting and Economics
25:283-319; Dechow, Hutton & Sloan 1999 Journal of Accounting and Economics 26:1-34.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from ...ontology.values import latest
from .fx import FxTable, NoRateError, Rate
from .marks import months_before
from .observations import FundamentalClaim
from .reasons import Refusal

__all__ = ["MAX_AGE_MONTHS", "PERSISTENCE", "ResidualIncome", "residual_income", "residual_income_of"]

PERSISTENCE = 0.62
"""Part of a year's residual income that the next one keeps, where no claim states it."""
MAX_AGE_MONTHS = 24
"""How long ago the book value may date from, in months."""


def residual_income(
    book: float, roe: Sequence[float], cost: float, payout: Sequence[float] | float = 0.0, persistence: float = 1.0
) -> float:
    """Value by residual income, in the unit of `book`.

    Parameters
    ----------
    book : float
        Book value of equity now.
    roe : sequence of float
        Return on the equity that a year begins with, for each year ahead; at least one.
    cost : float
        Cost of equity, above 0.
    payout : float or sequence of float
        Part of a year's earnings that is paid out.
    persistence : float
        Of residual income after the last year, 0 to 1.

    Examples
    --------
    A firm that earns its cost of equity is worth its book value.

    >>> residual_income(100.0, [0.1, 0.1, 0.1], 0.1)
    100.0
    """
    if not roe or cost <= 0 or not 0 <= persistence <= 1:
        raise ValueError("residual income needs a forecast, a cost above 0 and a persistence of 0 to 1")
    paid = [payout] * len(roe) if isinstance(payout, (int, float)) else list(payout)
    value, equity, present = book, book, 0.0
    for year, (earned, out) in enumerate(zip(roe, paid, strict=True), start=1):
        present = (earned - cost) * equity / (1 + cost) ** year
        value += present
        equity *= 1 + (1 - out) * earned
    return value + persistence / (1 + cost - persistence) * present


@dataclass(frozen=True, slots=True)
class ResidualIncome:
    """Baseline B3 of one firm.

    Attributes
    ----------
    book : FundamentalClaim
    rate : Rate
        Of the month that the book value dates from.
    roe : tuple of FundamentalClaim
        Forecasts, one per year after the book value, in per cent.
    cost : FundamentalClaim
        Cost of equity, in per cent.
    payout, persistence : FundamentalClaim or None
        In per cent, and 0 to 1; None where assumed.
    implied, low, high : float
        Billions of US dollars, at the persistence, and at whichever of 0 and 1 gives less and more.
    """

    book: FundamentalClaim
    rate: Rate
    roe: tuple[FundamentalClaim, ...]
    cost: FundamentalClaim
    payout: FundamentalClaim | None
    persistence: FundamentalClaim | None
    implied: float
    low: float
    high: float

    def to_dict(self) -> dict[str, object]:
        """Operands and the claims that state them, as plain values."""
        stated = (self.book, *self.roe, self.cost, self.payout, self.persistence)
        return {
            "book_bn": _middle(self.book),
            "currency": self.book.currency,
            "fx": self.rate.to_dict(),
            "forecast_roe": [_middle(claim) / 100 for claim in self.roe],
            "cost_of_equity": _middle(self.cost) / 100,
            "payout_ratio": _middle(self.payout) / 100 if self.payout else 0.0,
            "payout_assumed": self.payout is None,
            "persistence": _middle(self.persistence) if self.persistence else PERSISTENCE,
            "persistence_assumed": self.persistence is None,
            "claims": [claim.id for claim in stated if claim is not None],
        }


def residual_income_of(claims: Sequence[FundamentalClaim], as_of: str, fx: FxTable) -> ResidualIncome | Refusal:
    """Baseline B3 from the figures of one firm.

    Parameters
    ----------
    claims : sequence of FundamentalClaim
        ``book_equity`` (billions), ``forecast_roe`` of the years after it, ``cost_of_equity``, ``payout_ratio`` (per
        cent), ``residual_income_persistence`` (0 to 1); the last two may be missing.
    as_of : str
    fx : FxTable

    Returns
    -------
    ResidualIncome or Refusal
        Refusal codes: ``no_book_value``, ``no_forecast_roe``, ``no_cost_of_equity``, ``no_rate_for_book``,
        ``worth_nothing``.
    """
    today = latest(as_of)
    usable = [claim for claim in claims if claim.evidence.rank != "deprecated"]
    book = _last(usable, "book_equity", today)
    if book is None or book.low <= 0 or latest(book.end) < months_before(today, MAX_AGE_MONTHS):
        return Refusal("no_book_value", "" if book is None else book.id)
    roe = _forecasts(usable, latest(book.end).year)
    cost = _last(usable, "cost_of_equity", today)
    if not roe:
        return Refusal("no_forecast_roe", str(latest(book.end).year + 1))
    if cost is None or cost.low <= 0:
        return Refusal("no_cost_of_equity", "" if cost is None else cost.id)
    return _value(book, roe, cost, usable, today, fx)


def _value(
    book: FundamentalClaim,
    roe: tuple[FundamentalClaim, ...],
    cost: FundamentalClaim,
    usable: Sequence[FundamentalClaim],
    today: date,
    fx: FxTable,
) -> ResidualIncome | Refusal:
    payout, kept = _last(usable, "payout_ratio", today), _last(usable, "residual_income_persistence", today)
    day = latest(book.end)
    try:
        rate = fx.mean(book.currency or "", day, day)
    except NoRateError as error:
        return Refusal("no_rate_for_book", f"{error.currency} {error.month}")
    persistence = _middle(kept) if kept else PERSISTENCE
    if not 0 <= persistence <= 1:
        return Refusal("bad_persistence", kept.id if kept else "")
    returns, share = [_middle(claim) / 100 for claim in roe], _middle(payout) / 100 if payout else 0.0
    amounts = [
        residual_income(_middle(book), returns, _middle(cost) / 100, share, end) / rate.units_per_usd
        for end in (persistence, 0.0, 1.0)
    ]
    if min(amounts) <= 0:
        return Refusal("worth_nothing", book.id)
    return ResidualIncome(book, rate, roe, cost, payout, kept, amounts[0], min(amounts), max(amounts))


def _last(claims: Sequence[FundamentalClaim], metric: str, today: date) -> FundamentalClaim | None:
    found = [claim for claim in claims if claim.metric == metric and latest(claim.end) <= today]
    return min(found, key=lambda claim: (-latest(claim.end).toordinal(), claim.evidence.tier, claim.id), default=None)


def _forecasts(claims: Sequence[FundamentalClaim], year: int) -> tuple[FundamentalClaim, ...]:
    """Forecasts of the years after `year`, up to the first year that has none."""
    by_year: dict[int, FundamentalClaim] = {}
    for claim in sorted(claims, key=lambda claim: (claim.evidence.tier, claim.id)):
        if claim.metric == "forecast_roe":
            by_year.setdefault(latest(claim.end).year, claim)
    found: list[FundamentalClaim] = []
    while (following := by_year.get(year + 1 + len(found))) is not None:
        found.append(following)
    return tuple(found)


def _middle(claim: FundamentalClaim) -> float:
    if claim.metric == "book_equity":
        return math.sqrt(claim.low) * math.sqrt(claim.high)
    return (claim.low + claim.high) / 2
