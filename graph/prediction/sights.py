"""The year in which price saw a firm, as an interval, and whether it lies before or after the year of power."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from ..names import NodeName
from .panel_table import FirmYear

__all__ = ["LeadOfFirm", "Order", "Rule", "Sight", "Why", "above_tail", "lead_of"]

Order = Literal["price_later", "price_earlier", "same_year", "not_observable", "no_power", "no_price"]
Rule = Literal["stays", "two_lists"]
Why = Literal["observed", "before_first_list", "not_by_last_list"]

_TAIL = 1.2815515655446004 / 0.6744897501960817
"""Distance of the 90th percentile from the median, in distances of the third quartile, of a log-normal distribution."""


@dataclass(frozen=True, slots=True)
class Sight:
    """Year in which price saw a firm, by one rule.

    Attributes
    ----------
    rule : str
        ``stays``: first list from which on every premium lies above the percentile, to the newest list; ``two_lists``:
        first of two lists running, whatever came later.
    market : tuple of (int or None)
        Earliest and latest year that it can have been; an end is None where it is open.
    why : str
        ``observed`` (between two lists), ``before_first_list`` (at or before the first list of the firm),
        ``not_by_last_list``.
    lead : tuple of (int or None), or None
        Years from the detection of power to that of price, earliest and latest; negative: price first. None where
        power was not detected.
    order : str
        ``not_observable`` also where it was seen in the first list: it may have been seen in any year before.
    """

    rule: Rule
    market: tuple[int | None, int | None]
    why: Why
    lead: tuple[int | None, int | None] | None
    order: Order


@dataclass(frozen=True, slots=True)
class LeadOfFirm:
    """Power and price of one definer.

    Attributes
    ----------
    firm : str
    name : NodeName
    lists, above : int
        Lists with a premium of the firm, and those in which it lies above the 90th percentile of the industry.
    sights : tuple of Sight
        By rule.
    """

    firm: str
    name: NodeName
    lists: int
    above: int
    sights: tuple[Sight, ...]


def above_tail(row: FirmYear) -> bool:
    """Whether a premium lies above the 90th percentile of its industry.

    The lists give quartiles; the percentile is that of a log-normal distribution with their median and third quartile.
    """
    return row.premium > _TAIL * math.log(row.upper_quartile / row.multiple)


def lead_of(
    firm: str,
    name: NodeName,
    rows: Sequence[FirmYear],
    power: int | None,
    listed: int | None,
    since: int | None = None,
) -> LeadOfFirm:
    """Year of price of one firm and its order to the year of power, by both rules.

    Parameters
    ----------
    rows : sequence of FirmYear
        Of the firm, at least one, by year.
    power : int or None
        Year in which power was detected.
    listed : int or None
        Year by which the firm was listed: price cannot have seen it before there was one.
    since : int or None
        Year from which somebody calls it a definer; a first run of two lists may have been missed where the lists begin
        later than a year after.
    """
    above = [above_tail(row) for row in rows]
    years = [row.year for row in rows]
    stays = len(rows)
    while stays and above[stays - 1]:
        stays -= 1
    pairs = [at for at in range(len(rows) - 1) if above[at] and above[at + 1]]
    run = pairs[0] if pairs else len(rows)
    missed = since is not None and listed is not None and max(since, listed) < years[0] - 1
    sights = (
        _sight("stays", stays, years, power, listed, missed=False),
        _sight("two_lists", run, years, power, listed, missed=missed),
    )
    return LeadOfFirm(firm, name, len(rows), sum(above), sights)


def _sight(
    rule: Rule, first: int, years: Sequence[int], power: int | None, listed: int | None, *, missed: bool
) -> Sight:
    """Sight from the place of the first list that counts; `missed`: an earlier one may lie before the lists."""
    why: Why
    if first == 0 or missed:
        latest_year = years[first] if first < len(years) else None
        market, why = (min(listed, years[0]) if listed else None, latest_year), "before_first_list"
    elif first == len(years):
        market, why = (years[-1] + 1, None), "not_by_last_list"
    else:
        market, why = (years[first - 1] + 1, years[first]), "observed"
    if power is None:
        return Sight(rule, market, why, None, "no_power")
    low, high = (None if end is None else end - power for end in market)
    return Sight(rule, market, why, (low, high), _order(low, high, why))


def _order(low: int | None, high: int | None, why: Why) -> Order:
    if high is not None and high < 0:
        return "price_earlier"
    if why == "before_first_list":
        return "not_observable"
    if low is not None and low > 0:
        return "no_price" if why == "not_by_last_list" else "price_later"
    return "same_year" if low == 0 and high == 0 else "not_observable"
