"""What the READMEs show works as shown."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from decimal import Decimal
from importlib import import_module
from pathlib import Path

import pytest

import definer
from definer.data.read import Claims, shipped_claims
from definer.ontology.records import Slot, Tie

BLOCK = re.compile(r"```(\w+)\n(.*?)```", re.DOTALL)


def blocks(root: Path, name: str, language: str) -> list[str]:
    text = (root / name).read_text(encoding="utf-8")
    return [body for kind, body in BLOCK.findall(text) if kind == language]


def the_claims(kg: definer.KnowledgeGraph) -> Claims:
    assert kg.claims is not None
    return kg.claims


def commands(root: Path, name: str) -> list[str]:
    lines = [line for block in blocks(root, name, "sh") for line in block.splitlines()]
    return [line for line in lines if line.startswith("definer ")]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A user's folder with claims of their own."""
    home = tmp_path_factory.mktemp("readme")
    shutil.copytree(shipped_claims(), home / "my-claims")
    return home


def test_the_two_commands_stand_in_the_first_20_lines(root: Path) -> None:
    for name in ("README.md", "README.zh.md"):
        top = "\n".join((root / name).read_text(encoding="utf-8").splitlines()[:20])
        assert "python3 scripts/demo.py" in top
        assert "python3 scripts/test.py" in top


def test_commands_run(root: Path, folder: Path) -> None:
    shown = commands(root, "README.md")
    assert len(shown) >= 10
    # At the speed that a reader sees: each command has tests of its own, which coverage looks at.
    plain = {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE_")}
    environment = plain | {"PYTHONPATH": str(root / "src"), "LANG": "C.UTF-8"}
    for line in shown:
        done = subprocess.run(
            [sys.executable, "-m", *shlex.split(line)],
            cwd=folder, env=environment, capture_output=True, text=True, encoding="utf-8", check=False,
        )  # fmt: skip
        assert done.returncode == 0, f"{line}\n{done.stderr}"


def test_python_runs(root: Path) -> None:
    shown = blocks(root, "README.md", "python")
    assert shown
    for block in shown:
        exec(compile(block, "README.md", "exec"), {})


def test_the_chinese_readme_shows_the_same_commands(root: Path) -> None:
    def bare(name: str) -> list[str]:
        names = {"宁德时代": "catl", "东芝": "Toshiba", "全美达": "Transmeta"}
        return [
            re.sub("|".join(names), lambda m: names[m[0]], line.replace(" --lang zh", ""))
            for line in commands(root, name)
        ]

    assert bare("README.zh.md") == bare("README.md")


def test_pictures_and_links_are_there(root: Path) -> None:
    for name in ("README.md", "README.zh.md", "CONTRIBUTING.md", "data/README.md"):
        for target in re.findall(r"\]\(([^)#]+)\)", (root / name).read_text(encoding="utf-8")):
            if not target.startswith("http"):
                assert ((root / name).parent / target).exists(), f"{name}: {target}"


def test_the_counts_of_the_claims_are_those_of_the_claims(root: Path) -> None:
    text = (root / "data" / "README.md").read_text(encoding="utf-8")
    sys.path.insert(0, str(root / "scripts"))
    try:
        with_counts = import_module("claims_tables").with_counts
    finally:
        sys.path.pop(0)
    stale = re.sub(r"^\| (slots\.csv|all) \| [^|]*", r"| \1 | 1 ", text, flags=re.MULTILINE)
    assert stale != text
    assert with_counts(stale).splitlines() == text.splitlines(), "run scripts/generate.py"


def test_what_is_said_of_the_census_holds(kg: definer.KnowledgeGraph) -> None:
    counted = kg.census()
    assert 0.28 < counted.total.known / counted.total.rows < 0.39  # "about a third"
    assert all(one.gap is not None and abs(one.gap) < 0.1 for one in counted.paradigms)  # "about the same"
    assert {one.coded_to for one in counted.paradigms} == {kg.as_of}
    added = {"search.ai_answers", "ai.tool_subsystems", "new_energy.chip_foundry"}
    assert {slot.id for slot in the_claims(kg).of(Slot) if slot.listed} == added
    worded = {one.paradigm: one.total.provider_worded for one in counted.paradigms}
    assert worded["new_energy"] + worded["mobile"] > 0.9 * counted.total.provider_worded  # "nearly all"
    ties = [tie for tie in the_claims(kg).of(Tie) if tie.slot]
    assert all(tie.revocability == Decimal("0.2") for tie in ties if tie.provider.startswith(("IN_", "OPEN:")))
    assert all(tie.share_high == 0 for tie in ties if tie.status == "signed")


def test_every_command_is_in_the_reference(root: Path) -> None:
    from definer.cli import app

    reference = (root / "docs/cli.md").read_text(encoding="utf-8")
    names = [command.name for command in app.registered_commands]
    assert len(names) >= 8
    for name in names:
        assert f"## `definer {name}`" in reference
