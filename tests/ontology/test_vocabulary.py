"""The Turtle itself: both languages everywhere, definitions, header, and terms of others that exist."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest
from owlrl import DeductiveClosure, OWLRL_Semantics
from rdflib import DCTERMS, FOAF, ORG, OWL, PROV, RDF, RDFS, SDO, SKOS, VANN, Graph, Literal, URIRef

from definer.ontology.namespaces import CODE, DEF
from definer.ontology.vocabulary import ALIGNMENTS, SHAPES, VOCABULARY, in_both_languages, load

ERROR = "http://www.daml.org/2002/03/agents/agent-ont#error"
HAN = re.compile("[\u4e00-\u9fff]")
HALF_WIDTH = re.compile("[,;:()!?]")


@pytest.fixture(scope="module")
def vocabulary() -> Graph:
    return load(VOCABULARY)


def described() -> list[str]:
    return sorted(iri for iri in in_both_languages() if iri.startswith((DEF, CODE)))


def test_many_terms_are_described() -> None:
    assert len(described()) > 250


@pytest.mark.parametrize("role", ["label", "definition"])
def test_every_term_and_concept_speaks_both_languages(role: str) -> None:
    for iri in described():
        english, chinese = in_both_languages()[iri][role]
        assert english, iri
        assert not HAN.search(english), iri
        assert HAN.search(chinese), iri
        assert not HALF_WIDTH.search(chinese), f"half-width punctuation: {chinese}"
        assert english == english.strip(), iri
        assert chinese == chinese.strip(), iri


def test_definitions_are_phrases_without_a_full_stop() -> None:
    for iri in described():
        english, chinese = in_both_languages()[iri]["definition"]
        assert not english.endswith("."), iri
        assert not chinese.endswith("。"), iri


def test_texts_carry_no_other_language_than_the_two(vocabulary: Graph) -> None:
    languages = {text.language for text in vocabulary.objects() if isinstance(text, Literal) and text.language}
    assert languages == {"en", "zh-Hans"}


def test_header(vocabulary: Graph) -> None:
    ontology = URIRef("https://w3id.org/definer/ontology")
    assert (ontology, RDF.type, OWL.Ontology) in vocabulary
    assert {text.language for text in vocabulary.objects(ontology, DCTERMS.title) if isinstance(text, Literal)} == {
        "en",
        "zh-Hans",
    }
    assert vocabulary.value(ontology, DCTERMS.license) == URIRef("https://www.apache.org/licenses/LICENSE-2.0")
    version = str(vocabulary.value(ontology, OWL.versionInfo))
    assert str(vocabulary.value(ontology, OWL.versionIRI)) == f"{ontology}/{version}"
    assert "do not resolve" in str(next(vocabulary.objects(ontology, SKOS.editorialNote)))


def test_terms_of_others_exist(vocabulary: Graph) -> None:
    closed = (ORG, PROV, SKOS, DCTERMS, FOAF, VANN, SDO)
    stubs = [term for term in vocabulary.subjects(RDFS.isDefinedBy) if not str(term).startswith(DEF)]
    assert len(stubs) > 40
    for term in stubs:
        assert any(URIRef(str(term)) in namespace for namespace in closed), term


def test_alignments_only_match_and_start_from_our_terms(vocabulary: Graph) -> None:
    alignments = load(ALIGNMENTS)
    matches = list(alignments.subject_objects(SKOS.closeMatch))
    assert len(matches) > 30
    for ours, theirs in matches:
        assert (ours, None, None) in vocabulary, ours
        assert not str(theirs).startswith((DEF, CODE)), theirs
        if str(theirs).startswith(str(SDO)):
            assert URIRef(str(theirs)) in SDO, theirs
    assert {OWL.sameAs, OWL.imports, OWL.equivalentClass}.isdisjoint(alignments.predicates())


def clashes(graph: Graph) -> list[str]:
    """What OWL RL reasoning finds wrong once every class has a member."""
    for cls in list(graph.subjects(RDF.type, OWL.Class)):
        graph.add((URIRef(str(cls) + "-member"), RDF.type, cls))
    DeductiveClosure(OWLRL_Semantics).expand(graph)
    return [str(text) for _, text in graph.subject_objects(URIRef(ERROR))]


def test_owl_rl_finds_no_clash_and_the_expected_superclass() -> None:
    graph = load(VOCABULARY)
    assert clashes(graph) == []
    assert (URIRef(DEF + "Company-member"), RDF.type, ORG.Organization) in graph


def test_owl_rl_would_find_a_clash() -> None:
    graph = load(VOCABULARY)
    graph.add((URIRef(DEF + "Company"), OWL.disjointWith, ORG.Organization))
    assert len(clashes(graph)) > 0


def test_load_gives_a_fresh_graph_every_time() -> None:
    first = load(VOCABULARY)
    first.remove((None, None, None))
    assert len(load(VOCABULARY, SHAPES)) > len(load(VOCABULARY)) > 2000


def test_importing_the_room_leaves_the_heavy_libraries_alone() -> None:
    heavy = ("rdflib", "pyshacl", "pyoxigraph", "networkx", "numpy")
    modules = (
        "claim generate namespaces quality query_files records shapes_text shortcuts terms_text validate vocabulary"
    )
    imports = "".join(f"import definer.ontology.{name}\n" for name in modules.split())
    code = f"{imports}import sys\nprint([name for name in {heavy!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
