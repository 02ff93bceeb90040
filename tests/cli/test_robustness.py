from __future__ import annotations

import json
from functools import partial
from pathlib import Path

import pytest
from rich.cells import cell_len

from . import program

run = partial(program.run, "robustness")


def test_json_carries_setting_and_all_answers(store_path: Path) -> None:
    arguments = ("-p", "pc", "--as-of", "1990", "--draws", "3", "--seed", "2", "--json", "--store", str(store_path))
    done = run(*arguments, PYTHONHASHSEED="1")
    assert (done.returncode, done.stderr) == (0, "")
    document = json.loads(done.stdout)
    assert document.keys() >= {"as_of", "spec", "n", "seed", "draws", "claims", "rows", "flip", "curation_cap"}
    assert document.keys() >= {"null_model", "spearman", "importance", "dominators", "sensitivity"}
    assert (document["seed"], document["draws"], document["sensitivity"]) == (2, 3, None)
    assert document["flip"]["leader"] == "microsoft"
    assert document["flip"]["number"] >= 1
    assert run(*arguments, PYTHONHASHSEED="2").stdout == done.stdout


def test_all_paradigms_without_one(store_path: Path) -> None:
    done = run("--as-of", "1990", "--draws", "1", "--json", "--store", str(store_path))
    assert done.returncode == 0, done.stderr
    document = json.loads(done.stdout)
    assert set(document["paradigms"]) == {"pc", "search", "mobile", "new_energy", "ai"}
    assert document["n"] == sum(part["n"] for part in document["paradigms"].values())
    assert document["paradigm"] is None


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("en", ("Flip number", "Curation cap", "It over-corrects", "A diagnostic, never a score", "total Sobol index")),
        ("zh", ("翻转数", "收录上限", "矫枉过正", "仅为诊断", "Sobol 总指数", "支配证书")),
    ],
)
def test_text_fits_80_columns_in_both_languages(store_path: Path, lang: str, words: tuple[str, ...]) -> None:
    done = run(
        "-p", "search", "--as-of", "2004", "--draws", "5", "--sensitivity", "--lang", lang, "--store", str(store_path),
        COLUMNS="80",
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    assert max(cell_len(line) for line in done.stdout.splitlines()) <= 80
    assert all(word in done.stdout for word in words)
    if lang == "zh":
        assert "谷歌" in done.stdout
        assert "power" not in done.stdout


def test_before_the_first_claim_there_is_nothing_to_overturn(store_path: Path) -> None:
    done = run("-p", "ai", "--as-of", "1900", "--draws", "2", "--sensitivity", "--store", str(store_path))
    assert done.returncode == 0, done.stderr
    assert "Nobody has power" in done.stdout


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("-p", "steam"), "steam"),
        (("-p", "pc", "--as-of", "1990-13"), "1990-13"),
        (("-p", "pc", "--draws", "0"), "draws"),
        (("-p", "pc", "--seed", "-1"), "seed"),
    ],
)
def test_wrong_calls_exit_with_2(store_path: Path, arguments: tuple[str, ...], words: str) -> None:
    done = run(*arguments, "--store", str(store_path))
    assert done.returncode == 2
    assert words in done.stderr
    assert "Traceback" not in done.stderr
    assert done.stdout == ""
