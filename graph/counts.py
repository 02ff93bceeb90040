"""How much a store holds: what a reader asks before reading any number."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .store import Store

__all__ = ["count"]

_QUERIES = {
    "firms": "SELECT (COUNT(DISTINCT ?firm) AS ?n) WHERE { ?firm a def:Company }",
    "claims": "SELECT (COUNT(DISTINCT ?claim) AS ?n) WHERE { ?claim def:evidence ?evidence }",
    "sources": "SELECT (COUNT(DISTINCT ?source) AS ?n) WHERE { ?source a def:Source }",
    "unverified": (
        "SELECT (COUNT(DISTINCT ?claim) AS ?n) "
        "WHERE { ?claim def:evidence <https://w3id.org/definer/code/evidence#known> }"
    ),
}


def count(store: Store) -> dict[str, int]:
    """Firms, claims, sources, and claims without a found source.

    Examples
    --------
    >>> from definer.data.read import read_claims, shipped_claims
    >>> from definer.graph.store import Store
    >>> sorted(count(Store.from_claims(read_claims(shipped_claims()))))
    ['claims', 'firms', 'sources', 'unverified']
    """
    return {name: int(store.query(text).rows[0][0] or 0) for name, text in _QUERIES.items()}
