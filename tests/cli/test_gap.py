"""``definer gap``: JSON, both languages in 80 columns, and wrong calls."""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path

import pytest

from .program import answer, run


def width(text: str) -> int:
    return max(sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in line) for line in text.splitlines())


def test_json_and_the_same_bytes(store_path: Path) -> None:
    arguments = ("gap", "US", "CN", "--draws", "49", "--seed", "3", "--store", str(store_path), "--json")
    first, second = run(*arguments, PYTHONHASHSEED="1"), run(*arguments, PYTHONHASHSEED="2")
    assert first.returncode == 0, first.stderr
    assert first.stdout == second.stdout
    document = json.loads(first.stdout)
    assert (document["draws"], document["seed"]) == (49, 3)
    assert document["verdict"]


@pytest.mark.parametrize(
    ("lang", "verdict", "residual"), [("en", "COUNTRY EFFECT", "unexplained"), ("zh", "国家效应", "未解释部分")]
)
def test_words_fit_80_columns(store_path: Path, lang: str, verdict: str, residual: str) -> None:
    done = run("gap", "US", "CN", "--draws", "49", "--lang", lang, "--store", str(store_path), COLUMNS="80")
    assert done.returncode == 0, done.stderr
    assert verdict in done.stdout
    assert residual in done.stdout
    assert " nan" not in done.stdout
    assert width(done.stdout) <= 80


def test_another_date(store_path: Path) -> None:
    document = answer("gap", "US", "CN", "--as-of", "2024", "--draws", "19", "--json", "--store", str(store_path))
    assert document["as_of"] == "2024"
    assert document["spec"]["registered_date"] is False
    assert document["placebo"]["list_year"] == "2024"


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["US", "US"], 2, "named twice"),
        (["US", "ZZ"], 2, '"ZZ"'),
        (["US", "TW"], 1, "TW: 5 firms"),
        (["US"], 2, "Missing argument"),
        (["US", "CN", "--draws", "0"], 2, "--draws"),
        (["US", "CN", "--as-of", "yesterday"], 2, "yesterday"),
    ],
)
def test_bad_calls(store_path: Path, arguments: list[str], code: int, words: str) -> None:
    done = run("gap", *arguments, "--lang", "en", "--store", str(store_path), COLUMNS="200")
    assert done.returncode == code, done.stderr
    assert words in done.stderr
    assert "Traceback" not in done.stderr
    assert done.stdout == ""
