"""Whole-path permutation: the same slopes as plain libraries, the right size, and the power to see what is there."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
import statsmodels.api as sm
from linearmodels.panel import PanelOLS

from definer.graph.link.permuting import orders_within
from definer.graph.prediction import Panel, fixed_effects
from definer.graph.prediction.effects import panel_effect
from definer.graph.prediction.whole_path import (
    Slopes,
    clustered_slopes,
    outcome_slopes,
    path_test,
    repeated,
    sweep_of,
)

from .made_panel import autocorrelated, made_panel


@pytest.fixture(scope="module")
def panel() -> Panel:
    random = np.random.default_rng(3)
    return made_panel(autocorrelated(random, 40), autocorrelated(random, 40), missing=0.3)


def plain_slope(panel: Panel, regressor: np.ndarray, outcome: np.ndarray, control: np.ndarray | None = None) -> float:
    """Slope by linearmodels, one regression at a time."""
    frame = pd.DataFrame({"firm": panel.firm_codes, "year": panel.list_years, "x": regressor, "y": outcome})
    names = ["x"]
    if control is not None:
        frame["c"] = control
        names.append("c")
    frame = frame.set_index(["firm", "year"])
    fit = PanelOLS(frame["y"], frame[names], entity_effects=True, time_effects=True).fit()
    return float(fit.params["x"])


def test_slopes_equal_panel_regressions_one_by_one(panel: Panel) -> None:
    orders = orders_within(panel.strata, 8, seed=1)
    firms = panel.firm_codes
    drawn = panel.paths[orders[:, firms].T, panel.path_columns[:, None]]
    outcome = panel.column("premium")
    found = clustered_slopes(outcome, drawn, sweep_of(firms, panel.list_years), firms)
    for column in range(drawn.shape[1]):
        assert found.slope[column] == pytest.approx(plain_slope(panel, drawn[:, column], outcome), abs=1e-8)
    assert drawn[:, 0] == pytest.approx(panel.column("z"))


def test_slopes_with_a_control_equal_panel_regressions(panel: Panel) -> None:
    firms, years = panel.firm_codes, panel.list_years
    random = np.random.default_rng(4)
    control, outcome = random.normal(size=panel.n), random.normal(size=panel.n)
    drawn = random.normal(size=(panel.n, 3))
    fixed = clustered_slopes(outcome, drawn, sweep_of(firms, years, [control]), firms)
    moving = outcome_slopes(drawn, outcome, drawn[:, ::-1].copy(), sweep_of(firms, years), firms)
    for column in range(3):
        assert fixed.slope[column] == pytest.approx(plain_slope(panel, drawn[:, column], outcome, control), abs=1e-8)
        if column != 1:  # in the middle the outcome is its own control
            expected = plain_slope(panel, outcome, drawn[:, column], drawn[:, 2 - column])
            assert moving.slope[column] == pytest.approx(expected, abs=1e-8)


def test_errors_are_those_clustered_by_firm(panel: Panel) -> None:
    firms, years = panel.firm_codes, panel.list_years
    z, outcome = panel.column("z"), panel.column("premium")
    dummies = pd.get_dummies(pd.DataFrame({"f": firms, "y": years}).astype(str), drop_first=True, dtype=float)
    design = np.column_stack([z, np.ones(panel.n), dummies.to_numpy()])
    fit = sm.OLS(outcome, design).fit(cov_type="cluster", cov_kwds={"groups": firms, "use_correction": False})
    found = clustered_slopes(outcome, z[:, None], sweep_of(firms, years), firms)
    assert found.slope[0] == pytest.approx(float(fit.params[0]), abs=1e-8)
    assert found.error[0] == pytest.approx(float(fit.bse[0]), abs=1e-8)


def test_fixed_effects_print_what_linearmodels_gives(panel: Panel) -> None:
    found = fixed_effects(panel, permutations=99, with_variants=False)
    assert found.test is not None
    assert found.clustered is not None
    assert found.test.slope == pytest.approx(found.clustered.slope, abs=1e-8)
    assert found.n_firms == 40
    assert found.within_share is not None
    assert 0 < found.within_share < 1
    assert sum(part for _, part in found.carriers) <= 1


def test_paths_stay_whole_and_within_their_group() -> None:
    strata = np.array([0, 0, 1, 1, 1], dtype=np.intp)
    orders = orders_within(strata, 200, seed=0)
    assert orders[0].tolist() == [0, 1, 2, 3, 4]
    assert (strata[orders] == strata).all()
    assert (np.sort(orders, axis=1) == np.arange(5)).all()
    assert (orders_within(strata, 200, seed=0) == orders).all()


def test_an_interval_leaves_out_zero_just_where_the_test_rejects() -> None:
    random = np.random.default_rng(0)
    for shift in np.linspace(0, 4, 60):
        slopes = Slopes(np.append(shift, random.normal(size=199)), np.ones(200))
        found = path_test(slopes)
        assert (found.p <= 0.05) == (found.low > 0 or found.high < 0)


def test_p_counts_the_data_among_the_permutations() -> None:
    found = path_test(Slopes(np.array([2.0, 1.0, -2.0, 0.5]), np.ones(4)))
    assert found.p == pytest.approx(0.5)  # itself and -2.0, of four


def test_rows_that_are_alone_go_even_if_they_become_so() -> None:
    firms = np.array([0, 0, 1, 1, 2], dtype=np.intp)
    years = np.array([1, 2, 1, 3, 2], dtype=np.intp)
    # Firm 2 has one row, year 3 too; then firm 1 is left with one, then year 1 with one, and so on to the end.
    assert not repeated(firms, years).any()
    assert repeated(np.array([0, 0, 1, 1]), np.array([1, 2, 1, 2])).all()


def test_power_that_does_not_move_has_no_slope(panel: Panel) -> None:
    firms = panel.firm_codes
    constant = np.repeat(np.arange(firms.max() + 1.0)[firms][:, None], 2, axis=1)
    found = clustered_slopes(panel.column("premium"), constant, sweep_of(firms, panel.list_years), firms)
    assert found.slope.tolist() == found.error.tolist() == found.t.tolist() == [0.0, 0.0]


def test_true_nulls_are_rejected_about_as_often_as_stated(shipped: Panel) -> None:
    """On the shipped paths and lists, with premiums that move slowly and know nothing of power (METHOD 3.3)."""
    random = np.random.default_rng(7)
    rejected, pooled, reps = 0, 0, 40
    for rep in range(reps):
        premium = 0.3 * autocorrelated(random, shipped.n_firms) + random.normal(size=(shipped.n_firms, 1))
        rows = tuple(
            replace(row, premium=float(premium[code, row.year - 2008]))
            for row, code in zip(shipped.rows, shipped.firm_codes, strict=True)
        )
        null = replace(shipped, rows=rows)
        found = panel_effect(null, orders_within(null.exchange, 99, rep), "null").test
        assert found is not None
        rejected += found.p <= 0.05
        wrong = sm.OLS(null.column("premium"), sm.add_constant(null.column("z"))).fit(cov_type="HC3")
        pooled += wrong.pvalues[1] <= 0.05
    assert rejected / reps <= 0.15  # 5 % and three standard errors
    assert pooled / reps >= 0.25  # the wrong way, to show that the world is one in which it matters


def test_a_planted_effect_is_found() -> None:
    random = np.random.default_rng(5)
    power = autocorrelated(random, 60)
    premium = 0.4 * power + autocorrelated(random, 60)
    panel = made_panel(power, premium)
    found = fixed_effects(panel, permutations=199)
    assert found.test is not None
    assert found.test.p <= 0.05
    scale = panel.scales["paradigm0"][1]
    assert found.test.slope == pytest.approx(0.4 * scale, rel=0.35)
    assert {one.name for one in found.variants} >= {"rank", "in_degree", "paradigm_years", "in_every_list"}


def test_few_firms_are_refused() -> None:
    power = autocorrelated(np.random.default_rng(0), 19)
    found = fixed_effects(made_panel(power, power), permutations=99)
    assert found.test is None
    assert found.to_dict()["reason"] == "too_few_firms"
