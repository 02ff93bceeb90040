"""The link between valuation premium and definition power: sample, registered specification, estimates, robustness.

The names below are loaded when first used: numpy and scipy stay out of a process that only asks for help.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..lazy import attach

if TYPE_CHECKING:
    from .curve import SpecCurve, spec_curve
    from .dyad_pricing import Dyads, dyads
    from .frame import Frame, Unit, build_frame
    from .powers import power_table
    from .primary_estimate import Surroundings, primary
    from .primary_result import Primary
    from .specification import PrimarySpec, primary_specification

__all__ = [
    "Dyads",
    "Frame",
    "Primary",
    "PrimarySpec",
    "SpecCurve",
    "Surroundings",
    "Unit",
    "build_frame",
    "dyads",
    "power_table",
    "primary",
    "primary_specification",
    "spec_curve",
]

_HOMES = {
    "curve": ("SpecCurve", "spec_curve"),
    "dyad_pricing": ("Dyads", "dyads"),
    "frame": ("Frame", "Unit", "build_frame"),
    "powers": ("power_table",),
    "primary_estimate": ("Surroundings", "primary"),
    "primary_result": ("Primary",),
    "specification": ("PrimarySpec", "primary_specification"),
}

__getattr__, __dir__ = attach(__name__, _HOMES)
