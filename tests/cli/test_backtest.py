"""``definer backtest`` as a program runs it."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from rich.cells import cell_len

from . import program


def run(*arguments: str, store: Path) -> subprocess.CompletedProcess[str]:
    """Run the command on a store."""
    return program.run("backtest", *arguments, "--store", str(store), COLUMNS="80")


def test_json(store_path: Path) -> None:
    done = run("--draws", "5", "--seed", "2", "--json", store=store_path)
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    document = json.loads(done.stdout)
    assert (document["as_of"], document["n"], document["seed"], document["draws"]) == ("2025-11-15", 4, 2, 5)
    assert document["spec"].startswith("power-1;")
    assert document["p_best"] == 0.0625
    assert [trial["paradigm"] for trial in document["paradigms"]] == ["pc", "search", "mobile", "new_energy", "ai"]
    for trial in document["paradigms"][:4]:
        measures = {(row["measure"], row["variant"]): row for row in trial["measures"]}
        for measure in ("power", "in_degree", "documents", "revenue", "market_cap", "random"):
            row = measures[measure, "firms"]
            assert {"years", "mrr", "precision_at_1", "precision_at_3", "detection_year", "leads_from"} <= row.keys()
        assert measures["random", "firms"]["mrr"] < measures["power", "firms"]["mrr"]
        assert trial["in_degree_compared"]["sentence"].keys() == {"en", "zh"}
    assert document["paradigms"][3]["truth"]["group"] == "cn_new_energy"
    assert document["paradigms"][4]["truth"] is None


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("en", ("Looked for: Apple", "not by 2025", "False alarms", "in-degree", "p = 0.5")),
        ("zh", ("目标：苹果", "2025前未", "误报", "入度", "p 最好也只有")),
    ],
)
def test_table(store_path: Path, lang: str, words: tuple[str, ...]) -> None:
    done = run("-p", "mobile", "--draws", "20", "--by-year", "--lang", lang, store=store_path)
    assert done.returncode == 0, done.stderr
    flat = done.stdout.replace("\n", "")
    assert all(word in flat for word in words)
    assert "2007" in done.stdout
    assert max(map(cell_len, done.stdout.splitlines())) <= 80


def test_another_truth(store_path: Path) -> None:
    done = run(
        "-p", "ai", "--truth", "ai=英伟达", "--as-of", "2020", "--draws", "5", "--json", store=store_path
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    trial = json.loads(done.stdout)["paradigms"][0]
    assert trial["truth"]["definers"] == ["nvidia"]
    assert trial["truth"]["origin"] == "given"
    assert trial["to"] == 2020


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--truth", "pc"], "pc"),
        (["--truth", "pc="], "pc="),
        (["--truth", "pc=ibm", "--truth", "pc=intel"], "pc"),
        (["--truth", "pc=microsft"], "microsoft"),
        (["--truth", "steam=watt"], "steam"),
        (["-p", "pc", "--truth", "ai=nvidia"], "ai"),
        (["-p", "steam"], "steam"),
        (["--draws", "0"], "draws"),
        (["--as-of", "2025-13"], "2025-13"),
    ],
)
def test_bad_calls(store_path: Path, arguments: list[str], words: str) -> None:
    done = run(*arguments, store=store_path)
    assert done.returncode == 2, done.stderr
    assert "Traceback" not in done.stderr
    assert words in done.stderr
    assert done.stdout == ""
