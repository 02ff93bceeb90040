from __future__ import annotations

from itertools import pairwise, permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from definer.graph.backtest.metrics import first_run, leaders, mean, runs, standing


def brute_force(values: dict[str, float], truth: set[str], k: int) -> tuple[float, float, float, float]:
    """Rank, 1/rank, first and precision in the mean over all ways to break ties."""
    orders = [order for order in permutations(values) if all(values[a] >= values[b] for a, b in pairwise(order))]
    ranks = [min(place for place, firm in enumerate(order, 1) if firm in truth) for order in orders]
    hits = [sum(firm in truth for firm in order[:k]) / k for order in orders]
    n = len(orders)
    return sum(ranks) / n, sum(1 / r for r in ranks) / n, sum(r == 1 for r in ranks) / n, sum(hits) / n


@given(
    st.lists(st.sampled_from([0.5, 1.0, 2.0]), min_size=1, max_size=6),
    st.sets(st.integers(0, 5), min_size=1),
    st.integers(1, 4),
)
def test_ties_are_broken_at_random(levels: list[float], true: set[int], k: int) -> None:
    values = {f"f{i}": value for i, value in enumerate(levels)}
    truth = {f"f{i}" for i in true if i < len(levels)}
    if not truth:
        return
    found = standing(values, truth, (k,))
    assert found.expected_rank is not None
    numbers = (found.expected_rank, found.reciprocal, found.first, found.precision[0])
    assert numbers == pytest.approx(brute_force(values, truth, k), abs=1e-12)


def test_tied_firms_share_the_better_rank() -> None:
    found = standing({"a": 3.0, "b": 2.0, "c": 2.0}, {"c"}, (1, 3))
    assert (found.rank, found.expected_rank, found.m) == (2, 2.5, 3)
    assert found.precision == pytest.approx((0.0, 1 / 3))


def test_chance_is_the_ranking_in_which_all_are_tied() -> None:
    m = 10
    found = standing({f"f{i}": 1.0 for i in range(m)}, {"f3"}, (1, 3))
    assert found.expected_rank == (m + 1) / 2
    assert found.reciprocal == pytest.approx(sum(1 / i for i in range(1, m + 1)) / m)
    assert found.precision == pytest.approx((1 / m, 1 / m))


def test_nobody_is_first_without_power_and_the_absent_are_not_found() -> None:
    assert standing({"a": 0.0, "b": 0.0}, {"a"}).first == 0.0
    assert leaders({"a": 0.0}) == ()
    missing = standing({"a": 1.0}, {"z"})
    assert (missing.rank, missing.expected_rank, missing.reciprocal, missing.first) == (None, None, 0.0, 0.0)
    assert standing({}, {"z"}).m == 0


def test_detection_takes_two_consecutive_years() -> None:
    chances = {2000: 0.9, 2001: 0.79, 2002: 0.8, 2003: 0.85, 2005: 1.0, 2006: 1.0}
    assert first_run(chances, 0.8) == 2002
    assert runs(chances, 0.8) == [(2002, 2003), (2005, 2006)]
    assert first_run({2000: 1.0, 2002: 1.0}, 0.8) is None
    assert mean([]) is None
