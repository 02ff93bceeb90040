"""Reading of industries' price/sales by country, from published lists of large listed firms."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ...ontology.namespaces import PREFIXES, local_id
from ...ontology.values import latest
from ..worth.baseline import MAX_AGE_MONTHS, PRICE_TO_SALES
from ..worth.marks import months_before, reference_day
from ..worth.reading import number

if TYPE_CHECKING:
    from ..store import Store

__all__ = ["SCOPES", "Quartiles", "latest_list", "read_industry_lists"]

SCOPES = {"CN": "CN_HK"}
"""Country -> scope of the lists, where it is not the country's own code: the lists count Hong Kong with China."""

_QUERY = "\n".join(f"PREFIX {name}: <{PREFIXES[name]}>" for name in ("def", "skos", "prov")) + (
    f"""
SELECT ?claim ?industry ?scope ?date ?low ?middle ?high ?n ?en ?zh ?source WHERE {{
  ?claim a def:Indicator ; def:industry ?industry ; def:metric "{PRICE_TO_SALES}" ; def:scope ?scope ; def:date ?date ;
    def:low ?low ; def:middle ?middle ; def:high ?high ; def:count ?n .
  OPTIONAL {{ ?industry skos:prefLabel ?en FILTER(LANG(?en) = "en") }}
  OPTIONAL {{ ?industry skos:prefLabel ?zh FILTER(LANGMATCHES(LANG(?zh), "zh")) }}
  OPTIONAL {{ ?claim prov:hadPrimarySource ?source }}
}}"""
)


@dataclass(frozen=True, slots=True)
class Quartiles:
    """Price/sales of an industry's firms of one scope on a list.

    Attributes
    ----------
    claim, industry, scope, year : str
    low, middle, high : float
        Quartiles.
    n : int
        Firms.
    name_en, name_zh : str
        Of the industry.
    source : str
    """

    claim: str
    industry: str
    scope: str
    year: str
    low: float
    middle: float
    high: float
    n: int
    name_en: str
    name_zh: str
    source: str


def read_industry_lists(store: Store) -> tuple[Quartiles, ...]:
    """Quartiles of every industry, scope and list, sorted by claim; those not above zero are passed over.

    Raises
    ------
    ValueError
        A quartile that is no finite number; names the claim.
    """
    found: dict[str, Quartiles] = {}
    for row in sorted(store.query(_QUERY).rows, key=lambda row: [cell or "" for cell in row]):
        claim, industry, scope, date, low, middle, high, n, en, zh, source = row
        key, name = local_id(claim or ""), local_id(industry or "")
        quartiles = [number(cell, key, field) for cell, field in ((low, "low"), (middle, "middle"), (high, "high"))]
        if min(quartiles) > 0:
            found.setdefault(
                key,
                Quartiles(
                    key, name, scope or "", date or "", quartiles[0], quartiles[1], quartiles[2], int(n or 0),
                    en or name, zh or en or name, local_id(source or ""),
                ),
            )  # fmt: skip
    return tuple(found[key] for key in sorted(found))


def latest_list(lists: Sequence[Quartiles], as_of: str) -> tuple[Quartiles, ...]:
    """Rows of the latest list made by a date and at most 24 months old; empty where there is none."""
    today = latest(as_of)
    window = months_before(today, MAX_AGE_MONTHS)
    usable = [row for row in lists if window <= reference_day(row.year) <= today]
    year = max((row.year for row in usable), default="")
    return tuple(row for row in usable if row.year == year)
