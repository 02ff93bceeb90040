from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from definer.graph.power import NodeName, PowerResult, ScoreTie, ScoreTies, Spec, score
from definer.graph.power.scoring import score_fast
from definer.graph.store import Store
from definer.graph.ties import score_ties


def tie(key: str, dependent: str, provider: str, slot: str = "os", **more: Any) -> ScoreTie:
    return ScoreTie(key, dependent, provider, slot, "tech", date(1980, 1, 1), **more)


def ranks(result: PowerResult) -> list[tuple[int, str]]:
    return [(firm.rank, firm.id) for firm in result.firms]


CHAIN = (tie("1", "b", "a"), tie("2", "c", "b", criticality=0.6), tie("3", "c", "d", "cpu"))


def test_power_is_the_mean_of_reach_and_lockin_per_participant() -> None:
    # Totals by hand (test_reach, test_lockin): R_a = .84024, K_a = .675 + .30375; two participants, b and c.
    result = score(ScoreTies("pc", "1990", CHAIN))
    firm = result.firm("a")
    assert firm is not None
    assert [firm.reach_total, firm.lockin_total] == pytest.approx([0.84024, 0.97875])
    assert [firm.reach, firm.lockin] == pytest.approx([0.42012, 0.489375])
    assert firm.power == pytest.approx((0.42012 + 0.489375) / 2)
    assert (firm.in_degree, result.n) == (1, 2)
    assert ranks(result) == [(1, "a"), (2, "d"), (3, "b"), (4, "c")]


def test_equal_power_shares_a_rank() -> None:
    result = score(ScoreTies("pc", "1990", (tie("1", "b", "z"), tie("2", "b", "y"), tie("3", "b", "x", "cpu"))))
    assert ranks(result) == [(1, "x"), (2, "y"), (2, "z"), (4, "b")]


def test_only_companies_are_ranked_and_all_take_part() -> None:
    names = {
        "a": NodeName("A", "甲"),
        "b": NodeName("B", "乙"),
        "c": NodeName("C", "丙", company=False),
        "d": NodeName("D", "丁"),
    }
    result = score(ScoreTies("pc", "1990", CHAIN, names))
    assert [firm.id for firm in result.firms] == ["a", "d", "b"]
    assert result.n == 2  # c, no company, depends all the same


def test_in_degree_counts_distinct_dependents_that_were_delivered() -> None:
    ties = (tie("1", "b", "a"), tie("2", "b", "a", "cpu"), tie("3", "c", "a", share_low=0.0, share_high=0.0))
    firm = score(ScoreTies("pc", "1990", ties)).firm("a")
    assert firm is not None
    assert firm.in_degree == 1


def test_no_ties_is_an_honest_empty_result() -> None:
    result = score(ScoreTies("pc", "1990", ()))
    assert (result.n, result.firms) == (0, ())
    document = result.to_dict()
    expected = {"as_of": "1990", "paradigm": "pc", "spec": Spec().id, "n": 0, "firms": [], "draws": 0, "verdict": None}
    assert {key: document[key] for key in expected} == expected
    assert result.to_pandas().empty


@pytest.mark.parametrize(
    "ties",
    [
        (tie("1", "b", "IN_HOUSE"),),
        (tie("1", "b", "UNKNOWN"),),
        (tie("1", "b", "OPEN:UNIX", closed=True),),
        (tie("1", "b", "b"),),
        (tie("1", "b", "a", share_low=0.0, share_high=0.0),),
        (tie("1", "b", "a", criticality=0.0),),
        (tie("1", "b", "a", confidence=0.0),),
    ],
    ids=["in-house", "unknown", "open", "self", "undelivered", "uncritical", "incredible"],
)
def test_where_nothing_rests_on_anybody_power_is_zero(ties: tuple[ScoreTie, ...]) -> None:
    result = score(ScoreTies("pc", "1990", ties))
    assert result.n == 1
    assert {firm.power for firm in result.firms} == {0.0}
    assert {firm.rank for firm in result.firms} == {1}


def test_the_answer_has_the_form_that_scripts_rely_on() -> None:
    names = {key: NodeName(key.upper(), "名" + key) for key in "abcd"}
    found = score(ScoreTies("pc", "1990", CHAIN, names)).to_dict()
    assert {"as_of", "paradigm", "spec", "n", "verdict", "seed", "draws", "firms"} <= found.keys()
    first = found["firms"][0]
    assert list(first)[:7] == ["id", "name", "rank", "power", "reach", "lockin", "in_degree"]
    assert {"rank_interval", "p_rank1"} <= first.keys()
    assert first["name"] == {"en": "A", "zh": "名a"}
    assert first["power"] == pytest.approx((first["reach"] + first["lockin"]) / 2, abs=1e-15)


def test_the_table_and_the_page_show_the_same_firms() -> None:
    names = {key: NodeName(f"<img src=x onerror=alert('{key}')>", "名&") for key in "abcd"}
    result = score(ScoreTies("pc", "1990", CHAIN, names))
    frame = result.to_pandas()
    assert list(frame.index) == ["a", "d", "b", "c"]
    assert frame.loc["a", "lockin_total"] == pytest.approx(0.97875)
    page = result._repr_html_()
    assert "<img" not in page
    assert "&lt;img" in page
    assert "名&amp;" in page


def test_the_result_says_when_nobody_looked_again() -> None:
    inside, after, before = (
        score(ScoreTies("pc", when, CHAIN, coded_from="1977", coded_to="2005")) for when in ("2005", "2006", "1976")
    )
    assert (inside.beyond_coded_period, inside.coverage.note()) == (False, "")
    assert after.beyond_coded_period
    assert "1977 to 2005" in after.coverage.note()
    assert "1977 至 2005" in after.coverage.note("zh")
    assert before.coverage.before_coded_period
    assert before.coverage.note() != after.coverage.note()
    assert (after.coded_from, after.coded_to) == ("1977", "2005")


def test_both_engines_give_the_same_scores() -> None:
    ties = ScoreTies("pc", "1990", CHAIN)
    for one, other in zip(score(ties).firms, score_fast(ties).firms, strict=True):
        assert (one.id, one.rank) == (other.id, other.rank)
        assert one.power == pytest.approx(other.power, abs=1e-12)


def test_the_shipped_claims_score_alike_on_both_engines(store: Store) -> None:
    for paradigm, when in (("pc", "1990"), ("mobile", "2012"), ("ai", store.as_of)):
        ties = score_ties(store, paradigm, when)
        slow, fast = score(ties), score_fast(ties)
        assert slow.n > 30
        assert ranks(slow) == ranks(fast)
        assert max(abs(a.power - b.power) for a, b in zip(slow.firms, fast.firms, strict=True)) < 1e-9
        assert all(0 <= firm.power <= 1 for firm in slow.firms)
        assert [firm.power for firm in slow.firms] == sorted((firm.power for firm in slow.firms), reverse=True)


def test_sourced_evidence_alone_can_be_scored(store: Store) -> None:
    everything = score(score_ties(store, "pc", "1990"))
    sourced = score(score_ties(store, "pc", "1990", evidence="sourced"))
    assert sourced.evidence == "sourced"
    assert 0 < sourced.n <= everything.n
