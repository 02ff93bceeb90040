"""How much it takes to overturn a ranking: missing ties, equal curation, the settings, chance.

The names below are loaded when first used: numpy and scipy stay out of a process that only asks for help.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .curation import CurationCap, curation_cap
    from .flip import Flip, FlipNumber, flip_number
    from .importance import FacetImportance, facet_importance
    from .permutation_null import NullModel, null_model
    from .sobol_indices import Sensitivity, sensitivity
    from .summary import Robustness, robustness

__all__ = [
    "CurationCap",
    "FacetImportance",
    "Flip",
    "FlipNumber",
    "NullModel",
    "Robustness",
    "Sensitivity",
    "curation_cap",
    "facet_importance",
    "flip_number",
    "null_model",
    "robustness",
    "sensitivity",
]

_HOMES = {
    "curation": ("CurationCap", "curation_cap"),
    "flip": ("Flip", "FlipNumber", "flip_number"),
    "importance": ("FacetImportance", "facet_importance"),
    "permutation_null": ("NullModel", "null_model"),
    "sobol_indices": ("Sensitivity", "sensitivity"),
    "summary": ("Robustness", "robustness"),
}


def __getattr__(name: str) -> Any:  # noqa: ANN401
    for module, names in _HOMES.items():
        if name in names:
            value = getattr(import_module(f".{module}", __name__), name)
            globals()[name] = value
            return value
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(__all__)
