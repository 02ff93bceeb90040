"""What firms are worth: marks, baselines, premium.

The names below are loaded when first used: numpy and scipy stay out of a process that only asks for help.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..lazy import attach

if TYPE_CHECKING:
    from .fx import FxTable, NoRateError, Rate
    from .marks import Mark
    from .premium_result import FirmPremium, PremiumResult
    from .reasons import REASONS, Refusal, reason_words
    from .revenue import Revenue
    from .steady_state import SteadyState
    from .valuation_premium import premium

__all__ = [
    "REASONS",
    "FirmPremium",
    "FxTable",
    "Mark",
    "NoRateError",
    "PremiumResult",
    "Rate",
    "Refusal",
    "Revenue",
    "SteadyState",
    "premium",
    "reason_words",
]

_HOMES = {
    "fx": ("FxTable", "NoRateError", "Rate"),
    "marks": ("Mark",),
    "reasons": ("REASONS", "Refusal", "reason_words"),
    "revenue": ("Revenue",),
    "steady_state": ("SteadyState",),
    "premium_result": ("FirmPremium", "PremiumResult"),
    "valuation_premium": ("premium",),
}

__getattr__, __dir__ = attach(__name__, _HOMES)
