"""Claims of value and revenue that were not chosen, and why: the other side of the choice of mark and revenue."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

from ...ontology.values import earliest, latest
from . import marks, revenue
from .observations import FundamentalClaim, ValuationClaim
from .reasons import Refusal

__all__ = ["Passed", "passed_marks", "passed_revenues"]

_Claim = TypeVar("_Claim", ValuationClaim, FundamentalClaim)
_MARK_ORDER = (
    "lower_rank", "other_type", "earlier", "softer_status", "from_memory", "weaker_source", "same_otherwise",
)  # fmt: skip
_REVENUE_ORDER = (
    "weaker_basis", "earlier", "lower_rank", "softer_status", "from_memory", "weaker_source", "same_otherwise",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Passed:
    """A claim that was not chosen.

    Attributes
    ----------
    claim : ValuationClaim or FundamentalClaim
    reason : str
        Key of :data:`~definer.graph.worth.reasons.REASONS`.
    """

    claim: ValuationClaim | FundamentalClaim
    reason: str

    def to_dict(self) -> dict[str, object]:
        """Claim and reason as plain values."""
        claim, reason = self.claim, Refusal(self.reason)
        when = (
            {"kind": claim.kind, "date": claim.date}
            if isinstance(claim, ValuationClaim)
            else {"kind": claim.metric, "period": [claim.start, claim.end]}
        )
        return {
            "claim": claim.id,
            **when,
            "stated_bn": [claim.low, claim.high],
            "currency": claim.currency,
            **claim.evidence.to_dict(),
            "reason": self.reason,
            "reason_text": reason.words,
        }


def passed_marks(claims: Sequence[ValuationClaim], chosen: marks.Mark | Refusal, as_of: str) -> tuple[Passed, ...]:
    """Valuations of a firm that are not its mark, the latest first.

    Parameters
    ----------
    claims : sequence of ValuationClaim
        Claims about the firm, of every kind and date.
    chosen : Mark or Refusal
    as_of : str
    """
    today = latest(as_of)
    faults = {claim.id: _mark_fault(claim, today) for claim in claims}
    return _passed(claims, chosen, faults, marks.preference, _MARK_ORDER, "no_rate_for_mark")


def _mark_fault(claim: ValuationClaim, today: date) -> str | None:
    day = marks.reference_day(claim.date)
    faults = (
        ("after_date", day > today),
        ("deprecated", claim.evidence.rank == "deprecated"),
        ("not_a_price", claim.kind not in marks.MARK_TYPES),
        ("weak_status", claim.evidence.status not in marks.STATUSES),
        ("not_above_zero", claim.low <= 0),
        ("stale_mark", day < marks.months_before(today, marks.MAX_AGE_MONTHS)),
    )
    return next((code for code, holds in faults if holds), None)


def passed_revenues(
    claims: Sequence[FundamentalClaim], chosen: revenue.Revenue | Refusal, as_of: str
) -> tuple[Passed, ...]:
    """Revenues of a firm that are not the one taken, the latest first; as :func:`passed_marks`."""
    today = latest(as_of)
    faults = {claim.id: _revenue_fault(claim, today) for claim in claims}
    return _passed(claims, chosen, faults, revenue.preference, _REVENUE_ORDER, "no_rate_for_revenue")


def _revenue_fault(claim: FundamentalClaim, today: date) -> str | None:
    basis = revenue.basis_of(claim)
    months = revenue.RUN_RATE_MONTHS if basis == "run_rate" else revenue.MAX_AGE_MONTHS
    faults = (
        ("after_date", latest(claim.end) > today),
        ("deprecated", claim.evidence.rank == "deprecated"),
        ("no_currency", claim.currency is None),
        ("negative_revenue", claim.low < 0),
        ("weak_status", claim.evidence.status not in revenue.STATUSES),
        ("other_period", basis is None),
        ("stale_revenue", latest(claim.end) < marks.months_before(today, months)),
    )
    return next((code for code, holds in faults if holds), None)


def _passed(
    claims: Sequence[_Claim],
    chosen: marks.Mark | revenue.Revenue | Refusal,
    faults: Mapping[str, str | None],
    order: Callable[[_Claim], tuple[int | str, ...]],
    names: Sequence[str],
    no_rate: str,
) -> tuple[Passed, ...]:
    fit = [claim for claim in claims if faults[claim.id] is None]
    refused = isinstance(chosen, Refusal)
    # Where none was taken, the others stand behind the one that would have been.
    first = min(fit, key=order, default=None) if isinstance(chosen, Refusal) else chosen.claim
    found = []
    for claim in claims:
        if first is not None and claim.id == first.id:
            if refused:
                found.append(Passed(claim, chosen.code if isinstance(chosen, Refusal) else no_rate))
        elif (fault := faults[claim.id]) is not None or first is None:
            found.append(Passed(claim, fault or no_rate))
        else:
            best = next(item for item in claims if item.id == first.id)
            found.append(Passed(claim, _difference(order(claim), order(best), names) or no_rate))
    return tuple(sorted(found, key=lambda passed: (_last_day(passed.claim), passed.claim.id), reverse=True))


def _difference(own: tuple[Any, ...], best: tuple[Any, ...], names: Sequence[str]) -> str | None:
    """What decided against a claim; None where nothing did, so that it failed for want of a rate."""
    for name, mine, others in zip(names, own, best, strict=True):
        if mine != others:
            return name if mine > others else None
    return None


def _last_day(claim: ValuationClaim | FundamentalClaim) -> date:
    return earliest(claim.date) if isinstance(claim, ValuationClaim) else latest(claim.end)
