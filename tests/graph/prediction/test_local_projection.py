"""Local projections: equal to plain regressions, and a verdict that follows what was planted."""

from __future__ import annotations

import json

import numpy as np
import pandas as pd
import pytest
from linearmodels.panel import PanelOLS

from definer.graph.prediction import Panel, project_both_ways
from definer.graph.prediction.local_projection import LeadLag, Projections

from .made_panel import autocorrelated, made_panel


def plain(panel: Panel, k: int, *, forward: bool) -> tuple[float, int]:
    """Slope and number of rows of one projection, built row by row."""
    premium = {(row.firm, row.year): row.premium for row in panel.rows}
    rows = []
    for row in panel.rows:
        code = panel.ids.index(row.firm)
        at = panel.path_years.index(row.year - 1)
        if forward and (row.firm, row.year + k) in premium:
            later = premium[row.firm, row.year + k]
            rows.append((row.firm, row.year, later - row.premium, row.z, row.premium))
        elif not forward and at + k < len(panel.path_years):
            later = panel.paths[code, at + k]
            rows.append((row.firm, row.year, later - row.z, row.premium, row.z))
    frame = pd.DataFrame(rows, columns=["firm", "year", "y", "x", "c"])
    frame = frame[frame.groupby("firm")["y"].transform("size") > 1].set_index(["firm", "year"])
    fit = PanelOLS(frame["y"], frame[["x", "c"]], entity_effects=True, time_effects=True).fit()
    return float(fit.params["x"]), len(frame)


@pytest.fixture(scope="module")
def unrelated() -> Panel:
    random = np.random.default_rng(11)
    return made_panel(autocorrelated(random, 50), autocorrelated(random, 50))


@pytest.mark.parametrize("forward", [True, False])
def test_slopes_equal_panel_regressions(unrelated: Panel, forward: bool) -> None:
    found = project_both_ways(unrelated, permutations=19)
    side = found.forward if forward else found.reverse
    for horizon in side.horizons:
        slope, n = plain(unrelated, horizon.k, forward=forward)
        assert horizon.raw is not None
        assert horizon.raw.slope == pytest.approx(slope, abs=1e-8)
        assert horizon.n == n


def test_missing_lists_are_no_pairs() -> None:
    power = autocorrelated(np.random.default_rng(0), 30)
    found = project_both_ways(made_panel(power, power, missing=0.0), permutations=19)
    # Of 16 lists, those followed by one k years later: 2020, 2022, 2024 are not followed by 2021, 2023 ...
    assert [horizon.n for horizon in found.forward.horizons] == [30 * pairs for pairs in (13, 13, 12, 11, 11)]
    assert [horizon.n_years for horizon in found.reverse.horizons] == [15, 14, 14, 13, 13]


def test_units_turn_round(unrelated: Panel) -> None:
    found = project_both_ways(unrelated, permutations=19)
    ahead, behind = found.forward.horizons[0], found.reverse.horizons[0]
    assert ahead.raw is not None
    assert behind.raw is not None
    assert ahead.scaled is not None
    assert behind.scaled is not None
    assert ahead.scaled[0] == pytest.approx(ahead.raw.slope / found.premium_sd)
    assert behind.scaled[0] == pytest.approx(behind.raw.slope * found.premium_sd)


def test_neither_where_nothing_is_planted() -> None:
    verdicts = []
    for seed in range(8):
        random = np.random.default_rng(100 + seed)
        panel = made_panel(autocorrelated(random, 40), autocorrelated(random, 40))
        verdicts.append(project_both_ways(panel, permutations=99).verdict)
    assert verdicts.count("neither") >= 6


def test_power_before_price() -> None:
    random = np.random.default_rng(2)
    power = autocorrelated(random, 60, 0.7)
    premium = np.zeros((60, 18))
    for at in range(1, 18):
        premium[:, at] = 0.7 * premium[:, at - 1] + 0.5 * power[:, at - 1] + 0.5 * random.normal(size=60)
    found = project_both_ways(made_panel(power, premium), permutations=199)
    assert found.verdict == "power_leads_price"
    # The other direction is the bias of firm effects: rejected too, with the wrong sign.
    assert found.reverse.sign == -1


def test_price_before_power() -> None:
    random = np.random.default_rng(2)
    premium = autocorrelated(random, 60, 0.7)
    power = np.zeros((60, 18))
    for at in range(1, 18):
        power[:, at] = 0.7 * power[:, at - 1] + 0.5 * premium[:, at - 1] + 0.5 * random.normal(size=60)
    found = project_both_ways(made_panel(power, premium), permutations=199)
    assert found.verdict == "price_leads_power"
    assert found.forward.sign == -1


@pytest.mark.parametrize(
    ("forward", "reverse", "verdict"),
    [
        ((0.05, 1), (0.2, 1), "power_leads_price"),
        ((0.2, 1), (0.01, 1), "price_leads_power"),
        ((0.06, 1), (0.06, 1), "neither"),
        ((0.01, -1), (0.06, 1), "neither"),
        ((0.01, 1), (0.01, -1), "power_leads_price"),
        ((0.01, 1), (0.01, 1), "both"),
        ((None, 0), (0.2, 1), "neither"),
        ((None, 0), (None, 0), None),
    ],
)
def test_verdicts(forward: tuple[float | None, int], reverse: tuple[float | None, int], verdict: str | None) -> None:
    sides = [LeadLag((), p, None, sign) for p, sign in (forward, reverse)]
    assert Projections(sides[0], sides[1], "power", "premium", "year", 1.0, 99, 0).verdict == verdict


def test_few_firms_are_refused() -> None:
    power = autocorrelated(np.random.default_rng(0), 15)
    found = project_both_ways(made_panel(power, power), permutations=19)
    assert found.verdict is None
    assert all(horizon.raw is None for horizon in found.forward.horizons)
    json.dumps(found.to_dict(), allow_nan=False)


def test_the_same_seed_gives_the_same_numbers(unrelated: Panel) -> None:
    once, again = (project_both_ways(unrelated, permutations=49, seed=4).to_dict() for _ in range(2))
    assert once == again
    assert once != project_both_ways(unrelated, permutations=49, seed=5).to_dict()
