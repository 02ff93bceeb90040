"""Countries as coalitions: solved by hand, and on the shipped claims."""

from __future__ import annotations

import pytest

from definer.graph.control import coalition_lockin, country_ranking, organization_countries
from definer.graph.names import NodeName
from definer.graph.power import ScoreTies
from definer.graph.store import Store
from definer.knowledge import KnowledgeGraph

from .small_graphs import model, tie

HOME = {"a": "US", "b": "US", "c": "CN", "d": "JP", "e": "JP"}
TIES = (
    tie("1", "c", "a", "os"), tie("2", "d", "a", "os"), tie("3", "e", "c", "cell", layer="supply", criticality=0.6),
    tie("4", "b", "a", "os"), tie("5", "x", "c", "cell", layer="supply"),
)  # fmt: skip


def test_ranks_by_the_loss_of_an_average_outsider() -> None:
    # US without: c and d lose .675, e loses .6 * .75 * .675 through c; of c, d, e. CN without: e loses .45 of b, d, e.
    found = country_ranking(model(*TIES), HOME)
    first, second, third = found.ranks
    assert (first.country, first.whole.n, first.whole.total) == ("US", 3, pytest.approx(2 * 0.675 + 0.45 * 0.675))
    assert (second.country, second.whole.n, second.whole.average) == ("CN", 3, pytest.approx(0.15))
    assert (third.country, third.whole.total, third.leaders) == ("JP", 0, ())
    assert found.stateless == ("x",)
    assert first.leaders == (("a", pytest.approx(first.whole.total)),)
    assert (first.sides["software"].n, first.sides["software"].average) == (2, pytest.approx(0.675))
    assert (second.sides["supply"].n, second.sides["supply"].average) == (1, pytest.approx(0.45))
    assert second.sides["supply"].share == pytest.approx(1.0)
    assert first.sides["supply"].total == 0  # through supply slots alone nothing of the United States is felt
    assert second.sides["supply"].few


def test_equal_countries_share_a_rank() -> None:
    ties = model(*(tie(f"{d}{p}", d, p) for d in ("x", "y") for p in ("a", "b")))
    found = country_ranking(ties, {"a": "US", "b": "CN", "x": "JP", "y": "JP"})
    assert [(rank.rank, rank.country) for rank in found.ranks] == [(1, "CN"), (1, "US"), (3, "JP")]


def test_only_companies_withdraw() -> None:
    names = {key: NodeName(key, key, company=key != "a") for key in "abcde"}
    found = country_ranking(model(*TIES, names=names), HOME)
    assert {rank.country: rank.whole.total for rank in found.ranks}["US"] == 0


def test_a_country_is_the_coalition_of_its_companies(kg: KnowledgeGraph) -> None:
    found = kg.country_ranking("new_energy")
    assert found.ranks[0].country == "CN"
    for rank in found.ranks[:3]:
        joint = kg.coalition((), "new_energy", countries=[rank.country], draws=2)
        assert (joint.n, joint.total) == (rank.whole.n, pytest.approx(rank.whole.total, abs=1e-9))
        for side in joint.sides:
            assert side.total == pytest.approx(rank.sides[side.side].total, abs=1e-9)


def test_nothing_there() -> None:
    found = country_ranking(ScoreTies("pc", "1950", ()), HOME)
    assert (found.ranks, found.setting.n, found.to_dict()["countries"]) == ((), 0, [])


def test_countries_of_the_store(store: Store) -> None:
    countries = organization_countries(store)
    assert (countries["catl"], countries["asml"]) == ("CN", "NL")
    assert "oem_channel" not in countries


def test_ranking_equals_a_coalition_of_all_dependents() -> None:
    everyone = country_ranking(model(*TIES), HOME, dependents="all")
    joint = coalition_lockin(model(*TIES), ("a", "b"), HOME, dependents="all")
    assert {rank.country: rank.whole.total for rank in everyone.ranks}["US"] == pytest.approx(joint.total)
