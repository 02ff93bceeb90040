"""The slope for many outcomes at once, against statsmodels one at a time."""

from __future__ import annotations

import numpy as np
import pytest
from statsmodels.regression.linear_model import OLS

from definer.graph.link.ols import fit_ols
from definer.graph.link.slope import Slope

GENERATOR = np.random.default_rng(5)
N = 60
CONTROLS = np.column_stack([np.ones(N), GENERATOR.normal(size=(N, 4)), GENERATOR.normal(size=N) > 0]).astype(np.float64)
COLUMN = np.asarray(GENERATOR.normal(size=N) + CONTROLS[:, 1], dtype=np.float64)
OUTCOMES = GENERATOR.normal(size=(N, 25)) * np.exp(0.5 * COLUMN)[:, None] + COLUMN[:, None]


def test_estimates_errors_and_t_equal_statsmodels() -> None:
    slope = Slope.of(COLUMN, CONTROLS)
    estimates, errors, t = slope.estimate(OUTCOMES), slope.error(OUTCOMES), slope.t(OUTCOMES)
    for at in range(OUTCOMES.shape[1]):
        fit = OLS(OUTCOMES[:, at], np.column_stack([COLUMN, CONTROLS])).fit(cov_type="HC3")
        assert estimates[at] == pytest.approx(fit.params[0], abs=1e-10)
        assert errors[at] == pytest.approx(fit.bse[0], abs=1e-10)
        assert t[at] == pytest.approx(fit.tvalues[0], abs=1e-10)
        assert slope.residuals(OUTCOMES[:, at]) == pytest.approx(fit.resid, abs=1e-10)


def test_one_outcome_is_as_many() -> None:
    slope = Slope.of(COLUMN, CONTROLS)
    assert float(slope.t(OUTCOMES[:, 3])) == pytest.approx(float(slope.t(OUTCOMES)[3]), abs=1e-12)
    assert slope.reduced(OUTCOMES[:, 3]) == pytest.approx(OLS(OUTCOMES[:, 3], CONTROLS).fit().resid, abs=1e-10)


def test_a_column_that_controls_determine_has_no_slope() -> None:
    with pytest.raises(ValueError, match="determine"):
        Slope.of(np.asarray(2 * CONTROLS[:, 1] - CONTROLS[:, 2] + 1), CONTROLS)


def test_a_row_with_its_own_parameter_has_an_estimate_and_no_error() -> None:
    alone = np.column_stack([CONTROLS, np.arange(N) == 7])
    slope = Slope.of(COLUMN, alone)
    without = Slope.of(np.delete(COLUMN, 7), np.delete(CONTROLS, 7, axis=0))
    assert float(slope.estimate(OUTCOMES[:, 0])) == pytest.approx(float(without.estimate(np.delete(OUTCOMES[:, 0], 7))))
    with pytest.raises(ValueError, match="own"):
        slope.t(OUTCOMES)


def test_the_fit_is_that_of_statsmodels_with_quantiles_of_t() -> None:
    design = np.column_stack([COLUMN, CONTROLS])
    names = ("power", *(f"z{at}" for at in range(CONTROLS.shape[1])))
    fit, plain = fit_ols(OUTCOMES[:, 0], design, names), OLS(OUTCOMES[:, 0], design).fit()
    robust = OLS(OUTCOMES[:, 0], design).fit(cov_type="HC3", use_t=True)
    assert fit.coefficient("power").interval == pytest.approx(tuple(robust.conf_int()[0]))
    assert fit.coefficient("z2").p == pytest.approx(robust.pvalues[3])
    assert (fit.r2, fit.df, fit.classical_t) == pytest.approx((plain.rsquared, plain.df_resid, plain.tvalues[0]))
    with pytest.raises(KeyError):
        fit.coefficient("age")
