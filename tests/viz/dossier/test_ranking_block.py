"""The rankings of the dossier hold the numbers that the program computes elsewhere."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from definer.job import Job
from definer.knowledge import KnowledgeGraph
from definer.viz.dossier.history import history as history_of
from definer.viz.dossier.history import interval_years
from definer.viz.dossier.ranking import ranking as ranking_of

DRAWS = 50


@pytest.fixture(scope="module")
def job(kg: KnowledgeGraph) -> Job:
    """A job of the shipped claims."""
    return Job(kg, kg.as_of, "en", quick=True)


@pytest.fixture(scope="module")
def ranking(job: Job) -> Mapping[str, Any]:
    """The block "ranking" with few draws."""
    kg = job.kg
    powers = {paradigm: kg.power(paradigm, draws=DRAWS) for paradigm in kg.paradigms}
    sourced = {paradigm: kg.power(paradigm, evidence="sourced", draws=0) for paradigm in kg.paradigms}
    vars(job)["powers"] = _Ready(powers)
    return ranking_of(
        powers,
        job.names_of_paradigms,
        sourced=sourced,
        last_coded={},
        explanations=job.explanations,
        effects=job.effects,
    )


class _Ready:
    """Powers that are there already."""

    def __init__(self, powers: Mapping[str, Any]) -> None:
        self._powers = powers

    def result(self) -> Mapping[str, Any]:
        return self._powers


def test_ranking_is_that_of_power(kg: KnowledgeGraph, ranking: Mapping[str, Any]) -> None:
    for paradigm in kg.paradigms:
        document = kg.power(paradigm, draws=DRAWS).to_dict()
        found = ranking[paradigm]
        assert (found["n"], found["draws"], found["asOf"]) == (document["n"], DRAWS, document["as_of"])
        assert [row[0] for row in found["firms"]] == [firm["id"] for firm in document["firms"]]
        for row, firm in zip(found["firms"], document["firms"], strict=True):
            assert row[1] == firm["rank"]
            numbers = (firm["power"], firm["reach"], firm["lockin"], *firm["power_interval"])
            assert row[2:7] == pytest.approx(numbers, abs=6e-9)
            assert row[7:9] == firm["rank_interval"]
            assert row[9] == pytest.approx(firm["p_rank1"], abs=6e-7)
            assert row[10] == firm["in_degree"]
        assert found["verdict"]["word"] == document["verdict"]


def test_ranks_of_sourced_claims_stand_beside(kg: KnowledgeGraph, ranking: Mapping[str, Any]) -> None:
    sourced = kg.power("ai", evidence="sourced", draws=0)
    ranks = {row[0]: row[11] for row in ranking["ai"]["firms"]}
    assert ranking["ai"]["sourcedN"] == sourced.n
    assert ranks["nvidia"] == next(firm.rank for firm in sourced.firms if firm.id == "nvidia")


def test_every_firm_with_power_is_explained_by_parts_that_sum(ranking: Mapping[str, Any]) -> None:
    for found in ranking.values():
        for row in found["firms"]:
            if row[2] <= 0:
                assert row[0] not in found["explained"]
                continue
            told = found["explained"][row[0]]
            assert told["power"] == pytest.approx(row[2], abs=1e-7)  # reach by iteration and by solving
            for parts, left in (("slots", [0, 0.0]), ("ties", told["tiesLeft"]), ("people", told["peopleLeft"])):
                whole = sum(part[1] + part[2] for part in told[parts]) + left[1]
                assert whole == pytest.approx(row[2], abs=2e-5), (row[0], parts)


@pytest.mark.parametrize(("firm", "paradigm"), [("microsoft", "pc"), ("catl", "new_energy"), ("nvidia", "ai")])
def test_parts_are_those_of_explain(kg: KnowledgeGraph, ranking: Mapping[str, Any], firm: str, paradigm: str) -> None:
    document, told = kg.explain(firm, paradigm).to_dict(), ranking[paradigm]["explained"][firm]
    for key, name in (("slots", "by_slot"), ("ties", "by_tie")):
        for row, part in zip(told[key], document[name], strict=False):
            assert row[0] == part[name.removeprefix("by_")]
            assert row[1:3] == pytest.approx((part["reach"], part["lockin"]), abs=6e-7)
    assert told["tiesLeft"][0] == max(0, len(document["by_tie"]) - len(told["ties"]))
    for row, part in zip(told["people"], document["by_source"], strict=False):
        assert (row[0], row[3], row[4]) == (part["dependent"], part["slot"], part["chain"])
    whole = {effect["tie"]: effect for effect in document["leave_one_out"]}
    assert told["without"]
    for tie, power, change, rank, n in told["without"]:
        effect = whole[tie]
        assert (power, change) == pytest.approx((effect["power"], effect["change"]), abs=6e-7)
        assert (rank, n) == (effect["rank"], effect["n"])
    counted = {tie["id"]: tie["share_counted"] for tie in document["ties"]}
    for tie, *_ in told["ties"]:
        assert ranking[paradigm]["counted"][tie] == pytest.approx(counted[tie], abs=6e-7)


def test_history_is_that_of_the_terminal(job: Job) -> None:
    kg, chosen = job.kg, 1990
    drawn = {paradigm: kg.yearly_draws(paradigm, {chosen: f"{chosen}-12-31"}, DRAWS) for paradigm in ("pc",)}
    block = history_of(job.years, drawn, job.names_of_paradigms, job.evidence)
    course = block["paradigms"]["pc"]
    document = kg.history("pc", 1985, 1995, draws=0).to_dict()
    for year in document["years"]:
        found = course["years"][str(year["year"])]
        assert (found["n"], found["asOf"], found["coded"]) == (year["n"], year["as_of"], "in")
        rows = {course["firms"][row[0]]: row[1:] for row in found["rows"]}
        for firm in year["firms"]:
            if firm["power"] > 0:
                rank, power, degree = rows[firm["id"]]
                assert (rank, degree) == (firm["rank"], firm["in_degree"])
                assert power == pytest.approx(firm["power"], abs=6e-9)
    sure = kg.history("pc", chosen, chosen, ["microsoft"], draws=DRAWS).to_dict()["years"][0]["firms"][0]
    low, high, least, most, first = course["sure"][str(chosen)]["rows"][str(course["firms"].index("microsoft"))]
    assert (low, high, first) == pytest.approx((*sure["power_interval"], sure["p_rank1"]), abs=6e-7)
    assert [least, most] == sure["rank_interval"]


def test_years_outside_the_coded_period_are_marked(job: Job) -> None:
    block = history_of(job.years, {}, job.names_of_paradigms, job.evidence)
    ai = block["paradigms"]["ai"]["years"]
    assert {ai[str(year)]["coded"] for year in (1980, 2015)} == {"before"}
    assert ai["2020"]["coded"] == "in"
    windows = next(event for event in block["events"] if event["date"] == "1995-08-24")
    assert (windows["paradigm"], windows["orgs"]) == ("pc", ["microsoft"])
    assert windows["sources"][0]["url"].startswith("https://")


def test_drawn_years_are_the_decades_of_the_coded_period() -> None:
    assert interval_years("1977", 1975, 2025) == [1980, 1990, 2000, 2010, 2020]
    assert interval_years(None, 1975, 1990) == [1980]
    assert interval_years("2016", 1975, 2020) == []
