"""Definitions per country by the rules that count control holdings, with holdings supposed otherwise.

The counts of the claims themselves are named queries (:mod:`definer.graph.control.counting`); here the same two rules
run over rows in memory, so that a scenario need not write into a store. Tests hold the two to be equal.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from ...ontology.namespaces import PREFIXES
from ...ontology.values import latest
from ..power.select import id_of

if TYPE_CHECKING:
    from ..store import Store

__all__ = ["RULES", "Holding", "count_changes", "definitions", "read_holdings"]

RULES: Final[dict[str, dict[str, float]]] = {
    "essay": {"software": 1.0, "supply": 0.5},
    "symmetric": {"software": 0.5, "supply": 0.5},
}
"""Rule -> weight of each side: the essay's rule takes the greater side of a paradigm, the symmetric one their sum."""

_HOLDINGS = f"""PREFIX def: <{PREFIXES["def"]}> PREFIX prov: <{PREFIXES["prov"]}>
PREFIX rank: <https://w3id.org/definer/code/rank#>
SELECT ?point ?paradigm ?side ?weight ?holder ?country ?degree ?from ?rank (BOUND(?essay) AS ?own) WHERE {{
  ?point a def:ControlPoint ; def:side ?side ; def:paradigm ?paradigm ; def:weight ?weight .
  OPTIONAL {{
    ?holding def:controlPoint ?point ; def:degree ?degree ; def:rank ?rank ; def:validFrom ?from ; def:holder ?holder .
    ?holder def:country ?country .
    OPTIONAL {{ ?holding prov:hadPrimarySource ?essay . FILTER(?essay = <https://w3id.org/definer/id/source/essay>) }}
  }} }}"""


@dataclass(frozen=True, slots=True)
class Holding:
    """A control point held to a degree by somebody of a country; `essay` if the essay says so."""

    point: str
    paradigm: str
    side: str
    weight: float
    holder: str
    country: str
    degree: float
    essay: bool


def read_holdings(store: Store, as_of: str) -> tuple[tuple[Holding, ...], dict[str, tuple[str, str, float]]]:
    """Holdings that began by the date, and every control point with paradigm, side and weight."""
    day = latest(as_of).isoformat()
    points: dict[str, tuple[str, str, float]] = {}
    found: set[Holding] = set()
    for point, paradigm, side, weight, holder, country, degree, start, rank, own in store.query(_HOLDINGS).rows:
        place = (id_of(paradigm), id_of(side), float(str(weight)))
        points[id_of(point)] = place
        if holder is None or id_of(rank) == "deprecated" or str(start) > day:
            continue
        essay = str(own).lower() in ("true", "1")
        found.add(Holding(id_of(point), *place, id_of(holder), str(country), float(str(degree)), essay))
    order = sorted(found, key=lambda row: (row.paradigm, row.point, row.holder, row.degree, row.essay))
    return tuple(order), dict(sorted(points.items()))


def definitions(holdings: Iterable[Holding], rule: str, *, essay: bool) -> dict[str, float]:
    """Definitions of each country by one rule over the essay's or the researched holdings."""
    sides = RULES[rule]
    held: dict[tuple[str, str, str], float] = {}
    for row in holdings:
        if row.essay == essay:
            place = (row.country, row.paradigm, row.side)
            held[place] = max(held.get(place, 0.0), row.degree * row.weight * sides[row.side])
    eras: dict[tuple[str, str], list[float]] = {}
    for (country, paradigm, _), value in held.items():
        eras.setdefault((country, paradigm), []).append(value)
    counts: dict[str, float] = {}
    for (country, _), values in sorted(eras.items()):
        counts[country] = counts.get(country, 0.0) + (max(values) if rule == "essay" else sum(values))
    return counts


def count_changes(before: Iterable[Holding], after: Iterable[Holding]) -> list[dict[str, Any]]:
    """Counts before and after, by rule, holdings and country; of the countries that have a count at all."""
    first, second = tuple(before), tuple(after)
    rows: list[dict[str, Any]] = []
    for rule in RULES:
        for essay in (True, False):
            one, two = definitions(first, rule, essay=essay), definitions(second, rule, essay=essay)
            for country in sorted({**one, **two}, key=lambda key: (-two.get(key, 0.0), key)):
                values = {"before": round(one.get(country, 0.0), 10), "after": round(two.get(country, 0.0), 10)}
                rows.append(
                    {"rule": rule, "holdings": "essay" if essay else "researched", "country": country, **values}
                )
    return rows
