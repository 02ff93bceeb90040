"""The joint test on curves made by hand."""

from __future__ import annotations

import numpy as np
import pytest

from definer.graph.link.curve_inference import joint_test, null_band
from definer.graph.link.curve_summary import Specification, Summary, moves


def test_each_statistic_is_counted_by_hand() -> None:
    # Three specifications; the data's own, then four curves made by chance.
    estimates = np.array([[3.0, 1.0, -4.0, 0.0, 1.0], [2.0, 1.0, -3.0, 1.0, 1.0], [1.0, 1.0, -2.0, -1.0, 1.0]])
    z = np.array([[2.5, 0.1, -2.5, 1.0, 2.0], [2.1, 0.2, -2.0, 1.0, 0.0], [0.4, 0.3, -2.1, -2.0, 0.0]])
    found = joint_test("power", estimates, z, 0.05)
    assert found is not None
    assert (found.n, found.permutations) == (3, 4)
    assert found.median.observed == 2
    assert found.median.p == 2 / 5  # only -3 lies as far out
    assert found.share.observed == pytest.approx(2 / 3)
    assert found.share.p == 2 / 5  # 0, 1, 1/3, 1/3
    assert found.stouffer.observed == pytest.approx(5 / 3**0.5)
    assert found.stouffer.p == 2 / 5  # .6, -6.6, 0, 2
    assert found.median.null[1] == pytest.approx(0.5)
    assert found.above_chance == 0


def test_no_specification_or_no_permutation_is_no_test() -> None:
    assert joint_test("power", np.empty((0, 5)), np.empty((0, 5)), 0.05) is None
    assert joint_test("power", np.ones((2, 1)), np.ones((2, 1)), 0.05) is None


def test_the_band_holds_the_sorted_curves() -> None:
    draw = np.random.default_rng(0)
    estimates = draw.normal(size=(50, 400))
    low, high = null_band(estimates, 11)
    curves = np.sort(estimates[:, 1:], axis=0)
    assert (low[0], high[0]) == pytest.approx(tuple(np.quantile(curves[0], [0.025, 0.975])))
    assert (low[-1], high[-1]) == pytest.approx(tuple(np.quantile(curves[-1], [0.025, 0.975])))
    assert (np.diff(low) > 0).all()
    assert (low < high).all()


def spec(estimate: float, p: float = 0.5, **choices: str) -> Specification:
    own = {"variant": "power", "sample": "all", "estimator": "ratio", "controls": "age", "baseline": "B1", **choices}
    return Specification(
        own["variant"], own["sample"], own["estimator"], own["controls"], own["baseline"], 1.0,
        estimate, estimate - 1, estimate + 1, 0.0, p, 30, tested=True,
    )  # fmt: skip


def test_a_summary_by_hand() -> None:
    found = Summary.of([spec(1.0, 0.01), spec(2.0), spec(-3.0, 0.04), spec(4.0, 0.05)], 0.05)
    assert (found.n, found.median, found.lower, found.upper) == (4, 1.5, 0.0, 2.5)
    assert (found.positive, found.negative) == (3, 1)
    assert (found.significant_positive, found.significant_negative) == (1, 1)


def test_the_range_of_a_choice_leaves_out_what_has_no_counterpart() -> None:
    found = [
        spec(1.0, sample="all"),
        spec(2.0, sample="public"),
        spec(9.0, sample="all", controls="paradigm"),  # no "public" beside it
    ]
    by_choice = {move.choice: move for move in moves(found, 0.05)}
    assert by_choice["sample"].reach == 1.0
    assert by_choice["controls"].reach == 8.0
    assert set(by_choice) == {"sample", "controls"}
