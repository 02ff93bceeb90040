"""Shapley and Owen values: the axioms that define them, games solved by hand, and sampling."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import permutations
from math import factorial

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from definer.graph.control.allocation import allocate, owen, shapley

quick = settings(max_examples=100, deadline=None, derandomize=True, database=None)
N = 4
games = st.lists(st.floats(-1, 1), min_size=2**N - 1, max_size=2**N - 1).map(lambda rest: np.array([0.0, *rest]))


def over_orders(values: np.ndarray, unions: Sequence[Sequence[int]]) -> np.ndarray:
    """The definition itself: mean marginal contribution over all orders in which unions stand together."""
    n = len(values).bit_length() - 1
    total, count = np.zeros(n), 0
    for order in permutations(range(n)):
        places = [sorted(order.index(player) for player in union) for union in unions]
        if any(place[-1] - place[0] != len(place) - 1 for place in places):
            continue
        count, before = count + 1, 0
        for player in order:
            total[player] += values[before | 1 << player] - values[before]
            before |= 1 << player
    assert count == factorial(len(unions)) * np.prod([factorial(len(union)) for union in unions])
    return total / count


@quick
@given(games)
def test_shapley_is_the_mean_over_orders_and_efficient(values: np.ndarray) -> None:
    found = shapley(values)
    assert found == pytest.approx(over_orders(values, [[i] for i in range(N)]), abs=1e-12)
    assert found.sum() == pytest.approx(values[-1], abs=1e-9)


@quick
@given(games, st.sampled_from([[[0, 1], [2, 3]], [[0], [1, 2, 3]], [[0, 2], [1], [3]], [[0, 1, 2, 3]]]))
def test_owen_is_the_mean_over_orders_that_keep_unions_together(values: np.ndarray, unions: list[list[int]]) -> None:
    found = owen(values, unions)
    assert found == pytest.approx(over_orders(values, unions), abs=1e-12)
    assert found.sum() == pytest.approx(values[-1], abs=1e-9)
    # A union's members share what the union gets in the game between unions.
    bits = [sum(1 << player for player in union) for union in unions]
    outer = np.array(
        [values[sum(bits[k] for k in range(len(bits)) if mask >> k & 1)] for mask in range(1 << len(bits))]
    )
    assert [found[union].sum() for union in unions] == pytest.approx(shapley(outer), abs=1e-12)


@quick
@given(games)
def test_one_union_or_none_is_shapley(values: np.ndarray) -> None:
    assert owen(values, [list(range(N))]) == pytest.approx(shapley(values), abs=1e-12)


@quick
@given(games, st.floats(-1, 1))
def test_a_dummy_gets_its_own_value_and_equals_get_the_same(values: np.ndarray, own: float) -> None:
    larger = np.concatenate([values, values + own])  # player 4 adds `own` to every coalition
    assert shapley(larger) == pytest.approx([*shapley(values), own], abs=1e-12)
    sizes = np.array([values[bin(mask).count("1")] for mask in range(2**N)])
    assert np.ptp(shapley(sizes)) < 1e-12


def glove(coalitions: Sequence[tuple[int, ...]]) -> np.ndarray:
    """Player 0 has a left glove, all others right ones: a pair is worth 1."""
    return np.array([float(0 in group and len(group) > 1) for group in coalitions])


def test_the_glove_game() -> None:
    found = allocate(glove, 3, [[0], [1, 2]])
    assert found.exact
    assert found.draws is None
    assert found.shapley == pytest.approx([2 / 3, 1 / 6, 1 / 6])
    # As a block the two right gloves bargain as well as the left one.
    assert found.owen == pytest.approx([1 / 2, 1 / 4, 1 / 4])


def test_thirteen_players_are_sampled_with_an_error_that_covers_the_truth() -> None:
    found = allocate(glove, 13, [[0], list(range(1, 13))], draws=2000, seed=1)
    assert not found.exact
    assert found.shapley.sum() == pytest.approx(1, abs=1e-9)
    assert found.owen.sum() == pytest.approx(1, abs=1e-9)
    assert found.shapley_error is not None
    assert found.owen_error is not None
    assert abs(found.shapley[0] - 12 / 13) < 4 * found.shapley_error[0]
    assert abs(found.owen[0] - 1 / 2) < 4 * found.owen_error[0]
    again = allocate(glove, 13, [[0], list(range(1, 13))], draws=2000, seed=1)
    assert (again.shapley == found.shapley).all()
    other = allocate(glove, 13, [[0], list(range(1, 13))], draws=2000, seed=2)
    assert (other.shapley != found.shapley).any()


def test_sampling_agrees_with_the_exact_value() -> None:
    def sizes(shift: int) -> Callable[[Sequence[tuple[int, ...]]], np.ndarray]:
        return lambda groups: np.array([float(sum(player + shift for player in group)) ** 1.5 for group in groups])

    exact = allocate(sizes(1), 12, [[i] for i in range(12)])
    # Player 12 is worth nothing beside the others' 0..11 when it is player 0 with shift 0.
    sampled = allocate(sizes(0), 13, [[i] for i in range(13)], draws=3000)
    assert sampled.shapley_error is not None
    assert sampled.shapley[0] == 0
    assert (np.abs(sampled.shapley[1:] - exact.shapley) < 5 * sampled.shapley_error[1:]).all()


def test_nobody_and_too_few_draws() -> None:
    assert allocate(glove, 0, []).shapley.shape == (0,)
    with pytest.raises(ValueError, match="at least two orders"):
        allocate(glove, 3, [[0], [1], [2]], draws=1)
