"""How sure: Monte Carlo over the stated errors of ties and settings, ranks with intervals, and the verdict.

The names below are loaded when first used.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..lazy import attach

if TYPE_CHECKING:
    from ..power.plausibility import DEFINER_FROM, FirmUncertainty, Uncertainty, Verdict
    from .error_model import DEFAULT_ERRORS, ErrorModel
    from .history import yearly_uncertainty
    from .monte_carlo import simulate, uncertainty, verdict
    from .noise import Noise

__all__ = [
    "DEFAULT_ERRORS",
    "DEFINER_FROM",
    "ErrorModel",
    "FirmUncertainty",
    "Noise",
    "Uncertainty",
    "Verdict",
    "simulate",
    "uncertainty",
    "verdict",
    "yearly_uncertainty",
]

_HOMES = {
    "..power.plausibility": ("DEFINER_FROM", "FirmUncertainty", "Uncertainty", "Verdict"),
    ".error_model": ("DEFAULT_ERRORS", "ErrorModel"),
    ".history": ("yearly_uncertainty",),
    ".monte_carlo": ("simulate", "uncertainty", "verdict"),
    ".noise": ("Noise",),
}

__getattr__, __dir__ = attach(__name__, _HOMES)
