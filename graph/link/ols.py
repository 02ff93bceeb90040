"""Least squares with standard errors that hold under heteroskedasticity (HC3): one regression, all its coefficients."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

__all__ = ["Coefficient", "Fit", "fit_ols"]

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Coefficient:
    """One coefficient of a regression.

    Attributes
    ----------
    name : str
    estimate, error : float
        Slope, and its HC3 standard error.
    interval : tuple of float
        95 % interval, with the quantiles of Student's t at the residual degrees of freedom.
    p : float
        Of the same t, two-sided. The registered test of power is the permutation test, not this one.
    """

    name: str
    estimate: float
    error: float
    interval: tuple[float, float]
    p: float


@dataclass(frozen=True, slots=True)
class Fit:
    """A regression by least squares.

    Attributes
    ----------
    coefficients : tuple of Coefficient
    r2 : float
    df : int
        Residual degrees of freedom.
    classical_t : float
        t of the first coefficient with classical standard errors; formulae of omitted variables are built on it.
    residuals : ndarray of shape (n,)
    """

    coefficients: tuple[Coefficient, ...]
    r2: float
    df: int
    classical_t: float
    residuals: Floats

    def coefficient(self, name: str) -> Coefficient:
        """Coefficient of that name; raises KeyError where there is none."""
        return {item.name: item for item in self.coefficients}[name]


def fit_ols(outcome: Floats, design: Floats, names: Sequence[str]) -> Fit:
    """Least squares by statsmodels.

    Parameters
    ----------
    outcome : ndarray of shape (n,)
    design : ndarray of shape (n, k)
        Of full rank, with an intercept among its columns.
    names : sequence of str
        Of the columns.

    References
    ----------
    MacKinnon & White (1985), Some heteroskedasticity-consistent covariance matrix estimators.
    """
    from statsmodels.regression.linear_model import OLS

    classical = OLS(outcome, design).fit()
    robust = classical.get_robustcov_results("HC3", use_t=True)
    low, high = robust.conf_int().T
    coefficients = tuple(
        Coefficient(name, float(slope), float(error), (float(least), float(most)), float(p))
        for name, slope, error, least, most, p in zip(
            names, robust.params, robust.bse, low, high, robust.pvalues, strict=True
        )
    )
    return Fit(
        coefficients,
        float(classical.rsquared),
        int(classical.df_resid),
        float(classical.tvalues[0]),
        np.asarray(classical.resid, dtype=np.float64),
    )
