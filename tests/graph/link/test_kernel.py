"""The kernel beside statsmodels, one regression at a time."""

from __future__ import annotations

import numpy as np
import pytest
import statsmodels.api as sm

from definer.graph.link.kernel import Design, partial_out

DRAW = np.random.default_rng(5)
N = 50
CONTROLS: np.ndarray = np.column_stack([np.ones(N), DRAW.normal(size=(N, 3)), DRAW.integers(0, 2, N).astype(float)])
X: np.ndarray = DRAW.normal(size=(N, 3)) + CONTROLS[:, 1:2]
Y: np.ndarray = DRAW.normal(size=(N, 4)) * (1 + np.abs(X[:, :1])) + X[:, :1]


def test_slopes_and_hc3_are_those_of_statsmodels() -> None:
    found = Design.of(CONTROLS).slopes(X, Y)
    for v in range(3):
        for m in range(4):
            fit = sm.OLS(Y[:, m], np.column_stack([X[:, v], CONTROLS])).fit(cov_type="HC3", use_t=True)
            assert found.estimate[v, m] == pytest.approx(fit.params[0], abs=1e-12)
            assert found.error[v, m] == pytest.approx(fit.bse[0], abs=1e-12)
            assert found.t[v, m] == pytest.approx(fit.tvalues[0], abs=1e-10)
            assert found.freedom == fit.df_resid


def test_dropping_firms_is_refitting_without_them() -> None:
    dropped = np.array([[0, 7, 9], [1, 2, 3], [49, 20, 7], [30, 31, 32]])
    found = Design.of(CONTROLS).slopes_without(X, Y, dropped)
    for m, gone in enumerate(dropped):
        stays = ~np.isin(np.arange(N), gone)
        for v in range(3):
            design = np.column_stack([X[stays, v], CONTROLS[stays]])
            fit = sm.OLS(Y[stays, m], design).fit(cov_type="HC3", use_t=True)
            assert found.estimate[v, m] == pytest.approx(fit.params[0], abs=1e-11)
            assert found.error[v, m] == pytest.approx(fit.bse[0], abs=1e-11)
            assert found.freedom == fit.df_resid


def test_influence_is_the_slope_with_all_less_that_without_one() -> None:
    design = Design.of(CONTROLS)
    moved = design.influence(X[:, 0], Y)
    whole = design.slopes(X[:, :1], Y).estimate[0]
    for firm in (0, 17, 49):
        without = design.slopes_without(X[:, :1], Y, np.full((4, 1), firm)).estimate[0]
        assert moved[firm] == pytest.approx(whole - without, abs=1e-12)


def test_collinear_controls_count_once() -> None:
    double = np.column_stack([CONTROLS, CONTROLS[:, 1] - 2 * CONTROLS[:, 2], np.zeros(N)])
    plain, found = Design.of(CONTROLS), Design.of(double)
    assert found.basis.shape == plain.basis.shape
    assert found.slopes(X, Y).error == pytest.approx(plain.slopes(X, Y).error, abs=1e-12)


def test_a_firm_with_a_dummy_of_its_own_is_not_free_and_adds_nothing() -> None:
    alone = np.zeros(N)
    alone[4] = 1
    design = Design.of(np.column_stack([CONTROLS, alone]))
    assert np.flatnonzero(~design.free).tolist() == [4]
    stays = np.arange(N) != 4
    found, without = design.slopes(X, Y), Design.of(CONTROLS[stays]).slopes(X[stays], Y[stays])
    assert found.estimate == pytest.approx(without.estimate, abs=1e-12)
    assert found.error == pytest.approx(without.error, abs=1e-12)


def test_what_does_not_vary_beside_the_controls_is_told() -> None:
    design = Design.of(CONTROLS)
    columns = np.column_stack([X[:, 0], np.ones(N), CONTROLS[:, 1] + 3, CONTROLS[:, 1] + 1e-2 * X[:, 1]])
    assert partial_out(design, columns).tolist() == [True, False, False, True]
