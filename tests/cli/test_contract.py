"""The command contract that scripts rely on, through the installed command's own entry point."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from .program import answer, run


@pytest.mark.parametrize("paradigm", ["pc", "search", "mobile", "new_energy", "ai"])
def test_power(store_path: Path, paradigm: str) -> None:
    few = ("--draws", "50", "--store", str(store_path))  # all draws are made for all paradigms, below
    document = answer("power", "--paradigm", paradigm, "--as-of", "2004", "--json", *few)
    assert {"as_of", "paradigm", "spec", "n", "firms"} <= document.keys()
    assert document["paradigm"] == paradigm
    for firm in document["firms"]:
        assert {"id", "name", "rank", "power", "reach", "lockin", "in_degree"} <= firm.keys()
        assert firm["name"].keys() == {"en", "zh"}
        assert firm["power"] == pytest.approx((firm["reach"] + firm["lockin"]) / 2, abs=1e-12)
    ranks = [firm["rank"] for firm in document["firms"]]
    assert ranks == sorted(ranks)


def test_power_ids_are_those_of_the_claims(store_path: Path) -> None:
    document = answer("power", "-p", "pc", "--as-of", "1990", "--json", "--store", str(store_path))
    assert {"microsoft", "intel"} <= {firm["id"] for firm in document["firms"][:5]}
    assert document["as_of"].startswith("1990")


def test_power_of_all_paradigms_keeps_the_form(store_path: Path) -> None:
    document = answer("power", "--json", "--store", str(store_path))
    assert document["paradigm"] is None
    assert document["as_of"] == "2025-11-15"
    assert {firm["paradigm"] for firm in document["firms"]} == {"pc", "search", "mobile", "new_energy", "ai"}
    assert document["n"] == sum(part["n"] for part in document["paradigms"].values())


def test_diagnostics_come_beside_the_score(store_path: Path) -> None:
    document = answer("power", "-p", "ai", "--draws", "0", "--json", "--diagnostics", "--store", str(store_path))
    for firm in document["firms"]:
        assert {"in_degree", "betweenness", "harmonic", "pagerank"} <= firm["diagnostics"].keys()


def test_premium(store_path: Path) -> None:
    document = answer("premium", "--json", "--store", str(store_path))
    assert list(document["baselines"]) == ["B1", "B2", "B3", "B4"]
    assert document["baselines"]["B1"]["n"] == document["n"]
    assert document["baselines"]["B3"]["n"] == 0
    assert list(document["baselines"]["B3"]["left_out"]) == ["no_book_value"]
    assert "nvidia" in document["definers"]
    assert document["link"].keys() >= {"n", "estimate", "p", "verdict", "spec", "unit"}
    assert document["link"]["verdict"] in {"SUPPORTED", "CONTRADICTED", "INCONCLUSIVE"}
    for firm in document["firms"]:
        assert firm.keys() >= {"id", "value_usd_bn", "baseline", "implied_usd_bn", "log_premium", "reason", "multiple"}
        assert (firm["log_premium"] is None) == (firm["reason"] is not None)


def test_explain_parts_sum_to_the_score(store_path: Path) -> None:
    document = answer("explain", "catl", "--paradigm", "new_energy", "--json", "--store", str(store_path))
    assert sum(part["value"] for part in document["parts"]) == pytest.approx(document["power"], abs=1e-9)
    assert all(tie["sources"] for tie in document["ties"])
    known = {tie["id"] for tie in document["ties"]}
    assert all(key in known for part in document["parts"] for key in part["ties"])


def test_explain_takes_a_chinese_name(store_path: Path) -> None:
    assert (
        answer("explain", "宁德时代", "-p", "new_energy", "--json", "--store", str(store_path))["firm"]["id"] == "catl"
    )


def test_query_json_is_w3c(store_path: Path) -> None:
    document = answer(
        "query",
        "-e",
        "SELECT (COUNT(*) AS ?n) WHERE { ?t a def:Tie }",
        "--format",
        "json",
        "--store",
        str(store_path),
    )
    assert document["head"]["vars"] == ["n"]
    assert int(document["results"]["bindings"][0]["n"]["value"]) >= 6351


def test_essay_count_is_a_query(store_path: Path) -> None:
    document = answer("query", "definitions_essay", "--format", "json", "--store", str(store_path))
    counts = {row["country"]["value"]: float(row["definitions"]["value"]) for row in document["results"]["bindings"]}
    assert counts == {"US": 3.0, "CN": 0.5}


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["power", "--paradigm", "steam"], 2, "steam"),
        (["explain", "microsft"], 2, "microsoft"),
        (["power", "--as-of", "2025-13"], 2, "2025-13"),
        (["query", "no_such_query"], 2, "no_such_query"),
        (["query"], 2, "query"),
        (["query", "-e", "SELECT ?x WHERE {"], 1, ""),
        (["query", "-e", "DELETE WHERE { ?s ?p ?o }"], 1, ""),
        (["nonsense"], 2, "nonsense"),
    ],
)
def test_exit_codes(store_path: Path, arguments: list[str], code: int, words: str) -> None:
    store = ["--store", str(store_path)] if arguments[0] in ("power", "explain", "query") else []
    done = run(*arguments, *store)
    assert done.returncode == code, done.stderr
    assert "Traceback" not in done.stderr
    assert words in done.stderr
    assert done.stdout == ""


def test_errors_speak_chinese(store_path: Path) -> None:
    done = run("explain", "微硬", "--lang", "zh", "--store", str(store_path))
    assert done.returncode == 2
    assert "没有名为“微硬”的机构" in done.stderr


def test_no_store_there(tmp_path: Path) -> None:
    done = run("power", "--store", str(tmp_path))
    assert done.returncode == 1
    assert "definer build" in done.stderr


def test_help_loads_nothing_heavy() -> None:
    code = (
        "import sys, definer.cli as cli\n"
        "sys.argv = ['definer', '--help']\n"
        "try: cli.main()\n"
        "except SystemExit: pass\n"
        "heavy = {'rdflib', 'networkx', 'numpy', 'scipy', 'pyoxigraph', 'pyvis', 'pyshacl'}\n"
        "heavy |= {'pandas', 'pydantic', 'rustworkx', 'jinja2'}\n"
        "print(sorted(heavy & set(sys.modules)), file=sys.stderr)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, encoding="utf-8", check=True,
        env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[2] / "src")},
    )  # fmt: skip
    assert done.stderr.strip() == "[]"
    assert "demo" in done.stdout


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_tables_fit_80_columns(store_path: Path, lang: str) -> None:
    for arguments in (["power", "--draws", "50"], ["premium"], ["explain", "nvidia"], ["query", "--list"]):
        store = ["--store", str(store_path)] if "--list" not in arguments else []
        done = run(*arguments, "--lang", lang, *store, COLUMNS="80")
        assert done.returncode == 0, done.stderr
        assert done.stdout
        assert max(_width(line) for line in done.stdout.splitlines()) <= 80


def _width(line: str) -> int:
    from rich.cells import cell_len

    return cell_len(line)
