"""Turtle, shapes, records, words and generated terms speak of the same names; each test looks both ways."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from rdflib import OWL, RDF, RDFS, SDO, SH, SKOS, XSD, Graph, URIRef

from definer.graph.scores import SCORE_TERMS
from definer.ontology import terms
from definer.ontology.claim import Record
from definer.ontology.namespaces import CODE, DEF, expand
from definer.ontology.records import RECORDS
from definer.ontology.shortcuts import shortcuts
from definer.ontology.vocabulary import SHAPES, VOCABULARY, load
from definer.ontology.words import SCHEMES

SHAPE = "https://w3id.org/definer/shapes#"
ABOVE_RECORDS = {"Claim", "Company", "CapitalSource", "PublicBody", "Group", "OpenStandard", "ProviderStandIn"}
"""Classes that are no record of their own: above several records, kinds of organization, kinds of provider."""
SCORED = {term.removeprefix("def:") for term in SCORE_TERMS}
"""Terms of what is computed and not claimed: they have no record and no shape."""
DERIVED = {
    "validFrom": {"def:start", "def:date", "def:periodStart"},
    "validUntil": {"def:end", "def:periodEnd"},
    "endUnknown": {"def:end"},
    "knownSince": {"def:knownFrom"},
}
"""Properties that building adds -> the properties beside which it does."""


@pytest.fixture(scope="module")
def vocabulary() -> Graph:
    return load(VOCABULARY)


@pytest.fixture(scope="module")
def shapes() -> Graph:
    return load(SHAPES)


def ours(graph: Graph, *kinds: URIRef) -> set[str]:
    found = {str(term) for kind in kinds for term in graph.subjects(RDF.type, kind)}
    return {term.removeprefix(DEF) for term in found if term.startswith(DEF)}


def fields(cls: type[Record]) -> dict[str, dict[str, str]]:
    extras = {name: field.json_schema_extra for name, field in cls.model_fields.items()}
    return {name: {k: str(v) for k, v in extra.items()} for name, extra in extras.items() if isinstance(extra, dict)}


def record_terms(cls: type[Record]) -> set[str]:
    return {extra["term"] for extra in fields(cls).values()}


def all_record_terms() -> set[str]:
    return {term for cls in RECORDS.values() for term in record_terms(cls)}


def shortcut_terms() -> set[str]:
    made = [re.search(r"CONSTRUCT \{ \?\w+ (\S+) ", rule.text) for rule in shortcuts()]
    return {match[1] for match in made if match is not None}


def test_every_class_of_a_record_is_in_the_turtle_and_the_other_way(vocabulary: Graph) -> None:
    in_records = {cls.rdf_class.removeprefix("def:") for cls in RECORDS.values()}
    assert ours(vocabulary, OWL.Class) == in_records | ABOVE_RECORDS | {term for term in SCORED if term[0].isupper()}


def test_every_property_of_a_record_is_in_the_turtle_and_the_other_way(vocabulary: Graph) -> None:
    in_records = {term.removeprefix("def:") for term in all_record_terms() if term.startswith("def:")}
    in_rules = {term.removeprefix("def:") for term in shortcut_terms() if term.startswith("def:")}
    declared = ours(vocabulary, OWL.ObjectProperty, OWL.DatatypeProperty)
    assert declared == in_records | in_rules | DERIVED.keys() | {term for term in SCORED if term[0].islower()}


def test_every_term_of_others_is_listed(vocabulary: Graph) -> None:
    used = {URIRef(expand(term)) for term in all_record_terms() | shortcut_terms() if not term.startswith("def:")}
    assert not {term for term in used if (term, RDFS.isDefinedBy, None) not in vocabulary}


def test_property_kind_and_range_fit_the_field(vocabulary: Graph) -> None:
    classes = {cls.path: cls.rdf_class for cls in RECORDS.values()}
    for cls in RECORDS.values():
        for name, extra in fields(cls).items():
            if not extra["term"].startswith("def:"):
                continue
            prop, where = URIRef(expand(extra["term"])), f"{cls.__name__}.{name}"
            is_object = extra["how"] in ("code", "link")
            assert (prop, RDF.type, OWL.ObjectProperty if is_object else OWL.DatatypeProperty) in vocabulary, where
            if extra["how"] == "code":
                assert vocabulary.value(prop, RDFS.range) == SKOS.Concept, where
                assert vocabulary.value(prop, RDFS.seeAlso) == URIRef(CODE + extra["to"]), where
            elif extra["how"] == "link" and extra["to"] != "provider":
                assert vocabulary.value(prop, RDFS.range) == URIRef(expand(classes[extra["to"]])), where
            elif extra["how"] in ("when", "until", "last"):
                dates = {XSD.gYear, XSD.gYearMonth, XSD.date}
                assert set(vocabulary.objects(prop, SDO.rangeIncludes)) == dates, where


def test_domains_are_the_classes_that_have_the_property(vocabulary: Graph) -> None:
    for prop in ours(vocabulary, OWL.ObjectProperty, OWL.DatatypeProperty):
        iri = URIRef(DEF + prop)
        if "def:" + prop in shortcut_terms():
            continue
        named = {*vocabulary.objects(iri, RDFS.domain), *vocabulary.objects(iri, SDO.domainIncludes)}
        stated = {
            cls.rdf_class
            for cls in RECORDS.values()
            if named & set(vocabulary.transitive_objects(URIRef(expand(cls.rdf_class)), RDFS.subClassOf))
        }
        carriers = DERIVED.get(prop, {"def:" + prop})
        having = {cls.rdf_class for cls in RECORDS.values() if record_terms(cls) & carriers}
        assert stated == having, prop


def test_schemes_are_the_words(vocabulary: Graph) -> None:
    schemes = {str(scheme).removeprefix(CODE) for scheme in vocabulary.subjects(RDF.type, SKOS.ConceptScheme)}
    assert schemes == SCHEMES.keys() | {"metric", "paradigmVerdict"}
    for scheme, words in SCHEMES.items():
        concepts = set(vocabulary.subjects(SKOS.inScheme, URIRef(CODE + scheme)))
        assert {str(concept).removeprefix(f"{CODE}{scheme}#") for concept in concepts} == set(words)
        assert {str(vocabulary.value(concept, SKOS.notation)) for concept in concepts} == set(words)


def test_every_word_list_of_a_field_is_a_scheme() -> None:
    named = {extra["to"] for cls in RECORDS.values() for extra in fields(cls).values() if extra["how"] == "code"}
    assert named == SCHEMES.keys()


def test_every_record_has_a_shape_for_its_class_and_the_other_way(shapes: Graph) -> None:
    targets = {(str(shape), str(target)) for shape, target in shapes.subject_objects(SH.targetClass)}
    main = {(shape.removeprefix(SHAPE), target) for shape, target in targets if "-" not in shape.removeprefix(SHAPE)}
    expected = {(name, expand(cls.rdf_class)) for name, cls in RECORDS.items()}
    assert main == expected | {("OpenStandard", DEF + "OpenStandard")}


@pytest.mark.parametrize("name", RECORDS)
def test_shape_constrains_exactly_the_properties_of_the_record(shapes: Graph, name: str) -> None:
    paths = {
        str(path)
        for part in shapes.objects(URIRef(SHAPE + name), SH.property)
        for path in shapes.objects(part, SH.path)
    }
    cls = RECORDS[name]
    added = {f"def:{prop}" for prop, beside in DERIVED.items() if record_terms(cls) & beside}
    assert paths == {expand(term) for term in record_terms(cls) | added}


@pytest.mark.parametrize("name", RECORDS)
def test_shape_requires_what_the_record_requires(shapes: Graph, name: str) -> None:
    required = {
        str(path)
        for part in shapes.objects(URIRef(SHAPE + name), SH.property)
        for path in shapes.objects(part, SH.path)
        if shapes.value(part, SH.minCount) is not None
    }
    cls = RECORDS[name]
    needed = {extra["term"] for field, extra in fields(cls).items() if cls.model_fields[field].is_required()}
    assert required == {expand(term) for term in needed}


def test_shapes_name_only_declared_terms_and_codes(shapes: Graph, vocabulary: Graph) -> None:
    named = {str(node) for triple in shapes for node in triple}
    known = {str(subject) for subject in vocabulary.subjects()}
    assert not {node for node in named if node.startswith((DEF, CODE)) and node not in known}


def test_shapes_are_shacl_core(shapes: Graph) -> None:
    beyond = {SH.sparql, SH.js, SH.rule, SH.expression, SH.target, SH.select}
    assert not beyond & set(shapes.predicates())


def test_terms_are_the_turtle(vocabulary: Graph) -> None:
    in_turtle = {str(s) for s in vocabulary.subjects(RDFS.isDefinedBy) if str(s).startswith(DEF)}
    in_turtle |= {str(concept) for concept in vocabulary.subjects(RDF.type, SKOS.Concept)}
    in_terms = {str(term) for name in terms.__all__ for term in dir(getattr(terms, name)) if term.startswith("http")}
    assert in_terms == in_turtle


def test_a_misspelt_term_fails_at_once() -> None:
    assert str(terms.DEF.Tie) == DEF + "Tie"
    assert str(terms.Layer.tech) == CODE + "layer#tech"
    with pytest.raises(AttributeError, match="Tei"):
        _ = terms.DEF.Tei


def test_records_are_keyed_by_their_class_name_and_have_a_path_of_their_own() -> None:
    assert all(name == cls.__name__ == cls.rdf_class.removeprefix("def:") for name, cls in RECORDS.items())
    assert len({cls.path for cls in RECORDS.values()}) == len(RECORDS)


def test_the_shipped_metrics_are_listed_and_the_other_way(vocabulary: Graph, root: Path) -> None:
    import csv

    used = set()
    for file in ("fundamentals.csv", "fundamentals-panel.csv", "indicators.csv"):
        with (root / "data" / "claims" / file).open(encoding="utf-8", newline="") as stream:
            used |= {row["metric"] for row in csv.DictReader(stream)}
    listed = {
        str(vocabulary.value(metric, SKOS.notation))
        for metric in vocabulary.subjects(SKOS.inScheme, URIRef(CODE + "metric"))
    }
    assert listed == used
