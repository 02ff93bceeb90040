"""The probability budget: one prize cannot be won by chances that sum to more than one."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ..plain_values import rounded
from .firms import OptionFirm
from .formula import Terms, check_number, discount

__all__ = ["BreakEven", "Budget", "Pays", "break_even", "budget", "check_shares", "pays"]

RATES = (0.0, 0.08, 0.12, 0.20)
HORIZONS = (5.0, 10.0, 15.0)


@dataclass(frozen=True, slots=True)
class Budget:
    """Sum of the implied chances of rivals, under one set of terms.

    Attributes
    ----------
    terms : Terms
    total : float
        Sum over the labs (of p theta, for partial prizes), chances below zero counted as zero.
    allocated : float
        What the caller set aside for others.
    interval : tuple of float
        5th and 95th percentile of the total over draws of marks and baselines.
    above_one : float
        Part of the draws in which total and allocation exceed one.
    """

    terms: Terms
    total: float
    allocated: float
    interval: tuple[float, float]
    above_one: float

    @property
    def left(self) -> float:
        """What is left for everybody else; below zero for a Dutch book."""
        return 1.0 - self.total - self.allocated

    @property
    def dutch_book(self) -> bool:
        """Whether the chances sum to more than one: buying all rivals loses, whoever wins."""
        return self.left < 0

    def to_dict(self) -> dict[str, object]:
        """Budget as plain values."""
        return {
            **self.terms.to_dict(),
            "sum": rounded(self.total),
            "allocated": rounded(self.allocated),
            "left": rounded(self.left),
            "interval": [rounded(end) for end in self.interval],
            "share_of_draws_above_one": rounded(self.above_one),
            "dutch_book": self.dutch_book,
        }


def check_shares(name: str, shares: Mapping[str, float], *, zero: bool) -> None:
    """See that each share lies in 0 to 1; raises :class:`OptionError` that names the firm."""
    for firm, share in shares.items():
        least = 0.0 if zero else 1e-6
        check_number(f"{name}: {firm}", f"{name}：{firm}", share, least=least, most=1.0)


def budget(labs: Sequence[OptionFirm], terms: Terms, allocation: Mapping[str, float], draws: int, seed: int) -> Budget:
    """Sum of the implied chances of `labs` under `terms`.

    Parameters
    ----------
    labs : sequence of OptionFirm
    terms : Terms
    allocation : mapping
        Chances set aside for firms that are no labs.
    draws, seed : int

    Notes
    -----
    Partial prizes do not widen the budget. A firm that can win only a part theta needs p = (V - F) / (theta T d), so
    that p theta, of which the sum is taken, is what it is for the whole prize.
    """
    import numpy as np

    total = math.fsum(max(0.0, firm.excess) for firm in labs) / terms.present
    aside = math.fsum(allocation.values())
    rows = [np.maximum(firm.excess_draws(draws, seed), 0.0) for firm in labs]
    totals = np.sum(rows, axis=0) / terms.present if rows else np.zeros(draws)
    low, high = np.quantile(totals, [0.05, 0.95])
    return Budget(terms, total, aside, (float(low), float(high)), float(np.mean(totals + aside > 1.0)))


@dataclass(frozen=True, slots=True)
class BreakEven:
    """Prize at which the chances of the labs sum to one, by rate and horizon."""

    rate: float
    years: float
    prize: float

    def to_dict(self) -> dict[str, float]:
        """Break-even as plain values."""
        return {"rate": self.rate, "years": self.years, "prize_usd_bn": rounded(self.prize)}


def break_even(labs: Sequence[OptionFirm], aside: float, rates: Sequence[float] = RATES) -> tuple[BreakEven, ...]:
    """Prize at which the implied chances, with what is set aside, sum to exactly one, compounded continuously."""
    excess = math.fsum(max(0.0, firm.excess) for firm in labs)
    if excess <= 0 or aside >= 1:
        return ()
    return tuple(
        BreakEven(rate, years, excess / (1.0 - aside) / discount(rate, years)) for rate in rates for years in HORIZONS
    )


@dataclass(frozen=True, slots=True)
class Pays:
    """Chance of a prize at which a firm's price pays, by rate and horizon; above one it cannot."""

    firm: str
    prize: float
    rate: float
    years: float
    probability: float

    def to_dict(self) -> dict[str, object]:
        """Chance as plain values."""
        return {
            "id": self.firm,
            "prize_usd_bn": self.prize,
            "rate": self.rate,
            "years": self.years,
            "probability": rounded(self.probability),
        }


def pays(labs: Sequence[OptionFirm], prizes: Sequence[float], rates: Sequence[float] = RATES) -> tuple[Pays, ...]:
    """Chances at which each price pays, compounded continuously."""
    return tuple(
        Pays(firm.id, prize, rate, years, firm.probability(Terms(prize, rate, years)))
        for firm in labs
        for prize in prizes
        for rate in rates
        for years in HORIZONS
    )
