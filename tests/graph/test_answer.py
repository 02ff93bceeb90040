from __future__ import annotations

import csv
import io
import json
import xml.etree.ElementTree as ET

import pyoxigraph as ox
import pytest
from rich.console import Console

from definer.graph.answer import Answer
from definer.graph.errors import GraphError
from definer.graph.store import Store

ROWS = """
SELECT ?thing ?number ?text WHERE { VALUES (?thing ?number ?text) {
  (<https://w3id.org/definer/id/org/catl> 1.50 "a,b")
  (UNDEF 2 "[red]x[/red]\\u001B[31m<script>alert(1)</script>")
  ("宁德时代" UNDEF "=1+1") } }
"""


def answer(text: str) -> Answer:
    return Answer(ox.Store().query(text), lambda _, lang: {"en": "CATL", "zh": "宁德时代"}[lang])


def test_rows_are_plain_text_and_none() -> None:
    found = answer(ROWS)
    assert found.kind == "select"
    assert found.columns == ("thing", "number", "text")
    assert found.rows[0] == ("https://w3id.org/definer/id/org/catl", "1.5", "a,b")
    assert found.rows[1][0] is None
    assert found.rows[2][1] is None
    assert len(found) == len(list(found)) == 3
    assert found.truth


def test_w3c_formats() -> None:
    found = answer(ROWS)
    assert found.to("csv").split("\r\n")[:2] == ["thing,number,text", 'https://w3id.org/definer/id/org/catl,1.5,"a,b"']
    assert found.to("csv").endswith(",=1+1\r\n")
    assert found.to("tsv").splitlines()[:2] == [
        "?thing\t?number\t?text",
        '<https://w3id.org/definer/id/org/catl>\t1.5\t"a,b"',
    ]
    data = json.loads(found.to("json"))
    assert data["head"]["vars"] == ["thing", "number", "text"]
    assert data["results"]["bindings"][0]["number"]["datatype"].endswith("#decimal")
    assert "thing" not in data["results"]["bindings"][1]
    plain = answer('SELECT ("a" AS ?x) {}').to("xml")
    assert [item.text for item in ET.fromstring(plain).iter() if item.tag.endswith("literal")] == ["a"]


def test_csv_quotes_an_iri_that_holds_a_comma() -> None:
    found = answer('SELECT ?a ?b ?c { VALUES (?a ?b ?c) { (<http://x/a,b> "q \\"x\\",\\n" UNDEF) (UNDEF "" 1) } }')
    assert list(csv.reader(io.StringIO(found.to("csv"), newline=""))) == [
        ["a", "b", "c"], ["http://x/a,b", 'q "x",\n', ""], ["", "", "1"],
    ]  # fmt: skip


def test_turtle_of_text_with_separators_of_lines() -> None:
    text = "a\x0bb\x85c\u2028d\u2029e"
    found = answer(f"CONSTRUCT {{ <http://x/a> <http://x/b> '{text}' }} {{}}")
    (triple,) = ox.parse(found.to("ttl"), format=ox.RdfFormat.TURTLE)
    assert triple.object == ox.Literal(text)


def test_table_shows_names_and_no_markup_or_control_character() -> None:
    text = answer(ROWS).to("table")
    assert "CATL" in text
    assert "w3id.org" not in text
    assert "[red]x[/red]" in text
    assert "\x1b" not in text
    assert "\\u001b" in text
    assert all(len(line) <= 80 for line in text.splitlines())
    assert "宁德时代" in answer(ROWS).to("table", lang="zh").splitlines()[2]


def test_table_cuts_no_cell_and_says_when_rows_are_left_out() -> None:
    long = "w" * 300
    text = answer(f'SELECT ?a ?b {{ VALUES (?a ?b) {{ ("{long}" 1) ("x" 2) ("y" 3) }} }}').to("table", limit=1)
    assert text.count("w") == 300 + "rows are NOT shown".count("w")
    assert "!!! 2 of 3 rows are NOT shown" in text
    assert "2 行未显示" in answer("SELECT ?a { VALUES ?a { 1 2 3 } }").to("table", lang="zh", limit=1)
    assert "NOT" not in answer("SELECT ?a { VALUES ?a { 1 2 3 } }").to("table")


def test_many_columns_become_lists() -> None:
    columns = " ".join(f"({number} AS ?column{number})" for number in range(12))
    text = answer(f"SELECT {columns} {{}}").to("table")
    assert text.splitlines()[0].startswith("-- 1 ")
    assert "column11  11" in text
    assert all(len(line) <= 80 for line in text.splitlines())


def test_print_keeps_brackets() -> None:
    out = io.StringIO()
    answer(ROWS).print(Console(file=out, width=60), "zh")
    assert "[red]x[/red]" in out.getvalue()


def test_ask() -> None:
    yes, no = answer("ASK {}"), answer("ASK { ?a ?b ?c }")
    assert (yes.truth, no.truth) == (True, False)
    assert yes.rows == (("true",),)
    assert json.loads(no.to("json"))["boolean"] is False
    assert yes.to("csv") == "true"
    assert "true" in yes.to("table")


def test_graph() -> None:
    found = answer('CONSTRUCT { <https://w3id.org/definer/id/org/b> <a:p> "x"@zh-Hans , 2 . <a:a> a <a:C> } {}')
    assert found.kind == "graph"
    assert found.columns == ("subject", "predicate", "object")
    assert len(found) == 3
    turtle = found.to("ttl")
    assert turtle.endswith('\n\n<a:a> a <a:C> .\n\n<id/org/b> <a:p> 2 , "x"@zh-Hans .\n')
    back = {quad.triple for quad in ox.parse(turtle, format=ox.RdfFormat.TURTLE)}
    assert back == {quad.triple for quad in ox.parse(found.to("xml"), format=ox.RdfFormat.RDF_XML)}
    assert back == {quad.triple for quad in ox.parse(found.to("json"), format=ox.RdfFormat.JSON_LD)}


@pytest.mark.parametrize(
    ("query", "form"),
    [("SELECT * {}", "ttl"), ("ASK {}", "ttl"), ("CONSTRUCT {} {}", "csv"), ("CONSTRUCT {} {}", "tsv")],
)
def test_forms_that_do_not_fit_say_so(query: str, form: str) -> None:
    with pytest.raises(GraphError) as error:
        answer(query).to(form)  # type: ignore[arg-type]
    assert form in error.value.message("zh").lower() or "Turtle" in error.value.message("zh")


def test_unknown_form() -> None:
    with pytest.raises(GraphError, match="yaml"):
        answer("ASK {}").to("yaml")  # type: ignore[arg-type]


def test_no_rows() -> None:
    assert answer("SELECT ?a { FILTER(false) }").to("table") == "no rows\n"
    assert answer("SELECT ?a { FILTER(false) }").to("table", lang="zh") == "没有结果\n"


def test_pandas() -> None:
    frame = answer(
        "SELECT ?n ?d ?b ?t { VALUES (?n ?d ?b ?t) {"
        '(1.5 "2020-01-31"^^<http://www.w3.org/2001/XMLSchema#date> true "x") (UNDEF UNDEF UNDEF UNDEF) } }'
    ).to_pandas()
    assert list(frame.columns) == ["n", "d", "b", "t"]
    assert frame["n"][0] == 1.5
    assert frame["d"][0].isoformat() == "2020-01-31T00:00:00"
    assert bool(frame["b"][0]) is True
    assert frame.isna().iloc[1].all()


def test_html_is_escaped() -> None:
    page = answer(ROWS)._repr_html_()
    assert "<script>" not in page
    assert "&lt;script&gt;" in page
    numbers = " ".join(map(str, range(120)))
    assert "20 more rows are not shown" in answer(f"SELECT ?a {{ VALUES ?a {{ {numbers} }} }}")._repr_html_()


def test_codes_and_terms_of_the_shipped_store_have_names(store: Store) -> None:
    found = store.query(
        "SELECT ?kind { id:dataset a ?x . VALUES ?kind { def:Tie <https://w3id.org/definer/code/layer#dist> } }"
    )
    assert "distribution" in found.to("table")
    assert "distribution" not in found.to("table", lang="zh")
