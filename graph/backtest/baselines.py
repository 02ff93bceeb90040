"""What a backtest compares power with: plainer rankings of the same firms in the same years.

In-degree and documents come from the same ties as power; revenue and market value from the claims of worth, for
the firms and years that have them. Where a firm has no value it is not ranked: nobody is made last for want of data.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING

from ..power.scoring import PowerResult
from ..power.tie import ScoreTies
from ..worth.marks import Mark, best_mark
from ..worth.revenue import Revenue, best_revenue

if TYPE_CHECKING:
    from ..worth.observations import Observations

__all__ = ["BASELINES", "documents", "in_degree", "market_caps", "nobody_knows", "revenues"]

BASELINES = ("in_degree", "documents", "revenue", "market_cap", "random")
"""Baselines in the order in which they are shown."""


def in_degree(result: PowerResult) -> dict[str, float]:
    """Distinct dependents of every company."""
    return {firm.id: float(firm.in_degree) for firm in result.firms}


def documents(result: PowerResult, ties: ScoreTies, sources: Mapping[str, Collection[str]]) -> dict[str, float]:
    """Distinct documents behind the ties that name a company, on either end: how much was found to read about it.

    Parameters
    ----------
    sources : mapping
        Tie -> ids of its sources. Ties for which no source was found have no document.
    """
    read: dict[str, set[str]] = {firm.id: set() for firm in result.firms}
    for tie in ties:
        if tie.evidence == "sourced":
            for end in (tie.dependent, tie.provider):
                if end in read:
                    read[end].update(sources.get(tie.id, ()))
    return {firm: float(len(found)) for firm, found in read.items()}


def revenues(result: PowerResult, observations: Observations) -> dict[str, float]:
    """Revenue of twelve months, in billions of US dollars, of the companies that have one as of the date.

    The rules are those of the premium (:func:`definer.graph.worth.revenue.best_revenue`): a figure may be up to 24
    months old.
    """
    found = {
        firm.id: best_revenue(observations.fundamentals.get(firm.id, ()), result.as_of, observations.fx)
        for firm in result.firms
    }
    return {firm: (value.low + value.high) / 2 for firm, value in found.items() if isinstance(value, Revenue)}


def market_caps(result: PowerResult, observations: Observations) -> dict[str, float]:
    """Market capitalisation, in billions of US dollars, of the companies that have one of the last twelve months."""
    found = {
        firm.id: best_mark(
            [claim for claim in observations.valuations.get(firm.id, ()) if claim.kind == "market_cap"],
            result.as_of,
            observations.fx,
        )
        for firm in result.firms
    }
    return {firm: (value.low + value.high) / 2 for firm, value in found.items() if isinstance(value, Mark)}


def nobody_knows(result: PowerResult) -> dict[str, float]:
    """All companies on one level: with ties broken at random, the expectation of a random ranking."""
    return {firm.id: 1.0 for firm in result.firms}
