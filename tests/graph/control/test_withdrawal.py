"""Losses of groups: the same as one group at a time, hand-solved, and never above the ceiling."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from definer.graph.control.withdrawal import SIDES, ceilings, holding, on_side, with_slot, withdrawals
from definer.graph.power import ScoreTies, Spec
from definer.graph.power.lockin import group_losses, loss_matrix
from definer.graph.power.projection import project

from .small_graphs import graphs, model, tie, ties_of

quick = settings(max_examples=80, deadline=None, derandomize=True, database=None)


def test_a_pair_solved_by_hand() -> None:
    # c has a and b half each (.375 of it each): without both it loses .9 * .75.
    projection = project(model(tie("1", "c", "a"), tie("2", "c", "b")))
    found = withdrawals(projection, [("a",), ("b",), ("a", "b"), ()])
    row = projection.nodes.index("c")
    assert found[row] == pytest.approx([0.3375, 0.3375, 0.675, 0.0])
    assert found[projection.nodes.index("a")] == pytest.approx([1, 0, 1, 0])


def test_losses_run_through_the_chosen_slots_only() -> None:
    ties = model(tie("1", "c", "a", "os"), tie("2", "c", "a", "cell", layer="supply", criticality=0.6))
    projection = project(ties)
    row = projection.nodes.index("c")
    for side, loss in zip(SIDES, (0.675, 0.45), strict=True):
        slots = on_side(projection, side)
        assert withdrawals(projection, [("a",)], slots)[row, 0] == pytest.approx(loss)
        assert with_slot(projection, slots)[row]
        assert ceilings(projection, slots)[row] == pytest.approx(loss)


def test_strangers_and_empty_graphs_cost_nothing() -> None:
    projection = project(model(tie("1", "c", "a")))
    assert withdrawals(projection, [("nobody",)]).sum() == 0
    empty = project(ScoreTies("pc", "1990", ()))
    assert withdrawals(empty, [("a",), ()]).shape == (0, 2)
    assert ceilings(empty).shape == (0,)
    assert not on_side(empty, "supply").size


@quick
@given(graphs, st.floats(1.0, 1.6), st.sets(st.integers(0, 6), min_size=1))
def test_many_groups_at_once_are_one_at_a_time(
    graph: set[tuple[int, int, int]], resourcing: float, members: set[int]
) -> None:
    projection = project(ties_of(graph), Spec(resourcing=resourcing))
    groups = [[f"f{i}" for i in members], ["f0"], []]
    slots = on_side(projection, "supply")
    for mask in (None, slots):
        found = withdrawals(projection, groups, mask)
        for column, group in enumerate(groups):
            assert found[:, column] == pytest.approx(group_losses(projection, group, mask), abs=1e-10)


@quick
@given(graphs, st.floats(1.0, 1.6))
def test_nobody_costs_more_than_the_ceiling_and_only_holders_cost(
    graph: set[tuple[int, int, int]], resourcing: float
) -> None:
    projection = project(ties_of(graph), Spec(resourcing=resourcing))
    limit, holders = ceilings(projection), holding(projection)
    losses = loss_matrix(projection)
    assert (losses <= limit[None, :] + 1e-12).all()
    assert not losses[~holders].any()
    together = withdrawals(projection, [[f"f{i}" for i in (0, 1, 2)]])[:, 0]
    outside = np.array([node not in {"f0", "f1", "f2"} for node in projection.nodes])
    assert (together <= limit + 1e-12)[outside].all()
