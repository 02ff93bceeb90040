"""Firms that stay out of the pools of ordinary firms because they set the rules of a technology.

A baseline says what a firm would be worth if it set no rules; a median over firms that do would hold part of the
premium (METHOD 2). A definer is a firm that holds, on the date, a point from which the rules of a paradigm are set, to
at least half of the world: degree of the holding times weight of the point of at least 0.5, the half that the essay
calls "half a definition". Holdings of the essay and of research count alike, those of a group for its members. No tie
and no score is read, and no outcome: candidates are called winners also for what they earned, so that leaving winners
out would choose the pool by the value it is to explain.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from ...ontology.namespaces import PREFIXES, local_id
from ...ontology.values import earliest, latest

if TYPE_CHECKING:
    from ..store import Store

__all__ = ["LEAST_HOLD", "read_definers"]

LEAST_HOLD = 0.5
"""Degree of a holding times weight of its point, from which on the holder is a definer."""

_HEAD = "".join(f"PREFIX {name}: <{PREFIXES[name]}>\n" for name in ("def", "org"))
HOLDINGS = (
    _HEAD
    + """
SELECT ?holding ?holder ?degree ?weight ?start ?end ?rank WHERE {
  ?holding a def:ControlHolding ; def:holder ?holder ; def:degree ?degree ; def:controlPoint ?point .
  OPTIONAL { ?point def:weight ?weight } OPTIONAL { ?holding def:start ?start }
  OPTIONAL { ?holding def:end ?end } OPTIONAL { ?holding def:rank ?rank }
}"""
)
MEMBERS = _HEAD + "SELECT ?group ?member WHERE { ?group a def:Group ; org:hasMember ?member }"


def read_definers(store: Store, as_of: str) -> dict[str, tuple[str, ...]]:
    """Definers as of a date, each with the holdings that make it one, sorted.

    Parameters
    ----------
    store : Store
    as_of : str
        Date asked for; of a month or year, its last day.
    """
    from .reading import number

    today = latest(as_of)
    members: dict[str, list[str]] = defaultdict(list)
    for group, member in store.query(MEMBERS).rows:
        members[local_id(group or "")].append(local_id(member or ""))
    found: dict[str, set[str]] = defaultdict(set)
    for holding, holder, degree, weight, start, end, rank in store.query(HOLDINGS).rows:
        key, who = local_id(holding or ""), local_id(holder or "")
        hold = number(degree, key, "degree") * number(weight or "1", key, "weight")
        held = (start is None or earliest(start) <= today) and (end is None or earliest(end) > today)
        if held and hold >= LEAST_HOLD and (rank is None or local_id(rank) != "deprecated"):
            for firm in members.get(who, [who]):
                found[firm].add(key)
    return {firm: tuple(sorted(found[firm])) for firm in sorted(found)}
