from __future__ import annotations

import json
from datetime import date
from typing import Any, Literal

import numpy as np
import pytest

from definer.graph.power import ScoreTie, ScoreTies, Spec
from definer.graph.power.facets import facets, losses, profile
from definer.graph.power.lockin import loss_matrix
from definer.graph.power.projection import project
from definer.knowledge import KnowledgeGraph


def tie(key: str, dependent: str, provider: str, slot: str, layer: Any = "tech", **more: Any) -> ScoreTie:
    return ScoreTie(key, dependent, provider, slot, layer, date(1980, 1, 1), closed=True, **more)


# b and c run on a's system (.9, closed); b also sells through s (.3); a depends on b for half a part (.6).
TIES = ScoreTies(
    "pc",
    "1990",
    (
        tie("1", "b", "a", "os"),
        tie("2", "c", "a", "os"),
        tie("3", "b", "s", "shop", "dist", criticality=0.3),
        tie("4", "a", "b", "part", "supply", criticality=0.6, share_low=0.5, share_high=0.5),
    ),
)


def test_facets_by_hand() -> None:
    rows = {row["id"]: row for row in facets(TIES).records()}
    # If a withdrew b and c lose .9; if b did, a loses .3 (half of .6) and c .9 of that; if s did, b loses .3.
    assert rows["a"]["lockin_total"] == pytest.approx(1.8)
    assert rows["b"]["lockin_total"] == pytest.approx(0.3 + 0.27)
    assert rows["s"]["lockin_total"] == pytest.approx(0.3 + 0.09 + 0.081)
    # Net of what is owed: a has .9 - .3 over b and .9 over c; b owes a more than it holds, and holds .27 of c.
    assert rows["a"]["net_lockin_total"] == pytest.approx(0.6 + 0.9)
    assert rows["b"]["net_lockin_total"] == pytest.approx(0.27)
    # Entry power is the lock-in through the shop alone; nobody's loss goes on from there but by distribution.
    assert {key: row["entry_total"] for key, row in rows.items()} == pytest.approx({"a": 0, "b": 0, "c": 0, "s": 0.3})
    assert rows["b"]["vulnerability"] == pytest.approx(0.9)
    assert (rows["b"]["exposed_to"], rows["a"]["exposed_to"], rows["s"]["exposed_to"]) == ("a", "b", None)
    assert (rows["a"]["in_degree"], rows["s"]["in_degree"]) == (2, 1)
    for row in rows.values():
        for name in ("reach", "lockin", "net_lockin", "entry"):
            assert row[name] == pytest.approx(row[f"{name}_total"] / 3)


def test_the_profile_by_layer_by_hand() -> None:
    found = {(row["id"], row["layer"]): row for row in profile(TIES).records()}
    assert found["a", "tech"]["lockin"] == pytest.approx(1.8 / 3)
    assert found["s", "dist"]["lockin"] == pytest.approx(0.3 / 3)
    assert found["b", "supply"]["lockin"] == pytest.approx(0.3 / 3)  # c's loss passes through tech
    assert ("a", "dist") not in found


@pytest.mark.parametrize("by", ["layer", "slot"])
def test_reach_parts_sum_to_reach_and_no_lock_in_part_exceeds_the_whole(
    kg: KnowledgeGraph, by: Literal["layer", "slot"]
) -> None:
    ties = kg.ties("mobile", "2012")
    table, parts = facets(ties), profile(ties, by=by)
    for firm in table.firms:
        mine = [row for row in parts.records() if row["id"] == firm.id]
        assert sum(row["reach"] for row in mine) == pytest.approx(firm.reach, abs=1e-9)
        assert all(row["lockin"] <= firm.lockin + 1e-9 for row in mine)
        if by == "layer":
            entry = next((row["lockin"] for row in mine if row["layer"] == "dist"), 0.0)
            assert entry == pytest.approx(firm.entry, abs=1e-9)


def test_facets_agree_with_the_score(kg: KnowledgeGraph) -> None:
    spec = Spec(rho=0.1, resourcing=1.2)
    scored = kg.power("ai", spec=spec, draws=0)
    table = facets(kg.ties("ai"), spec)
    assert [(firm.id, firm.rank) for firm in table.firms] == [(firm.id, firm.rank) for firm in scored.firms]
    assert table.firms[0].power == pytest.approx(scored.firms[0].power, abs=1e-9)
    assert table.setting.spec == spec.id
    openai = table.firm("openai")
    assert openai is not None
    assert openai.exposed_to is not None
    assert table.firm("nobody") is None


def test_losses_as_rows_and_as_a_matrix(kg: KnowledgeGraph) -> None:
    found = losses(TIES)
    rows = [(row["withdrawn"], row["dependent"], round(row["loss"], 9)) for row in found.records()]
    assert rows == [
        ("a", "b", 0.9), ("a", "c", 0.9), ("b", "a", 0.3), ("s", "b", 0.3), ("b", "c", 0.27), ("s", "a", 0.09),
        ("s", "c", 0.081),
    ]  # fmt: skip
    assert found.wide().loc["a", "b"] == pytest.approx(0.9)
    ties = kg.ties("search", "2004")
    assert np.array_equal(losses(ties).matrix, loss_matrix(project(ties)))


@pytest.mark.parametrize(
    "ties", [(), (tie("1", "b", "IN_HOUSE", "os"),), (tie("1", "b", "a", "os", share_low=0, share_high=0),)]
)
def test_nothing_to_measure_gives_zeros_not_nan(ties: tuple[ScoreTie, ...]) -> None:
    bare = ScoreTies("pc", "1990", ties)
    for result in (facets(bare), profile(bare), profile(bare, by="slot"), losses(bare)):
        json.dumps(result.to_dict(), allow_nan=False)
        assert result.to_pandas().shape[0] == len(result.records())
    assert all(firm.power == 0 for firm in facets(bare).firms)
    assert profile(bare).rows == ()
