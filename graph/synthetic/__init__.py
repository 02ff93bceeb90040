"""Invented ecosystems whose truth is known, the axioms of the score, and the self test built on both.

Nothing here is data on any firm. The names below are loaded when first used.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..lazy import attach

if TYPE_CHECKING:
    from .engine import Engine
    from .exchangeable import exchangeable_sample
    from .fitness import fitness_sample
    from .outcome import Outcome
    from .planted import planted_sample
    from .sample import Sample
    from .selftest import FULL_REPS, SelfTest, run_selftest

__all__ = [
    "FULL_REPS",
    "Engine",
    "Outcome",
    "Sample",
    "SelfTest",
    "exchangeable_sample",
    "fitness_sample",
    "planted_sample",
    "run_selftest",
]

_HOMES = {
    "engine": ("Engine",),
    "exchangeable": ("exchangeable_sample",),
    "fitness": ("fitness_sample",),
    "outcome": ("Outcome",),
    "planted": ("planted_sample",),
    "sample": ("Sample",),
    "selftest": ("FULL_REPS", "SelfTest", "run_selftest"),
}

__getattr__, __dir__ = attach(__name__, _HOMES)
