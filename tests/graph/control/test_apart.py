"""Control points and counts of definitions stay out of every score, and money stays out of them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from definer.graph.power import select

HOLDINGS = re.compile(r"def:(ControlPoint|ControlHolding|controlPoint|holder|degree|DefinitionEvent)\b")
MONEY = re.compile(r"def:(Investment|Valuation|Fundamental|investor|investee|low|high|currency)\b")


@pytest.mark.parametrize("room", ["power", "ensemble", "uncertainty"])
def test_no_score_reads_control_points(root: Path, room: str) -> None:
    files = sorted((root / "graph" / room).rglob("*.py"))
    assert files
    for file in files:
        text = file.read_text(encoding="utf-8")
        assert not HOLDINGS.search(text), file
        assert "control" not in re.findall(r"^\s*from \.+(\w+)", text, re.MULTILINE), file


def test_control_reads_no_money(root: Path) -> None:
    texts = [file.read_text(encoding="utf-8") for file in sorted((root / "graph" / "control").glob("*.py"))]
    names = ("held_sides", "definitions_essay", "definitions_essay_rule_researched", "definitions_symmetric")
    texts += [(root / "graph" / "queries" / f"{name}.rq").read_text(encoding="utf-8") for name in names]
    assert not [text for text in texts if MONEY.search(text) or ".worth" in text]
    assert not HOLDINGS.search(select.TIES_QUERY)
