"""Premiums as draws: within their ranges, of the right distribution, belonging to their firm."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest
from scipy import stats

from definer.graph.worth.draws import draw_premiums
from definer.graph.worth.firm_premium import FirmPremium
from definer.graph.worth.fx import Rate
from definer.graph.worth.marks import Mark
from definer.graph.worth.observations import Evidence, Firm, FundamentalClaim, Multiple, ValuationClaim
from definer.graph.worth.premium_result import PremiumResult
from definer.graph.worth.reasons import Refusal
from definer.graph.worth.revenue import Revenue

DOLLARS = Rate("USD", 1.0, (), (), ())
GROUNDS = Evidence("normal", "reported", "sourced", "exact", ("s",), 1)


def firm(
    key: str, value: tuple[float, float], sales: tuple[float, float] = (1.0, 1.0), mark_type: str = "public"
) -> FirmPremium:
    valuation = ValuationClaim("v", key, "2025", "market_cap", *value, "USD", GROUNDS)
    figure = FundamentalClaim("f", key, "revenue", "2024", "2024", *sales, "USD", GROUNDS)
    return FirmPremium(
        Firm(key, key, key, "US", "ai", "chips"),
        Mark(valuation, mark_type, *value, 1, DOLLARS),
        Revenue(figure, "twelve_months", *sales, DOLLARS),
        Multiple("m", "chips", "price_to_sales", "2025", 1.0, 2.0, 3.0, 30, ("s",)),
        None,
    )


def result(*firms: FirmPremium) -> PremiumResult:
    return PremiumResult("2025-11-15", tuple(sorted(firms, key=lambda found: found.firm.id)))


def test_a_number_without_range_is_the_same_in_every_draw() -> None:
    drawn = draw_premiums(result(firm("a", (20.0, 20.0))), 50)
    assert drawn.values.shape == (50, 1)
    assert drawn.values == pytest.approx(np.full((50, 1), math.log(10)))


def test_ranges_are_drawn_evenly_in_the_logarithm() -> None:
    drawn = draw_premiums(result(firm("a", (10.0, 1000.0))), 4000, seed=3)
    # ln V is uniform between its ends; F is 2.
    shifted = drawn.values[:, 0] + math.log(2)
    assert stats.kstest(shifted, stats.uniform(math.log(10), math.log(100)).cdf).pvalue > 0.001
    both = draw_premiums(result(firm("a", (10.0, 20.0), (1.0, 8.0))), 4000).values[:, 0]
    low, high = firm("a", (10.0, 20.0), (1.0, 8.0)).log_premium_range or (0.0, 0.0)
    assert low <= both.min() < low + 0.1
    assert high - 0.1 < both.max() <= high
    assert both.mean() == pytest.approx((low + high) / 2, abs=0.05)


def test_another_firm_changes_nothing_and_seeds_do() -> None:
    one, two = firm("m", (10.0, 100.0)), firm("a", (1.0, 50.0))
    alone, beside = draw_premiums(result(one), 20, 7), draw_premiums(result(one, two), 20, 7)
    assert beside.firms == ("a", "m")
    assert np.array_equal(alone.values[:, 0], beside.values[:, 1])
    assert not np.array_equal(alone.values, draw_premiums(result(one), 20, 8).values)
    assert np.array_equal(draw_premiums(result(one), 10, 7).values, alone.values[:10])


def test_the_haircut_is_on_headline_marks_alone() -> None:
    firms = [firm(kind, (20.0, 20.0), mark_type=kind) for kind in ("public", "primary", "secondary", "acquisition")]
    drawn = draw_premiums(result(*firms), 4000, haircut=True)
    cut = {key: math.log(10) - drawn.values[:, at] for at, key in enumerate(drawn.firms)}
    assert np.abs(cut["public"]).max() < 1e-12 > np.abs(cut["acquisition"]).max()
    for key in ("primary", "secondary"):
        assert stats.kstest(np.exp(cut[key]), stats.uniform(1, 1).cdf).pvalue > 0.001
    assert firms[1].premium_over("B1", 1.48) == pytest.approx(math.log(10 / 1.48))
    assert firms[0].premium_over("B1", 1.48) == pytest.approx(math.log(10))
    for bad in (0.0, -1.0, math.nan, math.inf):
        with pytest.raises(ValueError, match="haircut"):
            firms[0].premium_over("B1", bad)


def test_only_firms_with_a_premium_over_the_baseline() -> None:
    priced = firm("a", (20.0, 20.0))
    found = result(priced, replace(priced, firm=Firm("b", "b", "b", None, None, None), mark=Refusal("no_mark")))
    assert draw_premiums(found, 5).firms == ("a",)
    assert draw_premiums(found, 5, baseline="B4").values.shape == (5, 0)
    assert found.coverage["B1"] == {"n": 1, "left_out": {}}
    assert found.coverage["B2"] == {"n": 0, "left_out": {"no_steady_state": 1}}
