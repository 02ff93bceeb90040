"""Definition power: how much of a paradigm rests on each firm, why, and beside which other centralities.

The names below are loaded when first used: numpy and scipy stay out of a process that only asks for help.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..lazy import attach

if TYPE_CHECKING:
    from ..names import NodeName, UnknownFirmError, UnknownParadigmError
    from .centralities import DiagnosticsTable, diagnostics
    from .comparison import Comparison, compare
    from .correlations import SpearmanMatrix, spearman
    from .dominators import Dominators
    from .explanation import Explanation, explain
    from .facets import FacetTable, LossMatrix, Profile, losses, profile
    from .history import yearly
    from .leave_one_out import LeaveOneOut
    from .parts import Part
    from .plausibility import FirmUncertainty, Uncertainty, Verdict
    from .result import Result, Setting
    from .scoring import Coverage, FirmPower, PowerResult, score
    from .spec import DEFAULT_SPEC, Spec
    from .tie import ScoreTie, ScoreTies

__all__ = [
    "DEFAULT_SPEC",
    "Comparison",
    "Coverage",
    "DiagnosticsTable",
    "Dominators",
    "Explanation",
    "FacetTable",
    "FirmPower",
    "FirmUncertainty",
    "LeaveOneOut",
    "LossMatrix",
    "NodeName",
    "Part",
    "PowerResult",
    "Profile",
    "Result",
    "ScoreTie",
    "ScoreTies",
    "Setting",
    "SpearmanMatrix",
    "Spec",
    "Uncertainty",
    "UnknownFirmError",
    "UnknownParadigmError",
    "Verdict",
    "compare",
    "diagnostics",
    "explain",
    "losses",
    "profile",
    "score",
    "spearman",
    "yearly",
]

_HOMES = {
    "centralities": ("DiagnosticsTable", "diagnostics"),
    "comparison": ("Comparison", "compare"),
    "correlations": ("SpearmanMatrix", "spearman"),
    "dominators": ("Dominators",),
    "explanation": ("Explanation", "explain"),
    "facets": ("FacetTable", "LossMatrix", "Profile", "losses", "profile"),
    "history": ("yearly",),
    "leave_one_out": ("LeaveOneOut",),
    "..names": ("NodeName", "UnknownFirmError", "UnknownParadigmError"),
    "parts": ("Part",),
    "plausibility": ("FirmUncertainty", "Uncertainty", "Verdict"),
    "result": ("Result", "Setting"),
    "scoring": ("Coverage", "FirmPower", "PowerResult", "score"),
    "spec": ("DEFAULT_SPEC", "Spec"),
    "tie": ("ScoreTie", "ScoreTies"),
}

__getattr__, __dir__ = attach(__name__, _HOMES)
