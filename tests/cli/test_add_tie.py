"""``definer add-tie``: what it prints, in both languages, and what it leaves alone."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from rich.cells import cell_len

from .program import answer, run

ROW = ("--dependent", "ibm", "--slot", "pc.cpu", "--provider", "IN_HOUSE", "--start", "1991")


@pytest.fixture
def folder(root: Path, tmp_path: Path) -> Path:
    """A copy of small sound claims."""
    return Path(shutil.copytree(root / "tests" / "valid", tmp_path / "claims"))


def contents(directory: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in directory.iterdir()}


def test_the_row_is_printed_as_it_was_written(folder: Path) -> None:
    done = run("add-tie", "--claims", str(folder), *ROW, "--lang", "en")
    assert (done.returncode, done.stderr) == (0, "")
    lines = done.stdout.splitlines()
    assert lines[0] == "wrote ties.csv:6"
    assert {"  id: t5", "  provider: IN_HOUSE", "  kind: component", "  revocability: 0.2"} <= set(lines)
    assert (folder / "ties.csv").read_text(encoding="utf-8").splitlines()[5].startswith("t5,ibm,IN_HOUSE,")


def test_chinese_names_and_words(folder: Path) -> None:
    row = ("--dependent", "国际商业机器", "--slot", "操作系统", "--provider", "微软", "--start", "1993")
    done = run("add-tie", "--claims", str(folder), *row, "--lang", "zh")
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("已写入 ties.csv:6\n  id：t5\n  dependent：ibm\n  provider：microsoft\n")


def test_as_json_with_evidence_and_warnings(folder: Path) -> None:
    evidence = ("--source", "annual_1995", "--fields", "existence,share", "--share", "0.1-0.3", "--quote", "its own")
    row = ("--dependent", "intel", "--slot", "pc.os", "--provider", "IN_HOUSE", "--start", "1992")
    dry = answer("add-tie", "--claims", str(folder), *row, *evidence, "--json", "--dry-run", "--lang", "en")
    document = answer("add-tie", "--claims", str(folder), *row, *evidence, "--json", "--lang", "en")
    assert document == dry
    assert document.keys() == {"file", "line", "row", "evidence", "warnings"}
    assert (document["file"], document["line"], document["row"]["share_high"]) == ("ties.csv", 6, "0.3")
    (found,) = document["evidence"]
    assert (found["file"], found["line"], found["row"]["fields"]) == ("tie_evidence.csv", 3, "existence;share")
    (warning,) = document["warnings"]
    assert (warning["code"], warning["line"]) == ("dependent_unlisted", 6)
    assert json.dumps(warning["message"]).startswith('"ties.csv:6: dependent: intel')


def test_a_dry_run_writes_nothing(folder: Path) -> None:
    before = contents(folder)
    done = run("add-tie", "--claims", str(folder), *ROW, "--dry-run", "--lang", "en")
    assert done.returncode == 0
    assert done.stdout.startswith("would write ties.csv:6\n  id: t5\n")
    assert contents(folder) == before


@pytest.mark.parametrize(("lang", "words"), [("en", "nothing was written"), ("zh", "未写入任何内容")])
def test_shares_above_one_are_refused(folder: Path, lang: str, words: str) -> None:
    before = contents(folder)
    row = (*ROW[:-1], "1985", "--share", "0.2")
    for extra in ((), ("--json",), ("--dry-run",)):
        done = run("add-tie", "--claims", str(folder), *row, *extra, "--lang", lang)
        assert (done.returncode, done.stdout) == (1, "")
        assert words in done.stderr
        assert "\n--share: " in done.stderr
        assert ("ties.csv:4, --share" if lang == "en" else "ties.csv:4、--share") in done.stderr
    assert contents(folder) == before


@pytest.mark.parametrize(
    ("lang", "words"), [("en", "warning: ties.csv:7: start: intel fills pc.cpu of ibm"), ("zh", "警告：ties.csv:7: ")]
)
def test_the_same_provider_at_the_same_time_is_told(folder: Path, lang: str, words: str) -> None:
    row = (*ROW[:4], "--provider", "intel", "--revocability", "0.6")
    first = run("add-tie", "--claims", str(folder), *row, "--start", "1991", "--lang", lang)
    assert (first.returncode, first.stderr) == (0, "")
    again = run("add-tie", "--claims", str(folder), *row, "--start", "1995", "--lang", lang)
    assert again.returncode == 0
    assert again.stderr.startswith(words)
    assert again.stderr.count("\n") == 1


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("en", "cannot be written, nothing was written: the name is too long: choose a shorter one"),
        ("zh", "无法写入，未写入任何内容：名称过长：请用较短的名称"),
    ],
)
def test_a_file_that_cannot_be_written_is_named(folder: Path, lang: str, words: str) -> None:
    far = folder.parent / ("t" * 250)  # no file beside it can have this name and more
    (folder / "ties.csv").rename(far)
    (folder / "ties.csv").symlink_to(far)
    before = contents(folder)
    done = run("add-tie", "--claims", str(folder), *ROW, "--lang", lang)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == f"{folder / 'ties.csv'} {words}\n"
    assert contents(folder) == before


def test_an_unknown_firm_gets_a_suggestion(folder: Path) -> None:
    before = contents(folder)
    row = ("--dependent", "mircosoft", *ROW[2:])
    english = run("add-tie", "--claims", str(folder), *row, "--lang", "en")
    assert (english.returncode, english.stderr) == (
        2,
        'no organization "mircosoft"; did you mean microsoft (Microsoft)?\n',
    )
    chinese = run("add-tie", "--claims", str(folder), *row, "--lang", "zh")
    assert chinese.stderr == "没有名为“mircosoft”的机构；是否指：microsoft（微软）？\n"
    assert contents(folder) == before


def test_the_directory_must_be_named() -> None:
    done = run("add-tie", *ROW, LANG="C.UTF-8")
    assert done.returncode == 2
    assert "--claims" in done.stderr


def test_claims_at_fault_are_refused(root: Path, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(root / "tests" / "invalid" / "self_tie" / "claims", tmp_path / "claims"))
    before = contents(folder)
    done = run("add-tie", "--claims", str(folder), *ROW, "--lang", "en")
    assert (done.returncode, done.stdout) == (1, "")
    assert "at fault before (1)" in done.stderr
    assert "definer validate" in done.stderr
    assert contents(folder) == before


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_it_fits_80_columns(folder: Path, lang: str) -> None:
    note = "a remark that goes on " * 8 + "又很长的备注" * 20
    done = run("add-tie", "--claims", str(folder), *ROW, "--note", note, "--lang", lang, COLUMNS="80")
    assert done.returncode == 0, done.stderr
    lines = done.stdout.splitlines()
    assert max(cell_len(line) for line in lines) <= 80
    assert all(line == line.rstrip() for line in lines)
    shown = run("add-tie", "--help", COLUMNS="80", DEFINER_LANG=lang)
    assert max(cell_len(line) for line in shown.stdout.splitlines()) <= 80
