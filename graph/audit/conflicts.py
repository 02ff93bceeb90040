"""Claims that disagree with those that a statement rests on: found in the store, and those that were recorded."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from ...ontology.namespaces import PREFIXES, local_id
from ...ontology.values import earliest, latest, precision
from .figures import Figure, Figures
from .quantity import unit_text
from .statements import Statement

if TYPE_CHECKING:
    from ..store import Store

__all__ = ["Disagreement", "conflicts_of", "read_disagreements"]


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A recorded clash of sources: who, about what, when, what each says, and the sources."""

    id: str
    topic: tuple[str, str]
    organizations: frozenset[str]
    attribute: str
    date: str
    views: tuple[str, ...]
    sources: frozenset[str]
    treatment: str

    def to_dict(self) -> dict[str, Any]:
        """Clash as plain values."""
        return {
            "kind": "disagreement",
            "claim": f"disagreement/{self.id}",
            "topic": {"en": self.topic[0], "zh": self.topic[1]},
            "date": self.date or None,
            "views": list(self.views),
            "sources": sorted(self.sources),
            "treatment": self.treatment or None,
        }


_QUERY = """
PREFIX def: <{def}>
PREFIX skos: <{skos}>
SELECT ?d ?en ?zh ?attribute ?date ?a ?b ?c ?treatment ?property ?value WHERE {{
  ?d a def:Disagreement ; skos:prefLabel ?en , ?zh ; def:metric ?attribute ; def:claimA ?a ; def:claimB ?b .
  FILTER(LANG(?en) = "en" && LANGMATCHES(LANG(?zh), "zh"))
  OPTIONAL {{ ?d def:date ?date }} OPTIONAL {{ ?d def:claimC ?c }} OPTIONAL {{ ?d def:treatment ?treatment }}
  OPTIONAL {{ VALUES ?property {{ def:organization def:sourceA def:sourceB def:sourceC }} ?d ?property ?value }}
}}""".format(**PREFIXES)


def read_disagreements(store: Store) -> tuple[Disagreement, ...]:
    """Recorded clashes, sorted by id."""
    groups: dict[str, list[Sequence[str | None]]] = defaultdict(list)
    for row in store.query(_QUERY).rows:
        groups[local_id(row[0] or "")].append(row)
    return tuple(_disagreement(key, groups[key]) for key in sorted(groups))


def _disagreement(key: str, rows: list[Sequence[str | None]]) -> Disagreement:
    first = rows[0]
    linked = [((row[9] or "").rpartition("#")[2], local_id(row[10])) for row in rows if row[10]]
    return Disagreement(
        key,
        (first[1] or key, first[2] or key),
        frozenset(value for name, value in linked if name == "organization"),
        first[3] or "",
        first[4] or "",
        tuple(view for view in first[5:8] if view),
        frozenset(value for name, value in linked if name != "organization"),
        first[8] or "",
    )


def conflicts_of(
    statement: Statement, claims: Iterable[str], figures: Figures, recorded: Sequence[Disagreement]
) -> tuple[dict[str, Any], ...]:
    """Claims that disagree with one of `claims`, then the clashes recorded about the same thing.

    Two figures disagree where they are about the same firm and the same kind of value or metric, in the same unit, and
    their ranges do not overlap though their time does: for a figure over a period the same period, for a valuation
    dates that may mean the same day. A market value dated by its year is of no day that another could clash with.
    """
    own = set(claims)
    found: dict[str, dict[str, Any]] = {}
    for claim in sorted(own):
        path, _, key = claim.partition("/")
        figure = figures.by_key.get((path, key))
        if figure is None or path not in {"valuation", "fundamental"}:
            continue
        for other in figures.by_subject.get((path, figure.firm, figure.what), ()):
            if _clash(figure, other):
                found.setdefault(other.claim, _row(other, claim))
    return (*(found[key] for key in sorted(found)), *_recorded(statement, own, figures, recorded))


def _clash(one: Figure, other: Figure) -> bool:
    (low, high), (least, most) = one.bounds, other.bounds
    return one.id != other.id and one.unit == other.unit and (low > most or least > high) and _same_time(one, other)


def _same_time(one: Figure, other: Figure) -> bool:
    if one.path == "fundamental":
        return (one.start, one.end) == (other.start, other.end)
    if one.what == "market_cap" and "year" in {precision(one.start), precision(other.start)}:
        return one.start == other.start
    return _overlap((one.start, one.end), (other.start, other.end))


def _row(other: Figure, claim: str) -> dict[str, Any]:
    return {
        "kind": "claim",
        "claim": other.claim,
        "against": claim,
        "what": other.what,
        "date": other.start if other.start == other.end else f"{other.start}/{other.end}",
        "value": [other.low, other.high],
        "unit": unit_text(other.unit),
        "rank": other.rank,
        "sources": list(other.sources),
    }


def _recorded(
    statement: Statement, claims: set[str], figures: Figures, recorded: Sequence[Disagreement]
) -> list[dict[str, Any]]:
    about = {statement.predicate}
    for claim in claims:
        figure = figures.by_key.get(tuple(claim.split("/", 1)))  # type: ignore[arg-type]
        if figure is not None:
            about.add(figure.what)
    found = []
    for clash in recorded:
        same = clash.attribute in about and clash.organizations & set(statement.organizations)
        dated = not (clash.date and statement.date) or _overlap(
            (clash.date, clash.date), (statement.date, statement.date)
        )
        if same and dated and (not statement.text or statement.text in clash.sources):
            found.append(clash.to_dict())
    return found


def _overlap(one: tuple[str, str], other: tuple[str, str]) -> bool:
    first, second = _days(*one), _days(*other)
    return first[0] <= second[1] and second[0] <= first[1]


def _days(start: str, end: str) -> tuple[date, date]:
    try:
        return (earliest(start) if start else date.min), (latest(end) if end else date.max)
    except ValueError:  # dates of foreign RDF
        return date.max, date.min
