"""Baseline B2: the steady-state model that the essay reports, for the firms that it speaks of.

For OpenAI: price/earnings times an assumed steady-state profit (30 x 3 = 90 billion dollars). For a
first-tier Chinese model company: that times three coefficients (market, share, margin), of which the essay
gives the product alone, as a value of 60 billion yuan; the coefficients are not identified one by one. The
low end of the range that it later gives for such companies stands beside as a second anchor. Every operand
is a claim of the store, none a constant here. The firms of the group are those that the essay's statements
name, or whose valuations those statements rest on.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from ...ontology.values import earliest, latest
from .assumptions import EARNINGS_MULTIPLE, PROFIT, Assumption
from .fx import FxTable, NoRateError, Rate
from .marks import MARK_TYPES, MAX_AGE_MONTHS, best_mark, months_before, reference_day
from .observations import Observations, ValuationClaim
from .reasons import Refusal

__all__ = ["Anchor", "SteadyState", "anchors", "steady_states"]


@dataclass(frozen=True, slots=True)
class Anchor:
    """One value that the model gives for a firm.

    Attributes
    ----------
    statements : tuple of str
        Statements that give the operands.
    stated : float
        Billions of `currency`.
    currency : str
    implied : float
        Billions of US dollars, at the rate of the month of the value it is compared with.
    rate : Rate
    coefficients : float or None
        What remains of the product for a firm that is no ceiling itself: its value over the ceiling's, at
        the rate of the month in which both were stated. Product of three factors that are not known one by
        one.
    """

    statements: tuple[str, ...]
    stated: float
    currency: str
    implied: float
    rate: Rate
    coefficients: float | None

    def log_premium(self, value: float) -> float:
        """Premium of a value, in billions of US dollars, over this anchor, in log points."""
        return math.log(value) - math.log(self.implied)


@dataclass(frozen=True, slots=True)
class SteadyState:
    """Baseline B2 of one firm.

    Attributes
    ----------
    observed : str
        Id of the valuation compared: the essay's own where it states one, else the firm's mark.
    low, high : float
        That valuation, in billions of US dollars.
    anchors : tuple of Anchor
        The model's values, the main one first.
    """

    observed: str
    low: float
    high: float
    anchors: tuple[Anchor, ...]

    def to_dict(self) -> dict[str, object]:
        """Values, premiums and operands, as plain values."""
        return {
            "observed": self.observed,
            "value_usd_bn": [self.low, self.high],
            "anchors": [
                {
                    "statements": list(anchor.statements),
                    "stated_bn": anchor.stated,
                    "currency": anchor.currency,
                    "implied_usd_bn": anchor.implied,
                    "log_premium": [anchor.log_premium(self.low), anchor.log_premium(self.high)],
                    "coefficients_product": anchor.coefficients,
                    "fx": anchor.rate.to_dict(),
                }
                for anchor in self.anchors
            ],
        }


def steady_states(assumptions: Iterable[Assumption], seen: Observations, as_of: str) -> dict[str, SteadyState]:
    """Baseline B2 of every firm that a text applies it to, as of a date.

    Parameters
    ----------
    assumptions : iterable of Assumption
    seen : Observations
    as_of : str

    Returns
    -------
    dict
        By firm; without the firms that have no valuation in the 12 months before, or whose currency has no
        rate.
    """
    found: dict[str, SteadyState] = {}
    stated = sorted(assumptions, key=lambda assumption: assumption.id)
    for text in sorted({assumption.text for assumption in stated}):
        own = [assumption for assumption in stated if assumption.text == text]
        for firm in _firms(own, seen):
            observed = _observed(seen, firm, text, as_of)
            if observed is None:
                continue
            claim, low, high = observed
            try:
                values = anchors(own, firm, seen.fx, *_period(claim, as_of))
            except NoRateError:
                continue
            if values:
                found[firm] = SteadyState(claim.id, low, high, values)
    return found


def _firms(own: Sequence[Assumption], seen: Observations) -> list[str]:
    """Firms that the model of one text applies to: the one whose profit it assumes, those of the group."""
    named = {firm for item in own if item.predicate == PROFIT or item.of_a_group for firm in item.firms}
    claims = {claim for item in own if item.of_a_group for claim in item.rests_on}
    priced = {firm for firm, found in seen.valuations.items() if any(claim.id in claims for claim in found)}
    return sorted(named | priced)


def anchors(own: Sequence[Assumption], firm: str, fx: FxTable, first: date, last: date) -> tuple[Anchor, ...]:
    """Model values of `firm` by the statements of one text.

    Parameters
    ----------
    own : sequence of Assumption
        Statements of the text.
    firm : str
    fx : FxTable
    first, last : date
        Days that the value compared with may date from: amounts become dollars at the mean rate of their
        months, so that two amounts in one currency compare as stated.

    Raises
    ------
    NoRateError
        There is no rate for a currency at those months, or at the month of a statement.
    """
    product = _product(own)
    if product is None:
        return ()
    profit, multiple = product
    low, high = profit.low * multiple.low, profit.high * multiple.high
    if firm in profit.firms:
        rate, operands = fx.mean(profit.currency or "", first, last), (multiple.id, profit.id)
        return tuple(
            Anchor(operands, stated, rate.currency, stated / rate.units_per_usd, rate, None)
            for stated in dict.fromkeys((high, low))
        )
    ceiling = math.sqrt(low * high) / _then(fx, profit.currency, profit.date).units_per_usd
    found: dict[tuple[float, str], Anchor] = {}
    for value in sorted((item for item in own if item.of_a_group), key=lambda item: (item.date, item.id)):
        rate, then = fx.mean(value.currency or "", first, last), _then(fx, value.currency, profit.date)
        for stated in (value.high, value.low):
            share = stated / then.units_per_usd / ceiling
            anchor = Anchor((value.id,), stated, rate.currency, stated / rate.units_per_usd, rate, share)
            found.setdefault((stated, rate.currency), anchor)
    return tuple(found.values())


def _then(fx: FxTable, currency: str | None, when: str) -> Rate:
    return fx.mean(currency or "", earliest(when), latest(when))


def _period(claim: ValuationClaim, as_of: str) -> tuple[date, date]:
    return earliest(claim.date), min(latest(claim.date), latest(as_of))


def _product(own: Sequence[Assumption]) -> tuple[Assumption, Assumption] | None:
    profits = [item for item in own if item.predicate == PROFIT and item.currency]
    multiples = [item for item in own if item.predicate == EARNINGS_MULTIPLE]
    return (profits[0], multiples[0]) if profits and multiples else None


def _observed(seen: Observations, firm: str, text: str, as_of: str) -> tuple[ValuationClaim, float, float] | None:
    """Valuation that the text itself states for a firm, else the firm's mark, in billions of US dollars."""
    today = latest(as_of)
    window = months_before(today, MAX_AGE_MONTHS)
    own = [
        claim
        for claim in seen.valuations.get(firm, ())
        if text in claim.evidence.sources
        and (claim.kind in MARK_TYPES or claim.kind == "unspecified")
        and window <= reference_day(claim.date) <= today
        and claim.low > 0
    ]
    if own:
        claim = max(own, key=lambda claim: (earliest(claim.date), claim.id))
        try:
            rate = seen.fx.mean(claim.currency, *_period(claim, as_of))
        except NoRateError:
            return None
        return claim, claim.low / rate.units_per_usd, claim.high / rate.units_per_usd
    mark = best_mark(seen.valuations.get(firm, ()), as_of, seen.fx)
    return None if isinstance(mark, Refusal) else (mark.claim, mark.low, mark.high)
