"""Shortcut triples: ``rules/*.rq`` turn n-ary claims into single steps, so that simple questions stay simple.

Every rule is a SPARQL CONSTRUCT over the claims. Its triples belong in the derived graph, never among the
claims: they say nothing of dates, sources or amounts.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from .query_files import QueryFile, query_files

__all__ = ["shortcuts"]


@cache
def shortcuts() -> tuple[QueryFile, ...]:
    """Rules by name; none reads what another writes, so that any order gives the same triples."""
    return query_files(Path(__file__).parent / "rules")
