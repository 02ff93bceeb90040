"""The study of a scenario on the shipped claims: what must be the same, and what must be said."""

from __future__ import annotations

import json
from collections.abc import Iterator
from math import fsum

import pytest

from definer.graph.control.counting import rule_counts
from definer.graph.link import Frame
from definer.graph.scenario import ScenarioError, ScenarioResult, difference, parse, read_scenario
from definer.graph.scenario.differences import FACETS
from definer.graph.scenario.holdings import definitions, read_holdings
from definer.graph.scenario.node_scores import node_scores
from definer.graph.scenario.paths import firm_paths
from definer.graph.store import Store
from definer.graph.uncertainty.monte_carlo import uncertainty
from definer.graph.uncertainty.noise import Noise
from definer.knowledge import KnowledgeGraph

DRAWS = 60


@pytest.fixture(scope="module", autouse=True)
def one_sample() -> Iterator[None]:
    """The sample of the link is the same for all scenarios of a date: it is built once per date here."""
    build = KnowledgeGraph.frame
    known: dict[str | None, Frame] = {}

    def frame(kg: KnowledgeGraph, as_of: str | None = None) -> Frame:
        if as_of not in known:
            known[as_of] = build(kg, as_of)
        return known[as_of]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(KnowledgeGraph, "frame", frame)
        yield


@pytest.fixture(scope="module")
def startups(kg: KnowledgeGraph) -> dict[str, ScenarioResult]:
    return {name: kg.scenario(f"startups_80_{name}", draws=DRAWS) for name in ("open_weights", "hosted")}


def test_downloads_buy_reach_and_hosting_buys_lockin(startups: dict[str, ScenarioResult]) -> None:
    """The same shares with r = 0.2 and r = 1: reach rises alike, lock-in does not."""
    for firm in ("alibaba", "deepseek", "moonshot"):
        weights, hosted = (startups[name].main.of(firm) for name in ("open_weights", "hosted"))
        assert weights is not None
        assert hosted is not None
        assert hosted.change("reach") == pytest.approx(weights.change("reach"), abs=1e-12)
        assert hosted.change("lockin") > 2 * weights.change("lockin") > 0


def test_without_cohorts_nothing_moves_and_the_registered_form_says_so(startups: dict[str, ScenarioResult]) -> None:
    document = startups["hosted"].to_dict()
    without, with_them = document["convergence"]
    assert (without["change"], without["reading"]) == (0.0, "unmoved")
    assert with_them["reading"] == "includes_none"
    assert document["differences"][0]["unchanged"] == document["differences"][0]["nodes"]


def test_the_slope_of_the_shipped_sample_includes_none(startups: dict[str, ScenarioResult]) -> None:
    slope = startups["hosted"].to_dict()["slope"]
    assert slope["n"] == 141
    assert slope["low"] < 0 < slope["high"]
    assert sum(slope["left_out"].values()) > 0
    assert slope["spec"]["id"] == "primary-1"


def test_however_given_the_scores_are_the_same(kg: KnowledgeGraph, startups: dict[str, ScenarioResult]) -> None:
    scenario = read_scenario("startups_80_hosted")
    for given in (scenario.plain(), parse(scenario.to_yaml(), "other.yaml")):
        again = kg.scenario(given, draws=0)
        for one, two in zip(again.differences, startups["hosted"].differences, strict=True):
            powers = {change.id: change.after.power for change in two.changes}
            assert {change.id for change in one.changes} == powers.keys()
            for change in one.changes:
                assert change.after.power == pytest.approx(powers[change.id], abs=1e-9)


def test_the_same_bytes_and_plain_values(kg: KnowledgeGraph) -> None:
    one, two = (kg.scenario("microsoft_openai_apart", draws=20, seed=5).to_json() for _ in range(2))
    assert one == two
    document = json.loads(one)
    assert "NaN" not in one
    assert {"sha256", "canonical_sha256", "file", "yaml"} <= document["scenario"].keys()
    assert (document["claims"], document["seed"], document["draws"]) == (kg.ties("ai").claims, 5, 20)
    assert parse(document["scenario"]["yaml"]) == read_scenario("microsoft_openai_apart")
    assert document["n"] == document["differences"][0]["n"]["after"]


def test_firms_are_scored_as_power_scores_them(kg: KnowledgeGraph) -> None:
    ties = kg.ties("mobile", cohorts=True)
    nodes = node_scores(ties)
    for firm in kg.power("mobile", cohorts=True, draws=0).firms:
        score = nodes[firm.id]
        assert (score.rank, score.power, score.reach, score.lockin) == pytest.approx(
            (firm.rank, firm.power, firm.reach, firm.lockin), abs=1e-9
        )


def test_p_first_is_that_of_power_and_equal_tables_differ_by_nothing(kg: KnowledgeGraph) -> None:
    ties = kg.ties("pc", "1990")
    found = difference(ties, ties, noise=Noise(3, 40))
    wanted = {firm.id: firm.p_rank1 for firm in uncertainty(ties, draws=40, seed=3).firms}
    for change in found.changes:
        assert change.p_first is None or change.p_first == (wanted[change.id],) * 2
        assert all(change.intervals[facet] == (0.0, 0.0, 0.0) for facet in FACETS)
        assert not change.changed


def test_paths_sum_to_the_change(kg: KnowledgeGraph) -> None:
    found = kg.scenario("export_ban_us_cn", draws=0)
    before, after = found.applied.before, found.applied.after
    for firm in ("nvidia", "tsmc", "cadence"):
        paths = firm_paths(before, after, firm)
        assert fsum(part.after - part.before for part in paths.parts) + paths.rest == pytest.approx(
            paths.change, abs=1e-12
        )
        assert paths.change < 0
    assert {part.kind for part in firm_paths(before, after, "nvidia").parts} == {"direct"}
    assert "indirect" in {part.kind for part in firm_paths(before, after, "tsmc").parts}


def test_a_ban_touches_the_ties_it_names(kg: KnowledgeGraph) -> None:
    found = kg.scenario("export_ban_us_cn", draws=0)
    gone = {tie.id for tie in found.applied.after if tie.provider == "OPEN:unfilled"}
    ties = {tie.id: tie for tie in found.applied.before}
    assert len(gone) == len(found.applied.steps[0].ties) > 40
    assert {found.world.countries[ties[key].provider] for key in gone} == {"US"}
    assert {found.world.countries[ties[key].dependent] for key in gone} == {"CN"}


def test_counts_in_memory_are_those_of_the_queries(store: Store, kg: KnowledgeGraph) -> None:
    holdings, _ = read_holdings(store, kg.as_of)
    for count in rule_counts(store, ("essay", "symmetric"), kg.as_of):
        found = definitions(holdings, count.rule, essay=count.holdings == "essay")
        assert found == pytest.approx({country: value for country, value, _ in count.definitions}, abs=1e-9)


def test_half_a_definition_made_whole(kg: KnowledgeGraph) -> None:
    found = kg.scenario("half_definition_whole", draws=0)
    document = found.to_dict()
    rows = {
        (row["rule"], row["holdings"], row["country"]): (row["before"], row["after"])
        for row in document["definitions"]["rows"]
    }
    assert rows["essay", "essay", "CN"] == (0.5, 1.0)
    assert rows["symmetric", "essay", "CN"] == (0.5, 1.0)
    assert rows["essay", "essay", "US"] == (3.0, 3.0)
    assert document["unmoved"]
    assert document["convergence"][0]["reading"] == "unmoved"


def test_downloads_move_groups_that_nobody_prices(kg: KnowledgeGraph) -> None:
    document = kg.scenario("downloads_30_65", draws=0).to_dict()
    assert document["warnings"] == []
    assert document["convergence"][1]["reading"] == "unmoved"
    moved = [row["id"] for row in document["differences"][1]["firms"] if row["power"]["change"]]
    assert sorted(moved) == ["hf_cn_models", "hf_us_models"]
    assert document["left_out"]["not_ranked"] > 0


def test_an_early_date_refuses_the_slope_but_not_the_ranks(kg: KnowledgeGraph) -> None:
    plain = {
        "title": {"en": "t", "zh": "题"},
        "paradigm": "pc",
        "as_of": "1985",
        "operations": [{"op": "remove_firm", "firm": "ibm"}],
    }
    document = kg.scenario(plain, draws=0).to_dict()
    assert document["slope"]["refused"] == document["convergence"]["refused"] == "too_few_firms"
    assert document["inverse"] == []
    assert document["as_of"] == "1985"
    assert not document["unmoved"]
    assert kg.scenario({**plain, "as_of": None}, as_of="1990", draws=0).as_of == "1990"


def test_unknown_names_of_the_graph(kg: KnowledgeGraph) -> None:
    text = (
        "title: {en: a, zh: b}\nparadigm: ia\noperations:\n  - {op: remove_firm, firm: Nvidja}\n"
        "  - {op: remove_tie, tie: ai9999x}\n"
    )
    with pytest.raises(ScenarioError, match="scenario:2: paradigm: no paradigm is called ia"):
        kg.scenario(parse(text))
    with pytest.raises(ScenarioError) as caught:
        kg.scenario(parse(text.replace("ia\n", "ai\n")))
    english = caught.value.message("en").splitlines()
    assert english[0].startswith(
        "scenario:4: operations[0].firm: no organization is called Nvidja; did you mean nvidia"
    )
    assert english[1].startswith("scenario:5: operations[1].tie: no tie ai9999x counts in ai as of 2025-11-15")
    assert caught.value.exit_code == 1
