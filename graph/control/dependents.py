"""Whose losses count, and in which country an organization sits."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING, Final, Literal

import numpy as np

from ...ontology.namespaces import PREFIXES
from ...ontology.values import earliest
from ..power.projection import Projection
from ..power.scoring import Coverage
from ..power.select import Queryable, id_of
from ..power.tie import ScoreTies

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Mask = NDArray[np.bool_]

__all__ = [
    "FEW",
    "Dependents",
    "companies_by_country",
    "counted_dependents",
    "coverage_of",
    "organization_countries",
    "stateless",
]

Dependents = Literal["foreign", "all"]
"""``foreign``: dependents whose country is known and is no member's; ``all``: every dependent but the members."""
FEW: Final = 5
"""An average over fewer dependents than this gets a caution."""

_COUNTRIES: Final = (
    f"PREFIX def: <{PREFIXES['def']}>\nSELECT ?organization ?country WHERE {{ ?organization def:country ?country }}"
)


def organization_countries(store: Queryable) -> dict[str, str]:
    """Country (ISO 3166-1 code) of every organization that states one, by id.

    Of several countries of a stranger the first in sort order counts, on every engine.
    """
    rows = sorted((id_of(row[0]), str(row[1])) for row in store.query(_COUNTRIES))
    return dict(reversed(rows))


def companies_by_country(
    projection: Projection, ties: ScoreTies, countries: Mapping[str, str]
) -> dict[str, tuple[str, ...]]:
    """Companies of the graph per country, both sorted; those without a known country are in none."""
    found: dict[str, list[str]] = {}
    for node in projection.nodes:
        if node in countries and ties.name(node).company:
            found.setdefault(countries[node], []).append(node)
    return {country: tuple(found[country]) for country in sorted(found)}


def counted_dependents(
    projection: Projection, members: Collection[str], countries: Mapping[str, str], dependents: Dependents
) -> Mask:
    """Participants whose losses count, shape (n,); members never do."""
    own = {countries[member] for member in members if member in countries}
    inside = set(members)

    def counts(node: str) -> bool:
        return node not in inside and (dependents == "all" or (node in countries and countries[node] not in own))

    return np.array([counts(node) for node in projection.nodes], dtype=np.bool_) & (projection.mass > 0)


def stateless(projection: Projection, countries: Mapping[str, str]) -> tuple[str, ...]:
    """Participants whose country nobody states: they cannot count as foreign."""
    return tuple(
        node for node, mass in zip(projection.nodes, projection.mass, strict=True) if mass > 0 and node not in countries
    )


def coverage_of(ties: ScoreTies) -> Coverage:
    """Period for which the ties were coded, and whether their date lies outside it."""
    before = ties.coded_from is not None and ties.day < earliest(ties.coded_from)
    beyond = ties.last_coded is not None and ties.day > ties.last_coded
    return Coverage(ties.coded_from, ties.coded_to, before, beyond)
