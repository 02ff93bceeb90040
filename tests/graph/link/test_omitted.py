"""Sensitivity to omitted variables: published examples, and a confounder whose strength is known."""

from __future__ import annotations

import numpy as np
import pytest
from statsmodels.regression.linear_model import OLS

from definer.graph.link.omitted import benchmark, omitted_of, oster_delta, partial_r2, robustness_value
from definer.graph.link.sample import draw_sample

from .planted import planted

# Cinelli & Hazlett (2020), Darfur: exposure to violence and attitudes to peace.
ESTIMATE, ERROR, DF = 0.09731582, 0.02325654, 783
T = ESTIMATE / ERROR


def test_darfur() -> None:
    assert partial_r2(T, DF) == pytest.approx(0.022, abs=5e-4)
    assert robustness_value(T, DF) == pytest.approx(0.139, abs=5e-4)
    assert robustness_value(T, DF, alpha=0.05) == pytest.approx(0.076, abs=5e-4)


@pytest.mark.parametrize(
    ("times", "with_power", "with_outcome", "adjusted", "t"),
    [(1, 0.0092, 0.1246, 0.0752, 3.44), (2, 0.0183, 0.2493, 0.0529, 2.60), (3, 0.0275, 0.3741, 0.0304, 1.63)],
)
def test_darfur_with_a_confounder_like_being_female(
    times: float, with_power: float, with_outcome: float, adjusted: float, t: float
) -> None:
    found = benchmark(ESTIMATE, ERROR, DF, 0.00907695, 0.10903, times)
    assert found is not None
    assert found == (
        pytest.approx(with_power, abs=1e-4),
        pytest.approx(with_outcome, abs=2e-4),
        pytest.approx(adjusted, abs=2e-4),
        pytest.approx(t, abs=0.02),
    )


def test_the_bound_is_exact_for_a_confounder_that_is_there() -> None:
    """A confounder of exactly the bounds' strength brings the estimate to the adjusted one."""
    generator = np.random.default_rng(8)
    n, t = 400, 6.0
    value = robustness_value(t, n - 3)
    # Both partial R2 at the robustness value: the estimate becomes zero.
    x, z, y = (generator.normal(size=n) for _ in range(3))
    x, z, y = (column - column.mean() for column in (x, z, y))
    z -= x * (x @ z) / (x @ x)
    y -= np.column_stack([x, z]) @ np.linalg.lstsq(np.column_stack([x, z]), y, rcond=None)[0]
    x, z, y = (column / np.linalg.norm(column) for column in (x, z, y))
    confounder = np.sqrt(value) * x + np.sqrt(1 - value) * z
    left = np.sqrt(value) * z + np.sqrt(1 - value) * y  # what x leaves of the outcome, R2 with z at the value
    outcome = x * t / np.sqrt(n - 2) + left
    controls = np.column_stack([confounder, np.ones(n)])
    assert OLS(outcome, np.column_stack([x, np.ones(n)])).fit().tvalues[0] == pytest.approx(t)
    assert partial_r2(t, n - 2) > 0
    strength = robustness_value(t, n - 2)
    assert strength == pytest.approx(value, abs=1e-3)
    assert OLS(outcome, np.column_stack([x, controls])).fit().params[0] == pytest.approx(0, abs=2e-3)


def test_no_confounder_can_be_so_strong() -> None:
    assert benchmark(1.0, 0.1, 50, 0.6, 0.2) is None


def test_an_estimate_that_is_not_significant_needs_nothing_to_stay_so() -> None:
    assert robustness_value(1.0, 100, alpha=0.05) == 0.0


@pytest.mark.parametrize("delta", [1.0, 0.5, 2.0])
def test_oster_finds_the_selection_that_is_there(delta: float) -> None:
    """No effect; unobserved goes with the column `delta` times as the observed does; R2 max is the true R2."""
    generator = np.random.default_rng(3)
    n = 500
    basis, _ = np.linalg.qr(np.column_stack([np.ones(n), generator.normal(size=(n, 4))]))
    observed, unobserved, noise, error = (basis[:, at] for at in range(1, 5))
    # Orthogonal and of unit length, so covariances are coefficients.
    column = 0.5 * observed + delta * 0.5 * unobserved + noise
    outcome = observed + unobserved + error
    r2_max = 2 / 3
    found = oster_delta(outcome, column, np.column_stack([np.ones(n), observed]), r2_max)
    assert found == pytest.approx(delta)


def test_a_sample_has_its_numbers_and_benchmarks() -> None:
    sample = draw_sample(planted(0.5, noise=0.7))
    found = omitted_of(sample)
    fit = OLS(sample.outcome, np.column_stack([sample.power, sample.controls])).fit()
    assert found.partial_r2 == pytest.approx(partial_r2(fit.tvalues[0], fit.df_resid))
    assert 0 < found.robustness_significant < found.robustness < 1
    assert [item.control for item in found.benchmarks] == ["growth", "age"]
    assert found.r2_max == pytest.approx(min(1.0, 1.3 * fit.rsquared))
    growth = found.benchmarks[0]
    at = sample.names.index("growth")
    others = np.delete(sample.controls, at, axis=1)
    column = OLS(sample.controls[:, at], others).fit().resid
    r2 = np.corrcoef(column, OLS(sample.power, others).fit().resid)[0, 1] ** 2
    assert growth.with_power == pytest.approx(r2 / (1 - r2))
