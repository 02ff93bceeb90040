"""What the link reads of a firm beside premium and power: founding year, growth, and whether its slots were coded."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ...ontology.namespaces import PREFIXES, local_id
from ...ontology.values import earliest, latest
from ..worth.marks import months_before
from ..worth.observations import FundamentalClaim
from ..worth.reading import number
from ..worth.revenue import Revenue

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from ..store import Store

__all__ = ["Background", "Growth", "growth_of", "read_background"]

_HEAD = "\n".join(f"PREFIX {name}: <{PREFIXES[name]}>" for name in ("def", "prov", "skos"))
_FOUNDED = _HEAD + "\nSELECT ?firm (MIN(?when) AS ?founded) WHERE { ?firm def:founded ?when } GROUP BY ?firm"
_ENUMERATED = (
    _HEAD
    + """
SELECT DISTINCT ?firm ?paradigm WHERE {
  ?candidacy a def:Candidacy ; def:organization ?firm ; def:paradigm ?paradigm ; def:slotsEnumerated true }"""
)
_GROWTH = (
    _HEAD
    + """
SELECT ?claim ?firm ?low ?high ?start ?end ?rank WHERE {
  ?claim a def:Fundamental ; def:metric "revenue_growth" ; def:organization ?firm ;
    def:low ?low ; def:high ?high ; def:periodStart ?start ; def:periodEnd ?end .
  OPTIONAL { ?claim def:rank ?rank } }"""
)
_YEAR_DAYS = range(350, 381)
_GROWTH_MONTHS = 24
"""How long ago a stated growth may have ended."""


@dataclass(frozen=True, slots=True)
class Growth:
    """Growth of a firm's revenue over a year.

    Attributes
    ----------
    ratio : float
        Revenue over that of a year before; 1.2 is a growth of 20 %.
    claims : tuple of str
        Ids of the claims it is computed from.
    """

    ratio: float
    claims: tuple[str, ...]


@dataclass(frozen=True)
class Background:
    """What is known of firms beside premium and power.

    Attributes
    ----------
    founded : mapping
        Firm -> year of founding.
    enumerated : mapping
        Firm -> paradigms in which its slots were coded.
    stated_growth : mapping
        Firm -> stated growths, as (end of the period, ratio, claim), the latest first.
    """

    founded: Mapping[str, int]
    enumerated: Mapping[str, frozenset[str]]
    stated_growth: Mapping[str, tuple[tuple[str, float, str], ...]]


def read_background(store: Store) -> Background:
    """Read founding years, coded slots and stated growth of every firm."""
    founded = {local_id(firm or ""): int(str(when)[:4]) for firm, when in store.query(_FOUNDED).rows if when}
    enumerated: dict[str, set[str]] = defaultdict(set)
    for firm, paradigm in store.query(_ENUMERATED).rows:
        enumerated[local_id(firm or "")].add(local_id(paradigm or ""))
    stated: dict[str, list[tuple[str, float, str]]] = defaultdict(list)
    for claim, firm, low, high, start, end, rank in store.query(_GROWTH).rows:
        key = local_id(claim or "")
        days = (latest(end or "") - earliest(start or "")).days + 1
        ratio = 1 + (number(low, key, "low") + number(high, key, "high")) / 200
        # A growth of a half-year over the one before is stated year on year too, but is no twelve months.
        if days in _YEAR_DAYS and ratio > 0 and (rank is None or local_id(rank) != "deprecated"):
            stated[local_id(firm or "")].append((end or "", ratio, key))
    return Background(
        founded,
        {firm: frozenset(found) for firm, found in enumerated.items()},
        {firm: tuple(sorted(found, reverse=True)) for firm, found in stated.items()},
    )


def growth_of(
    revenue: Revenue, claims: Sequence[FundamentalClaim], background: Background, firm: str, today: date
) -> Growth | None:
    """Growth of the twelve months of `revenue` over the twelve before, else the latest one stated.

    Two revenues are compared in their own currency, and only if both are stated in the same one: a change of the
    rate is no growth.
    """
    own = revenue.claim
    start = earliest(own.start)
    before = [
        claim
        for claim in claims
        if claim.metric == "revenue"
        and claim.currency == own.currency
        and claim.low > 0
        and claim.evidence.rank != "deprecated"
        and abs((start - latest(claim.end)).days - 1) <= 15
        and (latest(claim.end) - earliest(claim.start)).days + 1 in _YEAR_DAYS
    ]
    if before:
        earlier = min(before, key=lambda claim: (claim.evidence.tier, claim.id))
        ratio = (own.low * own.high) ** 0.5 / (earlier.low * earlier.high) ** 0.5
        return Growth(ratio, (own.id, earlier.id)) if ratio > 0 else None
    window = months_before(today, _GROWTH_MONTHS)
    for end, ratio, claim in background.stated_growth.get(firm, ()):
        if window <= latest(end) <= today:
            return Growth(ratio, (claim,))
    return None
