"""``definer curve`` and ``definer dyads`` through the command's own entry point."""

from __future__ import annotations

import json
from pathlib import Path

from .program import answer, run


def test_the_curve_as_json_is_the_same_bytes_in_any_process(store_path: Path) -> None:
    arguments = ("curve", "--permutations", "19", "--json", "--store", str(store_path))
    first, second = run(*arguments, PYTHONHASHSEED="1"), run(*arguments, PYTHONHASHSEED="2", OMP_NUM_THREADS="2")
    assert first.returncode == 0, first.stderr
    assert first.stdout == second.stdout
    document = json.loads(first.stdout)
    assert {"as_of", "spec", "n", "left_out", "specifications", "refused", "joint", "curve"} <= document.keys()
    assert (document["as_of"], document["registered"], document["permutations"]) == ("2025-11-15", True, 19)


def test_the_curve_in_both_languages(store_path: Path) -> None:
    for lang, words in (("en", "Specification curve"), ("zh", "设定曲线")):
        done = run("curve", "--permutations", "19", "--lang", lang, "--store", str(store_path), COLUMNS="80")
        assert done.returncode == 0, done.stderr
        assert done.stdout.startswith(words)
        assert done.stderr == ""


def test_pairs_of_firms(store_path: Path) -> None:
    document = answer("dyads", "--permutations", "49", "--json", "--store", str(store_path))
    assert document["pairs"] == document["n"] * (document["n"] - 1) // 2
    assert document["refusal"] is None
    assert document["terms"][0]["name"] == "tied"
    done = run("dyads", "--permutations", "49", "--lang", "zh", "--store", str(store_path))
    assert "有依赖关系的企业，定价是否相近？" in done.stdout


def test_a_date_without_marks_is_refused_in_words(store_path: Path) -> None:
    done = run("dyads", "--as-of", "1990", "--store", str(store_path))
    assert done.returncode == 0, done.stderr
    assert "Not answered: too few firms" in done.stdout
    done = run("curve", "--as-of", "1990", "--permutations", "9", "--store", str(store_path))
    assert done.returncode == 0, done.stderr
    assert "No specification could be run" in done.stdout


def test_wrong_use(store_path: Path) -> None:
    for arguments in (("curve", "--permutations", "-1"), ("dyads", "--as-of", "2025-13")):
        done = run(*arguments, "--store", str(store_path))
        assert done.returncode == 2
        assert done.stdout == ""


def test_the_picture(store_path: Path, tmp_path: Path) -> None:
    target = tmp_path / "curve.svg"
    arguments = ("curve", "--permutations", "9", "--store", str(store_path), "-o")
    done = run(*arguments, str(target))
    assert done.returncode == 0, done.stderr
    assert target.read_text(encoding="utf-8").startswith("<svg")
    done = run(*arguments, str(tmp_path / "curve.png"))
    assert done.returncode == 2
    assert "curve.png" in done.stderr
    done = run(*arguments, str(tmp_path / "none.svg"), "--as-of", "1990", "--lang", "zh")
    assert done.returncode == 1
    assert "没有可画的曲线" in done.stderr
    assert not (tmp_path / "none.svg").exists()
