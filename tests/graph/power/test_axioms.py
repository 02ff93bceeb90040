"""Axioms of the score on random small graphs: T5 to T10 and T13 of the acceptance tests."""

from __future__ import annotations

from datetime import date
from math import fsum

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from definer.graph.power import ScoreTie, ScoreTies, Spec, explain, score
from definer.graph.power.lockin import loss_matrix
from definer.graph.power.projection import project
from definer.graph.power.reach import reach_exact, reach_pagerank

Triple = tuple[int, int, int]
FIRMS, SLOTS = 7, 3
CRITICALITY = (0.3, 0.6, 0.9)

triples = st.tuples(st.integers(0, FIRMS - 1), st.integers(0, FIRMS - 1), st.integers(0, SLOTS - 1)).filter(
    lambda triple: triple[0] != triple[1]
)
graphs = st.sets(triples, min_size=1, max_size=24)
quick = settings(max_examples=150, deadline=None, derandomize=True, database=None)


def ties_of(graph: set[Triple], copy: str = "f") -> tuple[ScoreTie, ...]:
    """Ties at equal confidence and revocability, without stated shares, in open slots."""
    return tuple(
        ScoreTie(
            f"{copy}{d}-{p}-{s}", f"{copy}{d}", f"{copy}{p}", f"s{s}", "tech", date(1980, 1, 1),
            criticality=CRITICALITY[s], confidence=0.9,
        )
        for d, p, s in sorted(graph)
    )  # fmt: skip


def totals(ties: tuple[ScoreTie, ...]) -> dict[str, dict[str, float]]:
    projection = project(ScoreTies("pc", "1990", ties))
    reach, lockin = reach_exact(projection), loss_matrix(projection) @ projection.mass
    columns = {"reach": reach, "lockin": lockin, "power": (reach + lockin) / 2}
    return {name: dict(zip(projection.nodes, map(float, column), strict=True)) for name, column in columns.items()}


@quick
@given(graphs, triples)
def test_t5_a_new_tie_never_lowers_the_provider(graph: set[Triple], new: Triple) -> None:
    before, after = totals(ties_of(graph)), totals(ties_of(graph | {new}))
    firm = f"f{new[1]}"
    for measure, column in after.items():
        assert column[firm] >= before[measure].get(firm, 0.0) - 1e-10


@quick
@given(graphs, triples)
def test_t6_a_new_tie_never_lets_a_rival_overtake_the_provider(graph: set[Triple], new: Triple) -> None:
    before, after = totals(ties_of(graph)), totals(ties_of(graph | {new}))
    firm = f"f{new[1]}"
    for measure, column in after.items():
        own = before[measure].get(firm, 0.0)
        beaten = [rival for rival in column if before[measure].get(rival, 0.0) <= own]
        assert all(column[rival] <= column[firm] + 1e-10 for rival in beaten), measure


@quick
@given(graphs, st.permutations(range(FIRMS)))
def test_t7_names_and_order_do_not_matter(graph: set[Triple], order: list[int]) -> None:
    plain = totals(ties_of(graph))
    renamed = totals(ties_of({(order[d], order[p], s) for d, p, s in graph})[::-1])
    for measure, column in plain.items():
        for firm, value in column.items():
            assert renamed[measure][f"f{order[int(firm[1:])]}"] == pytest.approx(value, abs=1e-9)


@quick
@given(graphs, st.floats(0.05, 1.0))
def test_t7_the_scale_of_stated_shares_does_not_matter_above_one_minus_rho(graph: set[Triple], scale: float) -> None:
    def stated(size: float) -> tuple[ScoreTie, ...]:
        counts = {(d, s): sum((d, s) == (x, z) for x, _, z in graph) for d, _, s in graph}
        return tuple(
            ScoreTie(f"{d}-{p}-{s}", f"f{d}", f"f{p}", f"s{s}", "tech", date(1980, 1, 1), None, share, share)
            for d, p, s in sorted(graph)
            for share in [size / counts[d, s]]
        )

    # Shares that sum to 1 - rho or more are scaled to 1 - rho: their common size is no information.
    assert totals(stated(1.0))["power"] == pytest.approx(totals(stated(0.75 + 0.25 * scale))["power"], abs=1e-9)


@quick
@given(graphs)
def test_t8_a_disjoint_copy_leaves_totals_as_they_are(graph: set[Triple]) -> None:
    alone, doubled = totals(ties_of(graph)), totals(ties_of(graph) + ties_of(graph, copy="g"))
    for measure, column in alone.items():
        for firm, value in column.items():
            assert doubled[measure][firm] == pytest.approx(value, abs=1e-9)
            assert doubled[measure]["g" + firm[1:]] == pytest.approx(value, abs=1e-9)


@quick
@given(graphs)
def test_t9_parts_sum_to_the_score(graph: set[Triple]) -> None:
    ties = ScoreTies("pc", "1990", ties_of(graph))
    for firm in score(ties).firms:
        assert fsum(part.value for part in explain(ties, firm.id).parts) == pytest.approx(firm.power, abs=1e-9)


@quick
@given(graphs, st.sampled_from([0.5, 0.85, 0.95]), st.booleans())
def test_t10_networkx_pagerank_with_a_sink_is_reach(graph: set[Triple], alpha: float, closed: bool) -> None:
    rho = 0.0 if closed else 0.25
    projection = project(ScoreTies("pc", "1990", ties_of(graph)), Spec(alpha=alpha, rho=rho))
    assert np.abs(reach_exact(projection, alpha) - reach_pagerank(projection, alpha)).max() < 1e-8


@quick
@given(graphs)
def test_power_is_an_average_exposure(graph: set[Triple]) -> None:
    result = score(ScoreTies("pc", "1990", ties_of(graph)))
    assert all(0 <= firm.lockin <= 1 and firm.power >= 0 for firm in result.firms)


@quick
@given(graphs, st.integers(0, 23))
def test_t13_a_capital_tie_is_refused_wherever_it_stands(graph: set[Triple], place: int) -> None:
    ties = list(ties_of(graph))
    capital = ScoreTie("c", "f0", "f1", "s0", "capital", date(1980, 1, 1))  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    ties.insert(place, capital)
    with pytest.raises(ValueError, match="layer capital"):
        ScoreTies("pc", "1990", tuple(ties))
