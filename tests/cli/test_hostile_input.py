"""What is asked of graphs that hold nothing, or text that a terminal would obey; and settings that must be said."""

from __future__ import annotations

import json
from functools import partial
from pathlib import Path

import pytest

from . import program

run = partial(program.run, COLUMNS="80")


_PREFIXES = """
@prefix def: <https://w3id.org/definer/ontology#> .
@prefix firm: <http://foreign.example/firms/> .
@prefix era: <http://foreign.example/eras#> .
@prefix layer: <https://w3id.org/definer/code/layer#> .
@prefix kind: <https://w3id.org/definer/code/tieKind#> .
@prefix evidence: <https://w3id.org/definer/code/evidence#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
era:mine a def:Paradigm ; skos:prefLabel "[bold]Era\\u001B[31m"@en , "时代\\u001B[31m"@zh-Hans ;
  def:codedFrom "2016"^^xsd:gYear ; def:codedTo "2024"^^xsd:gYear .
era:base a def:Slot ; skos:prefLabel "base"@en .
"""
_FIRM = 'firm:{id} a def:Organization , def:Company ; def:country "{country}" ; skos:prefLabel "{name}"@en .\n'
_TIE = """firm:t{n} a def:Tie ; def:dependent firm:{dependent} ; def:provider firm:{provider} ; def:paradigm era:mine ;
  def:slot era:base ; def:layer layer:tech ; def:tieKind kind:platform ; def:evidence evidence:known ;
  def:confidence 0.5 ; def:criticality 0.9 ; def:revocability 1.0 ; def:start "2019"^^xsd:gYear ;
  def:validFrom "2019-01-01"^^xsd:date .
"""


@pytest.fixture(scope="module")
def foreign(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("foreign") / "mine.ttl"
    firms = [("a", "US", "[red]A[/red]\\u001B[31m\\u202E"), ("b", "CN", "B\\u001B]0;x\\u0007"), ("c", "JP", "C")]
    ties = [("b", "a"), ("c", "a"), ("c", "b")]
    path.write_text(
        _PREFIXES
        + "".join(_FIRM.format(id=key, country=country, name=name) for key, country, name in firms)
        + "".join(_TIE.format(n=n, dependent=one, provider=other) for n, (one, other) in enumerate(ties)),
        encoding="utf-8",
    )
    return path


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize(
    "command",
    [
        ("power", "--draws", "5", "--diagnostics"),
        ("robustness", "--draws", "3"),
        ("coalition", "--countries"),
        ("explain", "http://foreign.example/firms/a"),
    ],
)
def test_names_are_shown_and_never_obeyed(foreign: Path, command: tuple[str, ...], lang: str) -> None:
    done = run(*command, "--store", str(foreign), "--lang", lang)
    assert done.returncode == 0, done.stderr
    assert "\\u001b[31m" in done.stdout.replace("\n", "")
    assert not {"\x1b", "\x07", "\u202e"} & set(done.stdout)


@pytest.mark.parametrize("command", [("power",), ("robustness",), ("coalition", "--countries")])
@pytest.mark.parametrize("json", [(), ("--json",)])
def test_a_graph_without_paradigms_is_an_error(tmp_path: Path, command: tuple[str, ...], json: tuple[str, ...]) -> None:
    (tmp_path / "sources.csv").write_text("id,title,tier\npaper,A paper,1\n", encoding="utf-8")
    done = run(*command, *json, "--claims", str(tmp_path))
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == "the claims hold no paradigm: there is nothing to rank\n"
    done = run(*command, *json, "--claims", str(tmp_path), "--lang", "zh")
    assert (done.returncode, done.stderr) == (1, "这些主张中没有任何范式，无从排名。\n")


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (
            ("power", "-p", "pc", "--draws", "0", "--known-by", "1988", "--evidence", "sourced"),
            "Setting: known by = 1988; evidence = sourced",
        ),
        (
            ("explain", "microsoft", "-p", "pc", "--compare", "intel", "--setting", "rho=0.1", "--lang", "zh"),
            "设定：rho = 0.1",
        ),
        (
            ("explain", "microsoft", "-p", "pc", "--compare-setting", "evidence=sourced", "--setting", "rho=0.1"),
            "Setting: rho = 0.1",
        ),
        (
            ("coalition", "microsoft", "intel", "-p", "pc", "--setting", "rho=0.1", "--evidence", "sourced"),
            "Setting: evidence = sourced; rho = 0.1",
        ),
        (
            ("robustness", "-p", "pc", "--draws", "2", "--evidence", "sourced", "--lang", "zh"),
            "设定：证据 = 仅有来源",
        ),
        (("completeness", "--rule", "ties", "--setting", "alpha=0.5"), "Setting: alpha = 0.5"),
    ],
)
def test_unusual_settings_are_printed(store_path: Path, arguments: tuple[str, ...], line: str) -> None:
    dated = (*arguments, "--as-of", "1990", "--store", str(store_path))
    done = run(*dated)
    assert done.returncode == 0, done.stderr
    assert line in done.stdout.splitlines()


def test_usual_settings_are_not_printed(store_path: Path) -> None:
    done = run("power", "-p", "pc", "--as-of", "1990", "--draws", "0", "--store", str(store_path))
    assert done.returncode == 0, done.stderr
    assert "Setting" not in done.stdout


def test_country_rankings_of_all_paradigms_carry_their_setting(store_path: Path) -> None:
    arguments = ("coalition", "--countries", "--evidence", "sourced", "--as-of", "1990", "--known-by", "1988")
    done = run(*arguments, "--json", "--store", str(store_path))
    assert done.returncode == 0, done.stderr
    document = json.loads(done.stdout)
    assert (document["as_of"], document["known_by"], document["evidence"]) == ("1990", "1988", "sourced")
    assert document["claims"] == document["paradigms"][0]["claims"] is not None


def test_the_list_of_queries_cuts_no_question() -> None:
    from definer.graph.named_queries import named_queries

    done = run("query", "--list", "--lang", "zh")
    assert done.returncode == 0, done.stderr
    assert "…" not in done.stdout
    questions = "".join(line[38:].strip() if line.isascii() else line for line in done.stdout.splitlines())
    text = "".join(questions.split())
    for named in named_queries():
        assert "".join(named.title("zh").split())[-6:] in text


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("coalition", "nvidia", "amd", "-p", "ai", "--resourcing", "0.5"), "--resourcing 须为 1 至 1e6 的数"),
        (("backtest", "--truth", "foo"), "foo 不是 范式=公司,公司 的形式"),
    ],
)
def test_usage_errors_speak_the_language_asked_for(arguments: tuple[str, ...], words: str) -> None:
    done = run(*arguments, "--lang", "zh")
    assert done.returncode == 2
    assert words in done.stderr


def test_chinese_pages_have_no_english_commas(store_path: Path) -> None:
    explained = run(
        "explain", "微软", "-p", "pc", "--as-of", "1990", "--top", "2", "--lang", "zh", "--store", str(store_path)
    )
    assert explained.returncode == 0, explained.stderr
    assert "操作系统，" in explained.stdout
    assert "操作系统, " not in explained.stdout
    counted = run("completeness", "--rule", "ties", "--lang", "zh", "--store", str(store_path))
    assert counted.returncode == 0, counted.stderr
    assert "%（n " in counted.stdout
    assert not any(mark in counted.stdout for mark in (", ", "; ", "(n "))


def test_a_backtest_before_the_first_tie_tried_nothing(store_path: Path) -> None:
    done = run("backtest", "--as-of", "1900", "--draws", "2", "--json", "--store", str(store_path))
    assert done.returncode == 0, done.stderr
    document = json.loads(done.stdout)
    assert (document["n"], document["p_best"], len(document["paradigms"])) == (0, None, 5)
