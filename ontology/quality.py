"""Whole-graph checks: the queries in ``report/`` with the severities of ``report/profile.txt``.

The form is ROBOT's: each file states a problem and its solution, and selects ``?entity ?property ?value`` for
every case found. SHACL judges one node at a time; these checks see the whole graph (cycles, duplicates, terms
that nobody declared).
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal, cast, get_args

from .query_files import QueryFile, query_files

if TYPE_CHECKING:
    import pyoxigraph
    import rdflib

__all__ = ["SEVERITIES", "Check", "Finding", "Severity", "checks", "report"]

Severity = Literal["ERROR", "WARN", "INFO"]
SEVERITIES: tuple[Severity, ...] = get_args(Severity)
"""Worst first."""

_FOLDER = Path(__file__).parent / "report"


@dataclass(frozen=True, slots=True)
class Check:
    """A check and how bad it is when it finds something."""

    severity: Severity
    query: QueryFile


@dataclass(frozen=True, slots=True)
class Finding:
    """One case that a check found; `property` and `value` are empty where the check has none to give."""

    severity: Severity
    check: str
    entity: str
    property: str
    value: str
    title: tuple[str, str]
    solution: tuple[str, str]


@cache
def checks() -> tuple[Check, ...]:
    """Read the checks of this room, worst first, then by name.

    Raises
    ------
    ValueError
        The profile and the query files do not name the same checks, or a severity is unknown.
    """
    lines = (_FOLDER / "profile.txt").read_text(encoding="utf-8").splitlines()
    severities = {name: severity for severity, name in (line.split("\t") for line in lines)}
    queries = {query.name: query for query in query_files(_FOLDER)}
    if severities.keys() != queries.keys() or not set(severities.values()) <= set(SEVERITIES):
        raise ValueError(f"profile.txt and *.rq differ: {sorted(severities.keys() ^ queries.keys())}")
    found = [Check(cast(Severity, severity), queries[name]) for name, severity in severities.items()]
    return tuple(sorted(found, key=lambda check: (SEVERITIES.index(check.severity), check.query.name)))


def report(graph: rdflib.Graph | pyoxigraph.Store, only: Collection[str] = ()) -> list[Finding]:
    """Run the checks over a graph.

    Parameters
    ----------
    graph : rdflib.Graph or pyoxigraph.Store
        The vocabulary, alone or with claims. Of a store, all graphs are seen as one; for the same, an rdflib
        ``Dataset`` must have been made with ``default_union=True``.
    only : collection of str, optional
        Names of the checks to run; every check where it is empty.

    Returns
    -------
    list of Finding
        Worst first, then by check, then in the query's order; empty where all is well.
    """
    return [
        Finding(check.severity, check.query.name, *row, check.query.title, check.query.solution)
        for check in checks()
        if not only or check.query.name in only
        for row in _rows(graph, check.query.text)
    ]


def _rows(graph: rdflib.Graph | pyoxigraph.Store, text: str) -> Iterator[tuple[str, str, str]]:
    import pyoxigraph

    if isinstance(graph, pyoxigraph.Store):
        solutions = cast(pyoxigraph.QuerySolutions, graph.query(text, use_default_graph_as_union=True))
        for solution in solutions:
            entity, prop, value = (_text(solution[name]) for name in ("entity", "property", "value"))
            yield entity, prop, value
    else:
        for row in graph.query(text):
            bindings = cast("rdflib.query.ResultRow", row)
            entity, prop, value = map(_text, bindings)
            yield entity, prop, value


def _text(term: object) -> str:
    """Characters of a term: those of rdflib are texts, those of pyoxigraph have a ``value``."""
    return "" if term is None else str(term) if isinstance(term, str) else str(getattr(term, "value", term))
