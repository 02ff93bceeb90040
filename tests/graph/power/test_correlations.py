from __future__ import annotations

import json
from datetime import date

import pytest
from scipy.stats import spearmanr

from definer.graph.power import ScoreTie, ScoreTies, diagnostics
from definer.graph.power.centralities import MEASURES
from definer.graph.power.correlations import spearman
from definer.graph.power.facets import FACETS, facets
from definer.graph.precision import DIGITS
from definer.knowledge import KnowledgeGraph


def test_the_matrix_is_that_of_scipy(kg: KnowledgeGraph) -> None:
    ties = kg.ties("search", "2004")
    found, table, others = spearman(ties), facets(ties), diagnostics(ties)
    assert set(found.measures) == set(FACETS) | set(MEASURES)
    assert found.measures.count("in_degree") == 1
    assert found.firms == len(table.firms)
    # Differences that an iteration leaves are no differences: ranks are taken of rounded values.
    reach = [round(firm.reach, DIGITS) for firm in table.firms]
    rank = [round(others.rows[firm.id]["pagerank"] or 0.0, DIGITS) for firm in table.firms]
    assert found.rho("reach", "pagerank") == pytest.approx(float(spearmanr(reach, rank).statistic), abs=1e-6)
    assert found.rho("lockin", "katz") == found.rho("katz", "lockin")
    assert all(found.rho(name, name) == pytest.approx(1) for name in found.measures if found.rho(name, name))
    plain = json.loads(json.dumps(found.to_dict(), allow_nan=False))
    assert plain["firms"] == plain["counts"][0][0] == found.firms
    assert [row["measure"] for row in plain["rows"]] == plain["measures"]


def test_measures_without_a_value_for_a_firm_are_compared_over_the_others(kg: KnowledgeGraph) -> None:
    ties = kg.ties("pc", "1990")
    found = spearman(ties)
    missing = sum(row["constraint"] is None for row in diagnostics(ties).rows.values())
    assert found.counts["power", "constraint"] == found.firms - missing
    assert found.counts["power", "reach"] == found.firms


def test_constants_and_two_firms_have_no_correlation() -> None:
    day = date(1980, 1, 1)
    pair = ScoreTies("pc", "1990", (ScoreTie("1", "b", "a", "os", "tech", day),))
    assert set(spearman(pair).values.values()) == {None}
    assert spearman(ScoreTies("pc", "1990", ())).firms == 0
    # Nobody sells through anybody: entry power is 0 for all three.
    three = ScoreTies("pc", "1990", (*pair.ties, ScoreTie("2", "c", "a", "os", "tech", day)))
    assert spearman(three).rho("power", "entry") is None
    assert spearman(three).rho("power", "reach") == pytest.approx(1)
