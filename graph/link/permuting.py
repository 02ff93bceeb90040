"""Permutations of firms within paradigms, and what they become among some of the firms."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

__all__ = ["first_return", "orders_within"]


def orders_within(strata: NDArray[np.intp], permutations: int, seed: int) -> NDArray[np.intp]:
    """Orders of n firms: first the one they have, then permutations that keep every firm in its stratum.

    Parameters
    ----------
    strata : ndarray of int, shape (n,)
    permutations, seed : int

    Returns
    -------
    ndarray of int, shape (permutations + 1, n)
        Row b says whose residual each firm receives.
    """
    generator = np.random.default_rng(seed)
    orders = np.tile(np.arange(len(strata)), (permutations + 1, 1))
    for code in np.unique(strata):
        members = np.flatnonzero(strata == code)
        orders[1:, members] = generator.permuted(orders[1:, members], axis=1)
    return orders


def first_return(orders: NDArray[np.intp], kept: NDArray[np.bool_]) -> NDArray[np.intp]:
    """The same orders among the firms that are kept: one that is not is passed over, along its cycle.

    The induced permutation of an even one is even among the permutations of the kept, and agrees with it wherever it
    can: two outcomes that not all the same firms have are so permuted together.

    Parameters
    ----------
    orders : ndarray of int, shape (m, n)
    kept : ndarray of bool, shape (n,)

    Returns
    -------
    ndarray of int, shape (m, number kept)
        Places among the kept.

    Examples
    --------
    >>> first_return(np.array([[1, 2, 0]]), np.array([True, False, True])).tolist()
    [[1, 0]]
    """
    found = orders[:, kept]
    while not (inside := kept[found]).all():
        found = np.where(inside, found, np.take_along_axis(orders, found, axis=1))
    return np.asarray((np.cumsum(kept) - 1)[found], dtype=np.intp)
