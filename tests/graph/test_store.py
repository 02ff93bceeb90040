from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from types import MappingProxyType

import pyoxigraph as ox
import pytest
import rdflib

from definer.data.read import Claims
from definer.graph import disk
from definer.graph import store as store_module
from definer.graph.disk import StoreError
from definer.graph.sparql import QueryError
from definer.graph.store import DERIVED, ONTOLOGY, SCORES, Store

MICROSOFT = "https://w3id.org/definer/id/org/microsoft"
COUNT = "SELECT (COUNT(?t) AS ?n) WHERE { ?t a def:Tie }"


def scalar(store: Store, query: str) -> str | None:
    return store.query(query).rows[0][0]


# --- in memory ------------------------------------------------------------------------------------------------------


def test_all_ties_are_there(store: Store, claims: Claims) -> None:
    assert scalar(store, COUNT) == str(claims.counts["Tie"])
    assert store.as_of == claims.as_of
    assert store.version == claims.version


def test_a_query_sees_claims_vocabulary_and_shortcuts(store: Store) -> None:
    assert store.query("ASK { id:dataset dcterms:valid ?day }").truth
    assert store.query('ASK { def:Tie rdfs:label "tie"@en }').truth
    assert store.query(f"ASK {{ ?firm def:dependsOn <{MICROSOFT}> }}").truth
    assert not store.query(f"ASK {{ GRAPH <{ONTOLOGY}> {{ ?t a def:Tie }} }}").truth
    assert store.query(f"ASK {{ GRAPH <{DERIVED}> {{ ?a def:dependsOn ?b }} }}").truth


def test_shortcuts_do_not_multiply_rows(store: Store) -> None:
    twice = store.query("SELECT ?s ?p ?o { ?s ?p ?o . ?s a def:Paradigm } ").rows
    assert len(twice) == len(set(twice))


def test_scores_have_to_be_named() -> None:
    inner = ox.Store()
    inner.add(ox.Quad(ox.NamedNode("a:a"), ox.NamedNode("a:p"), ox.Literal("claim")))
    inner.add(ox.Quad(ox.NamedNode("a:b"), ox.NamedNode("a:p"), ox.Literal("other"), ox.NamedNode("a:graph")))
    inner.add(ox.Quad(ox.NamedNode("a:a"), ox.NamedNode("a:p"), ox.Literal("score"), ox.NamedNode(SCORES)))
    store = Store(inner)
    assert sorted(store.query("SELECT ?o { ?s <a:p> ?o }").rows) == [("claim",), ("other",)]
    assert store.query(f"SELECT ?o {{ GRAPH <{SCORES}> {{ ?s <a:p> ?o }} }}").rows == (("score",),)
    assert store.query(f"SELECT ?o FROM <{SCORES}> {{ ?s <a:p> ?o }}").rows == (("score",),)
    assert b"score" not in store.turtle()


def test_names(store: Store) -> None:
    assert store.label(MICROSOFT) == "Microsoft"
    assert store.label(MICROSOFT, "zh") == "微软"
    assert store.label("https://w3id.org/definer/code/layer#tech", "zh") is not None
    assert store.label("https://w3id.org/definer/ontology#Tie") == "tie"
    assert store.label("a:nothing") is None


def test_turtle_holds_the_claims_and_nothing_else(store: Store, turtle: bytes) -> None:
    text = turtle
    back = ox.Store()
    back.load(text, format=ox.RdfFormat.TURTLE)
    assert len(back) == sum(1 for _ in store._inner.quads_for_pattern(None, None, None, ox.DefaultGraph()))
    assert b"owl:Class" not in text
    assert b"def:dependsOn" not in text
    assert b"@zh-Hans" in text
    assert b"@zh-hans" not in text


@pytest.mark.filterwarnings("ignore:Dataset.default_context:DeprecationWarning")  # rdflib's own use of it
def test_rdflib_looks_at_the_same_store(store: Store) -> None:
    graph = store.rdflib()
    assert (rdflib.URIRef(MICROSOFT), rdflib.RDF.type, None) in graph
    rows = [tuple(row) for row in graph.query(COUNT) if isinstance(row, tuple)]
    assert [str(row[0]) for row in rows] == [scalar(store, COUNT)]
    assert len(list(graph.query("SELECT ?a WHERE { ?a def:dependsOn <" + MICROSOFT + "> }"))) > 10


# --- a user's own RDF -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("extension", ["ttl", "nt", "nq", "trig", "rdf", "jsonld"])
def test_rdf_of_every_kind(tmp_path: Path, extension: str) -> None:
    source = ox.Store()
    source.load(
        b'<a:x> a <https://w3id.org/definer/ontology#Tie> ; <http://www.w3.org/2004/02/skos/core#note> "caf\\u00e9" .',
        format=ox.RdfFormat.TURTLE,
    )
    format_ = ox.RdfFormat.from_extension(extension)
    assert format_ is not None
    path = tmp_path / f"own.{extension}"
    source.dump(path, format=format_, from_graph=None if format_.supports_datasets else ox.DefaultGraph())
    assert Store.from_rdf([path]).query("SELECT ?note { ?x a def:Tie ; skos:note ?note }").rows == (("café",),)


def test_shipped_claims_survive_turtle(tmp_path: Path, store: Store, turtle: bytes) -> None:
    path = tmp_path / "graph.ttl"
    path.write_bytes(turtle)
    again = Store.from_rdf([path])
    assert again.turtle() == turtle
    assert again.as_of == store.as_of
    assert scalar(again, "SELECT (COUNT(*) AS ?n) { ?a def:dependsOn ?b }") == scalar(
        store, "SELECT (COUNT(*) AS ?n) { ?a def:dependsOn ?b }"
    )


def test_blank_nodes_have_stable_names(tmp_path: Path) -> None:
    path = tmp_path / "own.ttl"
    path.write_text('<a:x> <a:p> [ <a:q> "1" ] , [ <a:q> "2" ] .', encoding="utf-8")
    one, two = Store.from_rdf([path]).turtle(), Store.from_rdf([path]).turtle()
    assert one == two
    assert one.count(b"_:") == 4


def test_separators_of_lines_inside_a_text_survive_turtle(tmp_path: Path) -> None:
    text = "a\x0bb\x85c\u2028d"
    source = tmp_path / "a.nt"
    source.write_text(f'<http://x/a> <http://x/b> "{text}" .\n', encoding="utf-8", newline="\n")
    (triple,) = ox.parse(Store.from_rdf([source]).turtle(), format=ox.RdfFormat.TURTLE)
    assert triple.object == ox.Literal(text)


def test_a_store_without_a_data_set_takes_its_latest_date(tmp_path: Path) -> None:
    path = tmp_path / "own.ttl"
    path.write_text(
        "@prefix d: <https://w3id.org/definer/ontology#> . @prefix x: <http://www.w3.org/2001/XMLSchema#> .\n"
        '<a:x> d:validFrom "1999-01-01"^^x:date . <a:y> d:validFrom "2001-05-01"^^x:date .',
        encoding="utf-8",
    )
    assert Store.from_rdf([path]).as_of == "2001-05-01"
    path.write_text("<a:x> <a:p> <a:y> .", encoding="utf-8")
    with pytest.raises(StoreError, match="dated"):
        _ = Store.from_rdf([path]).as_of


@pytest.mark.parametrize(("name", "text", "words"), [
    ("own.ttl", "<a:x> <a:p> .", "not well-formed"),
    ("own.docx", "", "unknown kind"),
    ("absent.ttl", None, "cannot be read"),
])  # fmt: skip
def test_rdf_that_cannot_be_read(tmp_path: Path, name: str, text: str | None, words: str) -> None:
    path = tmp_path / name
    if text is not None:
        path.write_text(text, encoding="utf-8")
    with pytest.raises(StoreError, match=words) as error:
        Store.from_rdf([path])
    assert name in error.value.message("zh")


# --- on disk --------------------------------------------------------------------------------------------------------


def test_a_store_on_disk_is_the_same(store_path: Path, store: Store) -> None:
    opened = Store.open(store_path)
    assert opened.nquads() == store.nquads()
    assert opened.as_of == store.as_of
    with pytest.raises(RuntimeError, match="read-write"):
        opened._inner.add(ox.Quad(ox.NamedNode("a:a"), ox.NamedNode("a:b"), ox.NamedNode("a:c")))


def small(claims: Claims, kinds: tuple[str, ...]) -> Claims:
    records = {name: found if name in kinds else () for name, found in claims.records.items()}
    return Claims(MappingProxyType(records), claims.as_of, claims.version, MappingProxyType({}))


@pytest.fixture
def old(claims: Claims, tmp_path: Path) -> Path:
    """A store of paradigms alone."""
    path = tmp_path / "store"
    Store.create(small(claims, ("Paradigm",)), path)
    return path


PARADIGMS = "SELECT (COUNT(?p) AS ?n) { ?p a def:Paradigm }"
SLOTS = "SELECT (COUNT(?p) AS ?n) { ?p a def:Slot }"


def test_a_new_store_replaces_the_old_and_readers_keep_theirs(old: Path, claims: Claims) -> None:
    reader = Store.open(old)
    new = Store.create(small(claims, ("Slot",)), old)
    assert scalar(new, PARADIGMS) == "0"
    assert scalar(new, SLOTS) == str(claims.counts["Slot"])
    assert scalar(reader, PARADIGMS) == str(claims.counts["Paradigm"])
    assert scalar(Store.open(old), SLOTS) == str(claims.counts["Slot"])
    for _ in range(2):
        Store.create(small(claims, ("Slot",)), old)
    assert len([entry for entry in old.iterdir() if entry.is_dir()]) == 2


@pytest.mark.parametrize("point", ["nquads_parts", "shortcuts"])
def test_a_failing_build_changes_nothing(
    old: Path, claims: Claims, monkeypatch: pytest.MonkeyPatch, point: str
) -> None:
    def fail(*_: object) -> bytes:
        raise KeyboardInterrupt

    monkeypatch.setattr(store_module, point, fail)
    before = sorted(entry.name for entry in old.iterdir())
    with pytest.raises(KeyboardInterrupt):
        Store.create(claims, old)
    assert sorted(entry.name for entry in old.iterdir()) == before
    assert scalar(Store.open(old), PARADIGMS) == str(claims.counts["Paradigm"])


def test_a_failing_swap_changes_nothing(old: Path, claims: Claims, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(path: Path, name: str) -> None:
        raise OSError(28, "No space left on device", str(path / name))

    monkeypatch.setattr(disk, "_point", fail)
    with pytest.raises(OSError, match="space"):
        Store.create(small(claims, ("Slot",)), old)
    assert scalar(Store.open(old), PARADIGMS) == str(claims.counts["Paradigm"])
    assert len([entry for entry in old.iterdir() if entry.is_dir()]) == 1


BUILD = """
import sys
from pathlib import Path
from definer.data.read import read_claims, shipped_claims
from definer.graph.store import Store
claims = read_claims(shipped_claims())
print("building", flush=True)
Store.create(claims, Path(sys.argv[1]))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
@pytest.mark.parametrize("delay", [0.4, 1.2])
def test_a_killed_build_leaves_the_old_store(old: Path, claims: Claims, root: Path, delay: float) -> None:
    environment = {**os.environ, "PYTHONPATH": str(root / "src")}
    with subprocess.Popen([sys.executable, "-c", BUILD, str(old)], env=environment, stdout=subprocess.PIPE) as builder:
        assert builder.stdout is not None
        builder.stdout.readline()
        time.sleep(delay)
        assert scalar(Store.open(old), PARADIGMS) == str(claims.counts["Paradigm"])
        builder.send_signal(signal.SIGKILL)
    assert builder.returncode == -signal.SIGKILL
    assert scalar(Store.open(old), PARADIGMS) == str(claims.counts["Paradigm"])
    again = Store.create(small(claims, ("Slot",)), old)
    assert scalar(again, SLOTS) == str(claims.counts["Slot"])


def test_what_a_dead_build_left_is_removed_in_time(old: Path, claims: Claims) -> None:
    dead, fresh = old / "building-dead", old / "building-fresh"
    dead.mkdir()
    fresh.mkdir()
    os.utime(dead, (0, 0))
    Store.create(small(claims, ("Slot",)), old)
    assert not dead.exists()
    assert fresh.exists()


def test_stores_that_cannot_be_opened_say_why(old: Path, tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="definer build --store"):
        Store.open(tmp_path / "absent")
    half = tmp_path / "half"
    (half / "building-1").mkdir(parents=True)
    with pytest.raises(StoreError, match="interrupted"):
        Store.open(half)
    foreign = tmp_path / "foreign"
    foreign.mkdir()
    (foreign / "letter.txt").write_text("x", encoding="utf-8")
    with pytest.raises(StoreError, match="not a store"):
        Store.open(foreign)
    pointer = old / "store.json"
    data = json.loads(pointer.read_text(encoding="utf-8"))
    pointer.write_text(json.dumps(data | {"format": 99}), encoding="utf-8")
    with pytest.raises(StoreError, match="format 99") as error:
        Store.open(old)
    assert "99" in error.value.message("zh")
    pointer.write_text(json.dumps(data | {"data": "../.."}), encoding="utf-8")
    with pytest.raises(StoreError, match="damaged"):
        Store.open(old)
    pointer.write_text(json.dumps(data), encoding="utf-8")
    shutil.rmtree(old / data["data"])
    with pytest.raises(StoreError, match="damaged"):
        Store.open(old)


def test_other_folders_are_left_alone(tmp_path: Path, claims: Claims) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text("dear", encoding="utf-8")
    with pytest.raises(StoreError, match=r"letter\.txt"):
        Store.create(small(claims, ()), tmp_path)
    with pytest.raises(StoreError, match="in the way"):
        Store.create(small(claims, ()), letter)
    assert letter.read_text(encoding="utf-8") == "dear"
    assert list(tmp_path.iterdir()) == [letter]


# --- queries that are refused ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("query", [
    "INSERT DATA { <a:a> <a:b> 1 }", "prefix x: <a:>\nDELETE WHERE { ?a ?b ?c }", "LOAD <http://example.org/x>",
    "clear all", "DROP GRAPH <a:a>", "WITH <a:g> DELETE { ?a ?b ?c } WHERE { ?a ?b ?c }",
    "# SELECT\nINSERT DATA { <a:a> <a:b> 1 }",
])  # fmt: skip
def test_updates_are_refused(store: Store, query: str) -> None:
    before = len(store)
    with pytest.raises(QueryError, match="read-only") as error:
        store.query(query)
    assert error.value.line >= 1
    assert "只读" in error.value.message("zh")
    assert len(store) == before


@pytest.mark.parametrize("service", ["SERVICE", "service silent", "\\u0053ERVICE", "SER\\U00000056ICE"])
def test_no_query_leaves_the_machine(store: Store, service: str) -> None:
    with pytest.raises(QueryError, match=r"SERVICE|SPARQL") as error:
        store.query(f"SELECT * WHERE {{\n  {service} <http://127.0.0.1:9/sparql> {{ ?a ?b ?c }} }}")
    assert error.value.line == 2


@pytest.mark.parametrize("query", [
    'ASK { ?service ?b "SERVICE <a:a>" } # SERVICE', "ASK { ?a <a:SERVICE> def:service }",
    "ASK { ?insert ?b 'INSERT' }",
])  # fmt: skip
def test_the_words_alone_do_no_harm(store: Store, query: str) -> None:
    assert store.query(query).kind == "ask"
