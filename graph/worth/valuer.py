"""Valuation of firms: mark, revenue and every baseline of a firm, from the same observations."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING

from ...ontology.values import latest
from .assumptions import read_assumptions
from .baseline import sector_multiple
from .definers import read_definers
from .firm_premium import FirmPremium, middle
from .growth import Growth, growth_of
from .margin import margin_of
from .marks import Mark, best_mark
from .observations import Firm, Observations
from .panel import read_panel
from .pool import Pool, leave_out
from .reading import read_observations
from .reasons import Refusal
from .residual import residual_income_of
from .revenue import Revenue, best_revenue
from .steady_state import steady_states
from .warranted import Model, Warranted, control_years

if TYPE_CHECKING:
    from ..store import Store

__all__ = ["Valuer"]


class Valuer:
    """Values one firm after another with the same observations.

    Parameters
    ----------
    store : Store
    as_of : str
        Date asked for; of a month or year, its last day.
    seen : Observations, optional
        What the store says of worth, where it has been read before.

    Attributes
    ----------
    seen : Observations
    definers : dict
        Firms that stay out of the pools of ordinary firms -> the holdings that make them definers.
    """

    def __init__(self, store: Store, as_of: str, seen: Observations | None = None) -> None:
        self.seen = seen = seen or read_observations(store)
        self.definers = definers = read_definers(store, as_of)
        self._as_of, self._panel = as_of, read_panel(seen)
        self._second = steady_states(read_assumptions(store), seen, as_of)
        panel = self._panel
        industries = {firm.id: firm.industry for firm in seen.firms}
        self._model = Model(control_years(panel, industries, definers, as_of))

    def __call__(self, firm: Firm) -> FirmPremium:
        """Premium of one firm over every baseline."""
        seen, as_of = self.seen, self._as_of
        claims, figures = seen.fundamentals.get(firm.id, ()), seen.figures.get(firm.id, ())
        mark = best_mark(seen.valuations.get(firm.id, ()), as_of, seen.fx)
        revenue = best_revenue(claims, as_of, seen.fx)
        growth = None if isinstance(revenue, Refusal) else growth_of(revenue, claims, figures, latest(as_of))
        return FirmPremium(
            firm,
            mark,
            revenue,
            self._sector(firm),
            self._second.get(firm.id),
            growth,
            residual_income_of(figures, as_of, seen.fx),
            self._warranted(firm, mark, revenue, growth),
        )

    def _sector(self, firm: Firm) -> Pool | Refusal:
        if firm.industry is None:
            return Refusal("no_industry")
        found = sector_multiple(self.seen.multiples.get(firm.industry, ()), self._as_of)
        if isinstance(found, Refusal):
            return Refusal(found.code, firm.industry)
        known = self._panel.by_list.get((firm.industry, latest(found.date).year), ())
        return leave_out(found, known, firm.id, self.definers)

    def _warranted(
        self, firm: Firm, mark: Mark | Refusal, revenue: Revenue | Refusal, growth: Growth | None
    ) -> Warranted | Refusal:
        # The regression is refitted for a firm of the pool: only where there is a mark to compare it with.
        if isinstance(mark, Refusal):
            return mark
        if isinstance(revenue, Refusal):
            return revenue
        claims, figures = self.seen.fundamentals.get(firm.id, ()), self.seen.figures.get(firm.id, ())
        margin = margin_of(claims, figures, latest(self._as_of))
        inputs = {
            "growth": None if growth is None else math.log(growth.ratio),
            "margin": None if margin is None else margin.ratio,
            "size": math.log(middle((revenue.low, revenue.high))),
        }
        found = self._model.predict(firm.id, firm.industry, inputs)
        if isinstance(found, Refusal):
            return found
        known = (revenue.claim.id, *(growth.claims if growth else ()), *(margin.claims if margin else ()))
        return replace(found, claims=tuple(dict.fromkeys(known)))
