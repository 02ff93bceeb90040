"""Scenarios: operations on the ties of a paradigm, what they change, and what that would be worth (METHOD 6.1, 6.2).

A scenario is a supposition. Nothing of it enters the claims, and a score never reads one unless it is asked to.
The names below are loaded when first used: numpy, scipy and yaml stay out of a process that only asks for help.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..lazy import attach

if TYPE_CHECKING:
    from .application import Applied, apply
    from .convergence import Convergence, converge
    from .differences import Difference, difference
    from .document import ScenarioDocument
    from .examples import example_names, example_path
    from .faults import ScenarioError, ScenarioFault
    from .file import Scenario, parse, read_scenario
    from .inverse import Inverse, invert
    from .result import ScenarioResult
    from .schema import json_schema
    from .slope import Slope, estimate_slope
    from .studying import study
    from .world import World, read_world

__all__ = [
    "Applied",
    "Convergence",
    "Difference",
    "Inverse",
    "Scenario",
    "ScenarioDocument",
    "ScenarioError",
    "ScenarioFault",
    "ScenarioResult",
    "Slope",
    "World",
    "apply",
    "converge",
    "difference",
    "estimate_slope",
    "example_names",
    "example_path",
    "invert",
    "json_schema",
    "parse",
    "read_scenario",
    "read_world",
    "study",
]

_HOMES = {
    "application": ("Applied", "apply"),
    "convergence": ("Convergence", "converge"),
    "differences": ("Difference", "difference"),
    "document": ("ScenarioDocument",),
    "examples": ("example_names", "example_path"),
    "faults": ("ScenarioError", "ScenarioFault"),
    "file": ("Scenario", "parse", "read_scenario"),
    "inverse": ("Inverse", "invert"),
    "result": ("ScenarioResult",),
    "schema": ("json_schema",),
    "slope": ("Slope", "estimate_slope"),
    "studying": ("study",),
    "world": ("World", "read_world"),
}

__getattr__, __dir__ = attach(__name__, _HOMES)
