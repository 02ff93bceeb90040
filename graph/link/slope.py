"""The slope of one column beside controls and its HC3 t, for many outcomes at once.

The hat matrix is taken apart once; a permutation test then costs two products of matrices. Equal to statsmodels, one
outcome at a time, in the tests.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

__all__ = ["Floats", "Slope"]

Floats = NDArray[np.float64]

_NOTHING = 1e-10


@dataclass(frozen=True)
class Slope:
    """One column of a regression, beside the controls (Frisch & Waugh 1933; Lovell 1963).

    Attributes
    ----------
    controls : ndarray of shape (n, k)
        Orthonormal basis of the controls.
    partial : ndarray of shape (n,)
        The column less what the controls say of it.
    leverage : ndarray of shape (n,)
        Diagonal of the hat matrix of column and controls.
    """

    controls: Floats
    partial: Floats
    leverage: Floats

    @classmethod
    def of(cls, column: Floats, controls: Floats) -> Slope:
        """Take a column and controls apart; the controls must be of full rank.

        Raises
        ------
        ValueError
            The controls say everything of the column.
        """
        basis, _ = np.linalg.qr(controls)
        partial = column - basis @ (basis.T @ column)
        square = float(partial @ partial)
        if square <= _NOTHING * max(float(column @ column), _NOTHING):
            raise ValueError("the controls determine the column")
        leverage = np.sum(basis**2, axis=1) + partial**2 / square
        return cls(basis, partial, leverage)

    @property
    def square(self) -> float:
        """Sum of squares of :attr:`partial`."""
        return float(self.partial @ self.partial)

    @property
    def weights(self) -> Floats:
        """What the square of each residual weighs in the HC3 variance of the slope.

        Raises
        ------
        ValueError
            One row has a parameter of its own: its residual is always zero, and no HC3 error exists.
        """
        if self.leverage.max() > 1 - 1e-9:
            raise ValueError("one row has a parameter of its own")
        return np.asarray((self.partial / self.square / (1 - self.leverage)) ** 2, dtype=np.float64)

    def reduced(self, outcomes: Floats) -> Floats:
        """Residuals of regressions on the controls alone; outcomes of shape (n,) or (n, m)."""
        return np.asarray(outcomes - self.controls @ (self.controls.T @ outcomes), dtype=np.float64)

    def estimate(self, outcomes: Floats) -> Floats:
        """Slope of each outcome, shape () or (m,)."""
        return np.asarray(self.partial @ outcomes / self.square, dtype=np.float64)

    def residuals(self, outcomes: Floats) -> Floats:
        """Residuals of regressions on column and controls."""
        reduced = self.reduced(outcomes)
        return np.asarray(reduced - np.multiply.outer(self.partial, self.estimate(reduced)), dtype=np.float64)

    def error(self, outcomes: Floats) -> Floats:
        """HC3 standard error of each slope."""
        return np.asarray(np.sqrt(self.weights @ self.residuals(outcomes) ** 2), dtype=np.float64)

    def t(self, outcomes: Floats) -> Floats:
        """HC3-studentised slope of each outcome.

        Parameters
        ----------
        outcomes : ndarray of shape (n,) or (n, m)

        Returns
        -------
        ndarray of shape () or (m,)
        """
        return np.asarray(self.estimate(outcomes) / self.error(outcomes), dtype=np.float64)
