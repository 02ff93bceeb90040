"""How often the registered test would find an effect of a given size in a sample like this one.

The sample's own power, controls and strata stay; errors are drawn, with replacement and within paradigm, from the
residuals of the primary regression, each divided by the root of one less its leverage. The test is the registered one
with fewer permutations, which samples share by the batch. The same draws serve every effect: numerator and variance of
each t are a line and a parabola in the slope.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from .freedman_lane import TOLERANCE
from .permuting import Orders, permutations_within
from .sample import Sample
from .slope import Floats, Slope

__all__ = ["EFFECTS", "DesignPower", "design_power"]

EFFECTS = (0.0, 0.15, 0.3, 0.5)
"""Log points per standard deviation of power within paradigm; the first gives the size of the test."""

_BATCH = 25


@dataclass(frozen=True)
class DesignPower:
    """Rejection rates of the registered test in samples like this one.

    Attributes
    ----------
    rates : mapping
        Effect, in log points per standard deviation of power within paradigm (as text) -> share of samples rejected.
    replicates, permutations, seed : int
    level : float
    """

    rates: dict[str, float]
    replicates: int
    permutations: int
    seed: int
    level: float


def design_power(
    sample: Sample,
    effects: Sequence[float] = EFFECTS,
    *,
    level: float = 0.05,
    replicates: int = 1_000,
    permutations: int = 399,
    seed: int = 0,
) -> DesignPower:
    """Simulate the registered test.

    Parameters
    ----------
    sample : Sample
    effects : sequence of float
        Log points per standard deviation of power within paradigm.
    """
    generator = np.random.default_rng(seed)
    slope = sample.slope()
    residuals = slope.residuals(sample.outcome) / np.sqrt(1 - slope.leverage)
    rejected = dict.fromkeys(effects, 0)
    for start in range(0, replicates, _BATCH):
        errors = _drawn(residuals, sample, min(_BATCH, replicates - start), generator)
        orders = permutations_within(sample.strata, permutations, generator)
        lines = _lines(slope, errors, np.vstack([np.arange(sample.n), orders]))
        for effect in effects:
            rejected[effect] += int(np.count_nonzero(_p(lines, effect / sample.spread) <= level))
    rates = {f"{effect:g}": count / replicates for effect, count in rejected.items()}
    return DesignPower(rates, replicates, permutations, seed, level)


def _lines(slope: Slope, errors: Floats, orders: Orders) -> tuple[Floats, ...]:
    """Numerator and variance of the t of each sample under each order, as lines and parabolas in the slope."""
    columns, weights = slope.partial[orders].T, slope.weights
    outcomes = slope.reduced(errors.T).T[:, orders].reshape(-1, errors.shape[1]).T
    shape = len(errors), len(orders)
    left, right = slope.residuals(outcomes).reshape(-1, *shape), slope.residuals(columns)
    return (
        slope.estimate(outcomes).reshape(shape),
        slope.estimate(columns),
        np.einsum("i,irb,irb->rb", weights, left, left),
        np.einsum("ib,irb->rb", weights[:, None] * right, left),
        weights @ right**2,
    )


def _p(lines: tuple[Floats, ...], slope: float) -> Floats:
    """Two-sided p of "no slope" in each sample if the slope is this one; the first order is the one observed."""
    numerator, shift, square, cross, other = lines
    drawn = np.abs(numerator + slope * shift) / np.sqrt(square + 2 * slope * cross + slope**2 * other)
    seen = drawn[:, :1]
    extreme = np.count_nonzero(drawn[:, 1:] >= seen - TOLERANCE * np.maximum(1.0, seen), axis=1)
    return np.asarray((1 + extreme) / drawn.shape[1], dtype=np.float64)


def _drawn(residuals: Floats, sample: Sample, count: int, generator: np.random.Generator) -> Floats:
    drawn = np.empty((count, sample.n))
    for code in np.unique(sample.strata):
        members = np.flatnonzero(sample.strata == code)
        drawn[:, members] = residuals[generator.choice(members, size=(count, len(members)))]
    return drawn
