"""SHACL lets a right graph pass and finds each fault planted in it, one at a time."""

from __future__ import annotations

import re
from pathlib import Path

import pyshacl
import pytest
from rdflib import RDF, SH, Graph, URIRef
from rdflib.compare import isomorphic

from definer.graph.store import Store
from definer.ontology.namespaces import PREFIXES
from definer.ontology.records import RECORDS
from definer.ontology.validate import Violation, conforms
from definer.ontology.vocabulary import SHAPES, VOCABULARY, load

CASE = "https://w3id.org/definer/id/case"
GOOD = Path(__file__).with_name("good.ttl")
PREFIX = "".join(f"PREFIX {prefix}: <{iri}>\n" for prefix, iri in PREFIXES.items()) + (
    "PREFIX tie: <https://w3id.org/definer/id/tie/>\n"
    "PREFIX firm: <https://w3id.org/definer/id/org/>\n"
    "PREFIX layer: <https://w3id.org/definer/code/layer#>\n"
    "PREFIX evidence: <https://w3id.org/definer/code/evidence#>\n"
    "PREFIX status: <https://w3id.org/definer/code/nameStatus#>\n"
)
FAULTS = {
    # name: (SPARQL update that plants it, end of the node's IRI, part of the message)
    "no source": ("DELETE WHERE { tie:t1 prov:hadPrimarySource ?s }", "tie/t1", "tie: source: at least one"),
    "unknown source": ("INSERT DATA { tie:t1 prov:hadPrimarySource tie:t2 }", "tie/t1", "a known source"),
    "long quote": (
        f"DELETE {{ tie:t1 def:quote ?q }} INSERT {{ tie:t1 def:quote '{'x' * 61}' }} WHERE {{ tie:t1 def:quote ?q }}",
        "tie/t1",
        "at most 60 characters",
    ),
    "share above 1": ("INSERT DATA { tie:t3 def:shareHigh 1.2 }", "tie/t3", "from 0 to 1"),
    "negative share": ("INSERT DATA { tie:t3 def:shareLow '-0.1'^^xsd:decimal }", "tie/t3", "from 0 to 1"),
    "share as text": ("INSERT DATA { tie:t3 def:shareLow '0.5' }", "tie/t3", "from 0 to 1"),
    "low above high": ("INSERT DATA { tie:t3 def:shareLow 0.6 ; def:shareHigh 0.5 }", "tie/t3", "low above high"),
    "amount as text": (
        (
            "DELETE { ?v def:low ?l } "
            "INSERT { ?v def:low '3100' } WHERE { ?v a def:Valuation ; def:low ?l ; def:high 3100.5 }"
        ),
        "valuation/v1",
        "a decimal or whole number",
    ),
    "tie to itself": (
        "DELETE { tie:t1 def:provider ?p } INSERT { tie:t1 def:provider firm:acer } WHERE { tie:t1 def:provider ?p }",
        "tie/t1",
        "to itself",
    ),
    "two providers": ("INSERT DATA { tie:t1 def:provider firm:sequoia }", "tie/t1", "provider: exactly one"),
    "provider that is a slot": (
        (
            "DELETE { tie:t2 def:provider ?p } "
            "INSERT { tie:t2 def:provider ?s } WHERE { tie:t2 def:provider ?p . ?s a def:Slot }"
        ),
        "tie/t2",
        "an organization, an open standard or a stand-in",
    ),
    "unknown word": (
        "DELETE { tie:t1 def:layer ?l } INSERT { tie:t1 def:layer layer:cloud } WHERE { tie:t1 def:layer ?l }",
        "tie/t1",
        "a word of the list layer: tech, dist, supply, capital",
    ),
    "word as text": (
        "DELETE { tie:t1 def:layer ?l } INSERT { tie:t1 def:layer 'tech' } WHERE { tie:t1 def:layer ?l }",
        "tie/t1",
        "a word of the list layer",
    ),
    "capital fills a slot": (
        "DELETE { tie:t1 def:layer ?l } INSERT { tie:t1 def:layer layer:capital } WHERE { tie:t1 def:layer ?l }",
        "tie/t1",
        "capital fills no slot",
    ),
    "slot tie without criticality": (
        "DELETE WHERE { tie:t1 def:criticality ?c }",
        "tie/t1",
        "needs criticality and revocability",
    ),
    "date of no precision": (
        "DELETE { tie:t1 def:start ?d } INSERT { tie:t1 def:start '1985-1' } WHERE { tie:t1 def:start ?d }",
        "tie/t1",
        "a date of any precision",
    ),
    "derived day that is a year": (
        (
            "DELETE { tie:t1 def:validFrom ?d } INSERT { tie:t1 def:validFrom '1985'^^xsd:gYear } "
            "WHERE { tie:t1 def:validFrom ?d }"
        ),
        "tie/t1",
        "a calendar day",
    ),
    "end and unknown end": ("INSERT DATA { tie:t1 def:endUnknown true }", "tie/t1", "both an end and an unknown end"),
    "evidence without a source": (
        (
            "DELETE { tie:t2 def:evidence ?e } "
            "INSERT { tie:t2 def:evidence evidence:sourced } WHERE { tie:t2 def:evidence ?e }"
        ),
        "tie/t2",
        "pseudo-source known",
    ),
    "known with a source": (
        (
            "DELETE { tie:t1 def:evidence ?e } "
            "INSERT { tie:t1 def:evidence evidence:known } WHERE { tie:t1 def:evidence ?e }"
        ),
        "tie/t1",
        "pseudo-source known",
    ),
    "no Chinese name": (
        "DELETE { firm:acer skos:prefLabel ?n } WHERE { firm:acer skos:prefLabel ?n FILTER (LANG(?n) != 'en') }",
        "org/acer",
        "an English and a Simplified Chinese text",
    ),
    "two English names": ("INSERT DATA { firm:acer skos:prefLabel 'Acer Inc.'@en }", "org/acer", "exactly two"),
    "name in another language": (
        (
            "DELETE { firm:acer skos:prefLabel ?n } INSERT { firm:acer skos:prefLabel 'エイサー'@ja } "
            "WHERE { firm:acer skos:prefLabel ?n FILTER (LANG(?n) = 'en') }"
        ),
        "org/acer",
        "an English and a Simplified Chinese text",
    ),
    "Latin name not marked": (
        "DELETE WHERE { firm:sequoia def:nameStatus ?s }",
        "org/sequoia",
        "is marked as Latin",
    ),
    "Chinese name marked Latin": (
        (
            "DELETE { firm:acer def:nameStatus ?s } INSERT { firm:acer def:nameStatus status:latin } "
            "WHERE { firm:acer def:nameStatus ?s }"
        ),
        "org/acer",
        "is marked as Latin",
    ),
    "capital source without a kind": (
        "DELETE WHERE { firm:sequoia def:capitalKind ?k }",
        "org/sequoia",
        "kind of capital",
    ),
    "company with a kind of capital": (
        "INSERT { firm:acer def:capitalKind ?k } WHERE { firm:sequoia def:capitalKind ?k }",
        "org/acer",
        "kind of capital",
    ),
    "unknown country": (
        "DELETE { firm:acer def:country ?c } INSERT { firm:acer def:country 'UK' } WHERE { firm:acer def:country ?c }",
        "org/acer",
        "ISO 3166-1",
    ),
    "bare ticker": ("INSERT DATA { firm:acer def:identifier 'ticker:2353' }", "org/acer", "ticker:market"),
    "unknown currency": (
        "DELETE { ?v def:currency ?c } INSERT { ?v def:currency 'RMB' } WHERE { ?v a def:FxRate ; def:currency ?c }",
        "fx/cny-2024-12",
        "ISO 4217",
    ),
    "rate of zero": (
        "DELETE { ?v def:unitsPerUsd ?r } INSERT { ?v def:unitsPerUsd 0.0 } WHERE { ?v def:unitsPerUsd ?r }",
        "fx/cny-2024-12",
        "above 0",
    ),
    "rate of a year": (
        "DELETE { ?v def:date ?d } INSERT { ?v def:date '2024'^^xsd:gYear } WHERE { ?v a def:FxRate ; def:date ?d }",
        "fx/cny-2024-12",
        "a month",
    ),
    "degree above 1": (
        "DELETE { ?h def:degree ?d } INSERT { ?h def:degree 1.5 } WHERE { ?h def:degree ?d }",
        "holding/h1",
        "degree: exactly one",
    ),
    "amount without currency": (
        "DELETE { ?c def:currency ?m } WHERE { ?c a def:Investment ; def:currency ?m }",
        "investment/c1",
        "currency",
    ),
    "investment in oneself": (
        "DELETE { ?c def:investor ?i } INSERT { ?c def:investor firm:acer } WHERE { ?c def:investor ?i }",
        "investment/c1",
        "in oneself",
    ),
    "period backwards": (
        (
            "DELETE { ?f def:validUntil ?d } INSERT { ?f def:validUntil '2023-07-01'^^xsd:date } "
            "WHERE { ?f a def:Fundamental ; def:validUntil ?d }"
        ),
        "fundamental/f1",
        "ends before it starts",
    ),
    "metric with blanks": (
        (
            "DELETE { ?f def:metric ?m } "
            "INSERT { ?f def:metric 'net income' } WHERE { ?f a def:Fundamental ; def:metric ?m }"
        ),
        "fundamental/f1",
        "of the right form",
    ),
    "tier 6": (
        "DELETE { ?s def:tier ?t } INSERT { ?s def:tier 6 } WHERE { ?s def:tier ?t FILTER (?t = 1) }",
        "source/annual_report",
        "from 1 to 5",
    ),
    "slots not enumerated": (
        (
            "DELETE { ?c def:slotsEnumerated ?b } "
            "INSERT { ?c def:slotsEnumerated false } WHERE { ?c def:slotsEnumerated ?b }"
        ),
        "candidacy/pc.acer",
        "whose slots were not gone through",
    ),
    "event without actors": (
        "DELETE WHERE { ?e prov:wasAssociatedWith ?o }",
        "event/e1",
        "organization involved",
    ),
    "nameless standard": (
        "DELETE { ?s skos:prefLabel ?n } WHERE { ?s a def:OpenStandard ; skos:prefLabel ?n }",
        "standard/ISA",
        "name",
    ),
}


@pytest.fixture
def good() -> Graph:
    return Graph().parse(GOOD)


def test_the_good_graph_conforms_and_is_left_alone(good: Graph) -> None:
    before = Graph().parse(GOOD)
    assert conforms(good) == []
    assert isomorphic(before, good)


def test_the_good_graph_has_every_class(good: Graph) -> None:
    classes = {str(cls).rpartition("#")[2] for cls in good.objects(None, RDF.type)}
    assert classes >= RECORDS.keys()


@pytest.fixture(scope="module")
def found() -> list[Violation]:
    """What SHACL finds in all the cases at once, each a graph of its own under ``id/case<number>/``."""
    everything = Graph()
    for number, (update, _, _) in enumerate(FAULTS.values()):
        graph = Graph().parse(GOOD)
        graph.update(PREFIX + update)
        text = re.sub(
            r"<https://w3id.org/definer/id/(?!source/known>)", f"<{CASE}{number}/", graph.serialize(format="nt")
        )
        everything.parse(data=text, format="nt")
    return conforms(everything)


@pytest.mark.parametrize("name", FAULTS)
def test_finds_the_fault(found: list[Violation], name: str) -> None:
    _, node, message = FAULTS[name]
    told = [violation for violation in found if violation.node == f"{CASE}{list(FAULTS).index(name)}/{node}"]
    assert any(message in violation.message_en for violation in told), found
    for violation in told:
        assert violation.message_en != violation.message_zh
        assert violation.message("zh").startswith(violation.node + ": ")
    expected = "Warning" if name == "slots not enumerated" else "Violation"
    assert {violation.severity for violation in told} == {expected}


def test_speed_up_changes_no_result(good: Graph) -> None:
    """Aiming property shapes themselves gives what the shapes as published give."""
    good.update(PREFIX + FAULTS["share above 1"][0])
    good.update(PREFIX + FAULTS["no Chinese name"][0])
    good.update(PREFIX + FAULTS["unknown word"][0])
    _, results, _ = pyshacl.validate(
        good, shacl_graph=load(SHAPES), ont_graph=load(VOCABULARY), advanced=False, inference="none"
    )
    assert isinstance(results, Graph)
    report = next(results.subjects(RDF.type, SH.ValidationReport))
    plain = sorted(
        (str(results.value(result, SH.focusNode)), str(results.value(result, SH.resultPath) or ""))
        for result in results.objects(report, SH.result)
    )
    ours = sorted((violation.node, violation.path) for violation in conforms(good))
    assert ours == plain
    assert len(ours) >= 3


def test_a_store_is_judged_as_the_file_it_was_read_from(tmp_path: Path) -> None:
    """Oxigraph types plain texts and lower-cases language tags; neither makes a right graph wrong."""
    assert conforms(Store.from_rdf([GOOD]).rdflib()) == []
    wrong = tmp_path / "wrong.ttl"
    wrong.write_text(GOOD.read_text(encoding="utf-8").replace('def:country "TW"', 'def:country "UK"'), encoding="utf-8")
    (violation,) = conforms(Store.from_rdf([wrong]).rdflib())
    assert (violation.value, violation.node) == ("UK", "https://w3id.org/definer/id/org/acer")


def test_a_kind_of_organization_is_enough(good: Graph) -> None:
    """Foreign RDF may type a firm as def:Company alone: that it is an organization follows."""
    firm = URIRef(PREFIXES["id"] + "org/microsoft")
    good.remove((firm, RDF.type, URIRef(PREFIXES["def"] + "Organization")))
    assert conforms(good) == []
