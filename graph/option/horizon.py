"""What a shorter horizon of capital would have to be worth, to make a gap in premium by itself (METHOD 6.3, H3).

Two ways are worked out. Through the discount rate, a gap of g log points over tau years needs a difference of g / tau a
year. Through truncation, a fund must sell at year h what has not paid by then, at a multiple m of what it is worth to
whoever can wait. If the prize arrives after a time that is gamma distributed (mean tau, shape k), discounted at r, the
value to the fund is the part P(k, (k/tau + r) h) of the whole (P the regularised incomplete gamma function), plus m
times the rest. Shape 1 is a constant hazard; with growing shape the prize comes ever more surely at tau.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final

from ..plain_values import rounded
from .formula import check_number

__all__ = ["EXIT_MULTIPLES", "SHAPES", "Horizon", "Truncation", "horizon", "truncation"]

SHAPES: Final = (1.0, 4.0, 16.0, math.inf)
"""Shapes of the arrival's density; infinite: at tau for sure."""
EXIT_MULTIPLES: Final = (0.0, 0.25, 0.5)


@dataclass(frozen=True, slots=True)
class Truncation:
    """Loss of a fund that must sell early.

    Attributes
    ----------
    shape, exit_multiple : float
    kept : float
        Part of the whole value that the fund gets, 0 to 1.
    log_loss : float or None
        -ln of it, in log points; None where nothing is left.
    multiple_needed : tuple of (float or None)
        Exit multiple at which the loss is the low and the high end of the gap; None where not even a multiple of zero
        makes it as large.
    """

    shape: float
    exit_multiple: float
    kept: float
    log_loss: float | None
    multiple_needed: tuple[float | None, float | None]

    def to_dict(self) -> dict[str, object]:
        """Truncation as plain values; an infinite shape is None, "at tau for sure"."""
        return {
            "shape": None if math.isinf(self.shape) else self.shape,
            "exit_multiple": self.exit_multiple,
            "kept": rounded(self.kept),
            "log_loss": None if self.log_loss is None else rounded(self.log_loss),
            "multiple_needed": [None if end is None else rounded(end) for end in self.multiple_needed],
        }


@dataclass(frozen=True, slots=True)
class Horizon:
    """What a horizon would have to be worth.

    Attributes
    ----------
    pair : tuple of str
        Firms whose gap it is.
    gap : tuple of float
        Difference of their premiums over the essay's own baseline, in log points.
    rate, years, exit_year : float
    rate_difference : tuple of float
        Difference of discount rates that makes the gap by itself, a year.
    truncations : tuple of Truncation
    """

    pair: tuple[str, str]
    gap: tuple[float, float]
    rate: float
    years: float
    exit_year: float
    rate_difference: tuple[float, float]
    truncations: tuple[Truncation, ...]

    def to_dict(self) -> dict[str, object]:
        """Horizon as plain values."""
        return {
            "pair": list(self.pair),
            "gap_log_points": [rounded(end) for end in self.gap],
            "rate": self.rate,
            "years": self.years,
            "exit_year": self.exit_year,
            "rate_difference": [rounded(end) for end in self.rate_difference],
            "arrival": "gamma, mean = years",
            "truncations": [found.to_dict() for found in self.truncations],
        }


def truncation(rate: float, years: float, exit_year: float, shape: float, exit_multiple: float) -> float:
    """Part of the prize's value that is left to a fund that must sell at `exit_year`.

    Raises
    ------
    OptionError
        A negative rate, years or exit year not above zero, a multiple outside 0 to 1.

    Examples
    --------
    >>> round(truncation(0.12, 10, 7, 1, 0), 4), truncation(0.12, 10, 7, math.inf, 0.1)
    (0.7856, 0.1)
    """
    check_number("rate", "贴现率 rate", rate, least=0.0)
    check_number("years", "年限 years", years, above=0.0)
    check_number("exit_year", "退出年份 exit_year", exit_year, above=0.0)
    check_number("exit_multiple", "退出倍数 exit_multiple", exit_multiple, least=0.0, most=1.0)
    inside = _before(rate, years, exit_year, shape)
    return inside + exit_multiple * (1.0 - inside)


def _before(rate: float, years: float, exit_year: float, shape: float) -> float:
    """Part of the present value that has arrived by the exit."""
    if math.isinf(shape):
        return float(exit_year >= years)
    from scipy.special import gammainc

    return float(gammainc(shape, (shape / years + rate) * exit_year))


def horizon(pair: tuple[str, str], gap: tuple[float, float], rate: float, years: float, exit_year: float) -> Horizon:
    """What a horizon would have to be worth to make the gap of a pair by itself."""
    check_number("years", "年限 years", years, above=0.0)
    found = []
    for shape in SHAPES:
        for multiple in EXIT_MULTIPLES:
            kept = truncation(rate, years, exit_year, shape, multiple)
            needed = tuple(_needed(end, _before(rate, years, exit_year, shape)) for end in gap)
            loss = -math.log(kept) + 0.0 if kept > 0 else None
            found.append(Truncation(shape, multiple, kept, loss, (needed[0], needed[1])))
    differences = (gap[0] / years, gap[1] / years)
    return Horizon(pair, gap, rate, years, exit_year, differences, tuple(found))


def _needed(gap: float, inside: float) -> float | None:
    rest = math.exp(-gap) - inside
    return rest / (1.0 - inside) if rest >= 0 and inside < 1 else None
