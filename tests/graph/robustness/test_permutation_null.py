from __future__ import annotations

import json
from collections import Counter
from datetime import date
from typing import Any

import numpy as np
import pytest

from definer.graph.power import ScoreTie, ScoreTies
from definer.graph.power.scoring import score_fast
from definer.graph.robustness import null_model
from definer.graph.robustness.permutation_null import permuted_providers
from definer.knowledge import KnowledgeGraph


def tie(key: str, dependent: str, provider: str, slot: str = "os", **more: Any) -> ScoreTie:
    return ScoreTie(key, dependent, provider, slot, "tech", date(1980, 1, 1), **more)


def of(*ties: ScoreTie) -> ScoreTies:
    return ScoreTies("pc", "1990", ties)


def test_where_chance_changes_nothing_delta_is_nothing() -> None:
    # One provider per slot; and a pair that can only be tied to one another.
    ties = of(tie("1", "b", "a"), tie("2", "c", "a"), tie("3", "d", "b", "chip"), tie("4", "x", "y", "k"),
              tie("5", "y", "x", "k"))  # fmt: skip
    found = null_model(ties, draws=25)
    powers = {firm.id: firm.power for firm in score_fast(ties).firms}
    for firm in found.firms:
        assert firm.delta == 0.0
        assert firm.percentile == 0.5
        assert firm.null_mean == pytest.approx(powers[firm.id])
        assert firm.null_low == firm.null_high
    assert found.rank_correlation == pytest.approx(1)
    assert found.carried == pytest.approx(1)


def test_two_equal_chances_by_hand() -> None:
    # a holds the essential tie (.9), b the peripheral one (.3); shuffled, each holds either as often as not.
    found = null_model(of(tie("1", "d", "a"), tie("2", "e", "b", criticality=0.3)), draws=400, seed=1)
    a, b = found.firm("a"), found.firm("b")
    assert a is not None
    assert b is not None
    high, low = 0.9 * 0.75 / 2, 0.3 * 0.75 / 2
    assert (a.power, b.power) == pytest.approx((high, low))
    assert (a.null_low, a.null_high) == pytest.approx((low, high))
    assert a.null_mean + b.null_mean == pytest.approx(high + low)
    assert a.null_mean == pytest.approx((high + low) / 2, abs=0.03)
    assert a.delta == pytest.approx(-b.delta)
    assert 0.5 < a.percentile < 1
    assert b.percentile == pytest.approx(1 - a.percentile)


@pytest.mark.parametrize(("paradigm", "as_of"), [("mobile", "2012"), ("ai", "2025-11-15")])
def test_tie_counts_and_roles_are_kept_and_nobody_is_tied_to_itself(
    kg: KnowledgeGraph, paradigm: str, as_of: str
) -> None:
    ties = kg.ties(paradigm, as_of)
    drawn = permuted_providers(ties, np.random.default_rng(0))

    def roles(table: ScoreTies) -> Counter[tuple[str, str, str]]:
        return Counter((tie.layer, tie.slot, tie.provider) for tie in table)

    assert roles(drawn) == roles(ties)
    before = {tie.id: tie for tie in ties}
    for row in drawn:
        was = before[row.id]
        assert (row.dependent, row.slot, row.criticality, row.share_low) == (
            was.dependent, was.slot, was.criticality, was.share_low,
        )  # fmt: skip
        assert row.is_named == was.is_named
        assert row.provider == was.provider or row.is_named
        assert row.provider != row.dependent or was.provider == was.dependent
    assert sum(row.provider != before[row.id].provider for row in drawn) > len(ties) / 5


def test_firms_that_provide_and_depend_keep_their_ties() -> None:
    # Every firm depends on another one of the same few: most permutations would tie somebody to itself.
    firms = "abcd"
    ties = of(*(tie(f"{x}{y}", x, y) for x in firms for y in firms if x != y))
    for seed in range(30):
        drawn = permuted_providers(ties, np.random.default_rng(seed))
        assert Counter(row.provider for row in drawn) == dict.fromkeys(firms, 3)
        assert all(row.provider != row.dependent for row in drawn)


def test_tie_counts_carry_nearly_all_of_the_shipped_rankings(kg: KnowledgeGraph) -> None:
    for paradigm, as_of, carried in (("search", "2004", 0.9), ("new_energy", "2023", 0.7)):
        found = null_model(kg.ties(paradigm, as_of), draws=30)
        assert found.rank_correlation is not None
        assert found.rank_correlation > 0.9
        first = found.firms[0]
        assert first.null_mean > carried * first.power
    # And yet position adds something where the whole chain rests on a firm.
    microsoft = null_model(kg.ties("pc", "1990"), draws=30).firm("microsoft")
    assert microsoft is not None
    assert microsoft.delta > 0.02
    assert microsoft.percentile > 0.95


def test_the_seed_decides(kg: KnowledgeGraph) -> None:
    ties = kg.ties("search", "2004")
    assert null_model(ties, draws=5, seed=1).to_dict() == null_model(ties, draws=5, seed=1).to_dict()
    assert null_model(ties, draws=5, seed=1).to_dict() != null_model(ties, draws=5, seed=2).to_dict()


def test_nothing_to_permute() -> None:
    assert null_model(of()).firms == ()
    own = null_model(of(tie("1", "b", "IN_HOUSE")), draws=3)
    assert (own.rank_correlation, own.carried) == (None, None)
    assert own.firms[0].delta == 0
    json.dumps(own.to_dict(), allow_nan=False)
    with pytest.raises(ValueError, match="draw"):
        null_model(of(), draws=0)
