"""One slope among controls, by least squares with HC3, for many outcomes and many regressors at once.

By the theorem of Frisch, Waugh and Lovell the slope of x and its HC3 variance follow from what the controls leave of x
and of the outcome. With r that remainder of x, e the residuals, and h the diagonal of the full hat matrix (that of the
controls plus r^2 / r'r),

    slope = r'y / r'r,    HC3 = sum(r^2 e^2 / (1 - h)^2) / (r'r)^2   (MacKinnon & White 1985),

so that thousands of outcomes are three products of matrices.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .frame import Floats

__all__ = ["Design", "Slopes", "partial_out"]

_NOTHING = 1e-9
"""Part of a unit below which it counts as none: a firm's freedom beside the controls, a column's beside others."""


@dataclass(frozen=True)
class Slopes:
    """Slopes of v regressors for m outcomes.

    Attributes
    ----------
    estimate, error : ndarray of shape (v, m)
        Slope and HC3 standard error.
    freedom : int
        Degrees of freedom left.
    """

    estimate: Floats
    error: Floats
    freedom: int

    @property
    def t(self) -> Floats:
        """Slope over its standard error; 0 where both are nothing."""
        return np.divide(self.estimate, self.error, out=np.zeros_like(self.estimate), where=self.error > 0)


@dataclass(frozen=True)
class Design:
    """Controls, as an orthonormal basis of the space that they span.

    Attributes
    ----------
    basis : ndarray of shape (n, k)
        Collinear controls lower k.
    """

    basis: Floats

    @classmethod
    def of(cls, columns: Floats) -> Design:
        """Design of the columns of an array of shape (n, c); the intercept is one of them."""
        length = np.sqrt((columns**2).sum(axis=0))
        kept = columns[:, length > 0] / length[length > 0]
        u, singular, _ = np.linalg.svd(kept, full_matrices=False)
        return cls(np.asarray(u[:, singular > singular.max(initial=0.0) * 1e-10], dtype=np.float64))

    @property
    def leverage(self) -> Floats:
        """Diagonal of the controls' hat matrix; a firm at 1 is fitted whatever its outcome."""
        return np.asarray((self.basis**2).sum(axis=1), dtype=np.float64)

    @property
    def free(self) -> NDArray[np.bool_]:
        """Firms that are not fitted exactly by the controls alone."""
        return np.asarray(self.leverage < 1 - _NOTHING)

    def remainder(self, values: Floats) -> Floats:
        """What the controls leave of each column."""
        return np.asarray(values - self.basis @ (self.basis.T @ values), dtype=np.float64)

    def slopes(self, x: Floats, y: Floats) -> Slopes:
        """Slopes of each column of x, alone beside the controls, for each column of y.

        Parameters
        ----------
        x : ndarray of shape (n, v)
            Columns that vary beside the controls (:func:`partial_out` tells).
        y : ndarray of shape (n, m)
        """
        r, left = self.remainder(x), self.remainder(y)
        square = (r**2).sum(axis=0)
        weight = _weights(r, 1 - self.leverage[:, None] - r**2 / square)
        slope = r.T @ left / square[:, None]
        # sum w (y - r b)^2, multiplied out: no array of shape (v, n, m) is ever made.
        meat = (
            weight.T @ left**2 - 2 * slope * ((weight * r).T @ left) + slope**2 * (weight * r**2).sum(axis=0)[:, None]
        )
        return Slopes(slope, np.sqrt(np.maximum(meat, 0.0)) / square[:, None], self._freedom())

    def slopes_without(self, x: Floats, y: Floats, dropped: NDArray[np.intp]) -> Slopes:
        """Slopes as of :meth:`slopes`, for each outcome without some firms of its own.

        A firm is dropped by a dummy of its own, which is partialled out of what the controls leave.

        Parameters
        ----------
        x : ndarray of shape (n, v)
        y : ndarray of shape (n, m)
        dropped : ndarray of int, shape (m, d)
            Rows that outcome m goes without.
        """
        maker = np.eye(len(x)) - self.basis @ self.basis.T
        r, left = maker @ x, maker @ y
        gone = maker[:, dropped].transpose(1, 0, 2)  # (m, n, d): what the controls leave of the dummies
        core = np.linalg.pinv(maker[dropped[:, :, None], dropped[:, None, :]], hermitian=True)
        shift = gone @ core
        rs = r[None] - shift @ r[dropped]  # (m, n, v)
        ys = left.T - (shift @ np.take_along_axis(left.T, dropped, axis=1)[:, :, None])[:, :, 0]  # (m, n)
        square = np.maximum((rs**2).sum(axis=1), _NOTHING)
        slope = np.einsum("mnv,mn->mv", rs, ys) / square
        lever = self.leverage + (shift * gone).sum(axis=2)
        weight = _weights(rs, 1 - lever[:, :, None] - rs**2 / square[:, None, :])
        meat = (weight * (ys[:, :, None] - rs * slope[:, None, :]) ** 2).sum(axis=1)
        return Slopes(slope.T, (np.sqrt(meat) / square).T, self._freedom() - dropped.shape[1])

    def influence(self, x: Floats, y: Floats) -> Floats:
        """How much each firm moves the slope of one regressor (DFBETA), for each outcome.

        Parameters
        ----------
        x : ndarray of shape (n,)
        y : ndarray of shape (n, m)

        Returns
        -------
        ndarray of shape (n, m)
            Slope with all less slope without the firm.
        """
        r, left = self.remainder(x), self.remainder(y)
        square = float(r @ r)
        residual = left - r[:, None] * (r @ left / square)
        freedom = np.maximum(1 - self.leverage - r**2 / square, _NOTHING)
        return np.asarray(residual * (r / freedom)[:, None] / square, dtype=np.float64)

    def _freedom(self) -> int:
        n, k = self.basis.shape
        return int(n - k - 1)


def partial_out(design: Design, x: Floats) -> NDArray[np.bool_]:
    """Whether each column of x varies, and varies beside the controls."""
    spread = ((x - x.mean(axis=0)) ** 2).sum(axis=0)
    left = (design.remainder(x) ** 2).sum(axis=0)
    return np.asarray((spread > _NOTHING) & (left > 1e-6 * spread))


def _weights(r: Floats, freedom: Floats) -> Floats:
    # A firm that is fitted exactly has no residual: it adds nothing, not nothing over nothing.
    exact = freedom < _NOTHING
    return np.asarray(np.where(exact, 0.0, r**2 / np.where(exact, 1.0, freedom) ** 2), dtype=np.float64)
