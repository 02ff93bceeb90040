"""Places of firms over many draws."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

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
    m = power.shape[0]
    rounded = -np.round(power, DIGITS)
    order = np.argsort(rounded, axis=0, kind="stable")
    ordered = np.take_along_axis(rounded, order, axis=0)
    begins = np.ones(power.shape, dtype=np.bool_)
    begins[1:] = ordered[1:] != ordered[:-1]
    ends = np.ones(power.shape, dtype=np.bool_)
    ends[:-1] = begins[1:]
    places = np.arange(1, m + 1, dtype=np.intp)[:, None]
    # A run takes its first place from where it begins and its last from where it ends.
    runs = (
        np.maximum.accumulate(np.where(begins, places, 0), axis=0),
        np.minimum.accumulate(np.where(ends, places, m)[::-1], axis=0)[::-1],
    )
    first, last = np.empty(power.shape, dtype=np.intp), np.empty(power.shape, dtype=np.intp)
    for places_of, run in zip((first, last), runs, strict=True):
        np.put_along_axis(places_of, order, run, axis=0)
    return first, last


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
