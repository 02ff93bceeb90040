"""Every named query gives its expected answer, on Oxigraph and on rdflib, and together they use every term.

The expected answers are the ``.csv`` files beside this one; ``regenerate.py`` writes them after the claims change.
Questions about scores are asked of a store that holds some: of AI with draws, as of the claims' own date.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Sequence
from decimal import Decimal, InvalidOperation
from functools import cache
from pathlib import Path

import pytest
import rdflib
from rdflib.namespace import OWL, RDF
from rdflib.term import Node
from rdflib.util import from_n3

from definer.data.read import Claims
from definer.graph.named_queries import NamedQuery, named_queries, run
from definer.graph.parameters import bind
from definer.graph.scores import SCORES
from definer.graph.sparql import tokens
from definer.graph.store import Store
from definer.knowledge import KnowledgeGraph
from definer.ontology.namespaces import DEF, PREFIXES

HERE = Path(__file__).resolve().parent
ABOUT_SCORES = tuple(query for query in named_queries() if SCORES in query.text)
ABOUT_CLAIMS = tuple(query for query in named_queries() if query not in ABOUT_SCORES)
QUERIES = pytest.mark.parametrize("query", named_queries(), ids=lambda query: query.name)
CLAIM_QUERIES = pytest.mark.parametrize("query", ABOUT_CLAIMS, ids=lambda query: query.name)
SCORE_QUERIES = pytest.mark.parametrize("query", ABOUT_SCORES, ids=lambda query: query.name)
# rdflib does the work there: coverage would take as long again, and the same lines are covered with Oxigraph.
RDFLIB = pytest.mark.no_cover
VERSION = re.compile(r"[0-9a-f]{12}\Z")
Row = tuple[str, ...]


def text(cell: object) -> str:
    """A cell as both engines write it: they differ in trailing zeros; the version changes with every claim."""
    written = "" if cell is None else str(cell)
    try:
        number = Decimal(written)
    except InvalidOperation:
        return VERSION.sub("<version>", written)
    return format(number.normalize(), "f") if number.is_finite() else written


def table(rows: Iterable[Sequence[object]]) -> list[Row]:
    return [tuple(map(text, row)) for row in rows]


def expected(query: NamedQuery) -> tuple[Row, list[Row]]:
    with (HERE / f"{query.name}.csv").open(encoding="utf-8", newline="") as file:
        columns, *rows = (tuple(row) for row in csv.reader(file))
    return columns, rows


@cache
def in_memory(store: Store) -> rdflib.Graph:
    """Everything in the store, in rdflib's own memory: claims, vocabulary and shortcuts as one graph.

    rdflib's parser needs half a minute for it; the lines are simple, and most of their terms come back.
    """
    found = rdflib.Graph(store="SimpleMemory")
    terms: dict[str, Node] = {}
    named = re.compile(r" <https://w3id\.org/definer/graph/\w+>\Z")
    for line in store.nquads().decode().splitlines():
        triple = named.sub("", line.removesuffix(" .")).split(" ", 2)
        for word in triple:
            if word not in terms:
                term = from_n3(word)
                assert isinstance(term, Node)
                terms[word] = term
        found.add((terms[triple[0]], terms[triple[1]], terms[triple[2]]))
    return found


def with_scores(claims: Claims) -> Store:
    """A store that holds scores beside the claims."""
    kg = KnowledgeGraph(Store.from_claims(claims), claims)
    kg.write_scores(kg.power("ai", draws=100))
    return kg.store


@pytest.fixture(scope="module")
def scored(claims: Claims) -> Store:
    return with_scores(claims)


@cache
def dataset(scored: Store) -> rdflib.Dataset:
    """Scores, and the things that questions about them speak of, in rdflib's own memory, each in its graph."""
    found = rdflib.Dataset()
    spoken_of = ("<https://w3id.org/definer/id/org/", "<https://w3id.org/definer/id/paradigm/",
                 "<https://w3id.org/definer/id/candidacy/", "<https://w3id.org/definer/id/valuation/")  # fmt: skip
    in_scores, in_any = f" <{SCORES}> .", re.compile(r" <https://w3id\.org/definer/graph/\w+> \.\Z")
    lines = scored.nquads().decode().splitlines()
    scores = [line for line in lines if line.endswith(in_scores)]
    claims = [line for line in lines if line.startswith(spoken_of) and not line.endswith(in_scores)]
    for graph, said in ((found.default_graph, claims), (found.graph(rdflib.URIRef(SCORES)), scores)):
        triples = "".join(in_any.sub(" .", line) + "\n" for line in said)
        for triple in rdflib.Graph().parse(data=triples, format="nt"):
            graph.add(triple)
    return found


@SCORE_QUERIES
def test_a_question_about_scores_joins_them_with_claims(scored: Store, query: NamedQuery) -> None:
    answer = run(scored, query.name)
    columns, rows = expected(query)
    assert answer.columns == columns
    assert table(answer) == rows


@pytest.mark.filterwarnings("ignore:Dataset.default_context:DeprecationWarning")  # rdflib's own use of it
@RDFLIB
@SCORE_QUERIES
def test_rdflib_joins_scores_with_claims_alike(scored: Store, query: NamedQuery) -> None:
    asked, _ = bind(query.text)
    found = dataset(scored).query(asked, initNs=PREFIXES)
    rows = [tuple(row) for row in found if isinstance(row, tuple)]
    assert table(rows) == expected(query)[1]


@SCORE_QUERIES
def test_without_scores_the_answer_is_empty(store: Store, query: NamedQuery) -> None:
    assert run(store, query.name).rows == ()


@CLAIM_QUERIES
def test_scores_change_no_question_about_claims(scored: Store, query: NamedQuery) -> None:
    assert table(run(scored, query.name)) == expected(query)[1]


@CLAIM_QUERIES
def test_oxigraph_gives_the_expected_answer(store: Store, query: NamedQuery) -> None:
    answer = run(store, query.name)
    columns, rows = expected(query)
    assert answer.columns == columns
    assert table(answer) == rows


@RDFLIB
@CLAIM_QUERIES
def test_rdflib_gives_the_same_answer(store: Store, query: NamedQuery) -> None:
    asked, _ = bind(query.text)
    found = in_memory(store).query(asked, initNs=PREFIXES)
    rows = [tuple(row) for row in found if isinstance(row, tuple)]
    assert table(rows) == expected(query)[1]


@QUERIES
def test_question_finds_something(query: NamedQuery) -> None:
    assert expected(query)[1]


def test_no_expected_answer_is_left_over() -> None:
    assert {path.stem for path in HERE.glob("*.csv")} == {query.name for query in named_queries()}


def used_terms(query: NamedQuery) -> set[str]:
    """Terms of the vocabulary that a query names."""
    names = {token.text for token in tokens(query.text) if token.kind == "name"}
    return {DEF + name.removeprefix("def:") for name in names if name.startswith("def:")}


def test_every_term_is_used_by_a_question(root: Path) -> None:
    vocabulary = rdflib.Graph().parse(root / "ontology" / "definer.ttl")
    kinds = (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty)
    terms = {str(term) for kind in kinds for term in vocabulary.subjects(RDF.type, kind)}
    used = set().union(*map(used_terms, named_queries()))
    assert sorted(terms - used) == []
    assert sorted(term for term in used if term != DEF and (rdflib.URIRef(term), None, None) not in vocabulary) == []


@pytest.mark.parametrize(("country", "count"), [("US", "3"), ("CN", "0.5")])
def test_three_definitions_against_a_half_is_a_query_over_holdings(store: Store, country: str, count: str) -> None:
    rows = {row[0]: row[1] for row in run(store, "definitions_essay")}
    assert text(rows[country]) == count
    assert set(rows) == {"US", "CN"}


def test_the_count_of_definitions_depends_on_the_rule(store: Store) -> None:
    names = ("definitions_essay", "definitions_essay_rule_researched", "definitions_symmetric")
    counts = [{row[0]: text(row[1]) for row in run(store, name)} for name in names]
    assert len({(count["US"], count["CN"]) for count in counts}) == 3


def test_comparisons_of_the_essay_come_out_as_recomputed(store: Store) -> None:
    shares = {
        name: tuple(text(cell) for cell in run(store, name).rows[0][-2:])
        for name in ("essay_openai_moonshot", "essay_tesla_xpeng", "essay_figure_unitree")
    }
    assert shares == {
        "essay_openai_moonshot": ("0.66", "1"),
        "essay_tesla_xpeng": ("1.82", "1.82"),
        "essay_figure_unitree": ("4.33", "4.33"),
    }
    assert run(store, "sovereign_fund_share").rows[0][:3] == ("43.3", "46.4", "93.3")
