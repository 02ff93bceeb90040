"""``definer coalition`` through the command's own entry point."""

from __future__ import annotations

import json
from math import fsum
from pathlib import Path
from typing import Any

import pytest

from . import program
from .program import run


def answer(*arguments: str) -> Any:
    return program.answer(*arguments, "--json")


SIX = ("catl", "byd", "calb", "gotion", "eve", "svolt")


def width(text: str) -> int:
    from rich.cells import cell_len

    return max(map(cell_len, text.splitlines()))


def test_the_command_of_the_contract(store_path: Path) -> None:
    document = answer(
        "coalition", *SIX, "--paradigm", "new_energy", "--dependents", "foreign", "--store", str(store_path)
    )
    assert {"as_of", "spec", "n", "total", "average", "synergy", "members", "sides"} <= document.keys()
    assert (document["as_of"], document["dependents"], document["method"]) == ("2025-11-15", "foreign", "exact")
    assert fsum(member["shapley"] for member in document["members"]) == pytest.approx(document["total"], abs=1e-9)
    assert document["average"] == pytest.approx(document["total"] / document["n"])
    assert document["members"][0]["name"] == {"en": "CATL", "zh": "宁德时代"}
    assert document["synergy"] == pytest.approx(document["total"] - document["singles"])


def test_names_in_either_language_and_unions(store_path: Path) -> None:
    document = answer(
        "coalition", "宁德时代", "byd", "LG Energy Solution", "-p", "new_energy", "--as-of", "2023",
        "--resourcing", "1.3", "--union", "catl,LG Energy Solution", "--store", str(store_path),
    )  # fmt: skip
    assert {member["id"] for member in document["members"]} == {"catl", "byd", "lges"}
    assert document["unions"] == [["catl", "lges"], ["byd"]]
    assert document["spec"].endswith(";g=1.3")
    assert fsum(member["owen"] for member in document["members"]) == pytest.approx(document["total"], abs=1e-9)


def test_a_country_and_the_same_bytes(store_path: Path) -> None:
    arguments = ("coalition", "--country", "us", "-p", "ai", "--draws", "20", "--seed", "7", "--store", str(store_path))
    first, second = run(*arguments, "--json", PYTHONHASHSEED="1"), run(*arguments, "--json", PYTHONHASHSEED="2")
    assert first.returncode == 0, first.stderr
    assert first.stdout == second.stdout
    document = json.loads(first.stdout)
    assert (document["method"], document["seed"], document["draws"]) == ("sampled", 7, 20)
    assert {member["country"] for member in document["members"]} == {"US"}
    assert all(member["shapley_error"] >= 0 for member in document["members"])


def test_countries_are_ranked(store_path: Path) -> None:
    document = answer("coalition", "--countries", "-p", "ai", "--store", str(store_path))
    assert document["countries"][0]["country"] == "US"
    averages = [row["average"] for row in document["countries"]]
    assert averages == sorted(averages, reverse=True)
    everything = answer("coalition", "--countries", "--store", str(store_path))
    assert [part["paradigm"] for part in everything["paradigms"]] == ["pc", "search", "mobile", "new_energy", "ai"]
    assert everything["n"] == sum(part["n"] for part in everything["paradigms"])


@pytest.mark.parametrize(("lang", "words"), [("en", "synergy"), ("zh", "沙普利值")])
def test_tables_fit_80_columns(store_path: Path, lang: str, words: str) -> None:
    for arguments in (
        [*SIX, "lges", "-p", "new_energy", "--resourcing", "1.3"],
        ["--country", "CN", "--country", "KR", "-p", "new_energy", "--draws", "5"],
    ):
        done = run("coalition", *arguments, "--lang", lang, "--store", str(store_path), COLUMNS="80")
        assert done.returncode == 0, done.stderr
        assert words in done.stdout
        assert " nan" not in done.stdout
        assert "-0.0000" not in done.stdout
        assert width(done.stdout) <= 80
    done = run("coalition", "--countries", "--lang", lang, "--store", str(store_path), COLUMNS="80")
    assert width(done.stdout) <= 80
    assert "US" in done.stdout


def test_firms_outside_the_graph_cost_nothing_and_are_named(store_path: Path) -> None:
    done = run("coalition", "catl", "byd", "-p", "pc", "--lang", "en", "--store", str(store_path))
    assert done.returncode == 0
    assert "without effect: CATL, BYD" in " ".join(done.stdout.split())
    document = answer("coalition", "catl", "byd", "-p", "new_energy", "--as-of", "1950", "--store", str(store_path))
    assert (document["n"], document["total"], document["average"]) == (0, 0, None)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["catl", "-p", "new_energy"], "alone is no coalition"),
        (["catl", "bydd", "-p", "new_energy"], "byd (BYD)"),
        (["catl", "宁德时代", "-p", "new_energy"], "named twice: catl"),
        (["--country", "ZZ", "-p", "new_energy"], 'no company of country "ZZ"'),
        (["catl", "byd", "-p", "steam"], 'no paradigm "steam"'),
        (["catl", "byd"], "--paradigm"),
        ([], "at least two firms"),
        (["catl", "byd", "-p", "new_energy", "--resourcing", "nan"], "--resourcing"),
        (["catl", "byd", "-p", "new_energy", "--resourcing", "0.5"], "--resourcing"),
        (["catl", "byd", "-p", "new_energy", "--union", "catl,apple"], "one union only: apple"),
        (["catl", "--countries"], "--countries"),
        (["catl", "byd", "-p", "new_energy", "--dependents", "some"], "--dependents"),
    ],
)
def test_bad_calls(store_path: Path, arguments: list[str], words: str) -> None:
    done = run("coalition", *arguments, "--lang", "en", "--store", str(store_path), COLUMNS="200")
    assert done.returncode == 2, done.stderr
    assert words in done.stderr
    assert "Traceback" not in done.stderr
    assert done.stdout == ""


def test_errors_speak_chinese(store_path: Path) -> None:
    done = run("coalition", "宁德", "比亚迪", "-p", "new_energy", "--lang", "zh", "--store", str(store_path))
    assert done.returncode == 2
    assert "宁德时代" in done.stderr
