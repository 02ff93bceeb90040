"""The paths that a regression reads power from: the score, its rank among firms, or the plain number of dependents."""

from __future__ import annotations

from typing import Literal

import numpy as np
from numpy.typing import NDArray

from ..link.frame import normal_score
from .panel_table import Panel

__all__ = ["Measure", "paths_of"]

Floats = NDArray[np.float64]
Measure = Literal["power", "rank", "in_degree"]


def paths_of(panel: Panel, measure: Measure = "power") -> Floats:
    """Path of every firm in standard deviations within paradigm; shape (firms, path years).

    Parameters
    ----------
    panel : Panel
    measure : {"power", "rank", "in_degree"}
        ``rank``: normal score of the firm's rank in its paradigm in each year, which no giant dominates.
        ``in_degree``: number of distinct dependents, the baseline to beat.
    """
    if measure == "power":
        return panel.paths
    raw = panel.degree_paths if measure == "in_degree" else _ranks(panel)
    return _scaled(panel, raw)


def _ranks(panel: Panel) -> Floats:
    found = np.full_like(panel.paths, np.nan)
    for stratum in np.unique(panel.strata):
        members = np.flatnonzero(panel.strata == stratum)
        for column in range(found.shape[1]):
            values = panel.paths[members, column]
            if not np.isnan(values).any():
                found[members, column] = normal_score(values)
    return found


def _scaled(panel: Panel, paths: Floats) -> Floats:
    """Paths less their mean, over their standard deviation, among the firm-years of each paradigm."""
    seen = paths[panel.firm_codes, panel.path_columns]
    found = paths.copy()
    for stratum in np.unique(panel.strata):
        values = seen[panel.strata[panel.firm_codes] == stratum]
        deviation = float(values.std(ddof=1)) if values.size > 1 else 0.0
        members = panel.strata == stratum
        found[members] = (paths[members] - values.mean()) / (deviation if deviation > 0 else 1.0)
    return found
