"""Slopes by Tukey's biweight M estimate."""

from __future__ import annotations

import numpy as np

from .frame import Floats
from .kernel import Slopes

__all__ = ["biweight"]


def biweight(controls: Floats, x: Floats, y: Floats) -> Slopes:
    """M estimates of the slope of each column of x, alone beside the controls (Huber 1981).

    Tuning constant 4.685, scale by the median absolute deviation, Huber's first covariance: not robust to a variance
    that differs between firms.

    Parameters
    ----------
    controls : ndarray of shape (n, k)
        The intercept is in their span.
    x : ndarray of shape (n, v)
    y : ndarray of shape (n,)

    Returns
    -------
    Slopes
        Shape (v, 1).
    """
    from statsmodels.robust.norms import TukeyBiweight
    from statsmodels.robust.robust_linear_model import RLM

    fits = [RLM(y, np.column_stack([column, controls]), M=TukeyBiweight()).fit() for column in x.T]
    estimate = np.array([[fit.params[0]] for fit in fits]).reshape(-1, 1)
    error = np.array([[fit.bse[0]] for fit in fits]).reshape(-1, 1)
    return Slopes(estimate, error, len(y) - controls.shape[1] - 1)
