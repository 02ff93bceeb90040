from __future__ import annotations

import json
from dataclasses import replace

import pytest

from definer.graph.backtest import PowerHistory, power_history
from definer.graph.backtest.years import YearsError
from definer.graph.names import NodeName, UnknownFirmError
from definer.graph.power import score
from definer.graph.store import Store
from definer.graph.ties import score_ties, tie_histories
from definer.graph.uncertainty import ErrorModel
from definer.knowledge import KnowledgeGraph

LABEL = NodeName("PC", "个人电脑")


@pytest.fixture(scope="module")
def solved(world: Store, exact: ErrorModel) -> PowerHistory:
    history = tie_histories(world, ["pc"])["pc"]
    return power_history(history, LABEL, world.as_of, draws=3, errors=exact, known_by_date=True)


def test_years_are_those_of_the_coded_period(solved: PowerHistory) -> None:
    assert solved.years == (2000, 2001, 2002, 2003, 2004, 2005)
    assert solved.coded == (2000, 2005)
    assert [solved.results[year].n for year in solved.years] == [3, 3, 3, 4, 4, 4]
    assert set(solved.firms) == {"old", "new"}


def test_scores_are_those_of_the_date(solved: PowerHistory, world: Store) -> None:
    alone = score(score_ties(world, "pc", "2002", known_by="2002"))
    for key in ("old", "new"):
        point, expected = solved.point(key, 2002), alone.firm(key)
        assert point is not None
        assert expected is not None
        assert (point.rank, point.power) == (expected.rank, pytest.approx(expected.power, abs=1e-9))
    assert solved.point("new", 2000) is None


def test_verdicts_take_two_years(solved: PowerHistory) -> None:
    words = {year: solved.verdict(year) for year in solved.years}
    told = {year: (found.word, found.firm) for year, found in words.items() if found}
    assert told == {
        2000: ("contested", "old"),  # first since this year only
        2001: ("definer", "old"),
        2002: ("definer", "old"),
        2003: ("contested", "new"),
        2004: ("definer", "new"),
        2005: ("definer", "new"),
    }


def test_without_error_the_interval_is_the_point(solved: PowerHistory) -> None:
    for row in solved.records():
        assert row["power_interval"] == pytest.approx([row["power"]] * 2)
        assert row["rank_interval"] == [row["rank"]] * 2


def test_plain_data(solved: PowerHistory) -> None:
    document = json.loads(json.dumps(solved.to_dict(), allow_nan=False))
    assert {"as_of", "spec", "n", "seed", "draws", "claims", "years", "firms", "others"} <= document.keys()
    assert document["known_by"] == "each year's own date"
    assert [row["year"] for row in document["years"]] == list(range(2000, 2006))
    assert document["years"][0]["firms"][0]["id"] == "old"
    assert document["years"][0]["n"] == 3
    assert len(solved.to_pandas()) == len(solved.records()) == 7


def test_default_firms_were_once_among_the_first_three(kg: KnowledgeGraph) -> None:
    history = kg.history("new_energy", draws=0)
    assert len(history.firms) <= 8
    top = {firm.id for result in history.results.values() for firm in result.firms[:3]}
    assert set(history.firms) <= top
    with_power = {firm.id for result in history.results.values() for firm in result.firms if firm.power > 0}
    assert history.others == len(with_power - set(history.firms))
    assert history.sure == {}
    assert history.verdict(2020) is None
    assert "draws" not in history.to_dict()


def test_firms_are_named_in_either_language(kg: KnowledgeGraph) -> None:
    history = kg.history("搜索", 2000, 2004, ["谷歌", "yahoo", "google"], draws=0)
    assert history.setting.paradigm == "search"
    assert set(history.firms) == {"google", "yahoo"}
    with pytest.raises(UnknownFirmError, match="did you mean google"):
        kg.history("search", firms=["gogle"], draws=0)


def test_years_outside_the_coded_period_are_marked(kg: KnowledgeGraph) -> None:
    history = kg.history("pc", 1975, 1978, draws=0)
    assert [history.is_coded(year) for year in history.years] == [False, False, True, True]
    earlier = replace(history, coded=(1977, 1977))
    assert [earlier.is_coded(year) for year in earlier.years] == [False, False, True, False]


def test_the_datas_own_year_is_scored_as_of_its_date(kg: KnowledgeGraph) -> None:
    assert kg.history("ai", 2025, 2025, draws=0).results[2025].as_of == "2025-11-15"


@pytest.mark.parametrize(("first", "last"), [(1990, 1980), (1, 2000), (2000, 2026), (99999, 100000), (-5, 3)])
def test_absurd_years_are_refused(kg: KnowledgeGraph, first: int, last: int) -> None:
    with pytest.raises(YearsError, match="year") as found:
        kg.history("pc", first, last, draws=0)
    assert "年" in found.value.message("zh")
    assert found.value.exit_code == 2


def test_years_before_the_first_tie_are_empty(kg: KnowledgeGraph) -> None:
    history = kg.history("pc", 1960, 1962, draws=5)
    assert history.records() == []
    assert history.firms == ()
    assert {row["n"] for row in history.to_dict()["years"]} == {0}
    assert {row["verdict"]["word"] for row in history.to_dict()["years"]} == {"none"}
