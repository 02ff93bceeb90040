from __future__ import annotations

import math
from datetime import date
from typing import Any

import networkx as nx
import pytest

from definer.graph.power import NodeName, ScoreTie, ScoreTies, diagnostics
from definer.graph.power.centralities import KATZ_ALPHA, MEASURES
from definer.graph.store import Store
from definer.graph.ties import score_ties


def tie(key: str, dependent: str, provider: str, slot: str = "os", **more: Any) -> ScoreTie:
    return ScoreTie(key, dependent, provider, slot, "tech", date(1980, 1, 1), **more)


# b and c depend on a, d on b: a star with a tail. Every share is .75, every criticality .9.
STAR = ScoreTies("pc", "1990", (tie("1", "b", "a"), tie("2", "c", "a"), tie("3", "d", "b")))


def column(name: str, ties: ScoreTies = STAR) -> dict[str, float | None]:
    return {firm: row[name] for firm, row in diagnostics(ties).rows.items()}


def test_direct_measures_by_hand() -> None:
    assert column("in_degree") == {"a": 2, "b": 1, "c": 0, "d": 0}
    assert column("in_strength") == pytest.approx({"a": 1.35, "b": 0.675, "c": 0, "d": 0})


def test_katz_by_hand() -> None:
    # x = 1 + .05 * (sum of the dependents' x): c = d = 1, b = 1.05, a = 1 + .05 (1.05 + 1).
    assert KATZ_ALPHA == 0.05
    assert column("katz") == pytest.approx({"a": 1.1025, "b": 1.05, "c": 1, "d": 1})


def test_path_measures_by_hand() -> None:
    # Paths run dependent -> provider: only d -> b -> a passes through anybody; of 3 * 2 ordered pairs one.
    assert column("betweenness") == pytest.approx({"a": 0, "b": 1 / 6, "c": 0, "d": 0})
    assert column("harmonic") == pytest.approx({"a": 1 + 1 + 1 / 2, "b": 1, "c": 0, "d": 0})
    # closeness of a: 3 others reach it, at 1 + 1 + 2 = 4 in all: 3 / 4. Of b: 1 of 3 others, at 1: 1/1 * 1/3.
    assert column("closeness") == pytest.approx({"a": 0.75, "b": 1 / 3, "c": 0, "d": 0})


def test_group_measures_by_hand() -> None:
    # Supply runs a -> b -> d and a -> c: a stands before all three others, b before d.
    assert column("dominated") == {"a": 3, "b": 1, "c": 0, "d": 0}
    assert column("core_number") == {"a": 1, "b": 1, "c": 1, "d": 1}
    # Constraint is 1 for who has one contact, and (1/2)^2 twice for who has two unconnected ones.
    assert column("constraint") == pytest.approx({"a": 0.5, "b": 0.5, "c": 1, "d": 1})


def test_hits_finds_the_authority() -> None:
    authorities = column("hits_authority")
    assert authorities["a"] == pytest.approx(1)
    assert authorities["c"] == pytest.approx(0, abs=1e-9)


def test_pagerank_is_that_of_networkx() -> None:
    graph = nx.DiGraph([("b", "a"), ("c", "a"), ("d", "b")])
    assert column("pagerank") == pytest.approx(nx.pagerank(graph, 0.85, tol=1e-14), abs=1e-9)


def test_a_second_source_ends_domination() -> None:
    ties = (*STAR.ties, tie("4", "d", "z"))
    assert column("dominated", ScoreTies("pc", "1990", ties))["b"] == 0


def test_mutual_dependence_has_a_root_all_the_same() -> None:
    ties = ScoreTies("pc", "1990", (tie("1", "a", "b"), tie("2", "b", "a"), tie("3", "c", "a")))
    assert column("dominated", ties) == {"a": 1, "b": 0, "c": 0}


@pytest.mark.parametrize(
    "ties",
    [(), (tie("1", "b", "IN_HOUSE"),), (tie("1", "b", "a"),), (tie("1", "a", "b"), tie("2", "b", "a"))],
    ids=["none", "one firm", "one tie", "pair"],
)
def test_small_graphs_give_numbers_or_none(ties: tuple[ScoreTie, ...]) -> None:
    table = diagnostics(ScoreTies("pc", "1990", ties))
    values = [value for row in table.rows.values() for value in row.values()]
    assert all(value is None or math.isfinite(value) for value in values)
    assert table.measures == tuple(MEASURES)


def test_a_divergent_measure_is_none_not_a_traceback() -> None:
    # 30 firms that all depend on one another: the spectral radius is 29, so Katz diverges at .05 > 1/29.
    firms = [f"f{i}" for i in range(30)]
    ties = tuple(tie(f"{a}{b}", a, b, f"s{b}") for a in firms for b in firms if a != b)
    rows = diagnostics(ScoreTies("pc", "1990", ties)).rows
    assert {row["katz"] for row in rows.values()} == {None}
    assert {row["in_degree"] for row in rows.values()} == {29}


def test_only_companies_are_listed() -> None:
    names = {
        "a": NodeName("A", "甲"),
        "b": NodeName("B", "乙", company=False),
        "c": NodeName("C", "丙"),
        "d": NodeName("D", "丁"),
    }
    table = diagnostics(ScoreTies("pc", "1990", STAR.ties, names))
    assert list(table.rows) == ["a", "c", "d"]
    assert [firm["id"] for firm in table.to_dict()["firms"]] == ["a", "c", "d"]


def test_the_shipped_claims_have_every_measure(store: Store) -> None:
    table = diagnostics(score_ties(store, "mobile", "2012"))
    frame = table.to_pandas()
    assert list(frame.columns) == list(MEASURES)
    assert frame.loc[["google"]].notna().to_numpy().all()
    assert diagnostics(score_ties(store, "mobile", "2012")).rows == table.rows  # no random start
