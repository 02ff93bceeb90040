"""Invented ecosystems whose truth is known, the axioms of the score, and the self test built on both.

Nothing here is data on any firm. The names below are loaded when first used.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .engine import Engine
    from .exchangeable import exchangeable_sample
    from .fitness import fitness_sample
    from .outcome import Outcome
    from .planted import planted_sample
    from .sample import Sample
    from .selftest import SelfTest, run_selftest

__all__ = [
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
    "selftest": ("SelfTest", "run_selftest"),
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
