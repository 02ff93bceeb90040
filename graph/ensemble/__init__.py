"""Many scorings of one table of ties at once: draws, left-out ties, settings, all on the last axis of arrays.

The plain engine (:mod:`definer.graph.power`) scores one table; this one scores thousands of variants of it with
the same rules, to 1e-9. The names below are loaded when first used.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..lazy import attach

if TYPE_CHECKING:
    from .batch import Ensemble, evaluate, leave_out
    from .structure import Structure
    from .variants import Variants

__all__ = ["Ensemble", "Structure", "Variants", "evaluate", "leave_out"]

_HOMES = {
    "batch": ("Ensemble", "evaluate", "leave_out"),
    "structure": ("Structure",),
    "variants": ("Variants",),
}

__getattr__, __dir__ = attach(__name__, _HOMES)
