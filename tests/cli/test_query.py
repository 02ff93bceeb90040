"""``definer query``: what it says of questions that cannot be asked, and with which code it ends."""

from __future__ import annotations

from pathlib import Path

import pytest

from .program import run

COUNT = "# param firm=id:org/apple (firm)\nSELECT (COUNT(?t) AS ?n) { ?t def:provider $firm }"


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("-e", "SELECT"), 1, "1:7: not valid SPARQL"),
        (("-e", "slots"), 1, "1:1: the query starts with slots"),
        (("-e", ""), 1, "the query is empty"),
        (("nope",), 2, 'no query "nope" (all: definer query --list)\n'),
        (("slots_of",), 2, 'no query "slots_of"; did you mean slots, slots_of_firm'),
        (("fx_rate", "--param", "year=x"), 2, "year: x is not a value of type integer\n"),
        (("fx_rate", "--param", "yeer=1999"), 2, "no parameter yeer in this query; it has: currency, year\n"),
        (("fx_rate", "--param", "year"), 2, "year is not name=value"),
        (("who_depends_on", "--param", "provider=nope"), 2, 'no organization "nope"'),
        (("measured_shares", "--param", "paradigm=zz"), 2, 'no paradigm "zz"; did you mean ai (AI)'),
        (("evidence_of_tie", "--param", "tie=nope"), 2, 'no tie "nope"'),
        (("nowhere.rq",), 1, "nowhere.rq: there is no such file or folder: correct the path\n"),
        (("who_depends_on", "--param", "provider=nope", "--lang", "zh"), 2, "没有名为“nope”的机构"),
        (("nope", "--lang", "zh"), 2, "没有名为“nope”的查询。（全部查询：definer query --list）\n"),
        (("fx_rate", "--param", "year=x", "--lang", "zh"), 2, "year：x 不是 integer 类型的值\n"),
        (("nowhere.rq", "--lang", "zh"), 1, "nowhere.rq：没有这个文件或文件夹：请改正路径\n"),
    ],
)
def test_what_cannot_be_asked(store_path: Path, arguments: tuple[str, ...], code: int, words: str) -> None:
    done = run("query", *arguments, "--store", str(store_path))
    assert (done.returncode, done.stdout) == (code, ""), done.stderr
    assert words in done.stderr


def test_a_firm_by_its_chinese_name(store_path: Path) -> None:
    by_name = run("query", "slots_of_firm", "--param", "firm=英伟达", "--format", "csv", "--store", str(store_path))
    by_id = run("query", "slots_of_firm", "--param", "firm=nvidia", "--format", "csv", "--store", str(store_path))
    assert by_name.returncode == 0, by_name.stderr
    assert by_name.stdout == by_id.stdout
    assert by_id.stdout.count("\n") > 3


def test_a_file_is_never_a_name_and_takes_names(store_path: Path, tmp_path: Path) -> None:
    own = tmp_path / "own.rq"
    own.write_text(COUNT, encoding="utf-8")
    done = run("query", str(own), "--param", "firm=微软", "--format", "csv", "--store", str(store_path))
    assert done.returncode == 0, done.stderr
    assert int(done.stdout.splitlines()[1]) > 100
    own.write_text("slots", encoding="utf-8")
    done = run("query", str(own), "--store", str(store_path))
    assert (done.returncode, done.stdout) == (1, "")
    assert "1:1: the query starts with slots" in done.stderr
    own.write_bytes(b"\xff\xfe")
    done = run("query", str(own), "--store", str(store_path))
    assert done.returncode == 2
    assert "own.rq is not text in UTF-8" in " ".join(done.stderr.split())
