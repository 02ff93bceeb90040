"""Permutation test of a slope beside controls, within strata and HC3-studentised, and its inversion.

The residuals of the regression on the controls alone are permuted within strata; each permuted outcome is regressed on
column and controls, and its HC3 t compared with the observed one. Permuting within paradigms keeps every difference
between paradigms out of the test; studentising keeps its size where the variance depends on the column (METHOD 3.2).

A hypothesis "the slope is b" is the same test with b times the column taken off the outcome. Numerator and variance of
the permuted t are a line and a parabola in b, so five numbers a permutation answer for every b, and the interval costs
no second round of permutations.

References
----------
Freedman & Lane (1983), A nonstochastic interpretation of reported significance levels.
Winkler, Ridgway, Webster, Smith & Nichols (2014), Permutation inference for the general linear model.
DiCiccio & Romano (2017), Robust permutation tests for correlation and regression coefficients.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .permuting import Orders
from .slope import Floats, Slope

__all__ = ["TOLERANCE", "FreedmanLane", "freedman_lane"]

_CHUNK = 2_000
TOLERANCE = 1e-9
"""Two permutations that differ only in the order of summation count as equal."""
_REACH, _STEPS = 12, 4  # standard errors to each side in which an end is looked for, and steps in each
_HALVINGS = 60


@dataclass(frozen=True)
class FreedmanLane:
    """What the permutations of one outcome say of every hypothesis about the slope.

    Attributes
    ----------
    estimate, error : float
        Slope and HC3 standard error.
    numerator, shift : ndarray of shape (B,)
        Slope of each permuted outcome under b is ``numerator - b * shift``.
    parabola : ndarray of shape (3, B)
        Its HC3 variance is ``parabola[0] - 2 * b * parabola[1] + b**2 * parabola[2]``.
    """

    estimate: float
    error: float
    numerator: Floats
    shift: Floats
    parabola: Floats

    @property
    def permutations(self) -> int:
        """B."""
        return len(self.numerator)

    def p(self, slope: float = 0.0) -> float:
        """Two-sided p of the hypothesis, ``(1 + c) / (B + 1)``."""
        square, cross, other = self.parabola
        variance = np.maximum(square - 2 * slope * cross + slope**2 * other, np.finfo(float).tiny)
        drawn = np.abs(self.numerator - slope * self.shift) / np.sqrt(variance)
        seen = abs(self.estimate - slope) / self.error
        extreme = int(np.count_nonzero(drawn >= seen - TOLERANCE * max(1.0, seen)))
        return (1 + extreme) / (self.permutations + 1)

    def interval(self, level: float = 0.95) -> tuple[float | None, float | None]:
        """Least and greatest slope that the test does not reject; None where no end lies within 12 standard errors."""
        return self._end(-1, 1 - level), self._end(1, 1 - level)

    def _end(self, side: int, alpha: float) -> float | None:
        places = [self.estimate + side * step * self.error / _STEPS for step in range(_REACH * _STEPS + 1)]
        accepted = [place for place in places if self.p(place) > alpha]
        if not accepted:
            return self.estimate
        inside = accepted[-1]
        if inside == places[-1]:
            return None
        outside = inside + side * self.error / _STEPS
        for _ in range(_HALVINGS):
            middle = (inside + outside) / 2
            inside, outside = (middle, outside) if self.p(middle) > alpha else (inside, middle)
        return inside


def freedman_lane(slope: Slope, outcome: Floats, orders: Orders) -> FreedmanLane:
    """Permute the reduced residuals of an outcome.

    Parameters
    ----------
    slope : Slope
    outcome : ndarray of shape (n,)
    orders : ndarray of shape (B, n)
        Of :func:`permutations_within`.
    """
    reduced = slope.reduced(outcome)
    parts = [
        _sums(slope, reduced[orders[start : start + _CHUNK]].T, slope.partial[orders[start : start + _CHUNK]].T)
        for start in range(0, len(orders), _CHUNK)
    ]
    sums = np.concatenate(parts, axis=1)
    return FreedmanLane(float(slope.estimate(outcome)), float(slope.error(outcome)), sums[0], sums[1], sums[2:])


def _sums(slope: Slope, outcomes: Floats, columns: Floats) -> Floats:
    left, right, weights = slope.residuals(outcomes), slope.residuals(columns), slope.weights
    return np.stack(
        [
            slope.estimate(outcomes),
            slope.estimate(columns),
            weights @ left**2,
            weights @ (left * right),
            weights @ right**2,
        ]
    )
