"""Coalitions: METHOD's six battery makers, synergy, parts that sum, whose losses count."""

from __future__ import annotations

from itertools import permutations
from math import fsum

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from definer.graph.control import CoalitionError, coalition_lockin, country_members
from definer.graph.power import ScoreTies, Spec
from definer.graph.power.lockin import group_losses, loss_matrix
from definer.graph.power.projection import project
from definer.knowledge import KnowledgeGraph

from .small_graphs import graphs, model, tie, ties_of

quick = settings(max_examples=60, deadline=None, derandomize=True, database=None)

CELLS = {
    "catl": 0.38, "byd": 0.17, "calb": 0.045, "gotion": 0.035, "eve": 0.03, "svolt": 0.029,
    "lges": 0.10, "sk_on": 0.045, "panasonic": 0.04, "sdi": 0.03, "other": 0.096,
}  # fmt: skip
SIX = ("catl", "byd", "calb", "gotion", "eve", "svolt")
HOME = {"car_maker": "DE"} | dict.fromkeys(SIX, "CN") | {"lges": "KR", "sk_on": "KR", "sdi": "KR", "panasonic": "JP"}


def cells() -> ScoreTies:
    """One closed slot with the shares of METHOD 1.7: the six hold 68.9 %."""
    return model(
        *(
            tie(key, "car_maker", key, "cell", layer="supply", share_low=share, share_high=share, closed=True)
            for key, share in CELLS.items()
        )
    )


def test_six_battery_makers_add_up_without_re_sourcing() -> None:
    found = coalition_lockin(cells(), SIX, HOME)
    assert found.total == pytest.approx(0.9 * 0.689)  # METHOD's 0.620
    assert found.average == found.total
    assert found.n == 1
    assert found.synergy == pytest.approx(0, abs=1e-12)
    assert {member.id: member.shapley for member in found.members} == pytest.approx(
        {key: 0.9 * CELLS[key] for key in SIX}
    )


def test_six_battery_makers_with_re_sourcing() -> None:
    found = coalition_lockin(cells(), SIX, HOME, Spec(resourcing=1.3))
    alone = {member.id: member.alone for member in found.members}
    assert found.total == pytest.approx(0.9 * (1 - 1.3 * 0.311))  # 0.536
    assert alone["catl"] == pytest.approx(0.9 * (1 - 1.3 * 0.62))  # 0.175
    assert [alone[key] for key in SIX[1:]] == [0] * 5
    assert found.synergy == pytest.approx(0.5361 - 0.1746, abs=1e-4)

    def value(group: tuple[str, ...]) -> float:
        return 0.9 * max(0.0, 1 - 1.3 * (1 - fsum(CELLS[key] for key in group)))

    orders = list(permutations(SIX))
    for member in found.members:
        gains = [
            value(order[: order.index(member.id) + 1]) - value(order[: order.index(member.id)]) for order in orders
        ]
        assert member.shapley == pytest.approx(fsum(gains) / len(orders), abs=1e-12)


def test_a_coalition_of_two_countries_shares_by_country() -> None:
    ties, spec = cells(), Spec(resourcing=1.3)
    members = (*SIX, "lges", "sk_on", "sdi")
    found = coalition_lockin(ties, members, HOME, spec)
    assert found.unions == (SIX, ("lges", "sk_on", "sdi"))
    assert found.unions_matter
    assert fsum(member.owen for member in found.members) == pytest.approx(found.total, abs=1e-9)
    chinese, korean, both = (coalition_lockin(ties, group, HOME, spec).total for group in (SIX, members[6:], members))
    owned = fsum(member.owen for member in found.members if member.country == "KR")
    assert owned == pytest.approx((korean + both - chinese) / 2, abs=1e-9)
    mine = coalition_lockin(ties, members, HOME, spec, unions=[("catl", "lges")])
    assert mine.unions[0] == ("catl", "lges")
    assert len(mine.unions) == 8


def test_without_re_sourcing_additivity_is_not_general() -> None:
    # One dependent, two slots: only the worst binds. K(a) = .675, K(b) = .45, together .675.
    slots = model(tie("1", "x", "a", "os"), tie("2", "x", "b", "cpu", criticality=0.6))
    found = coalition_lockin(slots, ("a", "b"), dependents="all")
    assert (found.total, found.singles) == pytest.approx((0.675, 0.675 + 0.45))
    # A chain: x needs b, b needs a. K(a) reaches x through b, and would be counted twice.
    chain = model(tie("1", "x", "b"), tie("2", "b", "a"))
    found = coalition_lockin(chain, ("a", "b"), dependents="all")
    assert found.total == pytest.approx(0.675)
    assert found.singles == pytest.approx(0.675**2 + 0.675)
    assert found.synergy < 0


@quick
@given(graphs, st.sets(st.integers(0, 6), min_size=2))
def test_without_re_sourcing_synergy_is_never_positive(graph: set[tuple[int, int, int]], chosen: set[int]) -> None:
    found = coalition_lockin(ties_of(graph), [f"f{i}" for i in sorted(chosen)], dependents="all")
    assert found.synergy <= 1e-9


@quick
@given(graphs, st.sets(st.integers(0, 6), min_size=1), st.floats(1.0, 1.6))
def test_parts_sum_members_do_not_count_and_dummies_get_nothing(
    graph: set[tuple[int, int, int]], chosen: set[int], resourcing: float
) -> None:
    ties, spec, members = ties_of(graph), Spec(resourcing=resourcing), [f"f{i}" for i in sorted(chosen)]
    home = {f"f{i}": "AB"[i % 2] for i in range(7)}
    found = coalition_lockin(ties, members, home, spec, dependents="all")
    assert fsum(member.shapley for member in found.members) == pytest.approx(found.total, abs=1e-9)
    assert fsum(member.owen for member in found.members) == pytest.approx(found.total, abs=1e-9)
    projection = project(ties, spec)
    outside = np.array([node not in members for node in projection.nodes])
    assert found.total == pytest.approx(
        float((projection.mass * outside) @ group_losses(projection, members)), abs=1e-9
    )
    providers = {one.provider for one in ties}
    for member in found.members:
        row = projection.index(member.id)
        assert member.present == (row is not None)
        if member.id not in providers:
            assert (member.alone, member.shapley, member.owen) == (0, 0, 0)
        elif row is not None:
            assert member.alone == pytest.approx(loss_matrix(projection)[row] @ (projection.mass * outside), abs=1e-9)


def test_foreign_dependents_are_those_of_another_known_country() -> None:
    ties = model(*(tie(key, key, "a") for key in ("b", "c", "d", "e")), tie("6", "c", "z", "cpu"))
    home = {"a": "US", "b": "US", "c": "CN", "d": "JP", "z": "CN"}
    alone = coalition_lockin(ties, ("a",), home)
    assert (alone.n, alone.participants, alone.left_out) == (2, 4, ("e",))
    assert alone.total == pytest.approx(2 * 0.675)
    joint = coalition_lockin(ties, ("a", "z"), home)
    assert (joint.n, joint.total) == (1, pytest.approx(0.675))  # d alone: c is a compatriot of z
    everyone = coalition_lockin(ties, ("a", "b"), home, dependents="all")
    assert (everyone.n, everyone.left_out) == (3, ())  # b is a member
    assert everyone.setting.n == 3
    nobody = coalition_lockin(ties, ("a",))
    assert (nobody.n, nobody.total, nobody.average, nobody.few) == (0, 0, None, True)


def test_masses_weigh_dependents() -> None:
    ties = model(tie("1", "b", "a"), tie("2", "c", "a", criticality=0.6), masses={"b": 3.0})
    found = coalition_lockin(ties, ("a",), dependents="all")
    assert found.total == pytest.approx(3 * 0.675 + 0.45)
    assert found.average == pytest.approx(found.total / 4)


def test_sides_count_dependents_with_a_slot_of_the_side() -> None:
    ties = model(
        tie("1", "b", "a", "os"), tie("2", "b", "a", "cell", layer="supply", criticality=0.6), tie("3", "c", "a", "os")
    )
    software, supply = coalition_lockin(ties, ("a",), dependents="all").sides
    assert (software.side, software.n, software.average) == ("software", 2, pytest.approx(0.675))
    assert (supply.side, supply.n, supply.average) == ("supply", 1, pytest.approx(0.45))


def test_members_who_cannot_be_a_coalition() -> None:
    ties = cells()
    with pytest.raises(CoalitionError, match="named twice: catl"):
        coalition_lockin(ties, ("catl", "byd", "catl"), HOME)
    with pytest.raises(CoalitionError, match="needs members"):
        coalition_lockin(ties, ())
    with pytest.raises(CoalitionError, match="each in one union only: lges"):
        coalition_lockin(ties, SIX, HOME, unions=[("catl", "lges")])
    with pytest.raises(CoalitionError, match="each in one union only: catl"):
        coalition_lockin(ties, SIX, HOME, unions=[("catl", "byd"), ("catl",)])
    with pytest.raises(CoalitionError, match=r'no company of country "FR".*CN, DE, JP, KR'):
        country_members(ties, ["FR"], HOME)
    assert country_members(ties, ["KR"], HOME) == ("lges", "sdi", "sk_on")


def test_no_ties_give_an_honest_zero() -> None:
    found = coalition_lockin(ScoreTies("pc", "1990", ()), ("a", "b"), {"a": "US"})
    assert (found.total, found.n, found.average, found.synergy) == (0, 0, None, 0)
    assert [member.present for member in found.members] == [False, False]
    assert found.to_dict()["sides"][0]["average"] is None


def test_shipped_battery_makers(kg: KnowledgeGraph) -> None:
    found = kg.coalition(SIX, "new_energy", "2023")
    assert found.n == 45
    assert found.total == pytest.approx(fsum(member.shapley for member in found.members), abs=1e-9)
    assert found.records()[0]["id"] == "catl"
    assert found.synergy < 0
    assert (found.method, found.setting.draws, found.setting.seed) == ("exact", None, None)
    mixed = kg.coalition(("宁德时代", "LG Energy Solution"), "new_energy")
    assert [member.country for member in mixed.members] == ["CN", "KR"]


def test_a_large_country_is_sampled_and_repeats(kg: KnowledgeGraph) -> None:
    found = kg.coalition((), "new_energy", countries=["cn"], draws=50, seed=3)
    assert (found.method, found.setting.draws, found.setting.seed) == ("sampled", 50, 3)
    assert len(found.members) > 12
    assert fsum(member.shapley for member in found.members) == pytest.approx(found.total, abs=1e-9)
    assert found.to_dict() == kg.coalition((), "new_energy", countries=["CN"], draws=50, seed=3).to_dict()
    frame = found.to_pandas()
    assert list(frame["shapley"]) == sorted(frame["shapley"], reverse=True)
    assert frame.attrs["seed"] == 3


def test_one_firm_alone_is_refused(kg: KnowledgeGraph) -> None:
    with pytest.raises(CoalitionError, match="alone is no coalition"):
        kg.coalition(("catl",), "new_energy")
    with pytest.raises(CoalitionError, match="named twice: catl") as caught:
        kg.coalition(("catl", "宁德时代"), "new_energy")
    assert caught.value.message("zh") == "重复列出：catl。"
