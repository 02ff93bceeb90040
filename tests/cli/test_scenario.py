"""``definer scenario`` through the command's own entry point."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from definer.graph.scenario import example_names

from .program import answer, run


def width(text: str) -> int:
    from rich.cells import cell_len

    return max(map(cell_len, text.splitlines()))


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_the_shipped_scenarios_are_listed(lang: str) -> None:
    done = run("scenario", "--list", "--lang", lang, COLUMNS="80")
    assert done.returncode == 0, done.stderr
    assert all(name in done.stdout for name in example_names())
    assert width(done.stdout) <= 80
    assert ("未核实" if lang == "zh" else "unverified") in done.stdout
    listed = answer("scenario", "--list", "--json")
    assert [row["name"] for row in listed] == list(example_names())
    assert all(row["verified"] is False and row["sha256"] for row in listed)


def test_the_schema_is_printed() -> None:
    assert answer("scenario", "--schema")["title"] == "ScenarioDocument"


def test_a_saved_result_has_the_same_bytes_and_names_its_file(store_path: Path, tmp_path: Path) -> None:
    arguments = ("scenario", "microsoft_openai_apart", "--draws", "20", "--seed", "3", "--store", str(store_path))
    path = tmp_path / "a.json"
    done = run(*arguments, "--save", str(path), "--lang", "en", COLUMNS="80", PYTHONHASHSEED="1")
    assert done.returncode == 0, done.stderr
    assert width(done.stdout.replace(str(path), "")) <= 80
    saved = path.read_text("utf-8")
    document = json.loads(saved)
    assert document["scenario"]["file"] == "microsoft_openai_apart.yaml"
    assert document["scenario"]["sha256"] in done.stdout
    assert document["claims"]
    assert document["spec"].startswith("power-1;")
    assert run(*arguments, "--json", PYTHONHASHSEED="2").stdout == saved


def test_a_faulty_file_is_told_line_by_line_in_both_languages(tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text("title: {en: a, zh: b}\nparadigm: ai\noperations:\n  - {op: add_ti}\n", "utf-8")
    for lang, word in (("en", "no operation is called add_ti"), ("zh", "没有名为 add_ti 的操作")):
        done = run("scenario", str(path), "--lang", lang)
        assert done.returncode == 1
        assert done.stdout == ""
        assert "mine.yaml:4: operations[0].op: " in done.stderr
        assert word in done.stderr


def test_what_is_no_scenario_and_no_call() -> None:
    missing = run("scenario", "download_30_65", "--lang", "en")
    assert (missing.returncode, "did you mean downloads_30_65" in missing.stderr) == (1, True)
    assert run("scenario").returncode == 2


def test_hostile_text_is_shown_and_not_obeyed(tmp_path: Path) -> None:
    path = tmp_path / "x.yaml"
    path.write_text(
        'title: {en: "[red]a[/red]", zh: b}\nparadigm: "ai\\e[31m"\noperations:\n  - {op: "\\e[2J"}\n', "utf-8"
    )
    done = run("scenario", str(path), "--lang", "en")
    assert done.returncode == 1
    assert "\x1b" not in done.stderr
    assert "\\u001b[2J" in done.stderr
