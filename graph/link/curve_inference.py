"""What a whole curve says against chance (Simonsohn, Simmons & Nelson 2020).

Three statistics of all specifications of a family are compared with the same of curves made under the null hypothesis:
the median estimate, the share that is significant with the same sign, and Stouffer's sum of z. All are two-sided.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .curve_cells import Cell
from .frame import Floats

__all__ = ["JointTest", "Statistic", "joint_test", "null_band", "z_scores"]

_TOLERANCE = 1e-12
"""Two curves that differ only in the order of summation count as equal."""


@dataclass(frozen=True, slots=True)
class Statistic:
    """A number of a curve beside the same of curves under the null hypothesis.

    Attributes
    ----------
    observed : float
    null : tuple of float
        2.5 %, 50 % and 97.5 % quantiles under the null hypothesis.
    p : float
        Two-sided, (1 + curves at least as extreme) / (permutations + 1).
    """

    observed: float
    null: tuple[float, float, float]
    p: float

    @classmethod
    def of(cls, values: Floats) -> Statistic:
        """Statistic of the curves; the first is the data's own."""
        size = np.abs(values)
        extreme = np.count_nonzero(size[1:] >= size[0] - _TOLERANCE)
        low, middle, high = np.quantile(values[1:], [0.025, 0.5, 0.975]).tolist()
        return cls(float(values[0]), (low, middle, high), float((1 + extreme) / len(values)))

    def to_dict(self) -> dict[str, object]:
        """Plain values, rounded to 10 decimals."""
        return {
            "observed": round(self.observed, 10),
            "null": [round(value, 10) for value in self.null],
            "p": round(self.p, 10),
        }


@dataclass(frozen=True, slots=True)
class JointTest:
    """Joint test of the specifications of a family of variants.

    Attributes
    ----------
    family : str
        Key of :data:`definer.graph.link.curve_choices.FAMILIES`.
    n : int
        Specifications in the test.
    permutations : int
    median : Statistic
        Of the estimates.
    share : Statistic
        Greater of the shares that are significantly positive and significantly negative.
    stouffer : Statistic
        Sum of z over the root of n.
    """

    family: str
    n: int
    permutations: int
    median: Statistic
    share: Statistic
    stouffer: Statistic

    @property
    def above_chance(self) -> int:
        """How many of the three p lie below .05."""
        return sum(statistic.p < 0.05 for statistic in (self.median, self.share, self.stouffer))

    def to_dict(self) -> dict[str, object]:
        """Plain values."""
        return {
            "family": self.family,
            "n": self.n,
            "permutations": self.permutations,
            "above_chance": self.above_chance,
            "median": self.median.to_dict(),
            "share": self.share.to_dict(),
            "stouffer": self.stouffer.to_dict(),
        }


def z_scores(cell: Cell) -> Floats:
    """Normal quantile of each specification's p, with the sign of its estimate; shape (variants, outcomes)."""
    from scipy.special import ndtri, stdtr

    t = cell.slopes.t
    if cell.normal:
        return t
    tail = np.maximum(stdtr(cell.slopes.freedom, -np.abs(t)), 1e-300)
    return np.asarray(-np.sign(t) * ndtri(tail), dtype=np.float64)


def joint_test(family: str, estimates: Floats, z: Floats, level: float) -> JointTest | None:
    """Joint test of some specifications; None where there is none, or no permutation.

    Parameters
    ----------
    family : str
    estimates, z : ndarray of shape (specifications, 1 + permutations)
        The first column is the data's own.
    level : float
        At which one specification counts as significant.
    """
    from scipy.special import ndtri

    if not len(estimates) or estimates.shape[1] < 2:
        return None
    bound = float(ndtri(1 - level / 2))
    share = np.maximum((z > bound).mean(axis=0), (z < -bound).mean(axis=0))
    return JointTest(
        family,
        len(z),
        estimates.shape[1] - 1,
        Statistic.of(np.median(estimates, axis=0)),
        Statistic.of(share),
        Statistic.of(z.sum(axis=0) / np.sqrt(len(z))),
    )


def null_band(estimates: Floats, points: int) -> tuple[Floats, Floats]:
    """Where 95 % of the curves under the null hypothesis run, sorted, at evenly spaced places of the curve.

    Parameters
    ----------
    estimates : ndarray of shape (specifications, 1 + permutations)
    points : int
        Places from the lowest to the highest estimate.
    """
    curves = np.sort(estimates[:, 1:], axis=0)
    band = np.quantile(curves, [0.025, 0.975], axis=1)
    places, wanted = np.linspace(0, 1, len(curves)), np.linspace(0, 1, points)
    low, high = (np.interp(wanted, places, edge) for edge in band)
    return low, high
