"""Panels of made-up firms: paths and premiums from arrays, some firm-years missing."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from definer.graph.prediction.panel_table import FirmYear, Panel, standardised
from definer.graph.worth.observations import Firm

__all__ = ["YEARS", "autocorrelated", "made_panel"]

Floats = NDArray[np.float64]

YEARS = (2008, 2009, 2010, 2011, 2012, 2013, 2014, 2015, 2016, 2017, 2018, 2019, 2020, 2022, 2024, 2025)


def autocorrelated(random: np.random.Generator, firms: int, keep: float = 0.9, years: int = 18) -> Floats:
    """Paths that move slowly; shape (firms, years)."""
    found = np.zeros((firms, years + 40))
    for at in range(1, found.shape[1]):
        found[:, at] = keep * found[:, at - 1] + random.normal(size=firms)
    return found[:, 40:]


def made_panel(
    power: Floats, premium: Floats, missing: float = 0.2, seed: int = 0, paradigms: int = 2, first: int = 2008
) -> Panel:
    """Panel of firms with `power` at the ends of 2007 to 2024 and `premium` in 2008 to 2025; shapes (firms, 18)."""
    random = np.random.default_rng(seed)
    years = [year for year in YEARS if year >= first]
    names = [f"firm{number:03d}" for number in range(len(power))]
    homes = {name: f"paradigm{number % paradigms}" for number, name in enumerate(names)}
    rows = [
        FirmYear(
            firm=name,
            paradigm=homes[name],
            year=year,
            market_cap=1.0,
            revenue=1.0,
            net_income=None,
            industry="all",
            heading_used=True,
            multiple=1.0,
            upper_quartile=2.0,
            premium=float(premium[number, year - 2008]),
            log_price_to_sales=float(premium[number, year - 2008]),
            power=float(power[number, year - 2008]),
            in_degree=1.0,
            z=0.0,
            claims=(),
        )
        for number, name in enumerate(names)
        for year in years
        if random.random() >= missing
    ]
    firms = {row.firm: Firm(row.firm, row.firm, row.firm, "US", row.paradigm, None) for row in rows}
    paths: dict[str, dict[str, Floats]] = {}
    for number, name in enumerate(names):
        paths.setdefault(homes[name], {})[name] = power[number]
    listed = {year: frozenset(row.firm for row in rows if row.year == year) for year in years}
    return Panel(
        as_of="2025-11-15",
        rows=standardised(rows),
        firms=firms,
        years=tuple(years),
        path_years=tuple(range(2007, 2025)),
        powers=paths,
        degrees=paths,
        dropped={},
        listed=listed,
    )
