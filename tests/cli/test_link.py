"""``definer link`` through the command's own entry point."""

from __future__ import annotations

from pathlib import Path

import pytest
from rich.cells import cell_len

from .program import answer, run


def test_the_command_of_the_contract(store_path: Path) -> None:
    document = answer("link", "--json", "--store", str(store_path))
    assert {
        "as_of",
        "n",
        "spec",
        "registered",
        "verdict",
        "estimate",
        "interval_95",
        "p",
        "left_out",
    } <= document.keys()
    assert document["registered"] is True
    assert (document["permutations"], document["seed"]) == (9999, 20251115)
    assert document["forms"].keys() == {"ratio", "free"}
    assert document["conditions"]
    assert 0 < document["sign_share"] < 1
    assert document["dropped"]


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_it_is_read_in_eighty_columns(store_path: Path, lang: str) -> None:
    done = run("link", "--permutations", "199", "--lang", lang, "--store", str(store_path), COLUMNS="80")
    assert done.returncode == 0, done.stderr
    assert max(map(cell_len, done.stdout.splitlines())) <= 80
    assert "…" not in done.stdout  # nothing is cut off
    assert ("并非登记的检验" if lang == "zh" else "Not the registered test") in done.stdout


def test_brief_says_the_verdict_and_the_hash(store_path: Path) -> None:
    done = run("link", "--brief", "--lang", "en", "--store", str(store_path))
    assert done.stdout.startswith(("INCONCLUSIVE", "CONTRADICTED"))
    assert "sha256" in done.stdout
    assert len(done.stdout.splitlines()) < 12


def test_the_same_bytes_whatever_the_hash_seed(store_path: Path) -> None:
    arguments = ("link", "--json", "--permutations", "99", "--store", str(store_path))
    first, second = run(*arguments, PYTHONHASHSEED="1"), run(*arguments, PYTHONHASHSEED="2", LANG="de_DE.UTF-8")
    assert first.stdout == second.stdout
    assert first.returncode == 0


def test_too_early_a_date_is_refused_in_words(store_path: Path) -> None:
    done = run("link", "--as-of", "1960", "--lang", "en", "--store", str(store_path))
    assert done.returncode == 0
    assert "too few firms (0 < 20)" in done.stdout


@pytest.mark.parametrize("arguments", [["--permutations", "7"], ["--seed", "-1"], ["--as-of", "2025-13"]])
def test_wrong_usage(arguments: list[str]) -> None:
    assert run("link", *arguments).returncode == 2
