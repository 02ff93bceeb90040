from __future__ import annotations

import json
from datetime import date

import pytest

from definer.graph.power import ScoreTie, ScoreTies
from definer.graph.power.scoring import score_fast
from definer.graph.robustness import curation_cap
from definer.knowledge import KnowledgeGraph


def tie(key: str, dependent: str, provider: str) -> ScoreTie:
    return ScoreTie(key, dependent, provider, "os", "tech", date(1980, 1, 1))


TIES = ScoreTies("pc", "1990", (*(tie(str(i), f"d{i}", "a") for i in range(3)), tie("4", "d4", "b")))


def test_caps_by_hand() -> None:
    # With one tie each the two are equal and share first place; with two or more a leads in every draw.
    found = curation_cap(TIES, caps=(1, 2, 3), draws=20)
    shares = {firm.id: firm.p_rank1 for firm in found.firms}
    assert shares["a"] == pytest.approx((0.5, 1.0, 1.0))
    assert shares["b"] == pytest.approx((0.5, 0.0, 0.0))
    assert found.kept == (2, 3, 4)
    assert found.p_none == (0.0, 0.0, 0.0)
    assert [row["id"] for row in found.records()] == ["a", "b"]


def test_only_named_providers_are_capped() -> None:
    own = [tie(f"own{i}", f"e{i}", "IN_HOUSE") for i in range(4)]
    found = curation_cap(ScoreTies("pc", "1990", (*TIES.ties, *own)), caps=(1,), draws=3)
    assert found.kept == (2 + 4,)


def test_a_cap_that_binds_nobody_is_the_score(kg: KnowledgeGraph) -> None:
    ties = kg.ties("search", "2004")
    found = curation_cap(ties, caps=(10_000,), draws=2)
    assert found.kept == (len(ties),)
    first = score_fast(ties).firms[0].id
    assert {firm.id for firm in found.firms if firm.p_rank1 == (1.0,)} == {first}


def test_the_seed_decides(kg: KnowledgeGraph) -> None:
    ties = kg.ties("pc", "1990")
    found = curation_cap(ties, caps=(5,), draws=40, seed=3)
    assert found.to_dict() == curation_cap(ties, caps=(5,), draws=40, seed=3).to_dict()
    assert found.to_dict() != curation_cap(ties, caps=(5,), draws=40, seed=4).to_dict()
    # Other caps in the list change nothing for this one.
    beside = curation_cap(ties, caps=(15, 5), draws=40, seed=3)
    assert [firm.p_rank1[1] for firm in beside.firms] == [firm.p_rank1[0] for firm in found.firms]
    assert sum(firm.p_rank1[0] for firm in found.firms) + found.p_none[0] == pytest.approx(1)
    assert (found.setting.seed, found.setting.draws) == (3, 40)
    leaders = {firm.id for firm in found.firms if firm.p_rank1[0] > 0}
    assert {"microsoft", "intel"} <= leaders


def test_nothing_to_cap() -> None:
    found = curation_cap(ScoreTies("pc", "1990", ()), draws=3)
    assert (found.firms, found.kept, found.p_none) == ((), (0, 0, 0), (1.0, 1.0, 1.0))
    own = curation_cap(ScoreTies("pc", "1990", (tie("1", "b", "IN_HOUSE"),)), draws=3)
    assert own.p_none == (1.0, 1.0, 1.0)
    json.dumps(own.to_dict(), allow_nan=False)


@pytest.mark.parametrize(("caps", "draws"), [((0,), 5), ((5,), 0)])
def test_senseless_numbers_are_refused(caps: tuple[int, ...], draws: int) -> None:
    with pytest.raises(ValueError, match="at least 1"):
        curation_cap(TIES, caps=caps, draws=draws)
