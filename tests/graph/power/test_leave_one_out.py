"""Leaving out one tie: against scoring the table again, and against the rank-one formula."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from definer.graph.power import ScoreTie, ScoreTies, Spec
from definer.graph.power.leave_one_out import leave_one_out, reach_change
from definer.graph.power.projection import dependence, project
from definer.graph.power.reach import reach_exact
from definer.graph.power.scoring import score_fast
from definer.knowledge import KnowledgeGraph

quick = settings(max_examples=60, deadline=None, derandomize=True, database=None)
triples = st.tuples(st.integers(0, 5), st.integers(0, 5), st.integers(0, 2)).filter(lambda t: t[0] != t[1])
tables = st.lists(triples, min_size=1, max_size=16, unique=True)


def tie(key: str, dependent: str, provider: str, slot: str = "os", **more: Any) -> ScoreTie:
    return ScoreTie(key, dependent, provider, slot, "tech", date(1980, 1, 1), **more)


def table(triples: list[tuple[int, int, int]], **more: Any) -> ScoreTies:
    rows = [
        tie(f"{d}-{p}-{s}", f"f{d}", f"f{p}", f"s{s}", criticality=(0.3, 0.6, 0.9)[s], **more) for d, p, s in triples
    ]
    return ScoreTies("pc", "1990", tuple(sorted(rows, key=lambda row: row.id)))


def without(ties: ScoreTies, key: str) -> ScoreTies:
    return replace(ties, ties=tuple(tie for tie in ties if tie.id != key))


def test_one_tie_by_hand() -> None:
    # b rests on a alone (open slot: share .75); c on b. Without b-a nothing rests on a, and b is no participant.
    ties = ScoreTies("pc", "1990", (tie("1", "b", "a"), tie("2", "c", "b"), tie("3", "c", "d", "cpu")))
    found = leave_one_out(ties, "a")
    assert found.power == pytest.approx(score_fast(ties).firms[0].power, abs=1e-9)
    assert found.rank == 1
    worst = found.effects[0]
    assert (worst.tie, worst.dependent, worst.provider, worst.slot) == ("1", "b", "a", "os")
    assert (worst.power, worst.change) == (0.0, -found.power)
    assert worst.n == 1
    assert worst.rank == 3  # b and d are above it


def test_a_rival_left_out_raises_the_score() -> None:
    ties = ScoreTies("pc", "1990", (tie("1", "b", "a"), tie("2", "b", "c")))
    effects = {effect.tie: effect for effect in leave_one_out(ties, "a").effects}
    assert effects["1"].change < 0 < effects["2"].change
    assert effects["2"].power == pytest.approx(2 * leave_one_out(ties, "a").power)
    assert (effects["1"].n, effects["2"].n) == (1, 1)


@quick
@given(tables)
def test_effects_are_those_of_scoring_again(rows: list[tuple[int, int, int]]) -> None:
    ties = table(rows)
    for firm in score_fast(ties).firms:
        found = leave_one_out(ties, firm.id)
        effects = {effect.tie: effect for effect in found.effects}
        assert found.power == pytest.approx(firm.power, abs=1e-9)
        assert found.rank == firm.rank
        for row in ties:
            again = score_fast(without(ties, row.id))
            same = again.firm(firm.id)
            power = same.power if same else 0.0
            if row.id in effects:
                assert effects[row.id].power == pytest.approx(power, abs=1e-9)
                assert effects[row.id].n == again.n
                assert same is None or effects[row.id].rank == same.rank
            else:
                assert power == pytest.approx(firm.power, abs=1e-9)


@pytest.mark.parametrize("firm", ["tsmc", "openai"])
def test_effects_on_the_shipped_claims(kg: KnowledgeGraph, firm: str) -> None:
    ties = kg.ties("ai", "2025-11-15")
    found = leave_one_out(ties, firm)
    assert len(found.effects) > 10
    for effect in (*found.effects[:3], *found.effects[-3:]):
        again = score_fast(without(ties, effect.tie)).firm(firm)
        assert again is not None
        assert (effect.power, effect.rank) == (pytest.approx(again.power, abs=1e-9), again.rank)
    sizes = [abs(effect.change) for effect in found.effects]
    assert sizes == sorted(sizes, reverse=True)


@pytest.mark.parametrize("alpha", [0.5, 0.85])
def test_the_rank_one_formula_is_exact(kg: KnowledgeGraph, alpha: float) -> None:
    ties, spec = kg.ties("ai", "2025-11-15"), Spec(alpha=alpha)
    before = project(ties, spec)
    rows = dependence(before).toarray()
    tried = 0
    for row in list(ties)[::60]:
        after = project(without(ties, row.id), spec)
        if after.nodes != before.nodes or not np.array_equal(after.mass, before.mass):
            continue  # u changed: the formula does not speak of that
        tried += 1
        j = before.nodes.index(row.dependent)
        delta = dependence(after).toarray()[j] - rows[j]
        found = reach_change(before, j, delta, alpha)
        assert np.abs(found - reach_exact(after, alpha)).max() < 1e-9
    assert tried > 5


def test_a_result_like_the_others() -> None:
    ties = ScoreTies("pc", "1990", (tie("1", "b", "a"), tie("2", "b", "c")), known_by="1995")
    found = leave_one_out(ties, "a")
    document = found.to_dict()
    assert (document["n"], document["known_by"], document["spec"]) == (1, "1995", Spec().id)
    assert [row["tie"] for row in document["rows"]] == [row["tie"] for row in found.records()]
    assert found.to_pandas().attrs["as_of"] == "1990"


def test_nothing_to_leave_out() -> None:
    assert leave_one_out(ScoreTies("pc", "1990", ()), "a").effects == ()
    assert leave_one_out(ScoreTies("pc", "1990", (tie("1", "b", "a"),)), "z").effects == ()
