"""The main job as a newcomer runs it."""

from __future__ import annotations

import csv
import hashlib
import io
import os
import subprocess
import sys
from pathlib import Path

import pyoxigraph
import pytest

OUTPUTS = {"dossier.html", "network.html", "power.csv", "premium.csv", "graph.ttl", "report.md", "report.html"}
# Every attempt to open a connection ends the run: the demo must not make one.
OFFLINE = """
import socket, sys
def refuse(*_): raise SystemExit("a network request was made")
socket.socket.connect = refuse
socket.create_connection = refuse
socket.getaddrinfo = refuse
from definer.cli import main
main()
"""


def demo(out: Path, *arguments: str, **variables: str) -> str:
    environment = os.environ | {"PYTHONPATH": str(Path(__file__).parents[2] / "src"), "LANG": "C.UTF-8"} | variables
    done = subprocess.run(
        [sys.executable, "-c", OFFLINE, "demo", "--out", str(out), *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=environment,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    return done.stdout


def table(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8"))))


@pytest.fixture(scope="module")
def english(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    out = tmp_path_factory.mktemp("demo") / "en"
    return out, demo(out, PYTHONHASHSEED="1")


def test_writes_the_seven_files(english: tuple[Path, str]) -> None:
    out, printed = english
    assert {path.name for path in out.iterdir()} == OUTPUTS
    for name in OUTPUTS:
        assert name in printed


def test_prints_the_answers(english: tuple[Path, str]) -> None:
    _, printed = english
    for words in ("2025-11-15", "firms", "sources", "unverified", "Nvidia", "CATL", "p =", "n ="):
        assert words in printed
    assert any(word in printed for word in ("SUPPORTED", "CONTRADICTED", "INCONCLUSIVE"))


def test_tables_can_be_read_back(english: tuple[Path, str]) -> None:
    out, _ = english
    power = table(out / "power.csv")
    assert {row["paradigm"] for row in power} == {"pc", "search", "mobile", "new_energy", "ai"}
    assert all(0 <= float(row["power"]) <= 1 for row in power)
    premium = table(out / "premium.csv")
    assert sum(bool(row["log_premium"]) for row in premium) >= 40
    assert all(bool(row["log_premium"]) != bool(row["reason"]) for row in premium)


def test_graph_is_turtle(english: tuple[Path, str]) -> None:
    out, _ = english
    triples = sum(1 for _ in pyoxigraph.parse(path=str(out / "graph.ttl"), format=pyoxigraph.RdfFormat.TURTLE))
    assert triples > 200_000


def test_same_bytes_whatever_the_hash_seed_and_locale(english: tuple[Path, str], tmp_path: Path) -> None:
    first, _ = english
    demo(tmp_path / "again", "--lang", "en", PYTHONHASHSEED="2", LC_ALL="C")
    for name in OUTPUTS:
        digests = {hashlib.sha256((folder / name).read_bytes()).hexdigest() for folder in (first, tmp_path / "again")}
        assert len(digests) == 1, name


def test_chinese(tmp_path: Path) -> None:
    printed = demo(tmp_path / "zh", "--lang", "zh")
    assert "定义权" in printed
    assert "宁德时代" in printed
    report = (tmp_path / "zh" / "report.md").read_text(encoding="utf-8")
    assert "范式" in report
    assert '<html lang="zh' in (tmp_path / "zh" / "network.html").read_text(encoding="utf-8")
