"""What every specification of the curve is cut from: the frame as arrays."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from ..worth.ranks import average_ranks
from .curve_choices import BASELINES, CONTROLS, REVENUE
from .frame import VARIANTS, Floats, Frame

__all__ = ["CurveData", "scores", "spread_scores"]


@dataclass(frozen=True)
class CurveData:
    """Arrays of a frame.

    Attributes
    ----------
    frame : Frame
    """

    frame: Frame

    @cached_property
    def variants(self) -> tuple[str, ...]:
        """Names of the columns of :attr:`raw`."""
        return (*VARIANTS, REVENUE)

    @cached_property
    def raw(self) -> Floats:
        """Power in every variant, then revenue; shape (n, v)."""
        revenue = np.array([unit.log_revenue for unit in self.frame.units])
        return np.column_stack([*(self.frame.raw_power(name) for name in VARIANTS), revenue])

    @cached_property
    def private(self) -> NDArray[np.bool_]:
        """Whether a firm's mark is that of a private firm."""
        return np.array([unit.private for unit in self.frame.units], dtype=np.bool_)

    @cached_property
    def dated(self) -> NDArray[np.bool_]:
        """Whether a firm's mark names at least the month."""
        return np.array([len(unit.mark_date) >= len("2025-01") for unit in self.frame.units], dtype=np.bool_)

    @cached_property
    def implied(self) -> dict[str, Floats]:
        """Baseline -> log implied value of each firm, NaN where it has none."""
        units = self.frame.units
        return {name: np.array([unit.log_implied.get(name, math.nan) for unit in units]) for name in BASELINES}

    @cached_property
    def controls(self) -> dict[str, Floats]:
        """Set of controls -> its columns; growth is cut off at the quantiles of the whole frame, in every sample."""
        return {name: self.frame.controls(columns).design for name, columns in CONTROLS.items()}

    def sample(self, name: str) -> NDArray[np.bool_]:
        """Firms of a sample; the influential ones are found outcome by outcome, later."""
        if name == "public":
            return ~self.private
        return self.dated if name == "dated" else np.ones(self.frame.n, dtype=np.bool_)


def scores(raw: Floats) -> Floats:
    """Van der Waerden score of each column of an array of shape (n, v), with a standard deviation of one.

    A column of one value has the score nothing throughout.
    """
    from scipy.special import ndtri

    found = ndtri(average_ranks(raw.T) / (len(raw) + 1)).T
    spread = found.std(axis=0, ddof=1) if len(raw) > 1 else np.zeros(raw.shape[1])
    return np.asarray(np.divide(found, spread, out=np.zeros_like(found), where=spread > 0), dtype=np.float64)


def spread_scores(y: Floats) -> Floats:
    """Normal score of each column, with the column's own mean and standard deviation: its ranks, in its unit."""
    return np.asarray(y.mean(axis=0) + y.std(axis=0, ddof=1) * scores(y), dtype=np.float64)
