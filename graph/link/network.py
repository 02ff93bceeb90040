"""Whether firms that are tied to each other are priced alike beyond the controls, and what that does to the error.

References
----------
Moran (1950), Notes on continuous stochastic phenomena.
Kojevnikov, Marmer & Song (2021), Limit theorems for network dependent random variables.
Leenders (2002), Modeling social influence through network autocorrelation.
"""

from __future__ import annotations

import math
import warnings
from dataclasses import dataclass
from importlib.util import find_spec

import numpy as np

from .adjacency import row_weights
from .freedman_lane import TOLERANCE
from .ols import fit_ols
from .permuting import permutations_within
from .sample import Sample
from .slope import Floats

__all__ = [
    "DEPENDENT",
    "AutoregressiveModel",
    "Moran",
    "NetworkDependence",
    "moran",
    "network_dependence",
    "network_hac",
]

DEPENDENT = 0.1
"""p of Moran's I below which errors that allow for ties are given."""


@dataclass(frozen=True, slots=True)
class Moran:
    """Moran's I of residuals on the ties, each firm against the mean of its neighbours.

    Attributes
    ----------
    statistic, expected : float
        And its mean over permutations within paradigm.
    p : float
        Two-sided.
    permutations : int
    """

    statistic: float
    expected: float
    p: float
    permutations: int


@dataclass(frozen=True, slots=True)
class AutoregressiveModel:
    """The link with a term for the neighbours, by maximum likelihood.

    Attributes
    ----------
    name : {"lag", "error"}
    slope, error : float
        Of power, per standard deviation.
    dependence, dependence_error : float
        Coefficient of the neighbours' outcome (lag) or residual (error).
    """

    name: str
    slope: float
    error: float
    dependence: float
    dependence_error: float


@dataclass(frozen=True)
class NetworkDependence:
    """Dependence along ties.

    Attributes
    ----------
    pairs, isolated : int
        Pairs of firms that are tied; firms tied to nobody in the sample.
    moran : Moran or None
        None where there are no ties or no residuals to speak of.
    hac_error : float or None
        Network-HAC standard error of the slope, per standard deviation; None where Moran's I gives no cause.
    hac_interval : tuple of float or None
    bandwidth : float or None
        Of the Parzen kernel, in steps along ties.
    models : tuple of AutoregressiveModel
    missing : str or None
        Extra to install for the models, where they are called for and cannot be computed.
    """

    pairs: int
    isolated: int
    moran: Moran | None
    hac_error: float | None = None
    hac_interval: tuple[float, float] | None = None
    bandwidth: float | None = None
    models: tuple[AutoregressiveModel, ...] = ()
    missing: str | None = None


def moran(
    residuals: Floats, matrix: Floats, strata: np.ndarray[tuple[int], np.dtype[np.intp]], count: int, seed: int
) -> Moran | None:
    """Moran's I with row-standardised weights; its p from permutations of the residuals within strata.

    Parameters
    ----------
    residuals : ndarray of shape (n,)
    matrix : ndarray of shape (n, n)
        Adjacency, not yet standardised.
    """
    weights = row_weights(matrix)
    rest = residuals - residuals.mean()
    square, total = float(rest @ rest), float(weights.sum())
    if total == 0 or square == 0:
        return None
    scale = len(rest) / total / square
    seen = float(rest @ weights @ rest) * scale
    drawn_rows = rest[permutations_within(strata, count, np.random.default_rng(seed))]
    drawn = np.sum((drawn_rows @ weights) * drawn_rows, axis=1) * scale
    mean = float(drawn.mean())
    extreme = int(np.count_nonzero(np.abs(drawn - mean) >= abs(seen - mean) - TOLERANCE))
    return Moran(seen, mean, (1 + extreme) / (count + 1), count)


def network_hac(design: Floats, residuals: Floats, matrix: Floats) -> tuple[Floats, float]:
    """Covariance of coefficients that allows for dependence along paths of ties, and its bandwidth.

    Products of scores are weighed by a Parzen kernel of the number of steps between two firms; the bandwidth is
    2 ln n / ln(mean degree), and negative eigenvalues are set to zero. Residuals are divided by one less their
    leverage, so that with no tie at all it is HC3.

    Parameters
    ----------
    design : ndarray of shape (n, k)
    residuals : ndarray of shape (n,)
    matrix : ndarray of shape (n, n)
    """
    from scipy.sparse.csgraph import shortest_path

    n = len(residuals)
    bandwidth = 2 * math.log(n) / math.log(max(float(matrix.sum()) / n, 1.05))
    steps = np.asarray(shortest_path(matrix, unweighted=True, directed=False))
    inverse = np.linalg.inv(design.T @ design)
    leverage = np.einsum("ij,jk,ik->i", design, inverse, design)
    scores = design * (residuals / (1 - leverage))[:, None]
    middle = scores.T @ _parzen(steps / bandwidth) @ scores
    sizes, directions = np.linalg.eigh((middle + middle.T) / 2)
    middle = (directions * np.clip(sizes, 0, None)) @ directions.T
    return np.asarray(inverse @ middle @ inverse), bandwidth


def _parzen(places: Floats) -> Floats:
    inside = np.minimum(places, 1.0)  # firms that no path joins are infinitely far apart
    near, far = 1 - 6 * inside**2 + 6 * inside**3, 2 * (1 - inside) ** 3
    return np.asarray(np.where(inside <= 0.5, near, far), dtype=np.float64)


def network_dependence(sample: Sample, matrix: Floats, permutations: int, seed: int) -> NetworkDependence:
    """Moran's I of the residuals; if it gives cause, errors and models that allow for ties.

    Parameters
    ----------
    sample : Sample
    matrix : ndarray of shape (n, n)
        Adjacency of the firms.
    permutations, seed : int
    """
    design, names = sample.design()
    fit = fit_ols(sample.outcome, design, names)
    found = moran(fit.residuals, matrix, sample.strata, permutations, seed)
    pairs, isolated = int(matrix.sum()) // 2, int(np.count_nonzero(matrix.sum(axis=1) == 0))
    if found is None or found.p >= DEPENDENT:
        return NetworkDependence(pairs, isolated, found)
    from scipy.stats import t as student

    covariance, bandwidth = network_hac(design, fit.residuals, matrix)
    error = math.sqrt(covariance[0, 0]) * sample.spread
    half = float(student.ppf(0.975, fit.df)) * error
    middle = fit.coefficient("power").estimate * sample.spread
    models = _models(sample, matrix) if find_spec("spreg") else None
    return NetworkDependence(
        pairs, isolated, found, error, (middle - half, middle + half), bandwidth,
        models or (), None if models is not None else "spatial",
    )  # fmt: skip


def _models(sample: Sample, matrix: Floats) -> tuple[AutoregressiveModel, ...]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # firms without neighbours are told by our own count
        from libpysal.weights import W
        from spreg import ML_Error, ML_Lag

        neighbours = {at: [int(other) for other in np.flatnonzero(row)] for at, row in enumerate(matrix)}
        weights = W(neighbours, silence_warnings=True)
        weights.transform = "r"
        columns = np.column_stack([sample.power, sample.controls[:, 1:]])
        fits = {
            name: model(sample.outcome[:, None], columns, w=weights)
            for name, model in (("lag", ML_Lag), ("error", ML_Error))
        }
    scale = sample.spread
    return tuple(
        AutoregressiveModel(
            name,
            float(fit.betas[1, 0]) * scale,
            math.sqrt(fit.vm[1, 1]) * scale,
            float(fit.betas[-1, 0]),
            math.sqrt(fit.vm[columns.shape[1] + 1, columns.shape[1] + 1]),
        )
        for name, fit in fits.items()
    )
