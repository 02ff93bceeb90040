"""What definition power is worth: marks, baselines and premium.

The names below are loaded when first used: numpy and scipy stay out of a process that only asks for help.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..lazy import attach

if TYPE_CHECKING:
    from .firm_premium import Baseline, FirmPremium
    from .fx import FxTable, NoRateError, Rate
    from .marks import Mark
    from .pool import Pool
    from .premium_result import PremiumResult
    from .reasons import REASONS, Refusal, reason_words
    from .residual import ResidualIncome, residual_income
    from .revenue import Revenue
    from .steady_state import SteadyState
    from .valuation_premium import premium
    from .warranted import Warranted

__all__ = [
    "REASONS",
    "Baseline",
    "FirmPremium",
    "FxTable",
    "Mark",
    "NoRateError",
    "Pool",
    "PremiumResult",
    "Rate",
    "Refusal",
    "ResidualIncome",
    "Revenue",
    "SteadyState",
    "Warranted",
    "premium",
    "reason_words",
    "residual_income",
]

_HOMES = {
    "fx": ("FxTable", "NoRateError", "Rate"),
    "marks": ("Mark",),
    "reasons": ("REASONS", "Refusal", "reason_words"),
    "revenue": ("Revenue",),
    "steady_state": ("SteadyState",),
    "firm_premium": ("Baseline", "FirmPremium"),
    "pool": ("Pool",),
    "premium_result": ("PremiumResult",),
    "residual": ("ResidualIncome", "residual_income"),
    "warranted": ("Warranted",),
    "valuation_premium": ("premium",),
}

__getattr__, __dir__ = attach(__name__, _HOMES)
