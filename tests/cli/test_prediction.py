"""``definer prediction``: both languages in eighty columns, JSON, the rows of the panel."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from .program import answer, run

FAST = ("prediction", "--permutations", "99", "--no-lead-lag")


def width(line: str) -> int:
    return sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in line)


@pytest.mark.parametrize(("lang", "word"), [("en", "Which leads"), ("zh", "谁领先谁")])
def test_words_in_eighty_columns(store_path: Path, lang: str, word: str) -> None:
    done = run(*FAST, "--lang", lang, "--store", str(store_path), COLUMNS="80")
    assert done.returncode == 0, done.stderr
    assert word in done.stdout
    assert all(width(line.rstrip()) <= 80 for line in done.stdout.splitlines())
    assert "…" not in done.stdout


def test_json(store_path: Path) -> None:
    document = answer(*FAST, "--json", "--store", str(store_path))
    assert document["verdict"] in {"neither", "both", "power_leads_price", "price_leads_power"}
    assert document["projections"]["permutations"] == 99
    assert document["lead_lag"] is None
    assert {"as_of", "n", "n_firms", "left_out", "fixed_effects", "hold_out", "panel"} <= document.keys()


def test_rows(store_path: Path) -> None:
    rows = answer("prediction", "--rows", "--store", str(store_path))
    assert {"firm", "year", "premium", "power", "claims"} <= rows[0].keys()
    assert rows == sorted(rows, key=lambda row: (row["firm"], row["year"]))


def test_too_few_permutations_are_a_wrong_call() -> None:
    assert run("prediction", "--permutations", "5").returncode == 2
