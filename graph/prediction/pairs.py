"""Pairs of lists some years apart, each column less its mean over the firms of the year."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .panel_table import Panel

__all__ = ["Pairs", "all_pairs"]

Floats = NDArray[np.float64]
Integers = NDArray[np.intp]


@dataclass(frozen=True, eq=False)
class Pairs:
    """Firm-years and the same firms three years later, each column less its mean over the firms of the year."""

    firms: Integers
    strata: Integers
    starts: Integers
    premium: Floats
    power: Floats
    later: Floats

    def pick(self, rows: NDArray[np.bool_]) -> Pairs:
        """Some of the pairs; means are taken over them."""
        return _pairs(self.firms[rows], self.strata[rows], self.starts[rows], self.premium[rows], self.power[rows],
                      self.later[rows])  # fmt: skip


def all_pairs(panel: Panel, ahead: int) -> Pairs:
    """Every firm-year whose firm is listed again `ahead` years later."""
    place = {(row.firm, row.year): at for at, row in enumerate(panel.rows)}
    later = np.array([place.get((row.firm, row.year + ahead), -1) for row in panel.rows], dtype=np.intp)
    rows = np.flatnonzero(later >= 0)
    premium = panel.column("premium")
    strata = panel.strata[panel.firm_codes]
    power = _by_list(panel.column("power"), strata, panel.list_years)
    return _pairs(
        panel.firm_codes[rows], strata[rows], panel.list_years[rows], premium[rows], power[rows], premium[later[rows]]
    )


def _by_list(power: Floats, strata: Integers, years: Integers) -> Floats:
    """Power less its mean, over its standard deviation, among the paradigm's firms in the list of a year."""
    found = np.zeros_like(power)
    for key in sorted({*zip(strata.tolist(), years.tolist(), strict=True)}):
        rows = (strata == key[0]) & (years == key[1])
        deviation = float(power[rows].std(ddof=1)) if rows.sum() > 1 else 0.0
        if deviation > 0:
            found[rows] = (power[rows] - power[rows].mean()) / deviation
    return found


def _pairs(firms: Integers, strata: Integers, starts: Integers, premium: Floats, power: Floats, later: Floats) -> Pairs:
    return Pairs(firms, strata, starts, *(_less_year(values, starts) for values in (premium, power, later)))


def _less_year(values: Floats, years: Integers) -> Floats:
    found = values.copy()
    for year in np.unique(years):
        found[years == year] -= values[years == year].mean()
    return found
