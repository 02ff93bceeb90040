"""Whole-graph checks: silent over what is right, and each finds its fault on Oxigraph and on rdflib alike."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph
import pytest
from rdflib import Graph

from definer.ontology.quality import SEVERITIES, checks, report
from definer.ontology.vocabulary import ALIGNMENTS, VOCABULARY, load

GOOD = Path(__file__).with_name("good.ttl")
PREFIX = """
PREFIX def: <https://w3id.org/definer/ontology#>
PREFIX id: <https://w3id.org/definer/id/>
PREFIX code: <https://w3id.org/definer/code/>
PREFIX layer: <https://w3id.org/definer/code/layer#>
PREFIX rank: <https://w3id.org/definer/code/rank#>
PREFIX tie: <https://w3id.org/definer/id/tie/>
PREFIX firm: <https://w3id.org/definer/id/org/>
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX org: <http://www.w3.org/ns/org#>
PREFIX owl: <http://www.w3.org/2002/07/owl#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
"""
DEF = "https://w3id.org/definer/ontology#"
LAYER = "https://w3id.org/definer/code/layer#"
ID = "https://w3id.org/definer/id/"
PLANTED = {
    # check: (SPARQL update that plants the fault, entity and value of every finding expected)
    "missing_label": (
        "DELETE { def:Tie rdfs:label ?l } WHERE { def:Tie rdfs:label ?l FILTER (LANG(?l) != 'en') }",
        {(DEF + "Tie", "zh-Hans")},
    ),
    "multiple_labels": ("INSERT DATA { def:Tie rdfs:label 'zz bond'@en }", {(DEF + "Tie", "zz bond")}),
    "missing_definition": (
        "DELETE { layer:tech skos:definition ?d } WHERE { layer:tech skos:definition ?d FILTER (LANG(?d) = 'en') }",
        {(LAYER + "tech", "en")},
    ),
    "multiple_definitions": (
        "INSERT DATA { def:Tie skos:definition 'zz another'@en }",
        {(DEF + "Tie", "zz another")},
    ),
    "circular_definition": (
        (
            "DELETE { def:Tie skos:definition ?d } INSERT { def:Tie skos:definition 'a tie, of sorts'@en } "
            "WHERE { def:Tie skos:definition ?d }"
        ),
        {(DEF + "Tie", "a tie, of sorts")},
    ),
    "duplicate_label": (
        "DELETE { def:Slot rdfs:label ?l } INSERT { def:Slot rdfs:label 'tie'@en } WHERE { def:Slot rdfs:label ?l }",
        {(DEF + "Slot", "tie"), (DEF + "Tie", "tie")},
    ),
    "chinese_without_han": (
        (
            "DELETE { def:Tie rdfs:label ?l } INSERT { def:Tie rdfs:label 'tie'@zh-Hans } "
            "WHERE { def:Tie rdfs:label ?l FILTER (LANG(?l) != 'en') }"
        ),
        {(DEF + "Tie", "tie")},
    ),
    "multiple_domains": (
        "INSERT DATA { def:degree rdfs:domain def:Tie }",
        {(DEF + "degree", DEF + "Tie")},
    ),
    "multiple_ranges": ("INSERT DATA { def:slot rdfs:range def:Tie }", {(DEF + "slot", DEF + "Tie")}),
    "subclass_cycle": (
        "INSERT DATA { def:Claim rdfs:subClassOf def:Tie }",
        {(DEF + "Claim", DEF + "Tie"), (DEF + "Tie", DEF + "Claim")},
    ),
    "subproperty_cycle": (
        "INSERT DATA { def:low rdfs:subPropertyOf def:high . def:high rdfs:subPropertyOf def:low }",
        {(DEF + "low", DEF + "high"), (DEF + "high", DEF + "low")},
    ),
    "undeclared_term": (
        "INSERT DATA { tie:t1 a def:Tei ; def:dependant firm:acer . def:Slot rdfs:subClassOf def:Slut }",
        {(DEF + name, DEF + name) for name in ("Tei", "dependant", "Slut")},
    ),
    "unknown_external_term": (
        "INSERT DATA { tie:t1 a skos:Koncept ; dcterms:titel 'x' . def:Slot rdfs:subClassOf org:Organisation }",
        {
            (iri, iri)
            for iri in (
                "http://www.w3.org/2004/02/skos/core#Koncept",
                "http://purl.org/dc/terms/titel",
                "http://www.w3.org/ns/org#Organisation",
            )
        },
    ),
    "naming_case": (
        "INSERT DATA { def:bigTie a owl:Class . def:Weight_of a owl:DatatypeProperty }",
        {(DEF + "bigTie", "bigTie"), (DEF + "Weight_of", "Weight_of")},
    ),
    "whitespace_in_literal": (
        "INSERT DATA { tie:t1 skos:note 'two  blanks' . tie:t2 skos:note ' led by one' . tie:t3 skos:note 'a\\tb' }",
        {(ID + "tie/t1", "two  blanks"), (ID + "tie/t2", " led by one"), (ID + "tie/t3", "a\tb")},
    ),
    "ontology_header": (
        (
            "DELETE { ?o owl:versionIRI ?v ; dcterms:license ?l } "
            "WHERE { ?o owl:versionIRI ?v ; dcterms:license ?l FILTER (STRENDS(STR(?o), 'ontology')) }"
        ),
        {("https://w3id.org/definer/ontology", "")},
    ),
    "unknown_code": ("INSERT DATA { tie:t1 def:layer layer:cloud }", {(ID + "tie/t1", LAYER + "cloud")}),
    "wrong_code_list": (
        "INSERT DATA { tie:t1 def:layer rank:normal }",
        {(ID + "tie/t1", "https://w3id.org/definer/code/rank#normal")},
    ),
    "malformed_concept": (
        (
            "INSERT DATA { layer:cloud skos:inScheme <https://w3id.org/definer/code/layer> ; skos:notation 'sky' . "
            "layer:mist skos:inScheme <https://w3id.org/definer/code/layer> }"
        ),
        {(LAYER + "cloud", "sky"), (LAYER + "mist", "")},
    ),
    "deprecated_in_use": (
        "INSERT DATA { def:quote owl:deprecated true }",
        {(ID + "tie/t1", DEF + "quote"), (ID + "statement/sf1", DEF + "quote")},
    ),
    "dangling_reference": ("INSERT DATA { tie:t1 def:slot id:none }", {(ID + "tie/t1", ID + "none")}),
    "unnamed_thing": (
        "DELETE { firm:acer skos:prefLabel ?n } WHERE { firm:acer skos:prefLabel ?n FILTER (LANG(?n) != 'en') }",
        {(ID + "org/acer", "zh-Hans")},
    ),
    "unknown_metric": (
        "DELETE { ?f def:metric ?m } INSERT { ?f def:metric 'magic' } WHERE { ?f a def:Fundamental ; def:metric ?m }",
        {(ID + "fundamental/f1", "magic")},
    ),
    "backward_interval": (
        (
            "DELETE { tie:t1 def:validUntil ?d } INSERT { tie:t1 def:validUntil '1985-01-01'^^xsd:date } "
            "WHERE { tie:t1 def:validUntil ?d }"
        ),
        {(ID + "tie/t1", "1985-01-01/1985-01-01")},
    ),
    "uncited_source": ("INSERT DATA { id:alone a def:Source }", {(ID + "alone", "")}),
    "unconnected_term": (
        "INSERT DATA { def:Island a owl:Class . def:floats a owl:ObjectProperty }",
        {
            (DEF + "Island", "http://www.w3.org/2002/07/owl#Class"),
            (DEF + "floats", "http://www.w3.org/2002/07/owl#ObjectProperty"),
        },
    ),
}


@pytest.fixture(scope="module")
def right() -> Graph:
    return load(VOCABULARY, ALIGNMENTS, GOOD)


@pytest.fixture(scope="module")
def right_bytes(right: Graph) -> bytes:
    return right.serialize(format="nt", encoding="utf-8")


def stored(text: bytes) -> pyoxigraph.Store:
    store = pyoxigraph.Store()
    store.load(text, format=pyoxigraph.RdfFormat.N_TRIPLES)
    return store


def test_the_vocabulary_is_without_findings_on_oxigraph() -> None:
    assert report(stored(load(VOCABULARY, ALIGNMENTS).serialize(format="nt", encoding="utf-8"))) == []


def test_vocabulary_and_good_claims_are_without_findings_on_rdflib(right: Graph) -> None:
    assert report(right) == []


def test_every_check_is_planted_and_has_words_in_both_languages() -> None:
    assert {check.query.name for check in checks()} == PLANTED.keys()
    assert len(checks()) >= 12
    severities = [SEVERITIES.index(check.severity) for check in checks()]
    assert severities == sorted(severities)
    for check in checks():
        for english, chinese in (check.query.title, check.query.problem, check.query.solution):
            assert english.isascii()
            assert any("\u4e00" <= letter <= "\u9fff" for letter in chinese)


@pytest.mark.parametrize("name", PLANTED)
def test_finds_the_planted_fault_on_oxigraph(right_bytes: bytes, name: str) -> None:
    update, expected = PLANTED[name]
    store = stored(right_bytes)
    assert report(store, only=[name]) == []
    store.update(PREFIX + update)
    found = report(store, only=[name])
    assert {(finding.entity, finding.value) for finding in found} == expected
    assert {finding.check for finding in found} == {name}


@pytest.mark.parametrize("name", PLANTED)
def test_finds_the_planted_fault_on_rdflib(right: Graph, name: str) -> None:
    update, expected = PLANTED[name]
    graph = Graph() + right
    graph.update(PREFIX + update)
    found = report(graph, only=[name])
    assert {(finding.entity, finding.value) for finding in found} == expected


def test_named_graphs_of_a_store_are_seen_as_one(right_bytes: bytes) -> None:
    store = pyoxigraph.Store()
    graph = pyoxigraph.NamedNode("https://w3id.org/definer/graph/ontology")
    store.load(right_bytes, format=pyoxigraph.RdfFormat.N_TRIPLES, to_graph=graph)
    assert report(store) == []
    store.update(PREFIX + "INSERT DATA { tie:t1 def:dependant firm:acer }")
    (finding,) = report(store)
    assert (finding.severity, finding.check) == ("ERROR", "undeclared_term")
    assert finding.solution[0].startswith("Correct the spelling")
