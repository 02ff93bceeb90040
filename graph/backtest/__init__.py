"""Power over the years, and how early and how surely it finds the definers that somebody names beforehand.

The names below are loaded when first used: numpy and scipy stay out of a process that only asks for help.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..lazy import attach

if TYPE_CHECKING:
    from .face_validity import Backtest, backtest
    from .series import PowerHistory, power_history
    from .trial import Trial
    from .truth import Truth, essay_truths

__all__ = ["Backtest", "PowerHistory", "Trial", "Truth", "backtest", "essay_truths", "power_history"]

_HOMES = {
    "face_validity": ("Backtest", "backtest"),
    "series": ("PowerHistory", "power_history"),
    "trial": ("Trial",),
    "truth": ("Truth", "essay_truths"),
}

__getattr__, __dir__ = attach(__name__, _HOMES)
