"""``definer explain`` as a person and as a program sees it."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest
from rich.cells import cell_len

from . import program


def run(*arguments: str, columns: int = 80) -> subprocess.CompletedProcess[str]:
    return program.run(*arguments, COLUMNS=str(columns))


def answer(*arguments: str) -> Any:
    done = run(*arguments, "--json")
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize(
    "arguments",
    [
        ("nvidia", "--top", "3"),
        ("softbank",),
        ("catl", "-p", "new_energy", "--compare", "byd", "--top", "4"),
        ("catl", "-p", "new_energy", "--compare-as-of", "2015", "--setting", "alpha=0.5"),
        ("catl", "-p", "new_energy", "--compare-setting", "evidence=sourced", "--compare-setting", "rho=0.1"),
    ],
)
def test_everything_fits_80_columns(store_path: Path, arguments: tuple[str, ...], lang: str) -> None:
    done = run("explain", *arguments, "--lang", lang, "--store", str(store_path))
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    lines = done.stdout.splitlines()
    assert len(lines) > 20
    assert max(map(cell_len, lines)) <= 80


def test_a_chinese_name_and_the_order_of_the_sections(store_path: Path) -> None:
    done = run("explain", "宁德时代", "--lang", "zh", "--top", "2", "--store", str(store_path))
    assert done.returncode == 0, done.stderr
    heads = [
        "宁德时代 · 新能源",
        "按层",
        "按槽位",
        "按来源",
        "最大的构成",
        "若某条依赖关系不在表中",
        "上列依赖关系的证据",
    ]
    places = [done.stdout.index(head) for head in heads]
    assert places == sorted(places)
    assert "[有来源 0.75]" in done.stdout


def test_json_grows_by_the_ways_of_splitting(store_path: Path) -> None:
    document = answer("explain", "catl", "-p", "new_energy", "--evidence", "sourced", "--store", str(store_path))
    assert document["evidence"] == "sourced"
    for way in ("parts", "by_source", "by_slot", "by_layer", "by_tie"):
        assert sum(row["value"] for row in document[way]) == pytest.approx(document["power"], abs=1e-9)
    first = document["leave_one_out"][0]
    assert first["power"] - document["power"] == pytest.approx(first["change"], abs=1e-9)
    assert {tie["evidence"] for tie in document["ties"]} == {"sourced"}


@pytest.mark.parametrize(("lang", "words"), [
    ("en", ("fields sourced: existence, share", "share by units sold, 2016", "other fields are judged unless noted")),
    ("zh", ("有来源的字段：存在，份额", "份额口径：销量，2016", "其余字段除注明者外均为判断")),
])  # fmt: skip
def test_says_which_fields_a_source_bears_out(store_path: Path, lang: str, words: tuple[str, ...]) -> None:
    arguments = ("-p", "mobile", "--as-of", "2016", "--no-leave-one-out", "--top", "200", "--lang", lang)
    done = run("explain", "mediatek", *arguments, "--store", str(store_path))
    assert done.returncode == 0, done.stderr
    lines = done.stdout.splitlines()
    (place,) = [number for number, line in enumerate(lines) if line.startswith("  mob0443 ")]
    block = " ".join(line.strip() for line in lines[place : place + 4])
    assert all(word in block for word in words[:2])
    assert words[2] in done.stdout


def test_json_of_a_comparison(store_path: Path) -> None:
    document = answer(
        "explain", "catl", "-p", "new_energy", "--as-of", "2025", "--compare", "byd",
        "--compare-setting", "round-trip=no", "--store", str(store_path),
    )  # fmt: skip
    assert document["contrast"] == {"firm": ["catl", "byd"], "round_trip": [True, False]}
    assert document["difference"] == pytest.approx(document["a"]["power"] - document["b"]["power"], abs=1e-12)
    assert document["dependence"] + document["participants"] == pytest.approx(document["difference"], abs=1e-12)


def test_settings_move_the_score(store_path: Path) -> None:
    common = ("explain", "catl", "-p", "new_energy", "--no-leave-one-out", "--store", str(store_path))
    plain, other = answer(*common), answer(*common, "--setting", "rho=0.1", "--setting", "weights=0.2,0.8")
    assert other["spec"] != plain["spec"]
    assert "rho=0.1" in other["spec"]
    assert other["power"] > plain["power"]
    assert plain["leave_one_out"] is None
    expected = 0.2 * other["reach"] + 0.8 * other["lockin"]
    assert other["power"] == pytest.approx(expected, abs=1e-9)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("catl", "-p", "new_energy", "--compare", "catl"), "nothing to explain"),
        (("catl", "-p", "new_energy", "--as-of", "1900"), "No tie of New energy counts as of 1900"),
        (("catl", "--as-of", "1900"), "no counted tie of any paradigm"),
        (("catl", "-p", "pc", "--as-of", "1990"), "no counted tie of PC"),
        (("catl", "-p", "pc"), "largest in New energy"),
        (("catl", "-p", "pc", "--as-of", "1990", "--compare", "byd"), "the same score"),
    ],
)
def test_honest_empty_answers(store_path: Path, arguments: tuple[str, ...], words: str) -> None:
    done = run("explain", *arguments, "--lang", "en", "--store", str(store_path))
    assert done.returncode == 0, done.stderr
    assert words in done.stdout.replace("\n", " ")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("catl", "-p", "new_energy", "--compare", "microsft"), "microsoft"),
        (("catl", "-p", "steam"), "steam"),
        (("catl", "--setting", "gamma=1"), "alpha, rho"),
        (("catl", "--setting", "rho=2"), "[0, 1)"),
        (("catl", "--setting", "resourcing=nan"), "resourcing=nan"),
        (("catl", "--setting", "evidence=sourced"), "alpha, rho"),
        (("catl", "--compare-setting", "evidence=some"), "all | sourced"),
        (("catl", "--compare-setting", "known_by=2025-13"), "2025-13"),
        (("catl", "--compare-as-of", "soon"), "soon"),
    ],
)
def test_wrong_calls(store_path: Path, arguments: tuple[str, ...], words: str) -> None:
    done = run("explain", *arguments, "--lang", "en", "--store", str(store_path))
    assert done.returncode == 2, done.stderr
    assert words in done.stderr
    assert "Traceback" not in done.stderr
    assert done.stdout == ""


def test_a_hostile_quote_is_only_shown(tmp_path: Path, store_path: Path) -> None:
    from definer.graph.store import Store

    text = Store.open(store_path).nquads()
    quote = b"sole supplier for many of its early years"
    assert quote in text
    path = tmp_path / "hostile.nq"
    path.write_bytes(text.replace(quote, rb"\u001b[31m[red]<b>sole"))
    done = run("explain", "catl", "-p", "new_energy", "--as-of", "2020", "--store", str(path))
    assert done.returncode == 0, done.stderr
    assert "\x1b" not in done.stdout
    assert r"\u001b[31m[red]<b>sole" in done.stdout
