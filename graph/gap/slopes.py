"""What a unit of power, or of long-horizon capital, goes with among firms that are in no pair."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..link.frame import Frame
from ..worth.reasons import Refusal
from .capital import LEAST_PER_COUNTRY, Capital
from .estimate import Estimate, Floats, estimate
from .resampling import firm_counts, weighted_fits
from .sample import BLOCKS, Sample

__all__ = ["Slope", "capital_slope", "power_slope"]


@dataclass(frozen=True)
class Slope:
    """A partial slope and its draws.

    Attributes
    ----------
    value : float
        Log points per unit.
    draws : ndarray
        Over bootstraps of firms within country group.
    n : int
        Firms that it is estimated on.
    """

    value: float
    draws: Floats
    n: int

    def to_dict(self) -> dict[str, object]:
        """Slope with its interval and n."""
        found: Estimate = estimate(self.value, self.draws)
        return {**found.to_dict(), "n": self.n}


def power_slope(frame: Frame, draws: int, seed: int) -> Slope:
    """Slope of premium on the normal score of power with the registered controls, over the whole sample.

    Parameters
    ----------
    frame : Frame
        Sample of the link; the essay's pairs are not in it.
    draws, seed : int
    """
    design = np.column_stack([frame.controls().design, frame.power()])
    outcome = frame.premium()
    groups = np.unique([unit.group for unit in frame.units], return_inverse=True)[1]
    fits = weighted_fits(design, outcome, firm_counts(groups, draws, seed))
    point = weighted_fits(design, outcome, np.ones((1, frame.n)))
    return Slope(float(point[0, -1]), fits[:, -1], frame.n)


def capital_slope(sample: Sample, capital: Capital, draws: int, seed: int) -> Slope | Refusal:
    """Slope of premium on K with country, power and the controls held fixed, over firms whose K is known.

    Returns
    -------
    Slope or Refusal
        Refusal code ``gap_few_with_capital``.
    """
    if not capital.enough:
        known_of = ", ".join(f"{code} {n}" for code, n in capital.n_known.items())
        return Refusal("gap_few_with_capital", f"{known_of}; >= {LEAST_PER_COUNTRY}")
    known = np.isfinite(capital.values)
    columns = [name for block in BLOCKS for name in sample.block(block)]
    part = [np.ones(len(known)), sample.in_a.astype(float), sample.design(columns), capital.values]
    design = np.column_stack(part)[known]
    drawn = firm_counts(sample.in_a[known], draws, seed)
    fits = weighted_fits(design, sample.premium[known], drawn)
    point = weighted_fits(design, sample.premium[known], np.ones((1, int(known.sum()))))
    return Slope(float(point[0, -1]), fits[:, -1], int(known.sum()))
