"""How sure: Monte Carlo over the stated errors of ties and settings, ranks with intervals, and the verdict.

The names below are loaded when first used.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

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


def __getattr__(name: str) -> Any:  # noqa: ANN401
    for module, names in _HOMES.items():
        if name in names:
            value = getattr(import_module(module, __name__), name)
            globals()[name] = value
            return value
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(__all__)
