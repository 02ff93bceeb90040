"""Rank correlation within strata: hand-solved values, agreement with scipy, calibration on a true null."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.stats import norm, spearmanr

from definer.graph.link.frame import normal_score
from definer.graph.link.rank_association import (
    Floats,
    Strata,
    bootstrap_interval,
    correlation,
    rank_association,
    rank_scores,
)

ONE: Strata = np.zeros(6, dtype=np.intp)


def array(*values: float) -> Floats:
    return np.array(values, dtype=np.float64)


def codes(labels: list[str]) -> Strata:
    return np.unique(labels, return_inverse=True)[1]


def test_one_stratum_is_spearman_with_ties() -> None:
    x, y = array(1, 2, 2, 4, 5, 5), array(3, 1, 4, 1, 5, 9)
    assert correlation(x, y, ONE) == pytest.approx(spearmanr(x, y)[0], abs=1e-12)


def test_two_strata_by_hand() -> None:
    # Stratum 0: ranks 1 2 3 against 1 3 2, over 4; stratum 1: ranks 1 2 against 2 1, over 3.
    x, y = array(10, 20, 30, 7, 8), array(1, 3, 2, 5, 4)
    strata = codes(["a", "a", "a", "b", "b"])
    numerator = (1 + 0 + 0) / 16 - 2 / 36
    scale = 2 / 16 + 2 / 36
    assert correlation(x, y, strata) == pytest.approx(numerator / scale)


def test_differences_between_strata_do_not_count() -> None:
    strata = codes(["a"] * 3 + ["b"] * 3)
    x, y = array(1, 2, 3, 101, 102, 103), array(3, 2, 1, 1003, 1002, 1001)
    assert correlation(x, y, strata) == pytest.approx(-1.0)


def test_scores_sum_to_zero_in_each_stratum_and_normal_scores_are_quantiles() -> None:
    strata = codes(["b", "a", "a", "b", "b"])
    scores = rank_scores(array(5, 5, 5, 1, 9), strata)
    assert scores == pytest.approx([0.0, 0.0, 0.0, -0.25, 0.25])
    assert normal_score(array(1, 2, 3)) == pytest.approx(norm.ppf([0.25, 0.5, 0.75]))


def test_values_that_do_not_vary_have_no_correlation() -> None:
    assert correlation(array(1, 1, 1, 1, 1, 1), array(1, 2, 3, 4, 5, 6), ONE) is None
    assert rank_association(array(1, 1, 1, 1, 1, 1), array(1, 2, 3, 4, 5, 6), ONE, permutations=9) is None


def test_permutation_p_against_all_permutations() -> None:
    # Of the 24 orders of four values two are as extreme as +-1; the Monte Carlo p must lie near 2/24.
    four: Strata = np.zeros(4, dtype=np.intp)
    found = rank_association(array(1, 2, 3, 4), array(1, 2, 3, 4), four, permutations=9_999, seed=1)
    assert found is not None
    assert found.estimate == 1.0
    assert found.p == pytest.approx(2 / 24, abs=0.01)


def test_the_seed_decides() -> None:
    generator = np.random.default_rng(3)
    x, y = generator.normal(size=(2, 30))
    strata = codes([str(at % 3) for at in range(30)])
    first = rank_association(x, y, strata, permutations=199, seed=5)
    assert first == rank_association(x, y, strata, permutations=199, seed=5)
    assert bootstrap_interval(x, y, strata, draws=99, seed=5) == bootstrap_interval(x, y, strata, draws=99, seed=5)


def test_calibrated_on_a_true_null_where_strata_confound() -> None:
    """Strata shift both variables (METHOD 3.2): a stratified test must still reject about 5 % of the time."""
    generator = np.random.default_rng(11)
    strata = codes([f"p{at % 5}" for at in range(40)])
    rejected = 0
    replicates = 400
    for replicate in range(replicates):
        shift = generator.normal(scale=3, size=5)[strata]
        x, y = generator.normal(size=40) + shift, generator.standard_t(4, size=40) + shift
        found = rank_association(x, y, strata, permutations=199, seed=replicate)
        rejected += found is not None and found.p <= 0.05
    # Four standard errors about .05 at 400 replicates: sqrt(.05 * .95 / 400) = .011.
    assert 0.006 <= rejected / replicates <= 0.094


def test_a_planted_effect_is_found() -> None:
    generator = np.random.default_rng(12)
    strata = codes([f"p{at % 5}" for at in range(100)])
    found = 0
    for replicate in range(40):
        x = generator.normal(size=100)
        y = 0.5 * x + generator.normal(size=100) + strata
        association = rank_association(x, y, strata, permutations=199, seed=replicate)
        found += association is not None and association.p <= 0.05 and association.estimate > 0
    assert found >= 36


def test_the_bootstrap_interval_holds_the_estimate_and_never_nan() -> None:
    generator = np.random.default_rng(13)
    strata = codes(["a"] * 2 + ["b"] * 30)
    x = generator.normal(size=32)
    y = x + generator.normal(size=32)
    interval, estimate = bootstrap_interval(x, y, strata, draws=499), correlation(x, y, strata)
    assert interval is not None
    assert estimate is not None
    assert -1 <= interval[0] < estimate < interval[1] <= 1


def test_partial_correlation_by_hand_and_against_regression_on_the_scores() -> None:
    generator = np.random.default_rng(21)
    z = generator.normal(size=50)
    x, y = z + generator.normal(size=50), z + generator.normal(size=50)
    strata = codes([str(at % 3) for at in range(50)])
    scores = [rank_scores(column, strata) for column in (x, y, z)]
    left = [column - scores[2] * (column @ scores[2]) / (scores[2] @ scores[2]) for column in scores[:2]]
    expected = left[0] @ left[1] / np.sqrt((left[0] @ left[0]) * (left[1] @ left[1]))
    assert correlation(x, y, strata, z) == pytest.approx(expected)
    interval = bootstrap_interval(x, y, strata, z, draws=199)
    assert interval is not None
    assert interval[0] < expected < interval[1]


def test_what_the_third_variable_decides_has_no_partial_correlation() -> None:
    x, y = array(1, 2, 3, 4, 5, 6), array(2, 1, 4, 3, 6, 5)
    assert correlation(x, y, ONE, y) is None
    assert correlation(x, y, ONE, array(7, 7, 7, 7, 7, 7)) == correlation(x, y, ONE)
    assert bootstrap_interval(array(1, 1, 1, 1, 1, 1), y, ONE, draws=49) is None
