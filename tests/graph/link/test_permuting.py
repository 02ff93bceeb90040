"""Permutations within strata, and those they induce among some of the firms."""

from __future__ import annotations

from collections import Counter
from itertools import permutations

import numpy as np

from definer.graph.link.permuting import first_return, orders_within


def test_the_first_order_is_the_own_and_all_stay_in_their_stratum() -> None:
    strata = np.array([0, 1, 0, 1, 1, 2])
    orders = orders_within(strata, 200, 3)
    assert orders.shape == (201, 6)
    assert orders[0].tolist() == [0, 1, 2, 3, 4, 5]
    assert (strata[orders] == strata).all()
    assert (np.sort(orders, axis=1) == np.arange(6)).all()
    assert len({tuple(order) for order in orders.tolist()}) == 2 * 6  # all that there are
    assert (orders == orders_within(strata, 200, 3)).all()


def test_first_return_agrees_where_it_can_and_passes_over_the_rest() -> None:
    order = np.array([[3, 0, 1, 2, 4]])  # 0 -> 3 -> 2 -> 1 -> 0
    kept = np.array([True, False, True, False, True])
    assert first_return(order, kept).tolist() == [[1, 0, 2]]
    assert first_return(order, np.ones(5, dtype=bool)).tolist() == order.tolist()


def test_the_induced_permutations_are_even() -> None:
    everything = np.array(list(permutations(range(5))))
    kept = np.array([True, True, False, True, False])
    counts = Counter(map(tuple, first_return(everything, kept).tolist()))
    assert set(counts.values()) == {120 // 6}
    assert len(counts) == 6
