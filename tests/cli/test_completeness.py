"""``definer completeness`` through the command's own entry point."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

import pytest

from . import program

run = partial(program.run, "completeness")


def answer(*arguments: str) -> Any:
    return program.answer("completeness", *arguments, "--json")


def test_three_rules_side_by_side(store_path: Path) -> None:
    document = answer("--store", str(store_path))
    assert document.keys() >= {"as_of", "spec", "n", "counts", "held", "ties"}
    counts = {
        (count["rule"], count["holdings"]): {row["country"]: row["definitions"] for row in count["countries"]}
        for count in document["counts"]
    }
    assert counts["essay", "essay"] == {"US": 3.0, "CN": 0.5}
    assert counts["symmetric", "researched"]["US"] == pytest.approx(3.55)
    assert len(counts) == 4
    assert {(count["scale"], count["theta"]) for count in document["ties"]["counts"]} == {
        (scale, theta) for scale in ("activity", "ceiling") for theta in (0.4, 0.5, 0.6)
    }
    for side in document["ties"]["sides"]:
        for row in side["countries"]:
            assert (row["average"] is None) == (row["n"] == 0)


@pytest.mark.parametrize(("rule", "there"), [("essay", False), ("symmetric", False), ("ties", True)])
def test_one_rule(store_path: Path, rule: str, *, there: bool) -> None:
    document = answer("--rule", rule, "--as-of", "2010", "--evidence", "sourced", "--store", str(store_path))
    assert (document["as_of"], document["evidence"], document["rules"]) == ("2010", "sourced", [rule])
    assert ("ties" in document) == there
    assert ("counts" in document) != there
    assert {count["rule"] for count in document.get("counts", [])} <= {rule}


def test_the_query_that_is_printed_gives_the_number(store_path: Path) -> None:
    document = answer("--rule", "symmetric", "--evidence", "sourced", "--store", str(store_path))
    count = document["counts"][1]
    asked = program.answer("query", "-e", count["sparql"], "--format", "json", "--store", str(store_path))
    rows = asked["results"]["bindings"]
    assert {row["country"]["value"]: float(row["definitions"]["value"]) for row in rows} == {
        row["country"]: row["definitions"] for row in count["countries"]
    }


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("en", ("Under the essay's rule, essay's holdings: US 3, CN 0.5.", "researched holdings: US 3.55", "9 of 9")),
        ("zh", ("按文章规则、文章所述控制权：US 3、CN 0.5。", "考证所得控制权：US 3.55", "9 侧中有 9 侧")),
    ],
)
def test_text_fits_80_columns_and_prints_each_rule_with_its_number(
    store_path: Path, lang: str, words: tuple[str, ...]
) -> None:
    from rich.cells import cell_len

    done = run("--lang", lang, "--store", str(store_path), COLUMNS="80")
    assert done.returncode == 0, done.stderr
    assert max(map(cell_len, done.stdout.splitlines())) <= 80
    for word in words:
        assert word in done.stdout


def test_few_dependents_and_uncoded_paradigms_are_pointed_out(store_path: Path) -> None:
    done = run("--rule", "ties", "--as-of", "1979", "--lang", "en", "--store", str(store_path), COLUMNS="80")
    assert done.returncode == 0, done.stderr
    text = " ".join(done.stdout.split())
    assert "not yet coded as of the date: Search, Mobile internet, New energy, AI" in text
    assert "fewer than 5 foreign dependents: PC software US (n 2)" in text


def test_settings_reach_the_score(store_path: Path) -> None:
    document = answer("--rule", "ties", "--setting", "rho=0", "--resourcing", "1.2", "--theta", "0.45",
                      "--store", str(store_path))  # fmt: skip
    assert "rho=0;" in document["spec"]
    assert document["spec"].endswith("g=1.2")
    assert document["ties"]["theta"] == 0.45


@pytest.mark.parametrize(
    "arguments",
    [["--theta", "nan"], ["--theta", "0"], ["--rule", "mine"], ["--as-of", "2025-13"], ["--resourcing", "0"]],
)
def test_bad_calls(store_path: Path, arguments: list[str]) -> None:
    done = run(*arguments, "--lang", "en", "--store", str(store_path))
    assert done.returncode == 2
    assert arguments[0] in done.stderr or arguments[1] in done.stderr
    assert "Traceback" not in done.stderr
    assert done.stdout == ""
