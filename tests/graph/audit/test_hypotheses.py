"""The eight hypotheses: each adapter on a document of its study's form, the adjustment, and what is missing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from scipy.stats import false_discovery_control

from definer.graph.audit import hypotheses
from definer.knowledge import KnowledgeGraph

LINK = {
    "verdict": "INCONCLUSIVE",
    "estimate": 0.11,
    "interval_95": [-0.06, 0.28],
    "p": 0.2,
    "n": 141,
    "registered": True,
}
REFUSED = {"refused": {"code": "too_few_firms", "en": "too few firms", "zh": "企业太少"}}


def gap(placebo: str, reverse: str, p: float, within: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "placebo": {
            "verdict": placebo,
            "difference_in_differences": {"value": 0.4, "low": 0.1, "high": 0.7},
            "control": {"gap": {"value": 0.1}, "n_industries": 9},
        },
        "capital": {"within_country": within, "n_firms_with_share": 12},
        "reverse": {
            "named": {"verdict": reverse, "shift": {"value": 0.5, "low": 0.1, "high": 0.9}, "p": p, "n": [8, 5]}
        },
    }


def verdicts(**documents: Any) -> dict[str, str]:
    return {row.id: row.finding.verdict for row in hypotheses(**documents).rows}


def test_what_is_not_given_is_not_computed() -> None:
    found = hypotheses()
    assert [row.id for row in found.rows] == [f"H{number}" for number in range(1, 9)]
    assert {row.finding.verdict for row in found.rows} == {"NOT_COMPUTED"}
    document = found.to_dict()
    assert (document["n"], len(document["left_out"])) == (0, 8)
    assert document["history"] == {"identified": False, "estimate": None}


def test_the_primary_link_keeps_its_own_p() -> None:
    row = hypotheses(link=LINK).to_dict()["rows"][0]
    assert (row["verdict"], row["n"], row["p"], row["q"], row["primary"]) == ("INCONCLUSIVE", 141, 0.2, None, True)
    assert row["interval"] == [-0.06, 0.28]
    assert verdicts(link={"verdict": None, "n": 4})["H1"] == "NOT_TESTABLE"


@pytest.mark.parametrize(
    ("placebo", "verdict"),
    [
        ("country_discount", "CONTRADICTED"),
        ("smaller_than_placebo", "CONTRADICTED"),
        ("beyond_country_discount", "INCONCLUSIVE"),
        ("inconclusive", "INCONCLUSIVE"),
    ],
)
def test_a_placebo_can_refute_and_never_prove(placebo: str, verdict: str) -> None:
    assert verdicts(gap=gap(placebo, "inconclusive", 0.5, REFUSED))["H2"] == verdict


def test_refusals_keep_their_reason() -> None:
    rows = hypotheses(gap=gap("inconclusive", "inconclusive", 0.5, REFUSED)).to_dict()["rows"]
    assert rows[2]["verdict"] == "NOT_TESTABLE"
    assert rows[2]["reason"]["zh"] == "企业太少"
    assert verdicts(gap={"placebo": REFUSED, "reverse": REFUSED})["H5"] == "NOT_TESTABLE"


def test_p_values_are_adjusted_together_without_the_primary() -> None:
    document = gap("inconclusive", "premium", 0.04, {"slope": 0.8, "p": 0.03})
    found = {row.id: row for row in hypotheses(link=LINK | {"p": 0.001}, gap=document).rows}
    wanted = false_discovery_control([0.03, 0.04])
    assert [found["H3"].q, found["H5"].q] == pytest.approx(list(wanted))
    assert found["H1"].q is None
    assert (found["H3"].finding.verdict, found["H5"].finding.verdict) == ("SUPPORTED", "SUPPORTED")


def test_what_the_adjustment_denies_is_inconclusive() -> None:
    document = gap("inconclusive", "premium", 0.9, {"slope": {"value": -0.8, "low": -1.5, "high": -0.1}, "p": 0.03})
    found = {row.id: row for row in hypotheses(gap=document).rows}
    assert found["H3"].q == pytest.approx(0.06)
    assert found["H3"].finding.verdict == "INCONCLUSIVE"
    alone = gap("inconclusive", "discount", 0.9, {"slope": -0.8, "p": 0.01})
    assert {row.id: row.finding.verdict for row in hypotheses(gap=alone).rows}["H3"] == "CONTRADICTED"


def test_the_past_is_described_only() -> None:
    leads = {
        "n": 5,
        "observed": 3,
        "paradigms": [{"firms": [{"sights": [{"order": "price_later"}, {"order": "not_listed"}]}]}],
    }
    row = hypotheses(prediction={"leads": leads, "projections": {"verdict": "neither"}}).to_dict()["rows"][5]
    assert (row["verdict"], row["n"], row["p"]) == ("DESCRIPTIVE", 3, None)
    assert row["details"]["orders"] == {"not_listed": 1, "price_later": 1}


@pytest.mark.parametrize(
    ("reading", "verdict"),
    [
        ("narrows", "SUPPORTED"),
        ("widens", "CONTRADICTED"),
        ("includes_none", "INCONCLUSIVE"),
        ("unmoved", "INCONCLUSIVE"),
    ],
)
def test_a_scenario(reading: str, verdict: str) -> None:
    row = {"cohorts": True, "reading": reading, "change": -0.1, "low": -0.3, "high": 0.1, "n": {"US": 20, "CN": 9}}
    found = hypotheses(scenario={"convergence": [{"cohorts": False, "reading": "unmoved"}, row]}).to_dict()["rows"][6]
    assert (found["verdict"], found["n"], found["estimate"]) == (verdict, 29, -0.1)
    assert verdicts(scenario={"convergence": REFUSED})["H7"] == "NOT_TESTABLE"


def test_what_the_claims_decide_by_themselves(kg: KnowledgeGraph) -> None:
    rows = {row["id"]: row for row in kg.hypotheses().to_dict()["rows"]}
    assert rows["H4"]["verdict"] == "CONTRADICTED"
    assert rows["H4"]["details"]["by_rule"]["essay, essay"] == [3.0, 0.5]
    assert rows["H4"]["details"]["by_rule"]["symmetric, essay"] == [1.5, 0.5]
    assert rows["H8"]["verdict"] == "INCONCLUSIVE"
    assert rows["H8"]["details"]["sums"]["continuous"] > 1 > rows["H8"]["details"]["sums"]["none"]


def test_a_count_that_no_rule_changes_is_supported() -> None:
    countries = [{"country": "US", "definitions": 3}, {"country": "CN", "definitions": 0.5}]
    rows = [{"rule": rule, "holdings": "essay", "countries": countries} for rule in ("essay", "symmetric")]
    assert verdicts(completeness={"counts": rows})["H4"] == "SUPPORTED"
