"""Who leaves the lists: below the threshold, taken over, delisted or bankrupt, the list does not say which."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from .panel_table import Panel

__all__ = ["survival"]


def survival(panel: Panel) -> dict[str, Any]:
    """Number of firms that enter and leave the lists by year, and whether those that leave differ.

    A firm of the store that is in no list at all is not counted: firms below the threshold, private ones and those
    that died before 2008 are missing by construction.

    Returns
    -------
    dict
        ``years``: per list ``listed``, ``entered``, ``left`` (in the list before, not in this one), ``left_for_good``
        (in no later list); ``leavers``: firm-years of the panel that are a firm's last before the newest list, with
        median premium (log points) and power (standard deviations within paradigm), beside all others.
    """
    years = list(panel.listed)
    rows: list[dict[str, Any]] = []
    for at, year in enumerate(years):
        here = panel.listed[year]
        before = panel.listed[years[at - 1]] if at else here
        later = frozenset[str]().union(*(panel.listed[other] for other in years[at:]))
        rows.append(
            {
                "year": year,
                "listed": len(here),
                "entered": len(here - before),
                "left": len(before - here),
                "left_for_good": len(before - later),
            }
        )
    return {"years": rows, "leavers": _leavers(panel, years[-1]) if years else None}


def _leavers(panel: Panel, newest: int) -> dict[str, Any]:
    last = {row.firm: row.year for row in panel.rows}
    left = np.array([last[row.firm] == row.year and row.year < newest for row in panel.rows], dtype=np.bool_)
    premium, power = panel.column("premium"), panel.column("z")
    return {"left": _middles(premium[left], power[left]), "others": _middles(premium[~left], power[~left])}


def _middles(premium: NDArray[np.float64], power: NDArray[np.float64]) -> dict[str, Any]:
    n = int(premium.size)
    return {
        "n": n,
        "premium": float(np.median(premium)) if n else None,
        "power_sd": float(np.median(power)) if n else None,
    }
