"""Everything that a store holds as TriG, in the form that is fastest to write and to read again."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..ontology.namespaces import CODE, ID, PREFIXES
from ..ontology.records import RECORDS
from ..ontology.words import SCHEMES

if TYPE_CHECKING:
    import pyoxigraph as ox

__all__ = ["canonical", "trig"]

_BLANK = re.compile(rb"^_:|> _:[^\s\">]+ \.$", re.MULTILINE)
"""A blank node as subject or object of a line of N-Triples."""
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
    # A text may hold "_:" as well; then it is asked.
    if b"_:" not in dump or not bool(inner.query(_HAS_BLANKS, use_default_graph_as_union=True)):
        return dump
    dataset = ox.Dataset(inner)
    dataset.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
    return ox.serialize(sorted(dataset, key=str), format=ox.RdfFormat.TRIG, prefixes=prefixes) or b""


def canonical(dump: bytes) -> bytes:
    """N-Triples whose blank nodes, if there are any, are named by RDFC-1.0 from what is said of them."""
    import pyoxigraph as ox

    # The whole is gone through for its blank nodes, which takes longer than all else; a text may hold "_:" as well.
    if not _BLANK.search(dump):
        return dump
    dataset = ox.Dataset(ox.parse(dump, format=ox.RdfFormat.N_TRIPLES))
    dataset.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
    return ox.serialize((quad.triple for quad in dataset), format=ox.RdfFormat.N_TRIPLES) or b""


def _prefixes() -> dict[str, str]:
    """Prefixes that keep the text short: one for each kind of thing and each closed list."""
    things = {f"id-{record.path}": f"{ID}{record.path}/" for record in RECORDS.values()}
    lists = {f"code-{scheme}": f"{CODE}{scheme}#" for scheme in SCHEMES}
    return {**PREFIXES, **things, **lists}
