"""The whole way to a premium, on the shipped claims and on an analyst's own."""

from __future__ import annotations

import json
import math

import pytest

from definer.graph.errors import GraphError
from definer.graph.worth.derivation import derive
from definer.knowledge import KnowledgeGraph

AS_OF = "2025-11-15"


@pytest.mark.parametrize("firm", ["nvidia", "openai", "moonshot", "figure", "xpeng"])
def test_it_says_what_the_table_says_and_more(kg: KnowledgeGraph, firm: str) -> None:
    document = derive(kg.store, firm, AS_OF).to_dict()
    table = kg.premium(AS_OF).firm(firm).to_dict()
    assert {key: document[key] for key in table} == table
    json.dumps(document, allow_nan=False)
    # Every claim that is named has its documents, and every document its title.
    named = [document[part]["claim"] for part in ("mark", "revenue", "multiple") if document[part]]
    assert named
    for claim in named:
        assert document["claims"][claim]
    used = {source for sources in document["claims"].values() for source in sources}
    assert used <= set(document["sources"])
    assert all(source["title"] for source in document["sources"].values())


def test_the_numbers_follow_from_what_is_printed(kg: KnowledgeGraph) -> None:
    document = derive(kg.store, "nvidia", AS_OF).to_dict()
    value = math.sqrt(math.prod(document["value_usd_bn"]))
    sales = math.sqrt(math.prod(document["revenue"]["usd_bn"]))
    first, fourth = document["baselines"]["B1"], document["baselines"]["B4"]
    multiple = document["multiple"]
    sides = [{"below": -1, "on": 0, "above": 1}[left["side"]] for left in multiple["excluded"]]
    assert multiple["quantile"] == pytest.approx(0.5 - sum(sides) / (2 * multiple["n"]))
    assert multiple["n_used"] == multiple["n"] - len(sides)
    assert first["log_premium"] == pytest.approx(math.log(value / (sales * multiple["median_used"])))
    assert fourth["log_premium"] == pytest.approx(math.log(value / sales) - fourth["inputs"]["log_multiple"])
    assert [left["firm"] for left in multiple["excluded"] if left["itself"]] == ["nvidia"]
    assert document["names"]["tsmc"] == {"en": "TSMC", "zh": "台积电"}
    assert document["definer"]


def test_every_claim_of_the_firm_is_chosen_or_not(kg: KnowledgeGraph) -> None:
    derivation = derive(kg.store, "openai", AS_OF)
    document = derivation.to_dict()
    passed = {claim["claim"] for claim in document["marks_not_chosen"] + document["revenues_not_chosen"]}
    assert document["mark"]["claim"] not in passed
    assert document["revenue"]["claim"] not in passed
    assert document["n"] == len(passed) + 2
    assert sum(reason["n"] for reason in document["left_out"].values()) == len(passed)
    assert derivation.firm.headline
    assert [step["factor"] for step in document["baselines"]["B2"]["haircuts"]] == [1.0, 1.48, 2.0]


def test_names_in_either_language_and_what_is_no_company(kg: KnowledgeGraph) -> None:
    assert kg.premium_derivation("英伟达").firm.firm.id == "nvidia"
    with pytest.raises(GraphError, match="no company"):
        kg.premium_derivation("us_gov")
    with pytest.raises(GraphError, match="nvidia"):
        kg.premium_derivation("nvidai")
