"""The generated files are what would be generated, and ``--check`` sees when they are not."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from definer.ontology.generate import GENERATED, drifted, main


def test_committed_files_are_up_to_date(root: Path) -> None:
    assert drifted(root / "ontology") == []


def test_writes_checks_and_notices_drift(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--check"], tmp_path) == 1
    assert list(tmp_path.iterdir()) == []
    assert main([], tmp_path) == 0
    assert main(["--check"], tmp_path) == 0
    capsys.readouterr()
    shapes = tmp_path / "shapes.ttl"
    shapes.write_bytes(shapes.read_bytes().replace(b"sh:maxLength 60", b"sh:maxLength 61"))
    assert main(["--check"], tmp_path) == 1
    assert capsys.readouterr().err.startswith("shapes.ttl differs")
    assert main([], tmp_path) == 0
    assert drifted(tmp_path) == []


def test_generated_text_is_the_same_bytes_everywhere(tmp_path: Path) -> None:
    written = []
    for seed in ("1", "2"):
        folder = tmp_path / seed
        folder.mkdir()
        code = f"from pathlib import Path; from definer.ontology.generate import main; main([], Path({str(folder)!r}))"
        environment = os.environ | {"PYTHONHASHSEED": seed, "LC_ALL": "C"}
        subprocess.run([sys.executable, "-c", code], check=True, env=environment, capture_output=True)
        written.append({name: (folder / name).read_bytes() for name in GENERATED})
    assert written[0] == written[1]
    assert all(b"\r" not in text for text in written[0].values())


def test_unknown_argument_is_a_usage_error(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--force"], tmp_path) == 2
    assert "usage" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []
