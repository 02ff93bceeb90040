from __future__ import annotations

import re
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from definer.graph.named_queries import NamedQuery, find_query, named_queries, run
from definer.graph.names import UnknownQueryError
from definer.graph.parameters import Parameter, bind, parameters, term
from definer.graph.sparql import QueryError, tokens
from definer.graph.store import Store

EMPTY = Store(ox.Store())
QUERIES = pytest.mark.parametrize("query", named_queries(), ids=lambda query: query.name)
ORG = "https://w3id.org/definer/id/org/"
XSD = "http://www.w3.org/2001/XMLSchema#"


# --- errors ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("query", "line", "column", "words"), [
    ("SELECT ?a WHERE {\n  ?a ex:b ?c }", 2, 6, "prefix 'ex:' is not declared"),
    ("SELEC ?a { ?a ?b ?c }", 1, 1, "must be SELECT"),
    ("", 1, 1, "is empty"),
    ("SELECT ?a {\n ?a <b> ?c }", 2, 5, "not a whole IRI"),
    ("SELECT ?a {\n ?a ?b ?c", 1, 11, "never closed"),
    ("SELECT ?a { ?a ?b ?c ) }", 1, 22, "closes nothing"),
    ('SELECT ?a { ?a ?b "x\n }', 1, 19, "not closed"),
    ("SELECT (COUNT(?a) AS ?n) ?b { ?a ?b ?c }", 1, 41, "no value"),
    ("SELECT ?n { ?n ?b ?c FILTER(CONCAT (?c) = '') }", 1, 29, "without a blank"),
    ("SELECT ?a { '中文' ?b ?c . . }", 1, 29, "just before here"),
])  # fmt: skip
def test_errors_name_the_place_and_the_remedy(query: str, line: int, column: int, words: str) -> None:
    with pytest.raises(QueryError, match=words) as error:
        EMPTY.query(query)
    assert (error.value.line, error.value.column) == (line, column)
    assert str(error.value).startswith(f"{line}:{column}: ")
    assert error.value.message("zh").startswith(f"{line}:{column}: ")
    assert any("\u4e00" <= letter <= "\u9fff" for letter in error.value.message("zh"))


def test_places_are_those_of_the_query_as_written() -> None:
    query = "SELECT ?a {\n ?a ?b $firm ; ; ?c }"
    with pytest.raises(QueryError) as error:
        EMPTY.query(query, {"firm": "id:org/catl"})
    with pytest.raises(QueryError) as plain:
        EMPTY.query(query)
    assert (error.value.line, error.value.column) == (plain.value.line, plain.value.column)


def test_a_function_that_does_not_exist() -> None:
    with pytest.raises(QueryError, match="cannot be run"):
        EMPTY.query("SELECT ?x { BIND(<a:f>(1) AS ?x) }")


# --- parameters -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("value", "like", "found"), [
    ("id:org/catl", None, f"<{ORG}catl>"),
    ("catl", "id:org/nvidia", f"<{ORG}catl>"),
    ("dist", "<https://w3id.org/definer/code/layer#tech>", "<https://w3id.org/definer/code/layer#dist>"),
    ("https://example.org/x", "id:org/nvidia", "<https://example.org/x>"),
    ("2025-11-15", None, f'"2025-11-15"^^<{XSD}date>'),
    ("2024-02", "2025-11-15", f'"2024-02-29"^^<{XSD}date>'),
    ("1998", "2025-11-15", f'"1998-12-31"^^<{XSD}date>'),
    ("1998", "2000", f'"1998"^^<{XSD}integer>'),
    ("1998", "0.5", f'"1998"^^<{XSD}decimal>'),
    ("CNY", '"USD"', '"CNY"'),
    ("true", '"USD"', '"true"'),
    ("true", None, f'"true"^^<{XSD}boolean>'),
    ('"微软"@zh', None, '"微软"@zh'),
    (date(2020, 1, 2), None, f'"2020-01-02"^^<{XSD}date>'),
    (3, None, f'"3"^^<{XSD}integer>'),
    (Decimal("0.50"), None, f'"0.5"^^<{XSD}decimal>'),
    (ox.NamedNode("a:b"), "2020-01-01", "<a:b>"),
])  # fmt: skip
def test_values_are_typed(value: object, like: str | None, found: str) -> None:
    assert str(term(value, term(like) if like else None)) == found


@pytest.mark.parametrize(("value", "like"), [
    ("2025-13-01", "2025-11-15"), ("soon", "2025-11-15"), ("x", "5"), ("x", "0.5"), ("maybe", "true"), ("id:a b", None),
    (datetime(2020, 1, 1), None), (None, None), ([1], None),
])  # fmt: skip
def test_values_of_another_type_are_refused(value: object, like: str | None) -> None:
    with pytest.raises(QueryError):
        term(value, term(like) if like else None)


@given(st.text(st.characters(blacklist_categories=["Cs"])))
def test_a_value_is_never_read_as_query(text: str) -> None:
    found = EMPTY.query('# param x="" (text)\nSELECT ($x AS ?y) {}', {"x": text}).rows
    assert found == ((text if term(text, term('""')) == ox.Literal(text) else found[0][0],),)


@pytest.mark.parametrize("attack", [
    '" } ; DROP ALL #', "id:org/x> } #", '<a:b> . ?s ?p ?o } #', "'''", "\\", '"@en . SERVICE <http://x/> {',
])  # fmt: skip
def test_injection_fails(attack: str) -> None:
    header = "# param who=id:org/nvidia (firm)\n"
    try:
        bound, _ = bind(header + "ASK { $who ?p ?o }", {"who": attack})
    except QueryError:
        return
    kinds = [token.kind for token in tokens(bound) if token.kind not in ("space", "comment")]
    assert kinds == ["word", "other", "iri", "variable", "variable", "other"]


def test_parameters_take_their_defaults_and_are_replaced_everywhere_but_in_text() -> None:
    text = '# param n=2 (how many)\nSELECT ?n $n { VALUES ?a { $n } FILTER("$n" != "?n") } LIMIT $n # $n'
    assert parameters(text) == (Parameter("n", "2", "how many"),)
    bound, _ = bind(text)
    assert bound.splitlines()[1] == 'SELECT (2 AS ?n) (2 AS ?n) { VALUES ?a { 2 } FILTER("$n" != "?n") } LIMIT 2 # $n'
    assert bind(text, {"$n": "7"})[0].endswith("LIMIT 7 # $n")


def test_an_unknown_parameter_is_named() -> None:
    with pytest.raises(QueryError, match=r"no parameter firms.*firm"):
        EMPTY.query("# param firm=id:org/a (x)\nASK { $firm ?p ?o }", {"firms": "x"})


# --- named queries --------------------------------------------------------------------------------------------------


def test_there_are_thirty_and_more() -> None:
    names = [query.name for query in named_queries()]
    assert len(names) >= 30
    assert names == sorted(set(names))


@QUERIES
def test_headers_are_in_both_languages(query: NamedQuery) -> None:
    assert query.title("en").endswith("?")
    assert query.title("zh").endswith("？")
    assert any("\u4e00" <= letter <= "\u9fff" for letter in query.title_zh)
    assert all(parameter.description for parameter in query.params)
    used = {token.text[1:] for token in tokens(query.text) if token.text.startswith("$")}
    assert used == {parameter.name for parameter in query.params}


@QUERIES
def test_rows_have_an_order(query: NamedQuery) -> None:
    assert "ORDER BY" in query.text


def test_titles_differ() -> None:
    assert len({query.title_en for query in named_queries()}) == len(named_queries())
    assert len({query.title_zh for query in named_queries()}) == len(named_queries())


def test_a_misspelt_name_gets_suggestions() -> None:
    with pytest.raises(UnknownQueryError) as error:
        find_query("who_depend_on")
    assert "who_depends_on" in dict(error.value.suggestions)


def test_run_takes_a_name_or_sparql(store: Store) -> None:
    assert run(store, "fx_rate", {"currency": "HKD", "year": "1997"}).rows[0][0] == "1997-01"
    assert run(store, "SELECT ?p { ?p a def:Paradigm } ORDER BY ?p").rows[0] == (
        "https://w3id.org/definer/id/paradigm/ai",
    )


def test_run_in_chinese(store: Store) -> None:
    assert "微软" in {row[0] for row in run(store, "most_depended_on", lang="zh")}
    assert "Microsoft" in {row[0] for row in run(store, "most_depended_on", {"lang": "en"}, lang="zh")}


def test_as_of_moves_the_answer(store: Store) -> None:
    assert len(run(store, "who_depends_on", {"provider": "nvidia", "asOf": "2016"})) < len(run(store, "who_depends_on"))


def test_a_file_of_ones_own(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "own.rq"
    path.write_text(
        '# param country="US" (ISO 3166)\nSELECT (COUNT(?o) AS ?n) { ?o def:country $country }', encoding="utf-8"
    )
    text = path.read_text(encoding="utf-8")
    assert run(store, text).rows != run(store, text, {"country": "CN"}).rows


@pytest.mark.parametrize("query", named_queries(), ids=lambda query: query.name)
def test_no_answer_is_cut_in_silence(query: NamedQuery) -> None:
    assert not re.search(r"\bLIMIT\s+\d", query.text), "a limit is a parameter that the reader sees"
