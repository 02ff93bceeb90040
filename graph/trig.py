"""Everything that a store holds as TriG, in the form that is fastest to write and to read again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..ontology.namespaces import CODE, ID, PREFIXES
from ..ontology.records import RECORDS
from ..ontology.words import SCHEMES

if TYPE_CHECKING:
    import pyoxigraph as ox

__all__ = ["canonical", "has_blanks", "trig"]

_HAS_BLANKS = "ASK { ?s ?p ?o FILTER(ISBLANK(?s) || ISBLANK(?o)) }"


def trig(inner: ox.Store) -> bytes:
    """TriG of all graphs: the same store gives the same bytes, whatever its blank nodes are called.

    Parameters
    ----------
    inner : pyoxigraph.Store
    """
    import pyoxigraph as ox

    prefixes = _prefixes()
    dump = inner.dump(format=ox.RdfFormat.TRIG, prefixes=prefixes) or b""
    if not has_blanks(inner, dump):
        return dump
    dataset = ox.Dataset(inner)
    dataset.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
    return ox.serialize(sorted(dataset, key=str), format=ox.RdfFormat.TRIG, prefixes=prefixes) or b""


def has_blanks(inner: ox.Store, dump: bytes) -> bool:
    """Whether the store has blank nodes that `dump` may show; a text may hold "_:" as well, so the store is asked."""
    return b"_:" in dump and bool(inner.query(_HAS_BLANKS, use_default_graph_as_union=True))


def canonical(dump: bytes) -> bytes:
    """N-Triples whose blank nodes are named by RDFC-1.0 from what is said of them.

    The whole is gone through for them, which takes longer than all else: ask :func:`has_blanks` before.
    """
    import pyoxigraph as ox

    dataset = ox.Dataset(ox.parse(dump, format=ox.RdfFormat.N_TRIPLES))
    dataset.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
    return ox.serialize((quad.triple for quad in dataset), format=ox.RdfFormat.N_TRIPLES) or b""


def _prefixes() -> dict[str, str]:
    """Prefixes that keep the text short: one for each kind of thing and each closed list."""
    things = {f"id-{record.path}": f"{ID}{record.path}/" for record in RECORDS.values()}
    lists = {f"code-{scheme}": f"{CODE}{scheme}#" for scheme in SCHEMES}
    return {**PREFIXES, **things, **lists}
