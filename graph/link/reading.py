"""What the link reads of a firm beside premium and power: founding year, and whether its slots were coded."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ...ontology.namespaces import PREFIXES, local_id

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..store import Store

__all__ = ["Background", "read_background"]

_HEAD = "\n".join(f"PREFIX {name}: <{PREFIXES[name]}>" for name in ("def", "prov", "skos"))
_FOUNDED = _HEAD + "\nSELECT ?firm (MIN(?when) AS ?founded) WHERE { ?firm def:founded ?when } GROUP BY ?firm"
_ENUMERATED = (
    _HEAD
    + """
SELECT DISTINCT ?firm ?paradigm WHERE {
  ?candidacy a def:Candidacy ; def:organization ?firm ; def:paradigm ?paradigm ; def:slotsEnumerated true }"""
)


@dataclass(frozen=True)
class Background:
    """What is known of firms beside premium and power.

    Attributes
    ----------
    founded : mapping
        Firm -> year of founding.
    enumerated : mapping
        Firm -> paradigms in which its slots were coded.
    """

    founded: Mapping[str, int]
    enumerated: Mapping[str, frozenset[str]]


def read_background(store: Store) -> Background:
    """Read founding years and coded slots of every firm."""
    founded = {local_id(firm or ""): int(str(when)[:4]) for firm, when in store.query(_FOUNDED).rows if when}
    enumerated: dict[str, set[str]] = defaultdict(set)
    for firm, paradigm in store.query(_ENUMERATED).rows:
        enumerated[local_id(firm or "")].add(local_id(paradigm or ""))
    return Background(founded, {firm: frozenset(found) for firm, found in enumerated.items()})
