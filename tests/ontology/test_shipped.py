"""The shipped claims as a graph: no ERROR in the report, and SHACL agrees with the records on real rows."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator

import pyoxigraph
import pytest
from rdflib import Graph

from definer.data.read import Claims
from definer.graph.build import nquads
from definer.ontology.quality import Finding, report
from definer.ontology.records import RECORDS
from definer.ontology.validate import conforms
from definer.ontology.vocabulary import ALIGNMENTS, VOCABULARY

MANY = tuple(f"/id/{RECORDS[name].path}/" for name in ("Tie", "Fundamental", "Valuation", "Indicator", "FxRate"))
"""Kinds with so many rows that every thirtieth will do."""


@pytest.fixture(scope="module")
def findings(claims: Claims) -> list[Finding]:
    whole = pyoxigraph.Store()
    whole.bulk_load(nquads(claims), format=pyoxigraph.RdfFormat.N_QUADS)
    for path in (VOCABULARY, ALIGNMENTS):
        whole.bulk_load(path=path)
    return report(whole)


def test_no_error_in_the_report(findings: list[Finding]) -> None:
    assert [finding for finding in findings if finding.severity == "ERROR"] == []


def test_every_metric_is_listed(findings: list[Finding]) -> None:
    assert [finding.value for finding in findings if finding.check == "unknown_metric"] == []


def sample(claims: Claims) -> Iterator[str]:
    for line in nquads(claims).decode().splitlines(keepends=True):
        subject = line.split(" ", 1)[0]
        drawn = re.sub(r"/tie-evidence/(.*)-\d+>", r"/tie/\1>", subject)  # evidence goes with its tie
        if not any(kind in drawn for kind in MANY) or zlib.crc32(drawn.encode()) % 30 == 0:
            yield line


def test_shacl_finds_nothing_in_a_sample_of_every_kind(claims: Claims) -> None:
    graph = Graph().parse(data="".join(sample(claims)), format="nt")
    assert len(graph) > 10_000
    assert [violation.message() for violation in conforms(graph)] == []
