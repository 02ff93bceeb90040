"""How much it takes to overturn a ranking: missing ties, equal curation, the settings, chance.

The names below are loaded when first used: numpy and scipy stay out of a process that only asks for help.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..lazy import attach

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

__getattr__, __dir__ = attach(__name__, _HOMES)
