"""Premiums as draws: what the ranges of mark, operands and haircut leave open (METHOD 2).

A range says no more than its ends, and a ratio is what counts, so a number in it is drawn evenly in the logarithm.
Random numbers belong to firms: adding a firm changes no other firm's draws.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from .premium_result import PremiumResult

__all__ = ["HAIRCUT_RANGE", "PremiumDraws", "draw_premiums", "log_uniform"]

HAIRCUT_RANGE = (1.0, 2.0)
"""Ends of the even distribution that the haircut on a headline mark is drawn from (METHOD 2)."""


@dataclass(frozen=True)
class PremiumDraws:
    """Draws of the log premium.

    Attributes
    ----------
    baseline : str
    haircut : bool
        Whether headline marks were divided by a drawn factor.
    seed : int
    firms : tuple of str
        Firms with a premium over the baseline, sorted.
    values : ndarray of shape (draws, firms)
        Log points.
    """

    baseline: str
    haircut: bool
    seed: int
    firms: tuple[str, ...]
    values: NDArray[np.float64]


def draw_premiums(
    result: PremiumResult, n: int, seed: int = 0, *, baseline: str = "B1", haircut: bool = False
) -> PremiumDraws:
    """Draw the premium of every firm that has one.

    Parameters
    ----------
    result : PremiumResult
    n : int
        Draws, at least 1.
    seed : int
    baseline : str
        One of :data:`~definer.graph.worth.firm_premium.BASELINES`.
    haircut : bool
        Whether to divide headline marks of private firms by a factor drawn from :data:`HAIRCUT_RANGE`.
    """
    import numpy as np

    from ..uncertainty.noise import Noise

    noise = Noise(seed, n)
    columns = {}
    for firm in result.firms:
        value, found = firm.value, firm.valued.get(baseline)
        if value is None or found is None:
            continue
        mark, operand, cut = noise.of(f"premium {firm.firm.id}", 3)
        drawn = log_uniform(value[0], value[1], mark) - log_uniform(found.low, found.high, operand)
        if haircut and firm.headline:
            low, high = HAIRCUT_RANGE
            drawn = drawn - np.log(low + cut * (high - low))
        columns[firm.firm.id] = drawn
    values = np.column_stack(list(columns.values())) if columns else np.empty((n, 0))
    return PremiumDraws(baseline, haircut, seed, tuple(columns), values)


def log_uniform(low: float, high: float, part: NDArray[np.float64]) -> NDArray[np.float64]:
    """Logarithms of numbers that lie evenly in the logarithm between two ends.

    Parameters
    ----------
    low, high : float
        Above zero.
    part : ndarray
        Numbers in [0, 1): how far from the low end to the high one.
    """
    return math.log(low) + part * (math.log(high) - math.log(low))
