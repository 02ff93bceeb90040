"""The shipped claims with payloads for texts, addresses and well-known ids: their form stays, so that all tabs fill."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pyoxigraph as ox

from definer.graph.store import Store
from definer.ontology.namespaces import ID, expand

from .payloads import ADDRESSES, IDS, TEXTS

__all__ = ["FIRMS", "write"]

_TEXTS = (
    "dcterms:publisher", "dcterms:title", "dcterms:type", "skos:altLabel", "skos:definition", "skos:note",
    "skos:prefLabel", "def:cause", "def:certainty", "def:claimA", "def:claimB", "def:claimC", "def:closedBy",
    "def:identifier", "def:inclusionRule", "def:listedBecause", "def:locator", "def:quote", "def:reason",
    "def:recomputation", "def:role", "def:round", "def:stated", "def:treatment",
)  # fmt: skip
"""Properties whose values are words of people; codes, numbers and formulae stay."""
_ADDRESS = "schema:url"
_LABEL = expand("skos:prefLabel")
_FIRMS = (
    "nvidia", "tsmc", "google", "apple", "microsoft", "catl", "openai", "intel", "amazon", "meta", "samsung", "byd",
    "qualcomm", "arm", "huawei", "asml", "amd", "tesla", "alibaba", "tencent", "baidu", "xiaomi",
)  # fmt: skip
FIRMS = dict(zip(_FIRMS, IDS, strict=True))
"""Well-known firm -> the id that it goes by here."""


def write(store: Store, path: Path) -> dict[str, str]:
    """Write the hostile graph as N-Triples, and give the English name of each of the firms by its hostile id."""
    given, labels = Counter[str](), dict[str, str]()
    names = {f"{ID}org/{firm}": ox.NamedNode(f"{ID}org/{hostile}") for firm, hostile in FIRMS.items()}

    def put(term: ox.NamedNode | ox.BlankNode | ox.Triple | ox.Literal) -> ox.NamedNode | ox.BlankNode | ox.Literal:
        assert not isinstance(term, ox.Triple)
        return names.get(term.value, term) if isinstance(term, ox.NamedNode) else term

    def text(predicate: str, old: ox.Literal) -> ox.Literal:
        pool = ADDRESSES if predicate == expand(_ADDRESS) else TEXTS
        # Every payload comes in turn; a number keeps names apart, which several tables need.
        at = given[predicate]
        given[predicate] += 1
        value = pool[at % len(pool)]
        if predicate != expand(_ADDRESS) and at >= len(pool):
            value = f"{value} {at}"
        return ox.Literal(value, language=old.language) if old.language else ox.Literal(value)

    replaced = {expand(name) for name in (*_TEXTS, _ADDRESS)}
    triples = []
    for line in ox.parse(store.nquads(), format=ox.RdfFormat.N_QUADS):
        if not isinstance(line.graph_name, ox.DefaultGraph):
            continue
        value = put(line.object)
        if line.predicate.value in replaced and isinstance(value, ox.Literal):
            value = text(line.predicate.value, value)
        subject = put(line.subject)
        assert not isinstance(subject, ox.Literal)
        triples.append(ox.Triple(subject, line.predicate, value))
        if line.predicate.value == _LABEL and isinstance(value, ox.Literal) and value.language == "en":
            labels[subject.value.removeprefix(f"{ID}org/")] = value.value
    path.write_bytes(ox.serialize(triples, format=ox.RdfFormat.N_TRIPLES) or b"")
    return {firm: labels[firm] for firm in FIRMS.values()}
