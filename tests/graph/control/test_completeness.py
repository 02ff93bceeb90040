"""Counts of definitions: three rules, solved by hand and on the shipped claims."""

from __future__ import annotations

from datetime import date

import pytest

from definer.graph.control.completeness import count_definitions
from definer.graph.control.counting import COUNTS, held_sides, rule_counts
from definer.graph.control.tie_rule import date_of, side_losses, tie_counts
from definer.graph.named_queries import run
from definer.graph.names import NodeName
from definer.graph.power import Spec
from definer.graph.power.tie import ScoreTie
from definer.graph.store import Store
from definer.graph.ties import TieHistory
from definer.knowledge import KnowledgeGraph

from .small_graphs import tie

HOME = {"a": "US", "b": "CN", "c": "CN", "d": "JP", "e": "DE", "f": "FR", "g": "GB", "h": "KR"}


def named(*ties: ScoreTie, coded_to: str | None = None) -> dict[str, TieHistory]:
    names = {key: NodeName(key, key) for key in HOME}
    return {"pc": TieHistory("pc", ties, names, "1980", coded_to)}


def full(key: str, dependent: str, provider: str, slot: str = "os", **more: object) -> ScoreTie:
    """A closed slot filled by one provider."""
    return tie(key, dependent, provider, slot, closed=True, **more)


def test_a_side_is_held_by_the_joint_loss_of_its_foreign_dependents() -> None:
    # c, d, e on a's system lose .9 each without the US; f uses b's: the average over c, d, e, f is .675.
    ties = [full(key, key, "a") for key in ("c", "d", "e")] + [full("f", "f", "b")]
    cells = [full(f"{key}2", key, "b", "cell", layer="supply", criticality=0.6) for key in ("d", "e")]
    software, supply = side_losses(named(*ties, *cells), HOME, "1990", Spec())
    by_country = {loss.country: loss for loss in software.losses}
    assert by_country["US"].average == pytest.approx(0.75 * 0.9)
    assert by_country["CN"].average == pytest.approx(0.9 / 3)  # d, e, f are foreign to China: f alone loses
    assert by_country["US"].n == 4
    assert by_country["US"].few
    assert {loss.country: loss.average for loss in supply.losses}["CN"] == pytest.approx(0.6)
    counts = {
        (count.scale, count.theta): count.definitions for count in tie_counts([software, supply], (0.5, 0.6, 0.7))
    }
    assert counts["activity", 0.5] == (("CN", 0.5, (("pc", "supply"),)), ("US", 0.5, (("pc", "software"),)))
    assert counts["activity", 0.7] == ()
    # Every named provider together costs .9 on average: the US holds three quarters of that.
    assert counts["ceiling", 0.7] == counts["activity", 0.5]
    assert software.reachable == pytest.approx(0.9)


def test_equal_to_the_threshold_is_enough() -> None:
    ties = [full(key, key, "a", criticality=0.6) for key in ("c", "d", "e", "f", "g")]
    sides = side_losses(named(*ties), HOME, "1990", Spec())
    assert sides[0].holders(0.6, "activity") == ("US",)
    assert sides[0].holders(0.61, "activity") == ()
    assert sides[0].close(0.61, "activity") == sides[0].close(0.59, "activity") == ("US",)
    assert sides[0].close(0.66, "activity") == ()


def test_both_sides_add_up() -> None:
    ties = [full(key, key, "a") for key in ("c", "d")]
    ties += [full(f"{key}2", key, "a", "cell", layer="supply") for key in ("c", "d")]
    sides = side_losses(named(*ties), HOME, "1990", Spec())
    assert tie_counts(sides, (0.5,))[0].definitions == (("US", 1.0, (("pc", "software"), ("pc", "supply"))),)


def test_a_past_paradigm_counts_at_the_end_of_its_coded_period() -> None:
    found = named(full("1", "c", "a"), coded_to="2005")["pc"]
    assert date_of(found, "1990") == "1990"
    assert date_of(found, "2005-06") == "2005-06"
    assert date_of(found, "2025-11-15") == "2005"
    assert date_of(found, "2025-11-15", decay=True) == "2025-11-15"
    past = {"pc": TieHistory("pc", (full("1", "c", "a"),), named()["pc"].names, "1980", "2005")}
    kept, faded = (side_losses(past, HOME, "2025", Spec(), decay=decay)[0].losses[0] for decay in (False, True))
    assert kept.average == pytest.approx(0.9)
    assert faded.average is not None
    assert 0 < faded.average < 0.9 * 0.2  # twenty years at a half-life of eight


def test_counts_by_holdings_are_the_named_queries(store: Store) -> None:
    for count in rule_counts(store, ("essay", "symmetric"), "2025-11-15"):
        rows = [(row[0], float(str(row[1])), int(str(row[2]))) for row in run(store, count.query)]
        assert list(count.definitions) == rows
    found = {(count.rule, count.holdings): dict(row[:2] for row in count.definitions) for count in
             rule_counts(store, ("essay", "symmetric"), "2025-11-15")}  # fmt: skip
    assert found["essay", "essay"] == {"US": 3.0, "CN": 0.5}
    assert found["symmetric", "essay"] == {"US": 1.5, "CN": 0.5}
    assert found["symmetric", "researched"]["US"] == pytest.approx(3.55)


@pytest.mark.parametrize("evidence", ["all", "sourced"])
@pytest.mark.parametrize("as_of", ["1990", "2010-06", "2025-11-15"])
def test_what_is_held_gives_the_counts(store: Store, as_of: str, evidence: str) -> None:
    kept = "sourced" if evidence == "sourced" else "all"
    held = held_sides(store, as_of, kept)
    for count in rule_counts(store, ("essay", "symmetric"), as_of, kept):
        weight = {"software": 1.0 if count.rule == "essay" else 0.5, "supply": 0.5}
        combine = max if count.rule == "essay" else sum
        expected: dict[str, float] = {}
        for country, paradigm in {(row.country, row.paradigm) for row in held if row.holdings == count.holdings}:
            sides = [
                row.degree * weight[row.side] for row in held
                if (row.country, row.paradigm, row.holdings) == (country, paradigm, count.holdings)
            ]  # fmt: skip
            expected[country] = expected.get(country, 0.0) + combine(sides)
        assert {country: number for country, number, _ in count.definitions} == pytest.approx(expected)


def test_holdings_without_a_source_can_be_left_out(store: Store) -> None:
    every, sourced = (rule_counts(store, ("symmetric",), "2025-11-15", evidence)[1] for evidence in ("all", "sourced"))
    before, after = ({row[0]: row[1] for row in count.definitions} for count in (every, sourced))
    assert after != before
    assert all(after[country] <= before[country] + 1e-12 for country in after)
    assert "evidence#sourced" in sourced.sparql
    assert "evidence#sourced" not in every.sparql


def test_every_count_names_a_shipped_query(store: Store) -> None:
    assert {name for _, _, name in COUNTS} == {
        count.query for count in rule_counts(store, ("essay", "symmetric"), "2025")
    }


def test_shipped_rules_side_by_side(kg: KnowledgeGraph) -> None:
    found = kg.completeness()
    assert [(count.rule, count.holdings) for count in found.counts] == [row[:2] for row in COUNTS]
    assert found.thetas == (0.4, 0.5, 0.6)
    dates = {side.paradigm: side.as_of for side in found.sides}
    assert dates == dict.fromkeys(("pc", "search", "mobile", "new_energy", "ai"), "2025-11-15")
    # No side of the shipped claims can be held by loss of activity: its ceiling lies below the threshold.
    assert all(side.reachable < 0.5 for side in found.sides)
    counts = {(count.scale, count.theta): {row[0]: row[1] for row in count.definitions} for count in found.ties}
    assert counts["activity", 0.5] == {}
    assert counts["ceiling", 0.5]["US"] >= 3
    for side in found.sides:
        for loss in side.losses:
            assert (loss.average or 0) <= (loss.ceiling or 0) + 1e-9
            assert loss.share is None or 0 <= loss.share <= 1 + 1e-9
    assert found.setting.n == sum({side.paradigm: side.participants for side in found.sides}.values())


def test_one_rule_alone_and_another_threshold(kg: KnowledgeGraph) -> None:
    ties = kg.completeness("2010", ["ties"], theta=0.3)
    assert (ties.counts, ties.held, ties.thetas) == ((), (), (0.3, 0.4, 0.5, 0.6))
    assert {"counts", "held"}.isdisjoint(ties.to_dict())
    essay = kg.completeness("2010", ["essay"])
    assert (essay.sides, essay.ties) == ((), ())
    assert {row["rule"] for row in essay.records()} == {"essay"}
    assert {row["country"]: row["definitions"] for row in essay.records() if row["basis"] == "essay"} == {"US": 3.0}


def test_threshold_must_be_a_part(store: Store) -> None:
    for theta in (0.0, 1.1, float("nan")):
        with pytest.raises(ValueError, match="theta"):
            count_definitions(store, {}, "2025", theta=theta)


def test_result_is_plain_data(kg: KnowledgeGraph) -> None:
    import json

    found = kg.completeness(evidence="sourced")
    plain = json.loads(json.dumps(found.to_dict(), allow_nan=False))
    assert (plain["as_of"], plain["evidence"], plain["spec"]) == ("2025-11-15", "sourced", Spec().id)
    assert plain["ties"]["theta"] == 0.5
    assert {"rule", "basis", "theta", "country", "definitions"} <= set(found.to_pandas().columns)
    assert "definitions" in found._repr_html_()


def test_a_date_before_everything(kg: KnowledgeGraph) -> None:
    found = kg.completeness("1950")
    assert [count.definitions for count in found.counts] == [(), (), (), ()]
    assert all(side.before_coded for side in found.sides)
    assert found.setting.n == 0
    assert found.records() == []


def test_ties_of_another_year_only_count_then() -> None:
    late = ScoreTie("1", "c", "a", "os", "tech", date(2000, 1, 1), closed=True)
    assert not any(loss.n for loss in side_losses(named(late), HOME, "1990", Spec())[0].losses)
