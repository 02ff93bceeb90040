"""``definer power --cohorts`` and ``--write-graph``, through the installed command's own entry point."""

from __future__ import annotations

import csv
import io
import json
import shutil
from pathlib import Path

import pyoxigraph as ox
import pytest
from rich.cells import cell_len

from definer.graph.scores import SCORES
from definer.graph.store import Store

from .program import run


@pytest.fixture
def own_store(store_path: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(store_path, tmp_path / "库"))


@pytest.fixture
def own_small_store(small_store_path: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(small_store_path, tmp_path / "库"))


def power(store: Path, *arguments: str, **variables: str) -> str:
    done = run("power", "--store", str(store), "--draws", "20", *arguments, cwd=None, **variables)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_scores_are_written_into_the_store_and_joined_with_claims(own_store: Path, lang: str) -> None:
    done = run("power", "-p", "ai", "--draws", "20", "--lang", lang, "--json",
               "--store", str(own_store), "--write-graph", str(own_store))  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert str(own_store) in done.stderr.replace("\n", "")
    firms = json.loads(done.stdout)["firms"]
    asked = run("query", "scores_with_claims", "--store", str(own_store), "--format", "csv", "--lang", lang)
    rows = list(csv.DictReader(io.StringIO(asked.stdout)))
    places = {firm["name"][lang]: str(firm["rank"]) for firm in firms}
    assert {row["firm"]: row["place"] for row in rows} == places
    assert rows[0]["country"] == "US"
    assert rows[0]["bestPlace"] == str(firms[0]["rank_interval"][0])


def test_a_store_without_scores_gives_an_honest_empty_answer(store_path: Path) -> None:
    for name in ("scores", "scores_with_claims", "power_and_valuations", "power_by_country"):
        done = run("query", name, "--store", str(store_path), "--lang", "zh")
        assert (done.returncode, done.stdout.strip()) == (0, "没有结果")


def test_a_file_of_scores(own_store: Path, tmp_path: Path) -> None:
    target = tmp_path / "scores.trig"
    power(own_store, "-p", "pc", "--as-of", "1990", "--write-graph", str(target))
    first = target.read_bytes()
    power(own_store, "-p", "pc", "--as-of", "1990", "--write-graph", str(target))
    assert target.read_bytes() == first
    power(own_store, "-p", "pc", "--as-of", "1990", "--seed", "5", "--write-graph", str(target))
    assert target.read_bytes() != first
    assert {quad.graph_name for quad in ox.parse(path=target)} == {ox.NamedNode(SCORES)}
    assert Store.from_rdf([target]).query("SELECT ?s { ?s a def:Score }").rows == ()  # reached by GRAPH alone


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize(
    ("name", "words"), [("scores.csv", ".trig"), ("nowhere", "definer build"), ("own.nq", "own.nq")]
)
def test_what_cannot_be_written_to_is_left_alone(
    own_small_store: Path, tmp_path: Path, name: str, words: str, lang: str
) -> None:
    own = tmp_path / "own.nq"
    own.write_text("<a:a> <a:b> <a:c> .\n", encoding="utf-8")
    done = run("power", "-p", "pc", "--draws", "0", "--store", str(own_small_store), "--lang", lang,
               "--write-graph", str(tmp_path / name))  # fmt: skip
    assert (done.returncode, done.stdout) == (1, "")
    assert words in done.stderr
    assert "Traceback" not in done.stderr
    assert any("\u4e00" <= letter <= "\u9fff" for letter in done.stderr.replace("库", "")) == (lang == "zh")
    assert own.read_text(encoding="utf-8") == "<a:a> <a:b> <a:c> .\n"
    assert {entry.name for entry in tmp_path.iterdir()} == {"库", "own.nq"}


def test_cohorts_stand_beside_the_ranking_without(store_path: Path) -> None:
    plain = json.loads(power(store_path, "-p", "new_energy", "--as-of", "2023", "--json"))
    document = json.loads(power(store_path, "-p", "new_energy", "--as-of", "2023", "--json", "--cohorts"))
    assert (plain["cohorts"], document["cohorts"]) == (False, True)
    assert document["n"] > plain["n"]
    assert "without_cohorts" not in plain["firms"][0]
    without = {firm["id"]: firm["without_cohorts"] for firm in document["firms"]}
    for firm in plain["firms"]:
        assert without.pop(firm["id"]) == {"rank": firm["rank"], "power": firm["power"]}
    assert set(without.values()) <= {None}
    every = json.loads(power(store_path, "--as-of", "2023", "--json", "--cohorts", "--diagnostics"))
    assert all("without_cohorts" in firm and "diagnostics" in firm for firm in every["firms"])


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_words_fit_and_say_with_and_without(store_path: Path, lang: str) -> None:
    text = power(store_path, "--cohorts", "--diagnostics", "--no-round-trip", "--lang", lang, COLUMNS="80")
    assert max(cell_len(line) for line in text.splitlines()) <= 80
    assert text.count("不计群体：" if lang == "zh" else "Without cohorts: ") == 5
    assert text.count("! 计入采用者群体" if lang == "zh" else "! with cohorts") == 5


def test_round_trips_can_be_left_out(store_path: Path) -> None:
    with_all, without = (
        json.loads(power(store_path, "-p", "ai", "--json", *more)) for more in ((), ("--no-round-trip",))
    )
    assert (with_all["round_trip"], without["round_trip"]) == (True, False)
    assert [firm["power"] for firm in with_all["firms"]] != [firm["power"] for firm in without["firms"]]
