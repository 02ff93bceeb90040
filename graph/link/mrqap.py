"""Regression of one symmetric matrix on others, tested by permuting nodes: MRQAP.

Dyads that share a node are not independent, and least squares takes them for so: it rejects a true null of nodes that
differ 30 % of the time. The quadratic assignment procedure (Krackhardt 1988) relabels the nodes instead; with double
semi-partialling (Dekker, Krackhardt & Snijders 2007) what is relabelled is the part of a regressor that the others
leave, and t is compared, not the slope, so that collinear regressors do no harm. No maintained Python library has it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .frame import Floats
from .kernel import Design, partial_out

__all__ = ["Mrqap", "Term", "mrqap"]

_CHUNK = 64
"""Permutations at a time: their dyads stay near the processor."""
_TOLERANCE = 1e-9


@dataclass(frozen=True, slots=True)
class Term:
    """One regressor.

    Attributes
    ----------
    name : str
    estimate : float
        Slope of least squares on the dyads.
    t : float
        Slope over its ordinary standard error.
    p : float
        Two-sided permutation p, (1 + relabellings at least as extreme) / (permutations + 1).
    null_low, null_high : float
        2.5 % and 97.5 % quantiles of the slope over the relabellings.
    ols_p : float
        What least squares would have said, dyads taken for independent.
    """

    name: str
    estimate: float
    t: float
    p: float
    null_low: float
    null_high: float
    ols_p: float

    def to_dict(self) -> dict[str, Any]:
        """Plain values, rounded to 10 decimals."""
        names = ("estimate", "t", "p", "null_low", "null_high", "ols_p")
        return {"name": self.name, **{name: round(getattr(self, name), 10) for name in names}}


@dataclass(frozen=True, slots=True)
class Mrqap:
    """Regression of a matrix on others.

    Attributes
    ----------
    terms : tuple of Term
    intercept : float
    r2 : float
        Part of the variance over dyads.
    nodes, dyads : int
    permutations, seed : int
    """

    terms: tuple[Term, ...]
    intercept: float
    r2: float
    nodes: int
    dyads: int
    permutations: int
    seed: int


def mrqap(y: Floats, xs: Mapping[str, Floats], *, permutations: int = 4_999, seed: int = 0) -> Mrqap:
    """Regress one symmetric matrix on others, with permutation p by double semi-partialling.

    Parameters
    ----------
    y : ndarray of shape (n, n)
        Symmetric; the diagonal is not read.
    xs : mapping of str to ndarray of shape (n, n)
        Symmetric; each must vary beside the others.
    permutations, seed : int

    Raises
    ------
    ValueError
        A matrix is not square, symmetric and finite; a regressor does not vary beside the others; or there are no more
        dyads than parameters.
    """
    for name, matrix in (("y", y), *xs.items()):
        if matrix.shape != y.shape or not np.isfinite(matrix).all() or not np.array_equal(matrix, matrix.T):
            raise ValueError(f"{name} is no symmetric matrix of finite numbers of shape {y.shape}")
    upper = np.triu_indices(len(y), 1)
    outcome, columns = y[upper], np.column_stack([matrix[upper] for matrix in xs.values()])
    freedom = len(outcome) - len(xs) - 1
    if freedom < 1:
        raise ValueError(f"{len(outcome)} dyads are too few for {len(xs)} regressors")
    full = np.column_stack([np.ones(len(outcome)), columns])
    parts = [_Part.of(full, place, outcome, name) for place, name in enumerate(xs, start=1)]
    drawn = _relabelled(parts, upper, len(y), permutations, seed)
    coefficients = np.linalg.lstsq(full, outcome, rcond=None)[0]
    residual, centred = outcome - full @ coefficients, outcome - outcome.mean()
    r2 = 1 - float(residual @ residual) / float(centred @ centred) if np.ptp(outcome) > 0 else 0.0
    terms = tuple(part.term(name, drawn[i], freedom) for i, (name, part) in enumerate(zip(xs, parts, strict=True)))
    return Mrqap(terms, float(coefficients[0]), r2, len(y), len(outcome), permutations, seed)


@dataclass(frozen=True)
class _Part:
    """What the other regressors leave of one, and of the outcome."""

    left: Floats
    """Of the regressor; shape (dyads,)."""
    beside: Floats
    """Columns that a relabelled regressor is multiplied with: the outcome's remainder, then the others' basis."""

    @classmethod
    def of(cls, full: Floats, place: int, outcome: Floats, name: str) -> _Part:
        others = Design.of(np.delete(full, place, axis=1))
        if not partial_out(others, full[:, [place]])[0]:
            raise ValueError(f"{name} does not vary beside the other regressors")
        remainder = others.remainder(np.column_stack([full[:, place], outcome]))
        return cls(remainder[:, 0], np.column_stack([remainder[:, 1], others.basis]))

    def slopes(self, products: Floats) -> Floats:
        """Slope of each relabelled regressor beside the others, from its products with :attr:`beside`."""
        square = float(self.left @ self.left) - (products[:, 1:] ** 2).sum(axis=1)
        return np.stack([products[:, 0] / square, square])

    def t(self, slope: Floats, square: Floats, freedom: int) -> Floats:
        total = float(self.beside[:, 0] @ self.beside[:, 0])
        variance = np.maximum(total - slope**2 * square, 0.0) / freedom
        return np.asarray(slope / np.sqrt(np.maximum(variance / square, 1e-300)), dtype=np.float64)

    def term(self, name: str, drawn: Floats, freedom: int) -> Term:
        from scipy.special import stdtr

        observed, null = drawn[:, 0], drawn[:, 1:]
        t = float(self.t(drawn[0, :1], drawn[1, :1], freedom)[0])
        extreme = np.count_nonzero(np.abs(self.t(null[0], null[1], freedom)) >= abs(t) - _TOLERANCE)
        low, high = np.quantile(null[0], [0.025, 0.975]) if null.shape[1] else observed[[0, 0]]
        p = (1 + extreme) / (1 + null.shape[1])
        ols = float(2 * stdtr(freedom, -abs(t)))
        return Term(name, float(observed[0]), t, float(p), float(low), float(high), ols)


def _relabelled(
    parts: list[_Part], upper: tuple[NDArray[np.intp], ...], n: int, permutations: int, seed: int
) -> list[Floats]:
    """Slope and square of each regressor: as it is, then relabelled; arrays of shape (2, 1 + permutations)."""
    generator = np.random.default_rng(seed)
    labels = np.tile(np.arange(n, dtype=np.int32), (permutations + 1, 1))
    labels[1:] = generator.permuted(labels[1:], axis=1)
    matrices = [_square(part.left, upper, n).ravel() for part in parts]
    found: list[list[Floats]] = [[] for _ in parts]
    for begin in range(0, permutations + 1, _CHUNK):
        some = labels[begin : begin + _CHUNK]
        cells = some[:, upper[0]] * np.int32(n) + some[:, upper[1]]
        for place, part in enumerate(parts):
            found[place].append(part.slopes(matrices[place].take(cells) @ part.beside))
    return [np.concatenate(chunks, axis=1) for chunks in found]


def _square(values: Floats, upper: tuple[NDArray[np.intp], ...], n: int) -> Floats:
    matrix = np.zeros((n, n))
    matrix[upper] = values
    return matrix + matrix.T
