"""``definer validate``: every fault at once, in both languages, for tables and for RDF."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from definer.cli import app


def validate(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["validate", *arguments])


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("fault", ["self_tie", "encoding.gbk", "end_before_start", "unknown_source"])
def test_one_fault_one_line(root: Path, fault: str, lang: str) -> None:
    folder = root / "tests" / "invalid" / fault
    done = validate(str(folder / "claims"), "--lang", lang)
    assert done.exit_code == 1
    assert done.stdout == (folder / f"expected_{lang}.txt").read_text(encoding="utf-8")


def test_no_fault(root: Path) -> None:
    done = validate(str(root / "tests" / "valid"))
    assert done.exit_code == 0
    assert done.stdout == ""


def test_as_json(root: Path) -> None:
    done = validate(str(root / "tests" / "invalid" / "self_tie" / "claims"), "--json")
    assert done.exit_code == 1
    (fault,) = json.loads(done.stdout)
    assert (fault["file"], fault["column"], fault["code"]) == ("ties.csv", "provider", "self_tie")


def test_all_faults_of_several_folders_at_once(root: Path, tmp_path: Path) -> None:
    for fault in ("self_tie", "impossible_date"):
        shutil.copytree(root / "tests" / "invalid" / fault / "claims", tmp_path, dirs_exist_ok=True)
    done = validate(str(tmp_path))
    assert done.exit_code == 1
    assert {line.split(":")[0] for line in done.stdout.splitlines()} >= {"ties.csv", "valuations.csv"}


def test_foreign_rdf_is_checked_against_the_shapes(root: Path, tmp_path: Path) -> None:
    good = root / "tests" / "ontology" / "good.ttl"
    assert validate(str(good)).exit_code == 0
    bad = tmp_path / "bad.ttl"
    bad.write_text(good.read_text(encoding="utf-8").replace("def:degree 1.0", "def:degree 9.0"), encoding="utf-8")
    assert bad.read_bytes() != good.read_bytes()
    for lang in ("en", "zh"):
        done = validate(str(bad), "--lang", lang)
        assert done.exit_code == 1
        assert "holding" in done.stdout


def test_nothing_there(tmp_path: Path) -> None:
    assert validate(str(tmp_path / "nothing")).exit_code == 2


def test_text_that_is_no_rdf(tmp_path: Path) -> None:
    path = tmp_path / "x.ttl"
    path.write_text("no turtle", encoding="utf-8")
    done = CliRunner().invoke(app, ["validate", str(path)])
    assert done.exit_code == 1
