"""The slope of the link in other ways: by ranks, by medians, with outliers weighed down."""

from __future__ import annotations

import warnings
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import numpy as np

from ..worth.ranks import average_ranks
from .freedman_lane import TOLERANCE
from .permuting import permutations_within
from .rank_association import bootstrap_interval, correlation, rank_association
from .sample import Sample
from .slope import Floats, Slope

if TYPE_CHECKING:
    from .frame import Frame

__all__ = ["Companion", "companions", "partial_kendall", "partial_spearman", "rank_correlations"]

KENDALL_PERMUTATIONS = 1_999
"""Most permutations of Kendall's tau: each compares all pairs of firms."""


@dataclass(frozen=True, slots=True)
class Companion:
    """One number beside the estimate.

    Attributes
    ----------
    name : str
    kind : {"slope", "correlation"}
        Slopes are in log points per standard deviation of power within paradigm.
    estimate : float or None
        None where the method did not settle on a number.
    interval : tuple of float or None
        95 %, by the method's own theory; it takes firms for independent.
    p : float or None
        Of a permutation within paradigm.
    permutations : int
        0 where there is no p.
    """

    name: str
    kind: Literal["slope", "correlation"]
    estimate: float | None
    interval: tuple[float, float] | None = None
    p: float | None = None
    permutations: int = 0


def companions(sample: Sample, permutations: int, seed: int) -> tuple[Companion, ...]:
    """Partial rank correlations, and slopes in which a few firms weigh less.

    Theil-Sen is taken of the reduced residuals (METHOD 3.1), so outliers reach it through the controls.

    Parameters
    ----------
    sample : Sample
    permutations, seed : int
        Of the tests of the rank correlations.
    """
    scale = sample.spread
    return (
        partial_spearman(sample, permutations, seed),
        partial_kendall(sample, min(permutations, KENDALL_PERMUTATIONS), seed),
        _scaled("theil_sen", scale, lambda: _theil_sen(sample)),
        _scaled("tukey_biweight", scale, lambda: _tukey(sample)),
        _scaled("median_regression", scale, lambda: _median(sample)),
    )


def partial_spearman(sample: Sample, permutations: int, seed: int) -> Companion:
    """Correlation of the ranks of outcome and power, both less what the controls say of them."""
    slope = Slope.of(average_ranks(sample.power), sample.controls)
    rest = slope.reduced(average_ranks(sample.outcome))

    def statistic(outcomes: Floats) -> Floats:
        left = slope.reduced(outcomes)
        return np.asarray(slope.partial @ left / np.sqrt(slope.square * np.sum(left**2, axis=0)))

    seen = float(statistic(rest))
    orders = permutations_within(sample.strata, permutations, np.random.default_rng(seed))
    drawn = statistic(rest[orders].T)
    return Companion("partial_spearman", "correlation", seen, None, _p(drawn, seen), permutations)


def partial_kendall(sample: Sample, permutations: int, seed: int) -> Companion:
    """Kendall's tau-b of outcome and power, both less what the controls say of them."""
    from scipy.stats import kendalltau

    slope = sample.slope()
    rest = slope.reduced(sample.outcome)
    seen = float(kendalltau(slope.partial, rest).statistic)
    upper = np.triu_indices(sample.n, 1)
    signs = np.sign(slope.partial[upper[0]] - slope.partial[upper[1]])
    orders = permutations_within(sample.strata, permutations, np.random.default_rng(seed))
    outcomes = slope.reduced(rest[orders].T).T
    drawn = np.array([signs @ np.sign(row[upper[0]] - row[upper[1]]) for row in outcomes])
    here = float(signs @ np.sign(rest[upper[0]] - rest[upper[1]]))
    return Companion("kendall_tau_b", "correlation", seen, None, _p(drawn, here), permutations)


def rank_correlations(frame: Frame, permutations: int, seed: int) -> tuple[Companion, ...]:
    """Rank correlation of premium with power, in-degree and revenue within paradigm, with no other control.

    In-degree and revenue are what power must beat. The intervals are of a bootstrap within paradigm.
    """
    premium, strata = frame.premium(), frame.strata
    columns = {
        "power": frame.raw_power(),
        "in_degree": frame.raw_power("in_degree"),
        "revenue": np.array([unit.log_revenue for unit in frame.units]),
    }
    found: list[Companion] = []
    for name, column in columns.items():
        label = f"rank_correlation_{name}"
        if correlation(column, premium, strata) is None:
            found.append(Companion(label, "correlation", None))
            continue
        seen = rank_association(column, premium, strata, permutations=permutations, seed=seed)
        interval = bootstrap_interval(column, premium, strata, seed=seed)
        assert seen is not None  # noqa: S101 - the correlation exists
        found.append(Companion(label, "correlation", seen.estimate, interval, seen.p, permutations))
    return tuple(found)


def _p(drawn: Floats, seen: float) -> float:
    extreme = int(np.count_nonzero(np.abs(drawn) >= abs(seen) - TOLERANCE * max(1.0, abs(seen))))
    return (1 + extreme) / (len(drawn) + 1)


def _scaled(name: str, scale: float, fit: Callable[[], tuple[float, float, float]]) -> Companion:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        try:
            estimate, low, high = fit()
        except Warning:  # an iteration that did not settle has no number
            return Companion(name, "slope", None)
    return Companion(name, "slope", estimate * scale, (low * scale, high * scale))


def _theil_sen(sample: Sample) -> tuple[float, float, float]:
    from scipy.stats import theilslopes

    slope = sample.slope()
    found = theilslopes(slope.reduced(sample.outcome), slope.partial)
    return float(found.slope), float(found.low_slope), float(found.high_slope)


def _tukey(sample: Sample) -> tuple[float, float, float]:
    from statsmodels.robust.norms import TukeyBiweight
    from statsmodels.robust.robust_linear_model import RLM

    fit = RLM(sample.outcome, sample.design()[0], M=TukeyBiweight()).fit()
    low, high = fit.conf_int()[0]
    return float(fit.params[0]), float(low), float(high)


def _median(sample: Sample) -> tuple[float, float, float]:
    from statsmodels.regression.quantile_regression import QuantReg

    fit = QuantReg(sample.outcome, sample.design()[0]).fit(q=0.5)
    low, high = fit.conf_int()[0]
    return float(fit.params[0]), float(low), float(high)
