"""Tables and files for people: no formula runs, no half file is ever seen."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from pathlib import Path

import pytest

from definer.graph.power import NodeName
from definer.knowledge import KnowledgeGraph
from definer.viz.files import write_whole
from definer.viz.power_text import power_blocks
from definer.viz.report import Findings, find
from definer.viz.report_markdown import markdown
from definer.viz.tables import power_table, premium_table


@pytest.fixture(scope="module")
def findings(kg: KnowledgeGraph) -> Findings:
    powers = {paradigm: kg.power(paradigm) for paradigm in kg.paradigms}
    last = {name: kg.power(name, result.coded_to) for name, result in powers.items() if result.beyond_coded_period}
    sourced = {paradigm: kg.power(paradigm, evidence="sourced") for paradigm in kg.paradigms}
    return find(kg.store, kg.as_of, powers, sourced, last)


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_power_table_holds_every_company(findings: Findings) -> None:
    table = rows(power_table(findings))
    assert len(table) == sum(len(result.firms) for result in findings.powers.values())
    first = next(row for row in table if row["paradigm"] == "ai" and row["rank"] == "1")
    best = findings.powers["ai"].firms[0]
    assert first["id"] == best.id
    assert float(first["power"]) == pytest.approx(best.power, rel=1e-9)


def test_premium_table_has_a_number_or_a_reason(kg: KnowledgeGraph) -> None:
    for row in rows(premium_table(kg.premium())):
        assert bool(row["log_premium"]) != bool(row["reason"]), row["id"]


@pytest.mark.parametrize("name", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1"])
def test_text_cannot_run_as_a_formula(findings: Findings, name: str) -> None:
    result = findings.powers["ai"]
    hostile = {key: NodeName(name, name, names.company) for key, names in result.names.items()}
    table = rows(power_table(replace(findings, powers={"ai": replace(result, names=hostile)})))
    assert {row["name_en"] for row in table} == {"'" + name}


def test_report_keeps_markup_as_text(findings: Findings) -> None:
    result = findings.powers["ai"]
    hostile = dict.fromkeys(result.names, NodeName("<b>|[x](http://x)*", "<b>|[x](http://x)*"))
    found = power_blocks(replace(findings, powers={"ai": replace(result, names=hostile)}, last_coded={}), "en")
    text = markdown("T", found)
    assert "<b>" not in text
    assert "[x](" not in text
    assert r"&#60;b&#62;&#124;\[x\](http://x)\*" in text


def test_a_failed_write_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "power.csv"
    write_whole(path, b"old")
    with pytest.raises(TypeError):
        write_whole(path, "text, not bytes")  # type: ignore[arg-type]
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]
