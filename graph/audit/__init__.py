"""The audit of a text: its numbers recomputed from claims by formulae, and its hypotheses with their falsifiers.

The names below are loaded when first used.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..lazy import attach

if TYPE_CHECKING:
    from .hypothesis import Hypotheses, Hypothesis
    from .hypothesis_table import hypotheses
    from .quantity import EvaluationError, Quantity
    from .result import Audit, Audited
    from .statements import Statement
    from .text_audit import audit

__all__ = [
    "Audit",
    "Audited",
    "EvaluationError",
    "Hypotheses",
    "Hypothesis",
    "Quantity",
    "Statement",
    "audit",
    "hypotheses",
]

_HOMES = {
    "hypothesis_table": ("hypotheses",),
    "hypothesis": ("Hypotheses", "Hypothesis"),
    "quantity": ("EvaluationError", "Quantity"),
    "result": ("Audit", "Audited"),
    "statements": ("Statement",),
    "text_audit": ("audit",),
}

__getattr__, __dir__ = attach(__name__, _HOMES)
