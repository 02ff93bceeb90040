"""Common support: whether the two countries' firms can be compared at all (Nopo 2008).

Firms are matched on home paradigm and third of power. The gap in mean log premium is then exactly the sum of four
parts: what firms without a counterpart in the other country make of each country's mean, what the matched firms'
mix makes, and what is left between matched firms.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ..plain_values import finite
from .estimate import Estimate, Floats, estimate
from .oaxaca import pooled_terms
from .sample import Sample

__all__ = ["PARTS", "Support", "four_parts", "gap_support"]

PARTS = ("unmatched_a", "unmatched_b", "mix", "unexplained")
"""Parts of the gap, in the order in which they are given."""
_BINS = 3


@dataclass(frozen=True)
class Support:
    """Overlap of two countries' power, and the four-part decomposition.

    Attributes
    ----------
    n_a, n_b : int
    above : float
        Share of the first country's firms with more power than every firm of the second.
    above_in_paradigm : float
        The same within the home paradigm; a firm of a paradigm without one of the second counts as above.
    matched_a, matched_b : int
        Firms with a counterpart of the same paradigm and third of power.
    parts : mapping of str to Estimate, or None
        By :data:`PARTS`, in log points; None where no firm is matched.
    unmatched_draws : int
        Draws in which nothing could be matched; they are in no interval.
    power_block, extrapolated : Estimate
        Part of the block "definition power" in the two-fold decomposition, and what of it rests on power beyond the
        second country's greatest: extrapolated, not compared.
    """

    n_a: int
    n_b: int
    above: float
    above_in_paradigm: float
    matched_a: int
    matched_b: int
    parts: Mapping[str, Estimate] | None
    unmatched_draws: int
    power_block: Estimate
    extrapolated: Estimate

    def to_dict(self) -> dict[str, object]:
        """Shares and parts as plain values."""
        return {
            "n": [self.n_a, self.n_b],
            "share_above": finite(self.above),
            "share_above_in_paradigm": finite(self.above_in_paradigm),
            "matched": [self.matched_a, self.matched_b],
            "matched_on": ["paradigm", "third_of_power"],
            "parts": {name: part.to_dict() for name, part in self.parts.items()} if self.parts else None,
            "draws_without_a_match": self.unmatched_draws,
            "power_block": self.power_block.to_dict(),
            "power_block_extrapolated": self.extrapolated.to_dict(),
        }


def four_parts(outcome: Floats, cells: NDArray[np.intp], in_a: NDArray[np.bool_], counts: Floats) -> Floats:
    """Nopo's four parts of the gap in mean outcome, in every draw.

    Parameters
    ----------
    outcome : ndarray of shape (n,)
    cells : ndarray of int, shape (n,)
        Cell of each firm; firms of one cell are counterparts.
    in_a : ndarray of bool, shape (n,)
    counts : ndarray of shape (draws, n)

    Returns
    -------
    ndarray of shape (draws, 4)
        By :data:`PARTS`; NaN in draws in which nothing is matched. Rows sum to the gap.
    """
    member = np.eye(int(cells.max()) + 1)[cells]
    sums = {}
    for key, inside in (("a", in_a), ("b", ~in_a)):
        weight = counts * inside
        sums[key] = weight @ member, weight @ (member * outcome[:, None])
    (size_a, total_a), (size_b, total_b) = sums["a"], sums["b"]
    both = (size_a > 0) & (size_b > 0)
    with np.errstate(invalid="ignore", divide="ignore"):
        mean_a, mean_b = total_a / size_a, total_b / size_b
        share_a = np.where(both, size_a, 0) / (size_a * both).sum(axis=1, keepdims=True)
        share_b = np.where(both, size_b, 0) / (size_b * both).sum(axis=1, keepdims=True)
        inner_a = np.where(both, share_a * mean_a, 0).sum(axis=1)
        inner_b = np.where(both, share_b * mean_b, 0).sum(axis=1)
        mixed = np.where(both, share_b * mean_a, 0).sum(axis=1)
    whole_a, whole_b = total_a.sum(axis=1) / size_a.sum(axis=1), total_b.sum(axis=1) / size_b.sum(axis=1)
    found = np.column_stack([whole_a - inner_a, inner_b - whole_b, inner_a - mixed, mixed - inner_b])
    found[~both.any(axis=1)] = np.nan
    return found


def gap_support(sample: Sample, counts: Floats) -> Support:
    """Overlap of the two countries, and the four parts of the gap.

    Parameters
    ----------
    sample : Sample
    counts : ndarray of shape (draws, n)
    """
    in_a, power, homes = sample.in_a, sample.power, sample.paradigms
    cells = _cells(power, homes)
    shared = np.intersect1d(cells[in_a], cells[~in_a])
    inside = np.isin(cells, shared)
    once = np.ones((1, len(in_a)))
    point = four_parts(sample.premium, cells, in_a, once)[0]
    draws = four_parts(sample.premium, cells, in_a, counts)
    block, beyond = _extrapolated(sample, counts)
    n = sample.n
    return Support(
        n[sample.a],
        n[sample.b],
        float(np.mean(power[in_a] > power[~in_a].max())),
        float(np.mean([value > _top(power[~in_a & (homes == home)]) for value, home in _pairs(power, homes, in_a)])),
        int((in_a & inside).sum()),
        int((~in_a & inside).sum()),
        {name: estimate(point[at], draws[:, at]) for at, name in enumerate(PARTS)} if len(shared) else None,
        int(np.isnan(draws[:, 0]).sum()),
        block,
        beyond,
    )


def _pairs(power: Floats, homes: NDArray[np.str_], inside: NDArray[np.bool_]) -> list[tuple[float, str]]:
    return list(zip(power[inside].tolist(), homes[inside].tolist(), strict=True))


def _top(values: Floats) -> float:
    return float(values.max()) if len(values) else -np.inf


def _cells(power: Floats, homes: NDArray[np.str_]) -> NDArray[np.intp]:
    thirds = np.searchsorted(np.quantile(power, np.arange(1, _BINS) / _BINS), power, side="right")
    _, home = np.unique(homes, return_inverse=True)
    return np.asarray(home * _BINS + thirds, dtype=np.intp)


def _extrapolated(sample: Sample, counts: Floats) -> tuple[Estimate, Estimate]:
    """Part of the power block, and what of it lies beyond the second country's greatest power."""
    names = list(sample.columns)
    if "power" not in names:
        return Estimate(0.0), Estimate(0.0)
    at, k = names.index("power"), len(names)
    in_a, score = sample.in_a, sample.columns["power"]
    excess = np.where(in_a, np.maximum(score - score[~in_a].max(), 0), 0)
    once, design = np.ones((1, len(in_a))), sample.design(names)
    found = []
    for weights in (once, counts):
        terms = pooled_terms(sample.premium, design, in_a, weights)
        weight = weights * in_a
        mean = (weight @ excess) / weight.sum(axis=1)
        found.append((terms[:, at], terms[:, k + 1 + at] * mean))
    (block, beyond), (blocks, beyonds) = found
    return estimate(block[0], blocks), estimate(beyond[0], beyonds)
