"""Places of firms over many draws."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from scipy.stats import rankdata

from ..precision import DIGITS

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Vector = NDArray[np.float64]
    Matrix = NDArray[np.float64]
    Ranks = NDArray[np.intp]

__all__ = ["acceptability", "first_places", "ranks"]


def ranks(power: Matrix) -> tuple[Ranks, Ranks]:
    """First and last place of each firm in each draw, from 1: firms of equal power share a run of places.

    Parameters
    ----------
    power : ndarray of shape (m, d)

    Returns
    -------
    (first, last) : ndarrays of int, shape (m, d)
    """
    if not power.size:
        return np.zeros(power.shape, dtype=np.intp), np.zeros(power.shape, dtype=np.intp)
    rounded = -np.round(power, DIGITS)
    first, last = (np.asarray(rankdata(rounded, method=method, axis=0)) for method in ("min", "max"))
    return first.astype(np.intp), last.astype(np.intp)


def first_places(power: Matrix, first: Ranks, last: Ranks) -> Vector:
    """P(rank 1), shape (m,): a first place shared by s firms counts 1/s for each, and none without any power."""
    won = (first == 1) & (power > 0.0)
    return np.asarray(np.mean(won / np.maximum(last, 1), axis=1), dtype=np.float64)


def acceptability(first: Ranks, last: Ranks) -> Matrix:
    """Share of draws in which each firm takes each place, shape (m, m); rows and columns sum to 1.

    Rank acceptability of SMAA (Lahdelma, Hokkanen & Salminen 1998).
    """
    m, draws = first.shape
    steps = np.zeros((m, m + 1))
    rows = np.broadcast_to(np.arange(m)[:, None], first.shape)
    part = 1.0 / (last - first + 1) / draws
    np.add.at(steps, (rows, first - 1), part)
    np.subtract.at(steps, (rows, last), part)
    return np.asarray(np.clip(np.cumsum(steps, axis=1)[:, :m], 0.0, 1.0), dtype=np.float64)
