"""Firm-years of the yearly lists, each with its premium and with the power that its firm had before the list came out.

A list of spring 2016 is joined with power at the end of 2015: ties as of that day. So power is older than the price
beside it. It is not what was *known* of the ties then: they were coded later, with hindsight.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from ...ontology.values import earliest
from ..power.scoring import score_fast
from ..worth.observations import Firm, Multiple, Observations
from ..worth.reading import read_observations
from ..worth.reasons import count_reasons
from ..worth.revenue import MINIMUM
from .listings import Listing, industry_headings, multiple_of, read_listings
from .panel_table import FirmYear, Panel, standardised

if TYPE_CHECKING:
    from ..link.powers import TiesOf
    from ..store import Store

__all__ = ["PathTable", "build_panel", "power_paths"]

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class PathTable:
    """Power of the firms of each paradigm at the end of each year.

    Attributes
    ----------
    years : tuple of int
        Years at whose end power was computed, without a gap.
    values : mapping
        Paradigm -> firm -> power at the end of each year, shape (years,); 0 where the firm has no tie that year, NaN
        before ties were looked for. A firm that never has a tie in the paradigm is absent.
    in_degree : mapping
        The same of the number of distinct dependents, the baseline to beat.
    """

    years: tuple[int, ...]
    values: Mapping[str, Mapping[str, Floats]]
    in_degree: Mapping[str, Mapping[str, Floats]]


def power_paths(paradigms: Sequence[str], years: Sequence[int], ties_of: TiesOf) -> PathTable:
    """Power of every firm in every paradigm at the end of each year.

    Parameters
    ----------
    paradigms : sequence of str
    years : sequence of int
    ties_of : callable
        As :meth:`definer.KnowledgeGraph.ties`.
    """
    power: dict[str, dict[str, Floats]] = {}
    degree: dict[str, dict[str, Floats]] = {}
    for paradigm in paradigms:
        power[paradigm], degree[paradigm] = _paths(paradigm, years, ties_of)
    return PathTable(tuple(years), power, degree)


def _paths(paradigm: str, years: Sequence[int], ties_of: TiesOf) -> tuple[dict[str, Floats], dict[str, Floats]]:
    power: dict[str, Floats] = {}
    degree: dict[str, Floats] = {}
    uncoded: list[int] = []
    for column, year in enumerate(years):
        ties = ties_of(paradigm, f"{year:04d}-12-31")
        if ties.coded_from is not None and ties.day < earliest(ties.coded_from):
            uncoded.append(column)
            continue
        for firm in score_fast(ties).firms:
            power.setdefault(firm.id, np.zeros(len(years)))[column] = firm.power
            degree.setdefault(firm.id, np.zeros(len(years)))[column] = firm.in_degree
    for path in (*power.values(), *degree.values()):
        path[uncoded] = math.nan
    return power, degree


def build_panel(store: Store, paradigms: Sequence[str], ties_of: TiesOf, seen: Observations | None = None) -> Panel:
    """Join the firm-years of the lists with the power of the year before.

    Premium is ln(market value) - ln(revenue x median price/sales of the industry in the list of that very year, all
    countries). The industry is the heading under which that list has the firm; where the list gives no usable median
    for it (fewer than ten firms, no heading), the firm's own industry is tried, and the number of such rows is told.

    Parameters
    ----------
    store : Store
    paradigms : sequence of str
    ties_of : callable
        As :meth:`definer.KnowledgeGraph.ties`.
    seen : Observations, optional
        What the store says of worth, where it has been read before.
    """
    listings = read_listings(store)
    seen = seen or read_observations(store)
    years = tuple(sorted({listing.year for listing in listings}))
    paths = power_paths(paradigms, range(years[0] - 1, years[-1]) if years else (), ties_of)
    firms = {firm.id: firm for firm in seen.firms}
    headings = industry_headings(store)
    rows: list[FirmYear] = []
    dropped: list[str] = []
    for listing in listings:
        firm = firms.get(listing.firm)
        found = _row(listing, firm, headings, seen.multiples, paths) if firm else "no_home_paradigm"
        if isinstance(found, str):
            dropped.append(found)
        else:
            rows.append(found)
    rows, alone = _without_lonely(rows)
    kept = standardised(rows)
    reasons = count_reasons([*dropped, *["alone_in_paradigm"] * alone])
    return Panel(
        as_of=store.as_of,
        rows=kept,
        firms={key: firms[key] for key in sorted({row.firm for row in kept})},
        years=years,
        path_years=paths.years,
        powers=paths.values,
        degrees=paths.in_degree,
        dropped=reasons,
        listed=_listed(listings),
    )


def _row(
    listing: Listing,
    firm: Firm,
    headings: Mapping[str, str],
    multiples: Mapping[str, Sequence[Multiple]],
    paths: PathTable,
) -> FirmYear | str:
    refused = _refusal(listing)
    if refused is not None or listing.revenue is None:
        return refused or "no_revenue"
    own = headings.get(listing.heading)
    multiple = multiple_of(multiples, own, listing.year)
    fallback = multiple_of(multiples, firm.industry, listing.year) if multiple is None else multiple
    if fallback is None:
        return "no_industry" if own is None and firm.industry is None else "no_multiple_that_year"
    at = _power_at(listing, firm, paths)
    if isinstance(at, str):
        return at
    market = multiple_of(multiples, "all", listing.year)
    log_ratio = math.log(listing.market_cap / listing.revenue)
    return FirmYear(
        firm=firm.id,
        paradigm=firm.paradigm or "",
        year=listing.year,
        market_cap=listing.market_cap,
        revenue=listing.revenue,
        net_income=listing.net_income,
        industry=fallback.industry,
        heading_used=multiple is not None,
        multiple=fallback.middle,
        upper_quartile=fallback.high,
        premium=log_ratio - math.log(fallback.middle),
        log_price_to_sales=log_ratio - (math.log(market.middle) if market else 0.0),
        power=at[0],
        in_degree=at[1],
        z=0.0,
        claims=(*listing.claims, fallback.id),
    )


def _refusal(listing: Listing) -> str | None:
    if listing.kind != "market_cap":
        return "subsidiary_value"
    if listing.currency != "USD":
        return "not_in_dollars"
    if listing.market_cap <= 0:
        return "value_not_positive"
    if listing.revenue is not None and listing.revenue < MINIMUM:
        return "pre_revenue"
    return None


def _power_at(listing: Listing, firm: Firm, paths: PathTable) -> tuple[float, float] | str:
    if firm.paradigm is None:
        return "no_home_paradigm"
    path = paths.values.get(firm.paradigm, {}).get(firm.id)
    if path is None:
        return "no_tie"
    column = paths.years.index(listing.year - 1)
    if math.isnan(path[column]):
        return "before_coded_period"
    return float(path[column]), float(paths.in_degree[firm.paradigm][firm.id][column])


def _without_lonely(rows: Sequence[FirmYear]) -> tuple[list[FirmYear], int]:
    """Rows of paradigms that have two firms or more, and the number of others."""
    firms = Counter(paradigm for paradigm, _ in {(row.paradigm, row.firm) for row in rows})
    kept = [row for row in rows if firms[row.paradigm] > 1]
    return kept, len(rows) - len(kept)


def _listed(listings: Sequence[Listing]) -> dict[int, frozenset[str]]:
    """Year -> firms of the store that the list of that year holds with a value of their own."""
    found: dict[int, set[str]] = {}
    for listing in listings:
        if listing.kind == "market_cap":
            found.setdefault(listing.year, set()).add(listing.firm)
    return {year: frozenset(found[year]) for year in sorted(found)}
