"""How strong an omitted variable would have to be to account for the estimate.

References
----------
Cinelli & Hazlett (2020), Making sense of sensitivity: extending omitted variable bias.
Oster (2019), Unobservable selection and coefficient stability: theory and evidence.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from .ols import fit_ols
from .sample import Sample
from .slope import Floats

__all__ = ["Benchmark", "Omitted", "benchmark", "omitted_of", "oster_delta", "partial_r2", "robustness_value"]

BENCHMARKS = ("growth", "age")
"""Controls that a confounder is compared with."""
_R2_FACTOR = 1.3


@dataclass(frozen=True, slots=True)
class Benchmark:
    """A confounder as strong as a control.

    Attributes
    ----------
    control : str
    times : float
        How many times as strong.
    with_power, with_outcome : float
        Partial R2 of such a confounder with power, and with the outcome.
    estimate, t : float
        Of power, were it controlled for; estimate per standard deviation.
    """

    control: str
    times: float
    with_power: float
    with_outcome: float
    estimate: float
    t: float


@dataclass(frozen=True)
class Omitted:
    """Robustness of the estimate to omitted variables; built on classical standard errors, as its formulae are.

    Attributes
    ----------
    partial_r2 : float
        Of power with the outcome, given the controls.
    robustness, robustness_significant : float
        Partial R2 that a confounder needs with both power and outcome to bring the estimate to zero, and to make it
        insignificant at 5 %; the second is 0 where it already is.
    benchmarks : tuple of Benchmark
    delta : float or None
        How much more the unobserved would have to go with power than the controls do for a slope of zero (Oster), at
        the largest R2 of :attr:`r2_max`; None where it cannot be computed.
    r2_max : float
    """

    partial_r2: float
    robustness: float
    robustness_significant: float
    benchmarks: tuple[Benchmark, ...]
    delta: float | None
    r2_max: float


def partial_r2(t: float, df: int) -> float:
    """Partial R2 of a regressor from its classical t.

    Examples
    --------
    >>> round(partial_r2(0.09731582 / 0.02325654, 783), 3)
    0.022
    """
    return t**2 / (t**2 + df)


def robustness_value(t: float, df: int, q: float = 1.0, alpha: float = 1.0) -> float:
    """Robustness value: least partial R2 with both sides that takes a share `q` of the estimate away.

    With `alpha` below 1: that makes the rest insignificant at that level.

    Examples
    --------
    >>> round(robustness_value(0.09731582 / 0.02325654, 783), 3)
    0.139
    """
    from scipy.stats import t as student

    strength = q * abs(t) / math.sqrt(df)
    least = abs(float(student.ppf(alpha / 2, df - 1))) / math.sqrt(df - 1)
    beyond = strength - least
    if beyond <= 0:
        return 0.0
    if least > 0 and strength > 1 / least:
        return (strength**2 - least**2) / (1 + strength**2)
    return (math.sqrt(beyond**4 + 4 * beyond**2) - beyond**2) / 2


def benchmark(
    estimate: float, error: float, df: int, with_power: float, with_outcome: float, times: float = 1.0
) -> tuple[float, float, float, float] | None:
    """Bounds on a confounder `times` as strong as a control, and the estimate with it.

    Parameters
    ----------
    estimate, error : float
        Of the regressor, classical.
    df : int
    with_power : float
        Partial R2 of the control with the regressor, given the other controls.
    with_outcome : float
        Partial R2 of the control with the outcome, given the regressor and the other controls.

    Returns
    -------
    tuple of float or None
        Partial R2 of the confounder with regressor and outcome, adjusted estimate and t; None where no confounder can
        be so strong.
    """
    of_power = times * with_power / (1 - with_power)
    if of_power >= 1 or times * with_power >= 1:
        return None
    between = times * with_power**2 / ((1 - times * with_power) * (1 - with_power))
    if between >= 1:
        return None
    ratio = (math.sqrt(times) + math.sqrt(between)) / math.sqrt(1 - between)
    of_outcome = min(1.0, ratio**2 * with_outcome / (1 - with_outcome))
    bias = math.sqrt(of_outcome * of_power / (1 - of_power)) * error * math.sqrt(df)
    adjusted = math.copysign(abs(estimate) - bias, estimate)
    wider = error * math.sqrt((1 - of_outcome) / (1 - of_power) * df / (df - 1))
    return of_power, of_outcome, adjusted, adjusted / wider if wider > 0 else 0.0


def oster_delta(outcome: Floats, column: Floats, controls: Floats, r2_max: float) -> float | None:
    """Proportional selection on unobservables that would make the slope zero.

    Parameters
    ----------
    outcome, column : ndarray of shape (n,)
    controls : ndarray of shape (n, k)
        With an intercept.
    r2_max : float
        R2 with everything that matters controlled for.
    """
    y, x = outcome - outcome.mean(), column - column.mean()
    basis, _ = np.linalg.qr(np.column_stack([column, controls]))
    inner, _ = np.linalg.qr(controls)
    rest = column - inner @ (inner.T @ column)
    variance_y, variance_x, variance_rest = float(y @ y), float(x @ x), float(rest @ rest)
    short, long = float(x @ y) / variance_x, float(rest @ outcome) / variance_rest
    r2_short = short**2 * variance_x / variance_y
    r2_long = 1 - float(np.sum((outcome - basis @ (basis.T @ outcome)) ** 2)) / variance_y
    gain, beyond, moved = (r2_long - r2_short) * variance_y, (r2_max - r2_long) * variance_y, short - long
    cubic = long**3 * (variance_rest * variance_x - variance_rest**2)
    top = long * gain * variance_rest + long * variance_x * variance_rest * moved**2
    top += 2 * long**2 * variance_rest * moved * variance_x + cubic
    bottom = beyond * moved * variance_x + long * beyond * (variance_x - variance_rest)
    bottom += long**2 * variance_rest * moved * variance_x + cubic
    return top / bottom if abs(bottom) > 1e-12 * max(1.0, abs(top)) else None


def omitted_of(sample: Sample) -> Omitted:
    """Robustness of the slope of a sample to omitted variables."""
    design, names = sample.design()
    fit = fit_ols(sample.outcome, design, names)
    r2_max = min(1.0, _R2_FACTOR * fit.r2)
    found = (_benchmark(sample, fit.classical_t, fit.df, name) for name in BENCHMARKS if name in sample.names)
    return Omitted(
        partial_r2(fit.classical_t, fit.df),
        robustness_value(fit.classical_t, fit.df),
        robustness_value(fit.classical_t, fit.df, alpha=0.05),
        tuple(item for item in found if item is not None),
        oster_delta(sample.outcome, sample.power, sample.controls, r2_max),
        r2_max,
    )


def _benchmark(sample: Sample, t: float, df: int, name: str) -> Benchmark | None:
    at = sample.names.index(name)
    others = np.delete(sample.controls, at, axis=1)
    column = sample.controls[:, at]
    with_power = _r2(sample.power, column, others)
    with_outcome = _r2(sample.outcome, column, np.column_stack([sample.power, others]))
    estimate = float(sample.slope().estimate(sample.outcome))
    found = benchmark(estimate, abs(estimate / t), df, with_power, with_outcome) if t else None
    if found is None:
        return None
    of_power, of_outcome, adjusted, adjusted_t = found
    return Benchmark(name, 1.0, of_power, of_outcome, adjusted * sample.spread, adjusted_t)


def _r2(outcome: Floats, column: Floats, others: Floats) -> float:
    """Partial R2 of a column with an outcome, given others."""
    basis, _ = np.linalg.qr(others)
    left, right = (values - basis @ (basis.T @ values) for values in (outcome, column))
    return float((left @ right) ** 2 / ((left @ left) * (right @ right)))
