"""Inference by permuting whole paths: each firm gets the power path of another firm of its paradigm.

Power moves slowly and so do premiums: firm-years are far from independent, and a test that treats them so rejects a
true null up to half of the time (METHOD 3.3, experiment 4 E). Whole paths keep all dependence over time. What is
tested is that the paths of power are exchangeable among the firms of a paradigm, whatever their premiums and whichever
lists they are in.

No maintained library has it; the slopes are those of ``linearmodels.PanelOLS``, all permutations at once.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

__all__ = [
    "PERMUTATIONS",
    "PathTest",
    "Slopes",
    "Sweep",
    "clustered_slopes",
    "outcome_slopes",
    "path_test",
    "repeated",
    "sweep_of",
]

Floats = NDArray[np.float64]
Integers = NDArray[np.intp]

PERMUTATIONS = 1_999
"""Permutations by default."""
LEVEL = 0.05
"""Two-sided level of tests and intervals."""
_RANK = 1e-9
_NOTHING = 1e-20


@dataclass(frozen=True, eq=False)
class Sweep:
    """Takes firm effects, year effects and controls out of columns: the residual maker of a regression on them.

    Firm means are subtracted first; what is left of years and controls spans few columns (Frisch, Waugh, Lovell). The
    rows of a firm stand together.

    Attributes
    ----------
    starts, sizes : ndarray of int, shape (firms,)
        First row of each firm, and how many it has.
    basis : ndarray of shape (n, r)
        Orthonormal columns that span the years and controls less their firm means.
    """

    starts: Integers
    sizes: Integers
    basis: Floats

    def __call__(self, columns: Floats) -> Floats:
        """Residuals of the columns; shape (n,) or (n, m)."""
        left = _less_means(columns, self.starts, self.sizes)
        return np.asarray(left - self.basis @ (self.basis.T @ left), dtype=np.float64)


@dataclass(frozen=True, eq=False)
class Slopes:
    """Slope of one regressor in many regressions, with its standard error clustered by firm (no small-sample factor).

    Attributes
    ----------
    slope, error : ndarray of shape (m,)
        Both 0 where the regressor, or what is left of it, does not vary.
    """

    slope: Floats
    error: Floats

    @property
    def t(self) -> Floats:
        """Slope over error; 0 where there is none."""
        return np.divide(self.slope, self.error, out=np.zeros_like(self.slope), where=self.error > 0)


@dataclass(frozen=True, slots=True)
class PathTest:
    """Slope and what whole-path permutations say of it.

    Attributes
    ----------
    slope, error, t : float
    p : float
        Two-sided: part of the permutations, with the data's own order among them, whose ``|t|`` is as large.
    low, high : float
        Slope less and plus its error times the 95 % quantile of the permuted ``|t|``; 0 lies outside just where
        p <= .05.
    """

    slope: float
    error: float
    t: float
    p: float
    low: float
    high: float


def sweep_of(firms: Integers, periods: Integers, controls: Sequence[Floats] = ()) -> Sweep:
    """Residual maker of a regression on firm and period effects and on controls; panels may be unbalanced.

    Parameters
    ----------
    firms : ndarray of int, shape (n,)
        Sorted.
    periods : ndarray of int, shape (n,)
    controls : sequence of ndarray of shape (n,)
    """
    from scipy.linalg import qr

    starts = first_rows(firms)
    sizes = np.diff(np.append(starts, firms.size)).astype(np.intp)
    dummies = np.equal.outer(periods, np.unique(periods)).astype(np.float64)
    design = _less_means(np.column_stack([dummies, *controls]), starts, sizes)
    q, r, _ = qr(design, mode="economic", pivoting=True)
    lengths = np.abs(np.diag(r))
    independent = lengths > _RANK * max(float(lengths[0]), _NOTHING)
    return Sweep(starts, sizes, np.ascontiguousarray(q[:, independent], dtype=np.float64))


def first_rows(firms: Integers) -> Integers:
    """First row of each firm, where the rows of a firm stand together."""
    return np.flatnonzero(np.concatenate([[True], firms[1:] != firms[:-1]]))


def _less_means(columns: Floats, starts: Integers, sizes: Integers) -> Floats:
    sums = np.add.reduceat(columns, starts, axis=0)
    means = sums / (sizes[:, None] if columns.ndim > 1 else sizes)
    return np.asarray(columns - np.repeat(means, sizes, axis=0), dtype=np.float64)


def repeated(*groups: Integers) -> NDArray[np.bool_]:
    """Rows that are not alone in any of their groups, also once the others that are have gone.

    A firm with a single row is fitted by its own effect and says nothing.
    """
    keep = np.ones(groups[0].shape, dtype=np.bool_)
    while True:
        before = int(keep.sum())
        for codes in groups:
            values, counts = np.unique(codes[keep], return_counts=True)
            keep &= np.isin(codes, values[counts > 1])
        if int(keep.sum()) == before:
            return keep


def clustered_slopes(outcome: Floats, regressors: Floats, sweep: Sweep, firms: Integers) -> Slopes:
    """Slope of one outcome on each of many regressors, effects and controls taken out.

    Parameters
    ----------
    outcome : ndarray of shape (n,)
    regressors : ndarray of shape (n, m)
    sweep : Sweep
    firms : ndarray of int, shape (n,)
        Sorted: the rows of a firm stand together.
    """
    y, x = sweep(outcome), sweep(regressors)
    total = _squares(x, regressors)
    slope = np.divide(y @ x, total, out=np.zeros(x.shape[1]), where=total > 0)
    return Slopes(slope, _errors(x, y[:, None] - slope * x, total, firms))


def outcome_slopes(outcomes: Floats, regressor: Floats, controls: Floats, sweep: Sweep, firms: Integers) -> Slopes:
    """Slope of each of many outcomes on one regressor, each with a control of its own.

    Parameters
    ----------
    outcomes, controls : ndarray of shape (n, m)
    regressor : ndarray of shape (n,)
    sweep : Sweep
    firms : ndarray of int, shape (n,)
        Sorted.
    """
    y, x, c = sweep(outcomes), sweep(regressor), sweep(controls)
    size = _squares(c, controls)
    weight = np.divide(x @ c, size, out=np.zeros_like(size), where=size > 0)
    left = x[:, None] - weight * c
    total = _squares(left, np.broadcast_to(regressor[:, None], left.shape))
    part = np.divide((c * y).sum(axis=0), size, out=np.zeros_like(size), where=size > 0)
    y = y - part * c
    slope = np.divide((left * y).sum(axis=0), total, out=np.zeros_like(total), where=total > 0)
    return Slopes(slope, _errors(left, y - slope * left, total, firms))


def path_test(slopes: Slopes, level: float = LEVEL) -> PathTest:
    """Test of the first slope against all: the first is the data's own."""
    size = np.abs(slopes.t)
    count = size.size
    quantile = np.sort(size[1:])[::-1][max(int(level * count), 1) - 1] if count > 1 else np.inf
    slope, error = float(slopes.slope[0]), float(slopes.error[0])
    reach = float(quantile) * error
    return PathTest(slope, error, float(slopes.t[0]), permutation_p(size), slope - reach, slope + reach)


def permutation_p(sizes: Floats) -> float:
    """Part of the values, the first among them, that are as large as the first."""
    return float((sizes >= sizes[0] * (1 - 1e-9)).mean())


def _squares(swept: Floats, before: Floats) -> Floats:
    """Sums of squares of the columns; 0 where all but rounding was taken out."""
    total = (swept**2).sum(axis=0)
    scale = (before**2).sum(axis=0)
    return np.asarray(np.where(total > 1e-14 * np.maximum(scale, _NOTHING), total, 0.0), dtype=np.float64)


def _errors(x: Floats, residuals: Floats, total: Floats, firms: Integers) -> Floats:
    sums = np.add.reduceat(x * residuals, first_rows(firms), axis=0)
    found = np.zeros_like(total)
    np.divide(np.sqrt((sums**2).sum(axis=0)), total, out=found, where=total > 0)
    return found
