"""Shortcut rules: the triples they make of a small graph, the same on both engines."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph
import pytest
from rdflib import Graph, URIRef

from definer.ontology.namespaces import DEF, ID
from definer.ontology.shortcuts import shortcuts

GOOD = Path(__file__).with_name("good.ttl")
SCHEMA = "https://schema.org/"
EXPECTED = {
    "depends_on": {("org/acer", DEF + "dependsOn", "org/microsoft")},
    "funded_by": {("org/acer", DEF + "fundedBy", "org/sequoia")},
    "holds": {("org/microsoft", DEF + "holds", "control-point/pc.desktop_os")},
    "takes_part_in": {("org/acer", DEF + "takesPartIn", "paradigm/pc")},
    # v1 is of the same day with a lower rank; v3 is later but only talks.
    "latest_valuation": {("org/microsoft", DEF + "latestValuation", "valuation/v2")},
    "about": {
        (claim, SCHEMA + "about", f"org/{firm}")
        for claim, firm in (
            ("candidacy/pc.acer", "acer"),
            ("tie/t1", "acer"),
            ("tie/t1", "microsoft"),
            ("tie/t2", "acer"),
            ("tie/t3", "acer"),
            ("cohort-share/s1", "microsoft"),
            ("holding/h1", "microsoft"),
            ("event/e1", "microsoft"),
            ("investment/c1", "sequoia"),
            ("investment/c1", "acer"),
            ("valuation/v1", "microsoft"),
            ("valuation/v2", "microsoft"),
            ("valuation/v3", "microsoft"),
            ("fundamental/f1", "microsoft"),
            ("statement/sf1", "microsoft"),
            ("disagreement/d1", "microsoft"),
        )
    },
}
RULES = {rule.name: rule for rule in shortcuts()}


def on_rdflib(text: str, graph: Graph) -> set[tuple[str, str, str]]:
    made = graph.query(text).graph
    assert made is not None
    return {(str(s).removeprefix(ID), str(p), str(o).removeprefix(ID)) for s, p, o in made}


def test_every_rule_has_an_expectation() -> None:
    assert RULES.keys() == EXPECTED.keys()


@pytest.mark.parametrize("name", EXPECTED)
def test_rule_on_rdflib(name: str) -> None:
    assert on_rdflib(RULES[name].text, Graph().parse(GOOD)) == EXPECTED[name]


@pytest.mark.parametrize("name", EXPECTED)
def test_rule_on_oxigraph(name: str) -> None:
    store = pyoxigraph.Store()
    store.load(path=GOOD)
    triples = store.query(RULES[name].text)
    assert isinstance(triples, pyoxigraph.QueryTriples)
    found = {
        (triple.subject.value.removeprefix(ID), triple.predicate.value, triple.object.value.removeprefix(ID))
        for triple in triples
    }
    assert found == EXPECTED[name]


def test_deprecated_claims_make_no_shortcut() -> None:
    graph = Graph().parse(GOOD)
    for kind, role, rule in (
        ("Tie", "tie/t1", "depends_on"),
        ("Investment", "investment/c1", "funded_by"),
        ("ControlHolding", "holding/h1", "holds"),
        ("Valuation", "valuation/v2", "latest_valuation"),
    ):
        node = URIRef(ID + role)
        graph.set((node, URIRef(DEF + "rank"), URIRef("https://w3id.org/definer/code/rank#deprecated")))
        found = on_rdflib(RULES[rule].text, graph)
        if rule == "latest_valuation":
            assert found == {("org/microsoft", DEF + "latestValuation", "valuation/v1")}
        else:
            assert found == set(), kind


def test_a_holding_of_degree_nought_is_no_hold() -> None:
    graph = Graph().parse(GOOD)
    graph.update(
        f"PREFIX def: <{DEF}> DELETE {{ ?h def:degree ?d }} INSERT {{ ?h def:degree 0.0 }} WHERE {{ ?h def:degree ?d }}"
    )
    assert on_rdflib(RULES["holds"].text, graph) == set()


def test_a_later_valuation_wins_over_a_preferred_earlier_one() -> None:
    graph = Graph().parse(GOOD)
    graph.update(
        f"PREFIX def: <{DEF}> PREFIX kind: <https://w3id.org/definer/code/valuationKind#> "
        f"DELETE {{ <{ID}valuation/v3> def:valuationKind ?k }} "
        f"INSERT {{ <{ID}valuation/v3> def:valuationKind kind:tender }} "
        f"WHERE {{ <{ID}valuation/v3> def:valuationKind ?k }}"
    )
    assert on_rdflib(RULES["latest_valuation"].text, graph) == {
        ("org/microsoft", DEF + "latestValuation", "valuation/v3")
    }
