"""Firms of the published lists that the claims know: price, sales and profit of a firm in the list of a year.

A list gives an industry's quartiles over all its firms (:class:`~definer.graph.worth.observations.Multiple`). Of some
firms the claims hold the list's own figures: market value dated by the year of the list, revenue and profit of the year
before, all from the same source. Only such firms are known members.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from ...ontology.values import latest, precision
from .observations import FundamentalClaim, Observations, ValuationClaim

__all__ = ["Member", "Panel", "read_panel"]

_CURRENCY = "USD"
"""Currency of the lists; a figure in another one is not theirs."""


@dataclass(frozen=True, slots=True)
class Member:
    """One firm in the list of one year.

    Attributes
    ----------
    firm : str
    year : int
        Of the list.
    industry : str
        Under which the list has it that year, else the firm's own.
    value, revenue : float
        Billions of US dollars.
    profit : float or None
        Net income, billions of US dollars.
    claims : tuple of str
        Ids of the claims of value, revenue and, where known, profit.
    """

    firm: str
    year: int
    industry: str
    value: float
    revenue: float
    profit: float | None
    claims: tuple[str, ...]

    @property
    def multiple(self) -> float:
        """Price/sales."""
        return self.value / self.revenue


@dataclass(frozen=True)
class Panel:
    """Known members of all lists, sorted by firm and year."""

    members: tuple[Member, ...]

    @cached_property
    def by_list(self) -> Mapping[tuple[str, int], tuple[Member, ...]]:
        """Members by industry and year of the list."""
        found: dict[tuple[str, int], list[Member]] = defaultdict(list)
        for member in self.members:
            found[member.industry, member.year].append(member)
        return {key: tuple(group) for key, group in found.items()}

    @cached_property
    def by_firm(self) -> Mapping[str, tuple[Member, ...]]:
        """Years of each firm, in order."""
        found: dict[str, list[Member]] = defaultdict(list)
        for member in self.members:
            found[member.firm].append(member)
        return {firm: tuple(years) for firm, years in found.items()}

    def growth(self, member: Member) -> float | None:
        """Log growth of revenue per year since the firm's last list of at most three years before; else None.

        Lists are missing for some years; growth over two or three years is spread evenly over them.
        """
        earlier = [year for year in self.by_firm[member.firm] if 0 < member.year - year.year <= 3]
        if not earlier:
            return None
        before = earlier[-1]
        return (math.log(member.revenue) - math.log(before.revenue)) / (member.year - before.year)


def read_panel(seen: Observations) -> Panel:
    """Known members of the published lists.

    Parameters
    ----------
    seen : Observations
    """
    lists = {(found.date, source) for group in seen.multiples.values() for found in group for source in found.sources}
    industries = {firm.id: firm.industry for firm in seen.firms}
    members = []
    for firm in sorted(seen.valuations):
        priced: dict[str, Member] = {}
        for claim in seen.valuations[firm]:
            shared = {source for source in claim.evidence.sources if (claim.date, source) in lists}
            if shared and _is_price(claim):
                industry = _industry(claim, seen.headings) or industries.get(firm)
                member = _member(claim, industry, shared, seen)
                if member is not None:
                    priced.setdefault(claim.date, member)
        members += [priced[year] for year in sorted(priced)]
    return Panel(tuple(members))


def _is_price(claim: ValuationClaim) -> bool:
    stated = claim.evidence.status == "reported" and claim.evidence.rank != "deprecated"
    return claim.kind == "market_cap" and precision(claim.date) == "year" and claim.currency == _CURRENCY and stated


def _industry(claim: ValuationClaim, headings: Mapping[str, str]) -> str | None:
    # A locator is the name and the industry as listed: "Acer | Technology Hardware & Equip".
    return headings.get(claim.locator.rpartition("|")[2].strip()) if claim.locator else None


def _member(claim: ValuationClaim, industry: str | None, sources: set[str], seen: Observations) -> Member | None:
    revenue = _figure(seen.fundamentals.get(claim.firm, ()), "revenue", claim, sources)
    profit = _figure(seen.figures.get(claim.firm, ()), "net_income", claim, sources)
    if industry is None or revenue is None or revenue.low <= 0 or claim.low <= 0:
        return None
    known = [claim.id, revenue.id, *([profit.id] if profit else [])]
    return Member(
        claim.firm,
        int(claim.date),
        industry,
        _centre(claim),
        _centre(revenue),
        (profit.low + profit.high) / 2 if profit else None,
        tuple(known),
    )


def _figure(
    claims: Sequence[FundamentalClaim], metric: str, price: ValuationClaim, sources: Iterable[str]
) -> FundamentalClaim | None:
    """The list's own figure of the fiscal year before."""
    wanted, year = set(sources), int(price.date) - 1
    for claim in claims:
        if (
            claim.metric == metric
            and claim.currency == _CURRENCY
            and wanted.intersection(claim.evidence.sources)
            and latest(claim.end).year == year
            and claim.evidence.rank != "deprecated"
        ):
            return claim
    return None


def _centre(claim: ValuationClaim | FundamentalClaim) -> float:
    return math.sqrt(claim.low) * math.sqrt(claim.high)
