"""Permutations of firms within paradigms, and what they become among some of the firms."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

__all__ = ["Orders", "Strata", "first_return", "orders_within", "permutations_within"]

Strata = NDArray[np.intp]
Orders = NDArray[np.intp]


def permutations_within(strata: Strata, count: int, generator: np.random.Generator) -> Orders:
    """Random orders of the rows that leave each row in its stratum, shape (count, n)."""
    orders = np.empty((count, len(strata)), dtype=np.intp)
    for code in np.unique(strata):
        members = np.flatnonzero(strata == code)
        orders[:, members] = members[np.argsort(generator.random((count, len(members))), axis=1)]
    return orders


def orders_within(strata: Strata, permutations: int, seed: int) -> Orders:
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
    drawn = permutations_within(strata, permutations, np.random.default_rng(seed))
    return np.vstack([np.arange(len(strata)), drawn])


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
