"""``definer history`` as a program runs it."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from rich.cells import cell_len

from . import program


def run(*arguments: str, store: Path) -> subprocess.CompletedProcess[str]:
    """Run the command on a store."""
    return program.run("history", *arguments, "--store", str(store), COLUMNS="80")


def test_json(store_path: Path) -> None:
    years = ("--from", "2000", "--to", "2003")
    done = run("-p", "search", *years, "--draws", "20", "--seed", "3", "--json", store=store_path)
    assert done.returncode == 0, done.stderr
    document = json.loads(done.stdout)
    assert (document["as_of"], document["paradigm"]) == ("2003-12-31", "search")
    assert (document["seed"], document["draws"]) == (3, 20)
    assert document["spec"].startswith("power-1;")
    assert [row["year"] for row in document["years"]] == [2000, 2001, 2002, 2003]
    for year in document["years"]:
        assert year["n"] > 0
        assert year["verdict"]["word"] in {"definer", "contested", "none"}
        for firm in year["firms"]:
            assert firm["power"] == pytest.approx((firm["reach"] + firm["lockin"]) / 2, abs=1e-12)
            assert firm["power_interval"][0] <= firm["power_interval"][1]
            assert 1 <= firm["rank_interval"][0] <= firm["rank_interval"][1]
            assert 0 <= firm["p_rank1"] <= 1


@pytest.mark.parametrize(("lang", "words"), [("en", ("verdict", "plausibility")), ("zh", ("判定", "合理区间"))])
def test_table(store_path: Path, lang: str, words: tuple[str, ...]) -> None:
    done = run("-p", "pc", "--from", "1976", "--to", "1979", "--draws", "20", "--lang", lang, store=store_path)
    assert done.returncode == 0, done.stderr
    assert all(word in done.stdout for word in words)
    assert "1976*" in done.stdout
    assert "onfidence" not in done.stdout
    assert "置信" not in done.stdout
    assert max(map(cell_len, done.stdout.splitlines())) <= 80


def test_firms_may_be_listed_in_any_way(store_path: Path) -> None:
    firms = ("--firms", "微软", "intel,ibm", "--firms", "apple")
    done = run("-p", "pc", "--from", "1990", "--to", "1990", "--draws", "0", "--json", *firms, store=store_path)
    assert done.returncode == 0, done.stderr
    assert {firm["id"] for firm in json.loads(done.stdout)["firms"]} == {"microsoft", "intel", "ibm", "apple"}


def test_chart_files(store_path: Path, tmp_path: Path) -> None:
    for name, start in (("a.svg", "<svg "), ("a.html", "<!DOCTYPE html>")):
        path = tmp_path / name
        chart = ("--chart", str(path), "--lang", "zh")
        done = run("-p", "ai", "--from", "2023", "--draws", "10", *chart, store=store_path)
        assert done.returncode == 0, done.stderr
        assert str(name) in done.stderr.replace("\n", "")
        text = path.read_text(encoding="utf-8")
        assert text.startswith(start)
        assert "英伟达" in text


def test_years_before_all_ties_are_an_honest_empty_answer(store_path: Path) -> None:
    done = run("-p", "pc", "--from", "1950", "--to", "1951", "--draws", "5", store=store_path)
    assert done.returncode == 0
    assert "No ties in these years." in done.stdout


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["-p", "pc", "--from", "1990", "--to", "1980"], 2, "1990"),
        (["-p", "pc", "--to", "3000"], 2, "3000"),
        (["-p", "pc", "--from", "1"], 2, "1900"),
        (["-p", "pc", "--from", "soon"], 2, "--from"),
        (["-p", "steam"], 2, "steam"),
        (["-p", "pc", "--firms", "microsft", "--draws", "0"], 2, "microsoft"),
        (["-p", "pc", "--chart", "a.png"], 2, ".svg"),
        (["-p", "pc", "--draws", "-1"], 2, "draws"),
        ([], 2, "paradigm"),
        (["-p", "pc", "--draws", "0", "--chart", "/nowhere/at/all/a.svg"], 1, "/nowhere/at/all"),
    ],
)
def test_bad_calls(small_store_path: Path, arguments: list[str], code: int, words: str) -> None:
    done = run(*arguments, store=small_store_path)
    assert done.returncode == code, done.stderr
    assert "Traceback" not in done.stderr
    assert words in done.stderr
    assert done.stdout == ""
