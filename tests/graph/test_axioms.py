"""Properties of the score on tables with everything a coder may write: shares, closed lists, doubt, decay, cycles."""

from __future__ import annotations

import math
from dataclasses import replace
from datetime import date
from math import fsum

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from definer.graph.ensemble import leave_out
from definer.graph.power import ScoreTie, ScoreTies, Spec, explain, score
from definer.graph.power.lockin import loss_matrix
from definer.graph.power.projection import project
from definer.graph.power.reach import reach_exact, reach_pagerank
from definer.graph.synthetic.axioms import added, new_tie
from definer.graph.synthetic.invariance import disjoint_copy, renamed, with_isolates

from .strategies import pairs, slots, specs, tables

Totals = dict[str, dict[str, float]]
quick = settings(max_examples=120, deadline=None, derandomize=True, database=None)


def totals(ties: ScoreTies, spec: Spec) -> Totals:
    projection = project(ties, spec)
    reach, lockin = reach_exact(projection, spec.alpha), loss_matrix(projection) @ projection.mass
    columns = {"reach": reach, "lockin": lockin, "power": (reach + lockin) / 2}
    return {name: dict(zip(projection.nodes, map(float, column), strict=True)) for name, column in columns.items()}


def same(left: Totals, right: Totals, names: dict[str, str] | None = None) -> None:
    for measure, column in left.items():
        for firm, value in column.items():
            other = right[measure].get((names or {}).get(firm, firm), 0.0)
            assert other == pytest.approx(value, abs=1e-9), (measure, firm)


@quick
@given(tables(), specs)
def test_every_value_is_finite_and_every_loss_a_share(ties: ScoreTies, spec: Spec) -> None:
    result = score(ties, spec)
    for firm in result.firms:
        values = (firm.power, firm.reach, firm.lockin, firm.reach_total, firm.lockin_total)
        assert all(math.isfinite(value) and value >= 0 for value in values)
        assert firm.lockin <= 1 + 1e-9
        assert firm.reach <= 1 / (1 - spec.alpha) + 1e-9


@quick
@given(tables(cycles=False), specs)
def test_without_cycles_every_average_is_at_most_one(ties: ScoreTies, spec: Spec) -> None:
    for firm in score(ties, spec).firms:
        assert 0 <= firm.power <= 1 + 1e-9
        assert 0 <= firm.reach <= 1 + 1e-9


def test_a_closed_cycle_counts_a_firm_s_dependence_on_itself_again_and_again() -> None:
    # The one way for an average reach to pass 1: what rests on A includes A, by way of B.
    rows = [("a", "b"), ("b", "a")]
    ties = tuple(
        ScoreTie(f"{d}{p}", d, p, "s", "tech", date(1980, 1, 1), criticality=0.9, closed=True) for d, p in rows
    )
    firm = score(ScoreTies("pc", "1990", ties)).firm("a")
    assert firm is not None
    assert firm.reach == pytest.approx(0.9 / (1 - 0.85 * 0.9) / 2)  # a geometric series over the laps, of two firms
    assert firm.lockin == pytest.approx(0.45)


@quick
@given(tables(), specs)
def test_reach_is_pagerank_with_a_sink(ties: ScoreTies, spec: Spec) -> None:
    projection = project(ties, spec)
    exact, ranked = reach_exact(projection, spec.alpha), reach_pagerank(projection, spec.alpha)
    assert np.abs(exact - ranked).max(initial=0.0) < 1e-8


@quick
@given(tables(), specs)
def test_the_fast_engine_scores_as_the_plain_one(ties: ScoreTies, spec: Spec) -> None:
    found, plain = leave_out(ties, [[]], spec), score(ties, spec)
    place = {node: i for i, node in enumerate(found.nodes)}
    assert place.keys() == {firm.id for firm in plain.firms}
    for firm in plain.firms:
        values = [column[place[firm.id], 0] for column in (found.power, found.reach, found.lockin)]
        assert values == pytest.approx([firm.power, firm.reach, firm.lockin], abs=1e-9)


@quick
@given(tables(), st.integers(0, 15))
def test_the_fast_engine_leaves_a_tie_out_as_the_table_without_it_scores(ties: ScoreTies, place: int) -> None:
    out = ties.ties[place % len(ties)]
    found = leave_out(ties, [[out.id]])
    plain = score(replace(ties, ties=tuple(tie for tie in ties if tie is not out)))
    values = dict(zip(found.nodes, found.power[:, 0].tolist(), strict=True))
    for firm in plain.firms:
        assert values.pop(firm.id) == pytest.approx(firm.power, abs=1e-9)
    assert not any(values.values())


@quick
@given(tables(), specs, st.integers(0, 1000))
def test_names_and_order_do_not_matter(ties: ScoreTies, spec: Spec, seed: int) -> None:
    other, names = renamed(np.random.default_rng(seed), ties)
    same(totals(ties, spec), totals(other, spec), names)


@quick
@given(tables(), specs)
def test_a_disjoint_copy_changes_no_total(ties: ScoreTies, spec: Spec) -> None:
    alone, doubled = totals(ties, spec), totals(disjoint_copy(ties), spec)
    same(alone, doubled)
    same(alone, doubled, {firm: f"copy-{firm}" for firm in alone["power"]})


@quick
@given(tables(), specs)
def test_isolated_firms_change_nothing(ties: ScoreTies, spec: Spec) -> None:
    same(totals(ties, spec), totals(with_isolates(ties), spec))


@quick
@given(tables(), specs)
def test_parts_sum_to_the_score(ties: ScoreTies, spec: Spec) -> None:
    for firm in score(ties, spec).firms:
        explained = explain(ties, firm.id, spec)
        assert fsum(part.value for part in explained.parts) == pytest.approx(firm.power, abs=1e-9)


@quick
@given(tables(), specs, pairs, slots)
def test_a_new_tie_within_its_scope_never_lowers_the_provider(
    ties: ScoreTies, spec: Spec, pair: list[str], slot: str
) -> None:
    dependent, provider = pair
    before, after = totals(ties, spec), totals(added(ties, new_tie(ties, dependent, provider, slot)), spec)
    for measure, column in after.items():
        assert column[provider] >= before[measure].get(provider, 0.0) - 1e-9, measure


@quick
@given(tables(), specs, pairs, slots)
def test_a_new_tie_within_its_scope_keeps_the_provider_s_place_in_reach(
    ties: ScoreTies, spec: Spec, pair: list[str], slot: str
) -> None:
    dependent, provider = pair
    before = totals(ties, spec)["reach"]
    after = totals(added(ties, new_tie(ties, dependent, provider, slot)), spec)["reach"]
    beaten = [rival for rival in after if before.get(rival, 0.0) <= before.get(provider, 0.0)]
    assert all(after[rival] <= after[provider] + 1e-9 for rival in beaten)
