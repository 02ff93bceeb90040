"""How many definitions each country has by a count of control holdings: SPARQL, two rules over two sets of holdings.

The essay's rule takes the greater of software (1) and supply (0.5) per paradigm; the symmetric rule adds 0.5 for
each side. The essay's own holdings restate the essay; the researched ones were looked up, and their degrees are
judgements. Both rules count what was ever held up to the date: a paradigm that has passed stays counted.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, Literal

from ...ontology.values import latest
from ..named_queries import find_query
from ..power.select import id_of
from ..power.tie import Evidence

if TYPE_CHECKING:
    from ..store import Store

__all__ = ["COUNTS", "Held", "Holdings", "RuleCount", "held_sides", "rule_counts"]

Holdings = Literal["essay", "researched"]
"""Whose holdings: those that the essay states, or those that were looked up."""
COUNTS: Final[tuple[tuple[str, Holdings, str], ...]] = (
    ("essay", "essay", "definitions_essay"),
    ("essay", "researched", "definitions_essay_rule_researched"),
    ("symmetric", "essay", "definitions_symmetric_essay_holdings"),
    ("symmetric", "researched", "definitions_symmetric"),
)
"""Rule, holdings, and the named query that counts."""

_ANCHOR: Final = "FILTER(?rank != rank:deprecated"
_SOURCED: Final = "?holding def:evidence <https://w3id.org/definer/code/evidence#sourced> .\n          "


@dataclass(frozen=True, slots=True)
class RuleCount:
    """Definitions per country under one rule over one set of holdings.

    Attributes
    ----------
    query, sparql : str
        The named query that gave them, and the text that was asked.
    definitions : tuple of (country, definitions, paradigms)
        The largest first.
    """

    rule: str
    holdings: Holdings
    query: str
    sparql: str
    definitions: tuple[tuple[str, float, int], ...]


@dataclass(frozen=True, slots=True)
class Held:
    """Largest degree to which somebody of a country ever held a control point of a side, up to the date."""

    country: str
    paradigm: str
    side: str
    holdings: str
    degree: float
    points: int


def rule_counts(store: Store, rules: Sequence[str], as_of: str, evidence: Evidence = "all") -> tuple[RuleCount, ...]:
    """Counts by the named queries, as of a date.

    Parameters
    ----------
    rules : sequence of str
        ``essay``, ``symmetric`` or both; others are no counts of holdings.
    evidence : {"all", "sourced"}
        ``sourced`` leaves out holdings without a found source.
    """
    found = []
    for rule, holdings, name in COUNTS:
        if rule not in rules:
            continue
        text = _text(name, evidence)
        rows = store.query(text, {"asOf": latest(as_of)}).rows
        counts = tuple((str(country), float(str(count)), int(str(eras))) for country, count, eras in rows)
        found.append(RuleCount(rule, holdings, name, text, counts))
    return tuple(found)


def held_sides(store: Store, as_of: str, evidence: Evidence = "all") -> tuple[Held, ...]:
    """What the counts are made of: degrees per country, paradigm, side and set of holdings."""
    values: dict[str, Any] = {"asOf": latest(as_of), "withKnown": evidence == "all"}
    rows = store.query(find_query("held_sides").text, values).rows
    return tuple(
        Held(str(country), id_of(paradigm), id_of(side), str(holdings), float(str(degree)), int(str(points)))
        for country, paradigm, side, holdings, degree, points in rows
    )


def _text(name: str, evidence: Evidence) -> str:
    text = find_query(name).text
    if evidence == "all":
        return text
    if text.count(_ANCHOR) != 1:
        raise ValueError(f"{name}.rq: no single place to ask for sourced holdings")
    return text.replace(_ANCHOR, _SOURCED + _ANCHOR)
