from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest

from definer.graph.power import ScoreTie, ScoreTies
from definer.graph.power.dominators import dominator_tree, dominators
from definer.knowledge import KnowledgeGraph


def tie(key: str, dependent: str, provider: str, layer: Any = "supply", **more: Any) -> ScoreTie:
    return ScoreTie(key, dependent, provider, f"{layer}.{key}", layer, date(1980, 1, 1), **more)


# asml -> tsmc -> nvidia -> x, y; y also from amd, which tsmc makes too; z from asml and nikon.
CHAIN = (
    tie("1", "tsmc", "asml"),
    tie("2", "nvidia", "tsmc"),
    tie("3", "amd", "tsmc"),
    tie("4", "x", "nvidia"),
    tie("5", "y", "nvidia"),
    tie("6", "y", "amd"),
    tie("7", "z", "asml"),
    tie("8", "z", "nikon"),
)


def of(*ties: ScoreTie) -> ScoreTies:
    return ScoreTies("ai", "1990", ties)


def test_a_chain_by_hand() -> None:
    found = dominators(of(*CHAIN))
    assert found.dependents("asml", "supply") == ("amd", "nvidia", "tsmc", "x", "y")
    assert found.dependents("tsmc", "supply") == ("amd", "nvidia", "x", "y")
    assert found.dependents("nvidia", "supply") == ("x",)  # y has amd too
    assert found.dependents("amd", "supply") == ()
    assert found.chains["supply"]["x"] == ("nvidia", "tsmc", "asml")
    assert found.chains["supply"]["y"] == ("tsmc", "asml")
    assert "z" not in found.chains["supply"]  # nikon is an alternative
    assert [(row["firm"], row["dominated"]) for row in found.records() if row["layer"] == "supply"] == [
        ("asml", 5), ("tsmc", 4), ("nvidia", 1),
    ]  # fmt: skip


def test_one_recorded_alternative_breaks_a_certificate() -> None:
    assert dominators(of(*CHAIN, tie("9", "x", "intel"))).dependents("nvidia", "supply") == ()
    # Signed and not delivered is no alternative.
    signed = tie("9", "x", "intel", share_low=0, share_high=0)
    assert dominators(of(*CHAIN, signed)).dependents("nvidia", "supply") == ("x",)


def test_layers_are_apart() -> None:
    found = dominators(of(tie("1", "x", "a", "tech"), tie("2", "x", "b", "dist")))
    assert found.dependents("a", "tech") == ("x",)
    assert found.dependents("b", "dist") == ("x",)
    assert found.dependents("a", "all") == found.dependents("b", "all") == ()
    assert found.dependents("a", "supply") == ()


@pytest.mark.parametrize("provider", ["IN_HOUSE", "OPEN:linux", "x"])
def test_what_a_dependent_fills_itself_is_a_path_unless_left_out(provider: str) -> None:
    ties = of(*CHAIN, tie("9", "x", provider))
    assert dominators(ties).dependents("asml", "supply") == ("amd", "nvidia", "tsmc", "y")
    assert dominators(ties, own=False).dependents("nvidia", "supply") == ("x",)


def test_the_unknown_is_no_path() -> None:
    assert dominators(of(*CHAIN, tie("9", "x", "UNKNOWN"))).dependents("nvidia", "supply") == ("x",)


def test_a_circle_that_nobody_supplies_has_no_dominator_inside() -> None:
    assert dominator_tree([("a", "b"), ("b", "a"), ("a", "c")]) == {"a": None, "b": None, "c": "a"}
    # Supplied from outside, the circle rests on its entrance.
    assert dominator_tree([("r", "a"), ("a", "b"), ("b", "a")]) == {"a": "r", "b": "a", "r": None}


def test_no_ties_give_no_certificates() -> None:
    found = dominators(of())
    assert found.certificates == ()
    assert found.setting.n == 0
    assert dominator_tree([]) == {}
    assert dominators(of(tie("1", "x", "IN_HOUSE"))).certificates == ()


def test_the_shipped_claims_certify_the_foundry(kg: KnowledgeGraph) -> None:
    found = dominators(kg.ties("mobile", "2008"))
    assert "audience" in found.dependents("tsmc", "supply")
    assert found.chains["supply"]["audience"][-1] == "tsmc"
    # A certificate survives the removal of any single dependent, and every chain is made of certificates.
    for layer, chains in found.chains.items():
        for dependent, chain in chains.items():
            assert all(dependent in found.dependents(firm, layer) for firm in chain)
    plain = found.to_dict()
    assert json.loads(json.dumps(plain, allow_nan=False))["chains"]["supply"]["audience"][-1] == "tsmc"
    assert plain["own"] is True
