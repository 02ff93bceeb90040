"""The slope in other ways, each against its library or its definition."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.stats import kendalltau, rankdata, spearmanr, theilslopes
from statsmodels.api import RLM, QuantReg
from statsmodels.regression.linear_model import OLS
from statsmodels.robust.norms import TukeyBiweight

from definer.graph.link.companions import companions, partial_kendall, partial_spearman, rank_correlations
from definer.graph.link.sample import draw_sample
from definer.graph.link.slope import Floats

from .planted import frame_of, planted, unit


def rest(values: Floats, controls: Floats) -> Floats:
    return np.asarray(OLS(values, controls).fit().resid)


def test_partial_correlations_are_those_of_what_controls_leave() -> None:
    sample = draw_sample(planted(0.4))
    left = [rest(rankdata(values), sample.controls) for values in (sample.power, sample.outcome)]
    assert partial_spearman(sample, 99, 1).estimate == pytest.approx(np.corrcoef(left[0], left[1])[0, 1])
    left = [rest(values, sample.controls) for values in (sample.power, sample.outcome)]
    assert partial_kendall(sample, 99, 1).estimate == pytest.approx(kendalltau(*left).statistic)


def test_with_no_control_but_one_intercept_they_are_the_plain_ones() -> None:
    generator = np.random.default_rng(4)
    units = [unit(f"f{at}", float(generator.normal()), float(generator.normal())) for at in range(30)]
    sample = draw_sample(frame_of(units))
    bare = type(sample)("ratio", sample.outcome, sample.power, np.ones((30, 1)), ("intercept",), (), sample.strata, 1.0)
    assert partial_spearman(bare, 99, 1).estimate == pytest.approx(spearmanr(bare.power, bare.outcome).statistic)
    # Two thousand permutations of one stratum come near scipy's asymptotic p.
    assert partial_spearman(bare, 4_999, 1).p == pytest.approx(spearmanr(bare.power, bare.outcome).pvalue, abs=0.03)
    assert partial_kendall(bare, 1_999, 1).p == pytest.approx(kendalltau(bare.power, bare.outcome).pvalue, abs=0.05)


def test_slopes_are_those_of_their_libraries_per_standard_deviation() -> None:
    sample = draw_sample(planted(0.4))
    design = np.column_stack([sample.power, sample.controls])
    expected = {
        "theil_sen": theilslopes(rest(sample.outcome, sample.controls), rest(sample.power, sample.controls)).slope,
        "tukey_biweight": RLM(sample.outcome, design, M=TukeyBiweight()).fit().params[0],
        "median_regression": QuantReg(sample.outcome, design).fit(q=0.5).params[0],
    }
    found = {item.name: item for item in companions(sample, 99, 1) if item.kind == "slope"}
    for name, slope in expected.items():
        item = found[name]
        assert item.estimate == pytest.approx(slope * sample.spread)
        assert item.interval is not None
        assert item.estimate is not None
        assert item.interval[0] < item.estimate < item.interval[1]


def test_a_planted_effect_is_seen_by_all_and_outliers_do_not_hide_it() -> None:
    frame = planted(0.6, n=160)
    wild = frame_of(
        [
            item if at % 40 else unit(item.id, 60.0, item.power["power"], paradigm=item.paradigm)
            for at, item in enumerate(frame.units)
        ]
    )
    found = {item.name: item for item in companions(draw_sample(wild), 499, 1)}
    # Theil-Sen and Kendall are taken of residuals of least squares, which outliers do reach.
    for name in ("tukey_biweight", "median_regression"):
        interval = found[name].interval
        assert interval is not None, name
        assert interval[0] > 0, name
    tau = partial_kendall(draw_sample(frame), 499, 1).p
    assert tau is not None
    assert tau < 0.05


def test_rank_correlations_come_with_what_power_must_beat() -> None:
    found = rank_correlations(planted(0.6), 199, 1)
    assert [item.name.removeprefix("rank_correlation_") for item in found] == ["power", "in_degree", "revenue"]
    assert found[0].estimate == found[1].estimate  # the planted in-degree is the power
    assert found[0].p == 1 / 200


def test_what_does_not_vary_has_no_rank_correlation() -> None:
    frame = planted(0.6)
    flat = frame_of(
        [unit(item.id, item.premium(), item.power["power"], paradigm=item.paradigm) for item in frame.units]
    )
    assert rank_correlations(flat, 99, 1)[2].estimate is None
