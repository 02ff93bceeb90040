"""Whether power tells of later prices, or prices of later power: the panel of yearly lists and the studies of it.

The names below are loaded when first used: numpy and scipy stay out of a process that only asks for help.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..lazy import attach

if TYPE_CHECKING:
    from .effects import FixedEffects, fixed_effects
    from .holdout import HoldOut, hold_out
    from .lead_lag import Leads, leads
    from .local_projection import Projections, project_both_ways
    from .panel import build_panel
    from .panel_table import FirmYear, Panel
    from .study import Prediction, prediction

__all__ = [
    "FirmYear",
    "FixedEffects",
    "HoldOut",
    "Leads",
    "Panel",
    "Prediction",
    "Projections",
    "build_panel",
    "fixed_effects",
    "hold_out",
    "leads",
    "prediction",
    "project_both_ways",
]

_HOMES = {
    "effects": ("FixedEffects", "fixed_effects"),
    "holdout": ("HoldOut", "hold_out"),
    "lead_lag": ("Leads", "leads"),
    "local_projection": ("Projections", "project_both_ways"),
    "panel": ("build_panel",),
    "panel_table": ("FirmYear", "Panel"),
    "study": ("Prediction", "prediction"),
}

__getattr__, __dir__ = attach(__name__, _HOMES)
