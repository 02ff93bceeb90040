"""``definer selftest``: what it prints, and its exit code."""

from __future__ import annotations

import json
from functools import partial

import pytest

from . import program

run = partial(program.run, "selftest")


def test_json_carries_every_test_and_a_pass_exits_with_0() -> None:
    done = run("--reps", "1", "--seed", "12", "--json")
    assert (done.returncode, done.stderr) == (0, "")
    document = json.loads(done.stdout)
    assert (document["seed"], document["reps"], document["n"], document["missed"]) == (12, 1, 20, [])
    assert document.keys() >= {"as_of", "spec", "draws", "claims"}
    ids = [test["id"] for test in document["tests"]]
    assert ids == [
        "T1",
        "T2",
        "T3",
        "T4",
        "T4b",
        "T5",
        "T5b",
        "T6",
        "T7",
        "T8",
        "T9",
        "T10",
        "T11",
        "T12",
        "T13",
        "T14",
        "T15",
        "T16",
        "T17",
        "T18",
    ]
    for test in document["tests"]:
        assert test["verdict"] in {"pass", "report"}
        assert all(test[key] for key in ("what", "reference", "threshold", "result"))


@pytest.mark.parametrize(
    ("lang", "words"),
    [("en", ("reference", "MISS", "1 missed", "missed: T3")), ("zh", ("参考值", "未达标", "1 项未达标", "未达标：T3"))],
)
def test_a_miss_exits_with_1_and_is_named(lang: str, words: tuple[str, ...]) -> None:
    done = run("--reps", "1", "--seed", "0", "--lang", lang)
    assert done.returncode == 1
    assert done.stderr.strip() == words[-1]
    assert all(word in done.stdout for word in words[:-1])
    assert all(_width(line) <= 80 for line in done.stdout.splitlines())


def _width(line: str) -> int:
    from rich.cells import cell_len

    return cell_len(line)


def test_wrong_usage_exits_with_2() -> None:
    done = run("--reps", "0")
    assert done.returncode == 2
    assert "--reps" in done.stderr
