"""Definition power: how much of a paradigm rests on each firm, why, and beside which other centralities.

The names below are loaded when first used: numpy and scipy stay out of a process that only asks for help.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ..names import NodeName, UnknownFirmError, UnknownParadigmError
    from .centralities import DiagnosticsTable, diagnostics
    from .explanation import Explanation, Part, explain
    from .history import yearly
    from .scoring import Coverage, FirmPower, PowerResult, score
    from .spec import DEFAULT_SPEC, Spec
    from .tie import ScoreTie, ScoreTies

__all__ = [
    "DEFAULT_SPEC",
    "Coverage",
    "DiagnosticsTable",
    "Explanation",
    "FirmPower",
    "NodeName",
    "Part",
    "PowerResult",
    "ScoreTie",
    "ScoreTies",
    "Spec",
    "UnknownFirmError",
    "UnknownParadigmError",
    "diagnostics",
    "explain",
    "score",
    "yearly",
]

_HOMES = {
    "centralities": ("DiagnosticsTable", "diagnostics"),
    "explanation": ("Explanation", "Part", "explain"),
    "history": ("yearly",),
    "..names": ("NodeName", "UnknownFirmError", "UnknownParadigmError"),
    "scoring": ("Coverage", "FirmPower", "PowerResult", "score"),
    "spec": ("DEFAULT_SPEC", "Spec"),
    "tie": ("ScoreTie", "ScoreTies"),
}


def __getattr__(name: str) -> Any:  # noqa: ANN401
    for module, names in _HOMES.items():
        if name in names:
            value = getattr(import_module(module if module[0] == "." else f".{module}", __name__), name)
            globals()[name] = value
            return value
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(__all__)
