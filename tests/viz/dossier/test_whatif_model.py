"""The page's model of a supposition gives what Python's gives, to 1e-9, and its files and links say the same again."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from definer.graph.names import NodeName
from definer.graph.power import ScoreTies, Spec
from definer.graph.power.scoring import score_fast
from definer.graph.scenario import (
    Scenario,
    apply,
    difference,
    example_names,
    example_path,
    parse,
    read_scenario,
)
from definer.graph.scenario.application import without_cohorts
from definer.graph.scenario.differences import Difference
from definer.graph.scenario.holdings import count_changes
from definer.graph.scenario.node_scores import node_scores
from definer.graph.scenario.operations import OPERATIONS
from definer.graph.scenario.paths import firm_paths
from definer.graph.scenario.world import read_worlds
from definer.knowledge import KnowledgeGraph
from definer.viz.dossier.model import Era, model_block
from tests.bench.model import ecosystem
from tests.graph.strategies import FIRMS
from tests.viz.dossier.page_model import PageModel
from tests.viz.dossier.suppositions import random_scenarios, random_tables, world_of

_RANDOM_TABLES = 400
_RANDOM_SCENARIOS = 50
_CLOSE = 1e-9


@pytest.fixture(scope="module")
def page_model(tmp_path_factory: pytest.TempPathFactory) -> PageModel:
    return PageModel(tmp_path_factory.mktemp("model"))


@pytest.fixture(scope="module")
def eras(kg: KnowledgeGraph) -> dict[str, Era]:
    worlds = read_worlds(kg.store, kg.paradigms, kg.as_of)
    return {paradigm: Era(kg.ties(paradigm, cohorts=True), world) for paradigm, world in worlds.items()}


@pytest.fixture(scope="module")
def shipped_block(kg: KnowledgeGraph, eras: dict[str, Era]) -> dict[str, Any]:
    return model_block(eras, kg.store.version)


def _assert_scores(found: dict[str, list[Any]], ties: ScoreTies, spec: Spec) -> None:
    expected = node_scores(ties, spec)
    assert set(found) == set(expected)
    for node, (power, reach, lockin, rank) in found.items():
        score = expected[node]
        assert power == pytest.approx(score.power, abs=_CLOSE)
        assert reach == pytest.approx(score.reach, abs=_CLOSE)
        assert lockin == pytest.approx(score.lockin, abs=_CLOSE)
        assert rank == score.rank, node


def test_random_models_score_alike(page_model: PageModel) -> None:
    drawn = random_tables(_RANDOM_TABLES)
    assert len(drawn) >= _RANDOM_TABLES * 0.9
    tasks = [
        {
            "task": "study",
            "paradigm": "pc",
            "operations": [],
            "block": model_block({"pc": Era(ties, world_of(ties))}, "", spec=spec),
        }
        for ties, spec in drawn
    ]
    for (ties, spec), outcome in zip(drawn, page_model.values(tasks), strict=True):
        # Masses belong to cohorts of adopters; here any firm may have one, so the table with all of them is compared.
        bare = replace(ties, masses={})
        _assert_scores(outcome["firms"]["before"], bare, spec)
        assert outcome["firms"]["n"][0] == score_fast(bare, spec).n


def test_masses_of_dependents_count_alike(page_model: PageModel) -> None:
    drawn = [(ties, spec) for ties, spec in random_tables(_RANDOM_TABLES) if ties.masses]
    assert len(drawn) > _RANDOM_TABLES // 10
    tasks = []
    for ties, spec in drawn:
        # One more dependent, a cohort, so that the page scores the table that masses belong to.
        row = replace(ties.ties[0], id="z", dependent="crowd", provider=FIRMS[0], confidence=1.0)
        whole = replace(ties, ties=(*ties.ties, row), masses=ties.masses)
        world = replace(world_of(ties), cohorts={"crowd": NodeName("crowd", "crowd", company=False)})
        block = model_block({"pc": Era(whole, world)}, "", spec=spec)
        tasks.append({"task": "study", "paradigm": "pc", "operations": [], "block": block})
    for task, (ties, spec), outcome in zip(tasks, drawn, page_model.values(tasks), strict=True):
        row = replace(ties.ties[0], id="z", dependent="crowd", provider=FIRMS[0], confidence=1.0)
        names = {**{key: NodeName(key, key) for key in FIRMS}, "crowd": NodeName("crowd", "crowd", company=False)}
        whole = replace(ties, ties=(*ties.ties, row), names=names)
        assert task["operations"] == []
        _assert_scores(outcome["cohorts"]["before"], whole, spec)


def test_a_large_ecosystem_scores_alike(page_model: PageModel) -> None:
    ties = ecosystem()
    block = model_block({"bench": Era(ties, world_of(ties))}, "")
    (outcome,) = page_model.values([{"task": "study", "paradigm": "bench", "operations": [], "block": block}])
    _assert_scores(outcome["firms"]["before"], ties, Spec())


def test_base_equals_the_ranking_of_every_paradigm(
    page_model: PageModel, kg: KnowledgeGraph, shipped_block: dict[str, Any]
) -> None:
    tasks = [{"task": "study", "paradigm": paradigm, "operations": []} for paradigm in kg.paradigms]
    _, *outcomes = page_model.values([{"task": "block", "block": shipped_block}, *tasks])
    for paradigm, outcome in zip(kg.paradigms, outcomes, strict=True):
        power = kg.power(paradigm, draws=0)
        ranked = {firm: row for firm, row in outcome["firms"]["before"].items() if row[3] is not None}
        assert set(ranked) == {firm.id for firm in power.firms}
        assert outcome["firms"]["n"] == [power.n, power.n]
        for firm in power.firms:
            value, reach, lockin, rank = ranked[firm.id]
            assert rank == firm.rank
            assert value == pytest.approx(firm.power, abs=_CLOSE)
            assert reach == pytest.approx(firm.reach, abs=_CLOSE)
            assert lockin == pytest.approx(firm.lockin, abs=_CLOSE)
        assert not any(changed for _, changed in outcome["firms"]["changes"])


def _assert_side(found: dict[str, Any], expected: Difference) -> None:
    assert found["n"] == list(expected.n)
    for change in expected.changes:
        for side, score in (("before", change.before), ("after", change.after)):
            power, reach, lockin, rank = found[side].get(change.id, [0.0, 0.0, 0.0, None])
            assert (power, reach, lockin) == pytest.approx((score.power, score.reach, score.lockin), abs=_CLOSE)
            assert rank == score.rank, (change.id, side)
    assert dict(map(tuple, found["changes"])) == {change.id: change.changed for change in expected.changes}


def _assert_paths(found: list[dict[str, Any]], before: ScoreTies, after: ScoreTies) -> None:
    for row in found[:2]:
        expected = firm_paths(before, after, row["firm"])
        assert row["change"] == pytest.approx(expected.change, abs=_CLOSE)
        shown = row["parts"][: len(expected.parts)]
        assert sum(part["change"] for part in row["parts"]) == pytest.approx(expected.change, abs=_CLOSE)
        for one, two in zip(shown, expected.parts, strict=True):
            assert one["change"] == pytest.approx(two.after - two.before, abs=_CLOSE)
        by_place = {(part["facet"], part["dependent"], part["slot"]): part for part in row["parts"]}
        for two in expected.parts:
            one = by_place[two.facet, two.dependent, two.slot]
            assert (one["before"], one["after"]) == pytest.approx((two.before, two.after), abs=_CLOSE)
            assert (one["kind"], one["ties"], one["chain"]) == (two.kind, list(two.ties), list(two.chain))


def _python(era: Era, scenario: Scenario) -> tuple[Any, list[Difference]]:
    applied = apply(scenario, era.ties, era.world)
    before, after = (without_cohorts(side, era.world.cohorts) for side in (applied.before, applied.after))
    return applied, [difference(before, after), difference(applied.before, applied.after)]


def _compare(era: Era, scenario: Scenario, found: dict[str, Any]) -> None:
    applied, (firms, cohorts) = _python(era, scenario)
    _assert_side(found["firms"], firms)
    if found["cohorts"] is not None:
        _assert_side(found["cohorts"], cohorts)
    steps = [[step.op, sorted(step.ties), step.holdings, step.warning] for step in applied.steps]
    assert [[op, sorted(ties), held, warning] for op, ties, held, warning in found["steps"]] == steps
    tables = (applied.before, applied.after)
    if not found["aboutCohorts"]:
        tables = tuple(without_cohorts(side, era.world.cohorts) for side in tables)  # type: ignore[assignment]
    _assert_paths(found["paths"], *tables)
    rows = count_changes(applied.holdings_before, applied.holdings_after)
    counted = [
        (row["rule"], "essay" if row["essay"] else "researched", row["country"], row["before"], row["after"])
        for row in found["definitions"]
    ]
    expected = [(row["rule"], row["holdings"], row["country"], row["before"], row["after"]) for row in rows]
    assert [row[:3] for row in sorted(counted)] == [row[:3] for row in sorted(expected)]
    for one, two in zip(sorted(counted), sorted(expected), strict=True):
        assert one[3:] == pytest.approx(two[3:], abs=_CLOSE)


def test_random_suppositions_give_the_same_through_page_file_and_python(
    page_model: PageModel, eras: dict[str, Era], shipped_block: dict[str, Any]
) -> None:
    drawn = random_scenarios(eras, _RANDOM_SCENARIOS)
    assert {one["op"] for _, operations in drawn for one in operations} == set(OPERATIONS)
    title = {"en": 'A title: # with "quotes", \\ and 50 %', "zh": "标题：“引号”— # {test}"}
    documents = [
        {"title": title, "paradigm": paradigm, "as_of": "2025-11-15", "operations": operations}
        for paradigm, operations in drawn
    ]
    tasks: list[dict[str, Any]] = [{"task": "block", "block": shipped_block}]
    for document in documents:
        one = {"paradigm": document["paradigm"], "operations": document["operations"]}
        tasks += [{"task": "study", **one}, {"task": "yaml", "document": document}, {"task": "address", **one}]
    _, *values = page_model.values(tasks)
    for place, document in enumerate(documents):
        outcome, text, address = values[3 * place : 3 * place + 3]
        scenario = parse(text)
        assert scenario.document.title.to_dict() == title
        assert scenario == parse({"format": "definer-scenario-1", **document})
        _compare(eras[document["paradigm"]], scenario, outcome)
        again = parse({"title": title, "as_of": "2025-11-15", **address["again"]})
        assert again == scenario


def test_shipped_scenarios_read_and_run_alike(
    page_model: PageModel, eras: dict[str, Era], shipped_block: dict[str, Any]
) -> None:
    texts = {name: example_path(name).read_text(encoding="utf-8") for name in example_names()}
    documents = page_model.values([{"task": "read", "text": text} for text in texts.values()])
    for name, document in zip(texts, documents, strict=True):
        assert parse({"format": "definer-scenario-1", **document}) == read_scenario(name)
    tasks = [
        {"task": "study", "paradigm": document["paradigm"], "operations": document["operations"]}
        for document in documents
    ]
    _, *outcomes = page_model.values([{"task": "block", "block": shipped_block}, *tasks])
    for name, outcome in zip(texts, outcomes, strict=True):
        scenario = read_scenario(name)
        _compare(eras[scenario.document.paradigm], scenario, outcome)


def test_the_file_gives_the_same_to_the_command(
    page_model: PageModel, kg: KnowledgeGraph, shipped_block: dict[str, Any], tmp_path: Path
) -> None:
    operations = [{"op": "remove_tie", "dependent": "openai", "provider": "microsoft"}]
    document = {
        "title": {"en": "Apart", "zh": "分手"},
        "paradigm": "ai",
        "as_of": kg.as_of,
        "operations": operations,
    }
    _, text, outcome = page_model.values(
        [
            {"task": "block", "block": shipped_block},
            {"task": "yaml", "document": document},
            {"task": "study", "paradigm": "ai", "operations": operations},
        ]
    )
    file = tmp_path / "apart.yaml"
    file.write_text(text, encoding="utf-8")
    result = kg.scenario(file, draws=0)
    _assert_side(outcome["firms"], result.main)
    shown = [(row["firm"], len(row["parts"][:3])) for row in outcome["paths"]]
    assert shown == [(path.firm, len(path.parts)) for path in result.paths]


def test_fields_are_those_of_the_schema(page_model: PageModel) -> None:
    (fields,) = page_model.values([{"task": "fields"}])
    assert {op: set(own) | {"op"} for op, own in fields.items()} == {
        op: set(model.model_fields) for op, model in OPERATIONS.items()
    }
    for op, own in fields.items():
        for name, field in own.items():
            known = OPERATIONS[op].model_fields[name]
            assert field.get("needed", False) == known.is_required(), (op, name)
            assert field.get("fallback") == (None if known.is_required() else known.default), (op, name)
