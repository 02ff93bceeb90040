"""A number with its interval, and refusals in its place: what every part of the gap consists of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ..plain_values import finite
from ..worth.reasons import Refusal

__all__ = ["LEVEL", "Estimate", "Floats", "Values", "estimate", "refused"]

Floats = NDArray[np.float64]
Values = Mapping[str, float]

LEVEL = 0.95
"""Level of the intervals, unless one says otherwise."""


@dataclass(frozen=True, slots=True)
class Estimate:
    """A number and the quantiles of its draws.

    Attributes
    ----------
    value : float
        Computed from the claims as they are.
    low, high : float or None
        Percentile interval over the draws; None where there are none.
    """

    value: float
    low: float | None = None
    high: float | None = None

    @property
    def sign(self) -> int:
        """1 or -1 where the interval lies on one side of zero, else 0."""
        if self.low is not None and self.low > 0:
            return 1
        return -1 if self.high is not None and self.high < 0 else 0

    def to_dict(self) -> dict[str, float | None]:
        """Value and interval, rounded."""
        return {"value": finite(self.value), "low": finite(self.low), "high": finite(self.high)}


def estimate(value: float, draws: Floats | None = None, level: float = LEVEL) -> Estimate:
    """A number with the percentile interval of its draws; draws without a number are passed over.

    Examples
    --------
    >>> estimate(1.0, np.array([0.0, 1.0, 2.0]), 0.5)
    Estimate(value=1.0, low=0.5, high=1.5)
    """
    found = np.empty(0) if draws is None else draws[np.isfinite(draws)]
    if not len(found):
        return Estimate(float(value))
    low, high = np.quantile(found, [(1 - level) / 2, (1 + level) / 2])
    return Estimate(float(value), float(low), float(high))


def refused(refusal: Refusal) -> dict[str, object]:
    """A refusal in the place of a result: code and words."""
    return {"refused": {"code": refusal.code, **refusal.words}}
