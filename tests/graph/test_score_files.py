"""Scores written to files and into stores: whole or not at all, and claims stay as they are."""

from __future__ import annotations

import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pyoxigraph as ox
import pytest

from definer.data.read import Claims, read_claims
from definer.graph import disk, score_files
from definer.graph.named_queries import run
from definer.graph.score_files import save_scores
from definer.graph.scores import SCORES, score_lines
from definer.graph.store import Store, StoreError
from definer.knowledge import KnowledgeGraph


def parsed(lines: list[str]) -> set[ox.Quad]:
    return set(ox.parse("".join(lines), format=ox.RdfFormat.N_QUADS))


# --- files ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["scores.nq", "scores.trig", "得分.NQ"])
def test_files_hold_the_same_scores_and_the_same_bytes(kg: KnowledgeGraph, tmp_path: Path, name: str) -> None:
    results = [kg.power("pc", "1990", draws=20), kg.power("ai", draws=0)]
    path = tmp_path / name
    assert save_scores(results, path) == sum(len(result.firms) for result in results)
    quads = set(ox.parse(path=path, format=ox.RdfFormat.TRIG if name.endswith("trig") else ox.RdfFormat.N_QUADS))
    assert quads == parsed(score_lines(result.to_dict() for result in results))
    before = path.read_bytes()
    save_scores(reversed(results), path)
    assert path.read_bytes() == before
    assert [entry.name for entry in tmp_path.iterdir()] == [name]


def test_bytes_do_not_depend_on_the_hash_seed(tmp_path: Path, root: Path, store_path: Path) -> None:
    code = (
        "import sys, definer\n"
        "kg = definer.open(store=sys.argv[1]); kg.write_scores(kg.power('search', '2004', draws=10), sys.argv[2])"
    )
    for seed in ("1", "2"):
        subprocess.run(
            [sys.executable, "-c", code, str(store_path), str(tmp_path / f"{seed}.trig")],
            env={"PYTHONPATH": str(root / "src"), "PYTHONHASHSEED": seed, "LC_ALL": "C"}, check=True,
        )  # fmt: skip
    assert (tmp_path / "1.trig").read_bytes() == (tmp_path / "2.trig").read_bytes()


def test_a_file_of_something_else_is_left_alone(kg: KnowledgeGraph, tmp_path: Path) -> None:
    result = kg.power("pc", "1990", draws=0)
    for name, text in (("own.nq", "<a:a> <a:b> <a:c> .\n"), ("letter.trig", "dear reader")):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        with pytest.raises(StoreError, match="something else") as caught:
            save_scores([result], path)
        assert name in caught.value.message("zh")
        assert path.read_text(encoding="utf-8") == text
    with pytest.raises(StoreError, match=r"\.nq or \.trig"):
        save_scores([result], tmp_path / "scores.ttl")
    with pytest.raises(StoreError, match="definer build"):
        save_scores([result], tmp_path / "absent")
    with pytest.raises(FileNotFoundError, match=r"absent.scores\.nq"):
        save_scores([result], tmp_path / "absent" / "scores.nq")


def test_a_failed_write_leaves_the_old_file(
    kg: KnowledgeGraph, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "scores.nq"
    save_scores([kg.power("pc", "1990", draws=0)], path)
    before = path.read_bytes()

    def fail(number: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(score_files.os, "fsync", fail)
    with pytest.raises(OSError, match="No space left"):
        save_scores([kg.power("ai", draws=0)], path)
    assert path.read_bytes() == before
    assert [entry.name for entry in tmp_path.iterdir()] == ["scores.nq"]


# --- stores ---------------------------------------------------------------------------------------------------------


@pytest.fixture
def built(store_path: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(store_path, tmp_path / "store"))


def claims_of(store: Store) -> bytes:
    marker = f"<{SCORES}> .\n".encode()
    return b"".join(line for line in store.nquads().splitlines(keepends=True) if not line.endswith(marker))


def test_a_store_on_disk_takes_scores_and_keeps_its_claims(
    kg: KnowledgeGraph, store: Store, turtle: bytes, built: Path
) -> None:
    reader = Store.open(built)
    kg.write_scores(kg.power("ai", draws=20), built)
    opened = Store.open(built)
    assert claims_of(opened) == store.nquads()
    assert len(reader) == len(store)  # who had it open sees what was there
    kg.write_scores([kg.power("ai", draws=20), kg.power("pc", "1990", draws=0)], str(built))
    found = [row[:2] for row in run(Store.open(built), "scores")]
    assert found == [("AI", "2025-11-15"), ("PC", "1990-12-31")]
    assert Store.open(built).turtle() == turtle
    assert len([entry for entry in built.iterdir() if entry.is_dir()]) == 2


def test_questions_about_claims_do_not_see_scores(kg: KnowledgeGraph, store: Store, built: Path) -> None:
    kg.write_scores(kg.power("ai", draws=0), built)
    opened = Store.open(built)
    for question in (
        "SELECT ?o { ?o a schema:Observation } ORDER BY ?o",
        "SELECT ?s { ?s a def:Score }",
        "SELECT ?s { ?s def:scoring|dcterms:isPartOf ?o }",
        "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }",
    ):
        assert opened.query(question).rows == store.query(question).rows
    assert (opened.version, opened.as_of) == (store.version, store.as_of)
    assert len(opened.query(f"SELECT ?s {{ GRAPH <{SCORES}> {{ ?s a def:Score }} }}")) > 100
    assert kg.ties("ai") == KnowledgeGraph(opened).ties("ai")


def test_scores_of_other_claims_are_refused(kg: KnowledgeGraph, built: Path) -> None:
    result = kg.power("pc", "1990", draws=0)
    before = disk._pointer(built)
    for version in (None, "other"):
        foreign = replace(result, scored=replace(result.scored, claims=version))
        with pytest.raises(StoreError, match="--store") as caught:
            kg.write_scores([result, foreign], built)
        assert "版本" in caught.value.message("zh")
    assert disk._pointer(built) == before


@pytest.mark.parametrize("point", ["flush", "swap"])
def test_a_failing_write_leaves_the_store(
    kg: KnowledgeGraph, built: Path, monkeypatch: pytest.MonkeyPatch, point: str
) -> None:
    def fail(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(*((score_files, "replace_scores", fail) if point == "flush" else (disk, "_point", fail)))
    before = {entry.name for entry in built.iterdir()}
    with pytest.raises(KeyboardInterrupt):
        kg.write_scores(kg.power("pc", "1990", draws=0), built)
    assert {entry.name for entry in built.iterdir()} == before
    assert run(Store.open(built), "scores").rows == ()


def test_a_store_that_changed_meanwhile_is_not_overwritten(
    kg: KnowledgeGraph, root: Path, built: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put = score_files.replace_scores

    def put_late(database: ox.Store, lines: list[str]) -> None:
        Store.create(read_claims(root / "tests" / "valid"), built)
        put(database, lines)

    monkeypatch.setattr(score_files, "replace_scores", put_late)
    with pytest.raises(StoreError, match="meanwhile"):
        kg.write_scores(kg.power("pc", "1990", draws=0), built)
    assert run(Store.open(built), "scores").rows == ()


def test_in_memory_and_read_only(kg: KnowledgeGraph, claims: Claims, store_path: Path) -> None:
    own = KnowledgeGraph(Store.from_claims(claims), claims)
    assert own.query("scores_with_claims").rows == ()
    assert own.write_scores(own.power("ai", draws=0)) == len(own.query("scores_with_claims"))
    assert "英伟达" in {row[1] for row in own.query("scores_with_claims", lang="zh")}
    with pytest.raises(StoreError, match="read-only") as caught:
        KnowledgeGraph.open(store=store_path).write_scores(kg.power("pc", "1990", draws=0))
    assert "只读" in caught.value.message("zh")


def test_a_user_s_own_rdf(tmp_path: Path) -> None:
    path = tmp_path / "own.ttl"
    path.write_text(
        "@prefix d: <https://w3id.org/definer/ontology#> . @prefix x: <http://www.w3.org/2001/XMLSchema#> .\n"
        "@base <https://w3id.org/definer/> . @prefix f: <https://example.org/firms#> .\n"
        '<https://example.org/ties#1> a d:Tie ; d:paradigm <https://example.org/quantum> ; d:slot f:os ; '
        'd:layer <code/layer#tech> ; d:dependent f:a ; d:provider f:b ; d:validFrom "2000-01-01"^^x:date ; '
        "d:criticality 0.9 ; d:revocability 1.0 ; d:evidence <code/evidence#sourced> ; d:confidence 0.9 .\n"
        "f:a a d:Company . f:b a d:Company .\n",
        encoding="utf-8",
    )  # fmt: skip
    own = KnowledgeGraph.open(store=path)
    assert own.write_scores(own.power("https://example.org/quantum", draws=0)) == 2
    found = own.query("power_by_country", {"paradigm": "https://example.org/quantum", "asOf": own.as_of})
    assert [row[:4] for row in found] == [("?", "1", "1", "1")]
    assert own.query("scores").rows[0][14] is None  # claims without a version
