"""Marks: what a firm was valued at, as of a date, and how firm a price that was.

A mark is a price somebody paid or could have paid: a market capitalisation, a priced round, a sale of
existing shares, the price of the whole firm. Talks, targets, pre-money values, estimates, subsidiaries'
capitalisations and list values that repeat an old round are none. A mark is at most 12 months old (METHOD
2); an older one is stale.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from ...ontology.values import earliest, latest, precision
from .fx import FxTable, NoRateError, Rate
from .observations import ValuationClaim
from .reasons import Refusal

__all__ = [
    "MARK_TYPES",
    "MAX_AGE_MONTHS",
    "STATUSES",
    "Mark",
    "best_mark",
    "months_before",
    "preference",
    "reference_day",
]

MAX_AGE_MONTHS = 12
"""Oldest mark that counts, in months before the date asked for."""

MARK_TYPES: dict[str, str] = {
    "market_cap": "public",
    "post_money": "primary",
    "implied_by_stake": "primary",
    "secondary": "secondary",
    "tender": "secondary",
    "acquisition_price": "acquisition",
}
"""Kind of valuation that is a mark -> its type (rumours are none; ``acquisition`` pays for control too)."""

_CLASS = {"public": 0, "primary": 1, "secondary": 2, "acquisition": 2}
_RANK = {"preferred": 0, "normal": 1}
STATUSES = {"reported": 0, "implied": 1, "estimate": 2, "disputed": 3}
"""Statuses that a mark may have, best first: not stale, forecast, terminated, or a known undercount."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A firm's mark.

    Attributes
    ----------
    claim : ValuationClaim
        As stated, in billions of its own currency.
    mark_type : str
        ``public``, ``primary``, ``secondary`` or ``acquisition``.
    low, high : float
        Billions of US dollars.
    age_days : int
        From the day the date stands for (:func:`reference_day`) to the date asked for.
    rate : Rate
        Exchange rate used.
    """

    claim: ValuationClaim
    mark_type: str
    low: float
    high: float
    age_days: int
    rate: Rate

    def to_dict(self) -> dict[str, object]:
        """Mark and where it comes from, as plain values."""
        claim = self.claim
        return {
            "claim": claim.id,
            "type": self.mark_type,
            "kind": claim.kind,
            "date": claim.date,
            "age_days": self.age_days,
            "stated_bn": [claim.low, claim.high],
            "currency": claim.currency,
            **claim.evidence.to_dict(),
            "fx": self.rate.to_dict(),
        }


def reference_day(when: str) -> date:
    """Day that a date stands for: itself, the first of a month, the middle of a year.

    A list of market values is dated by its year and made in spring: from mid-year on it is known, and for a
    year.

    Examples
    --------
    >>> reference_day("2025").isoformat(), reference_day("2025-11").isoformat()
    ('2025-07-01', '2025-11-01')
    """
    return date(int(when), 7, 1) if precision(when) == "year" else earliest(when)


def months_before(day: date, months: int) -> date:
    """Go back by `months`, to the same day of the month, or its last where it has no such day.

    Examples
    --------
    >>> months_before(date(2024, 2, 29), 12).isoformat()
    '2023-02-28'
    """
    count = day.year * 12 + day.month - 1 - months
    year, month = divmod(count, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def best_mark(claims: Sequence[ValuationClaim], as_of: str, fx: FxTable) -> Mark | Refusal:
    """Best mark among the claims about one firm.

    Of the marks dated in the 12 months up to `as_of`: best rank, then public before priced rounds before
    sales of shares, then the latest date, then the firmer status, then sourced before known, then the
    better source, then the id.

    Parameters
    ----------
    claims : sequence of ValuationClaim
        Claims about the firm, of every kind and date.
    as_of : str
        Date asked for; of a month or year, its last day.
    fx : FxTable
        Rates; an amount is converted at the mean of the month (or months) its date names, up to `as_of`.

    Returns
    -------
    Mark or Refusal
        Refusal codes: ``no_mark``, ``not_a_mark``, ``not_above_zero``, ``stale_mark``, ``no_rate_for_mark``.
    """
    today = latest(as_of)
    known = [claim for claim in claims if reference_day(claim.date) <= today and claim.evidence.rank != "deprecated"]
    marks = [claim for claim in known if _is_mark(claim)]
    window = months_before(today, MAX_AGE_MONTHS)
    fresh = [claim for claim in marks if reference_day(claim.date) >= window]
    missing: NoRateError | None = None
    for claim in sorted(fresh, key=preference):
        try:
            return _convert(claim, today, fx)
        except NoRateError as error:
            missing = missing or error
    if missing is not None:
        return Refusal("no_rate_for_mark", f"{missing.currency} {missing.month}")
    # A value of nothing is a slip of a claim, no price: it is named, and not passed over.
    nothing = [
        claim.id
        for claim in known
        if claim.kind in MARK_TYPES and claim.low <= 0 and reference_day(claim.date) >= window
    ]
    if nothing:
        return Refusal("not_above_zero", min(nothing))
    if marks:
        return Refusal("stale_mark", max(claim.date for claim in marks))
    recent = sorted({claim.kind for claim in known if reference_day(claim.date) >= window})
    return Refusal("not_a_mark", ", ".join(recent)) if recent else Refusal("no_mark")


def _is_mark(claim: ValuationClaim) -> bool:
    return claim.kind in MARK_TYPES and claim.evidence.status in STATUSES and claim.low > 0


def preference(claim: ValuationClaim) -> tuple[int, int, int, int, int, int, str]:
    """Order of marks, best first: rank, type, date, status, known, tier, id."""
    evidence = claim.evidence
    return (
        _RANK.get(evidence.rank, 1),
        _CLASS[MARK_TYPES[claim.kind]],
        # The first day that may be meant: a value dated by its year never beats a dated one of the same year.
        -earliest(claim.date).toordinal(),
        STATUSES[evidence.status],
        int(evidence.evidence == "known"),
        evidence.tier,
        claim.id,
    )


def _convert(claim: ValuationClaim, today: date, fx: FxTable) -> Mark:
    rate = fx.mean(claim.currency, earliest(claim.date), min(latest(claim.date), today))
    age = (today - reference_day(claim.date)).days
    low, high = claim.low / rate.units_per_usd, claim.high / rate.units_per_usd
    return Mark(claim, MARK_TYPES[claim.kind], low, high, age, rate)
