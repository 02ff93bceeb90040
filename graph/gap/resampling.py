"""Bootstrap of firms within each country, as counts of firms: a weighted statistic serves all draws at once."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from .estimate import Floats

__all__ = ["firm_counts", "group_difference", "group_means", "weighted_fits"]

Mask = NDArray[np.bool_]


def firm_counts(strata: NDArray[np.intp] | Mask, draws: int, seed: int) -> Floats:
    """How often each firm is drawn, with replacement within its stratum.

    Parameters
    ----------
    strata : ndarray of shape (n,)
        Stratum of each firm.
    draws, seed : int

    Returns
    -------
    ndarray of shape (draws, n)
        Rows sum to n, and to the size of each stratum within it.
    """
    rng = np.random.default_rng(seed)
    counts = np.zeros((draws, len(strata)))
    for stratum in np.unique(strata):
        (where,) = np.nonzero(strata == stratum)
        counts[:, where] = rng.multinomial(len(where), np.full(len(where), 1 / len(where)), size=draws)
    return counts


def group_means(values: Floats, inside: Mask, counts: Floats) -> Floats:
    """Mean of a variable, or of several columns, over the firms `inside`, in every draw.

    Parameters
    ----------
    values : ndarray of shape (n,) or (n, k)
    inside : ndarray of bool, shape (n,)
    counts : ndarray of shape (draws, n)
    """
    weight = counts * inside
    total = weight.sum(axis=1)
    return np.asarray((weight @ values) / (total if values.ndim == 1 else total[:, None]), dtype=np.float64)


def group_difference(values: Floats, in_a: Mask, counts: Floats) -> Floats:
    """Mean over the first country less that over the second, in every draw."""
    return np.asarray(group_means(values, in_a, counts) - group_means(values, ~in_a, counts), dtype=np.float64)


def weighted_fits(design: Floats, outcome: Floats, counts: Floats) -> Floats:
    """Least-squares coefficients in every draw.

    A draw may lack a paradigm or the private firms; its coefficients are then those of least norm, whose fitted
    values are unique.

    Parameters
    ----------
    design : ndarray of shape (n, k)
    outcome : ndarray of shape (n,)
    counts : ndarray of shape (draws, n)

    Returns
    -------
    ndarray of shape (draws, k)
    """
    n, k = design.shape
    products = (design[:, :, None] * design[:, None, :]).reshape(n, k * k)
    moments = (counts @ products).reshape(-1, k, k)
    inverse = np.linalg.pinv(moments, rcond=1e-12, hermitian=True)
    return np.asarray(np.einsum("dij,dj->di", inverse, counts @ (design * outcome[:, None])), dtype=np.float64)
