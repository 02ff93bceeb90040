"""What the yearly lists of the largest listed firms say of a firm: market value, revenue, profit, industry."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ...ontology.namespaces import PREFIXES, local_id, thing_iri
from ..worth.baseline import MINIMUM_MEMBERS, PRICE_TO_SALES
from ..worth.observations import Multiple
from ..worth.reading import number

if TYPE_CHECKING:
    from ..store import Store

__all__ = ["LISTS", "Listing", "industry_headings", "multiple_of", "read_listings"]

LISTS = thing_iri("source", "forbes_g2000")
"""Sources whose IRI begins so are the lists."""

_HEAD = "\n".join(f"PREFIX {name}: <{PREFIXES[name]}>" for name in ("def", "prov", "skos"))
_VALUES = (
    _HEAD
    + """
SELECT ?claim ?firm ?date ?low ?high ?currency ?kind ?locator ?rank WHERE {
  ?claim a def:Valuation ; prov:hadPrimarySource ?list ; def:organization ?firm ; def:date ?date ;
    def:low ?low ; def:high ?high ; def:currency ?currency ; def:valuationKind ?kind .
  OPTIONAL { ?claim def:locator ?locator } OPTIONAL { ?claim def:rank ?rank }
  FILTER(STRSTARTS(STR(?list), "$lists")) }"""
)
_FIGURES = (
    _HEAD
    + """
SELECT ?claim ?firm ?end ?low ?high ?currency ?metric ?rank WHERE {
  VALUES ?metric { "revenue" "net_income" }
  ?claim a def:Fundamental ; prov:hadPrimarySource ?list ; def:metric ?metric ; def:organization ?firm ;
    def:periodEnd ?end ; def:low ?low ; def:high ?high ; def:currency ?currency .
  OPTIONAL { ?claim def:rank ?rank }
  FILTER(STRSTARTS(STR(?list), "$lists")) }"""
)
_HEADINGS = _HEAD + "\nSELECT ?industry ?heading WHERE { ?industry a def:Industry ; skos:altLabel ?heading }"


@dataclass(frozen=True, slots=True)
class Listing:
    """One firm in the list of one year, as stated; amounts in billions.

    Attributes
    ----------
    firm : str
    year : int
        Of the list; it comes out in spring.
    kind : str
        Kind of the value: ``market_cap``, or ``subsidiary_market_cap``, which is no value of the firm.
    currency : str
        Of the value; another than ``USD`` is not converted, and the row does not enter the panel.
    market_cap : float
    revenue, net_income : float or None
        Of the fiscal year before.
    heading : str
        Industry as the list names it; empty where it says none.
    claims : tuple of str
        Ids of the claims.
    """

    firm: str
    year: int
    kind: str
    currency: str
    market_cap: float
    revenue: float | None
    net_income: float | None
    heading: str
    claims: tuple[str, ...]


def read_listings(store: Store) -> tuple[Listing, ...]:
    """Every firm of every list, sorted by firm and year; deprecated claims are passed over.

    Raises
    ------
    ValueError
        An amount that is no finite number; names the claim.
    """
    figures = _figures(store.query(_FIGURES.replace("$lists", LISTS)).rows)
    found: dict[tuple[str, int], Listing] = {}
    rows = store.query(_VALUES.replace("$lists", LISTS)).rows
    # A claim with several sources gives several rows, and two claims of one firm-year may stand side by side: the
    # first id in order counts, a market value before anything else.
    for row in sorted(rows, key=lambda row: (local_id(row[6] or "") != "market_cap", *map(str, row))):
        claim, firm, date, low, high, currency, kind, locator, rank = row
        if _deprecated(rank):
            continue
        key, year = local_id(firm or ""), int(str(date)[:4])
        name = local_id(claim or "")
        value = (max(number(low, name, "low"), 0.0) * max(number(high, name, "high"), 0.0)) ** 0.5
        revenue, profit = figures.get((key, year, "revenue")), figures.get((key, year, "net_income"))
        found.setdefault(
            (key, year),
            Listing(
                firm=key,
                year=year,
                kind=local_id(kind or ""),
                currency=currency or "",
                market_cap=value,
                revenue=revenue[0] if revenue else None,
                net_income=profit[0] if profit else None,
                heading=heading_of(locator),
                claims=tuple(part for part in (name, revenue and revenue[1], profit and profit[1]) if part),
            ),
        )
    return tuple(found[key] for key in sorted(found))


def heading_of(locator: str | None) -> str:
    """Industry of a list's row, which says ``name | industry``.

    Examples
    --------
    >>> heading_of("Apple | Computer Hardware")
    'Computer Hardware'
    """
    return locator.rpartition("|")[2].strip() if locator and "|" in locator else ""


def industry_headings(store: Store) -> dict[str, str]:
    """Heading as printed -> id of the industry."""
    rows = sorted((str(heading), local_id(industry or "")) for industry, heading in store.query(_HEADINGS).rows)
    return dict(reversed(rows))


def multiple_of(multiples: Mapping[str, Sequence[Multiple]], industry: str | None, year: int) -> Multiple | None:
    """Median price/sales of an industry in the list of that very year, of ten firms or more."""
    usable = [
        multiple
        for multiple in multiples.get(industry or "", ())
        if multiple.metric == PRICE_TO_SALES
        and multiple.date[:4] == f"{year:04d}"
        and multiple.n >= MINIMUM_MEMBERS
        and multiple.middle > 0
    ]
    return min(usable, key=lambda multiple: multiple.id, default=None)


def _figures(rows: Iterable[Sequence[Any]]) -> dict[tuple[str, int, str], tuple[float, str]]:
    """(Firm, list year, metric) -> (middle, claim); the list of a year gives the fiscal year before."""
    found: dict[tuple[str, int, str], tuple[float, str]] = {}
    for claim, firm, end, low, high, currency, metric, rank in sorted(rows, key=lambda row: tuple(map(str, row))):
        if currency == "USD" and not _deprecated(rank):
            name = local_id(claim or "")
            middle = (number(low, name, "low") + number(high, name, "high")) / 2
            found.setdefault((local_id(firm or ""), int(str(end)[:4]) + 1, str(metric)), (middle, name))
    return found


def _deprecated(rank: str | None) -> bool:
    return bool(rank) and local_id(str(rank)) == "deprecated"
