from __future__ import annotations

import json
from datetime import date
from itertools import combinations
from typing import Any

import numpy as np
import pytest

from definer.graph.power import ScoreTie, ScoreTies, Spec
from definer.graph.power.scoring import score_fast
from definer.graph.robustness import flip_number
from definer.graph.robustness.missing_ties import MissingTies, with_missing_ties
from definer.knowledge import KnowledgeGraph


def tie(key: str, dependent: str, provider: str, slot: str = "os", **more: Any) -> ScoreTie:
    return ScoreTie(key, dependent, provider, slot, "tech", date(1980, 1, 1), **more)


def of(*ties: ScoreTie) -> ScoreTies:
    return ScoreTies("pc", "1990", ties)


THREE_TO_ONE = of(tie("1", "d1", "a"), tie("2", "d2", "a"), tie("3", "d3", "a"), tie("4", "d4", "b"))


def test_the_flip_number_by_hand() -> None:
    # One unit is .675 = .9 * .75 of reach and of lock-in. a has 3, b has 1. A second slot of d1, filled by b, gives
    # b .675 of lock-in and .37125 of reach (.99 / 2 * .75) and takes .30375 of reach from a: the gap of 2 units
    # closes by one with each tie. Two ties make them equal, three put b ahead.
    found = flip_number(THREE_TO_ONE)
    assert (found.leader, found.runner_up, found.number) == ("a", "b", 3)
    assert found.any_dependent.exact
    assert set(found.any_dependent.dependents) == {"d1", "d2", "d3"}
    assert found.any_dependent.candidates == 3
    assert found.recorded == 4
    assert found.before == pytest.approx({"a": 3 * 0.675 / 4, "b": 0.675 / 4})
    assert found.after["b"] - found.after["a"] == pytest.approx(0.675 / 4)
    assert found.first_after == "b"
    assert [row["step"] for row in found.records()] == [1, 2, 3]


def test_one_tie_is_enough_where_the_gap_is_small() -> None:
    ties = of(*THREE_TO_ONE.ties, tie("5", "d5", "b", criticality=0.89), tie("6", "d6", "b", criticality=0.89))
    found = flip_number(ties)
    assert (found.leader, found.number, found.any_dependent.exact) == ("a", 1, True)


def test_two_ties_are_found_exactly() -> None:
    ties = of(*THREE_TO_ONE.ties, tie("5", "d5", "b", criticality=0.3))
    found = flip_number(ties)
    assert (found.number, found.any_dependent.at_least) == (2, 2)


def test_no_candidate_is_left() -> None:
    # Everybody depends on both already, on b in something peripheral.
    ties = of(*(tie(f"{p}{d}", d, p, p, criticality=c) for d in ("d1", "d2") for p, c in (("a", 0.9), ("b", 0.3))))
    found = flip_number(ties)
    assert (found.leader, found.runner_up, found.number) == ("a", "b", None)
    assert not found.reachable
    assert found.any_dependent.exact
    assert found.any_dependent.candidates == 0
    assert found.before == found.after


def test_a_shared_first_place_needs_no_tie() -> None:
    found = flip_number(of(tie("1", "d1", "a"), tie("2", "d2", "b")))
    assert (found.leader, found.runner_up, found.number) == ("a", "b", 0)


@pytest.mark.parametrize(
    ("ties", "leader"),
    [
        ((), None),
        ((tie("1", "b", "IN_HOUSE"),), None),
        ((tie("1", "b", "IN_HOUSE"), tie("2", "c", "OPEN:linux", closed=True)), None),
        ((tie("1", "b", "a", share_low=0, share_high=0),), None),
        ((tie("1", "b", "a", criticality=0.0),), None),
    ],
    ids=["none", "one firm", "all in-house", "undelivered", "nothing critical"],
)
def test_nobody_leads(ties: tuple[ScoreTie, ...], leader: str | None) -> None:
    found = flip_number(of(*ties))
    assert found.leader is leader
    assert found.number is None
    assert found.runner_up is None
    json.dumps(found.to_dict(), allow_nan=False)


def test_a_lone_provider_cannot_be_overtaken() -> None:
    found = flip_number(of(tie("1", "b", "a")))
    assert (found.leader, found.runner_up, found.number) == ("a", "b", None)
    assert found.any_dependent.candidates == 0


def test_the_leaders_own_tie_is_told_apart(kg: KnowledgeGraph) -> None:
    found = flip_number(kg.ties("search", "2004"))
    assert (found.leader, found.runner_up) == ("google", "yahoo")
    assert found.any_dependent.dependents == ("google",)
    assert found.without_leader.number is not None
    assert found.without_leader.number > 1
    assert "google" not in found.without_leader.dependents
    assert found.without_leader.candidates == found.any_dependent.candidates - 1


def test_the_shipped_leader_of_1990_is_overtaken_by_the_ties_named(kg: KnowledgeGraph) -> None:
    ties = kg.ties("pc", "1990")
    found = flip_number(ties)
    assert (found.leader, found.runner_up) == ("microsoft", "intel")
    assert found.number is not None
    after = score_fast(with_missing_ties(ties, "intel", found.any_dependent.dependents))
    assert after.firms[0].id == "intel" == found.first_after
    fewer = score_fast(with_missing_ties(ties, "intel", found.any_dependent.dependents[:-1]))
    assert fewer.firms[0].id == "microsoft"
    assert flip_number(ties).to_dict() == found.to_dict()


@pytest.mark.parametrize("spec", [Spec(), Spec(alpha=0.6, rho=0.1, weights=(0.3, 0.7), resourcing=1.3)])
@pytest.mark.parametrize("paradigm", ["mobile", "ai"])
def test_effects_equal_those_of_a_full_score(kg: KnowledgeGraph, paradigm: str, spec: Spec) -> None:
    ties = kg.ties(paradigm, "2012" if paradigm == "mobile" else None)
    scored = score_fast(ties, spec)
    leader, runner_up = scored.firms[0].id, scored.firms[1].id
    model = MissingTies.of(ties, leader, runner_up, 0.9, spec)
    total, nodes = model.projection.total_mass, model.projection.nodes
    candidates = np.flatnonzero(model.projection.mass > 0)
    candidates = candidates[candidates != model.runner_up]
    chosen: list[str] = []
    for place in (4, 11, 2):  # each step on top of the slots added before
        found = score_fast(with_missing_ties(ties, runner_up, [*chosen, nodes[candidates[place]]]), spec)
        powers = {firm.id: firm.power for firm in found.firms}
        assert model.gaps(candidates)[place] / total == pytest.approx(powers[runner_up] - powers[leader], abs=1e-9)
        chosen.append(nodes[candidates[place]])
        model = model.add(int(candidates[place]))
        assert model.gap() / total == pytest.approx(powers[runner_up] - powers[leader], abs=1e-9)
        candidates = np.delete(candidates, place)


@pytest.mark.parametrize("seed", range(12))
def test_small_graphs_agree_with_trying_everything(seed: int) -> None:
    rng = np.random.default_rng(seed)
    pairs = {(int(rng.integers(2, 9)), int(rng.integers(0, 4)), int(rng.integers(2))) for _ in range(16)}
    ties = of(
        *(
            tie(f"{d}{p}{f}", f"f{d}", f"f{p}", f"s{f}", criticality=(0.3, 0.6, 0.9)[(d + p) % 3])
            for d, p, f in sorted(pairs)
            if d != p
        )
    )
    found, scored = flip_number(ties), score_fast(ties)
    leader, runner_up = scored.firms[0].id, scored.firms[1].id
    tied = {row.dependent for row in ties if row.provider == runner_up} | {runner_up}
    candidates = sorted({row.dependent for row in ties} - tied)
    assert found.any_dependent.candidates == len(candidates)

    def enough(chosen: tuple[str, ...]) -> bool:
        powers = {firm.id: firm.power for firm in score_fast(with_missing_ties(ties, runner_up, chosen)).firms}
        return powers[runner_up] > powers[leader] + 1e-12

    sizes = (size for size in range(len(candidates) + 1) if any(map(enough, combinations(candidates, size))))
    least = 0 if scored.firms[1].rank == 1 else next(sizes, None)
    if least is None:
        assert found.number is None
    else:
        assert found.any_dependent.at_least <= least
        assert found.number is None or found.number >= least
        assert found.number is None or found.number == 0 or enough(found.any_dependent.dependents)
        assert found.number == least or not found.any_dependent.exact
        assert least > 2 or found.number == least


def test_a_firm_outside_the_graph_is_refused() -> None:
    with pytest.raises(ValueError, match="graph"):
        MissingTies.of(THREE_TO_ONE, "a", "nobody")
