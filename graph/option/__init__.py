"""The option view of a value: what it is worth today, and how likely a prize its price supposes (METHOD 6.3).

The names below are loaded when first used: numpy and scipy stay out of a process that only asks for help.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..lazy import attach

if TYPE_CHECKING:
    from .firms import OptionFirm
    from .formula import OptionError, Terms, discount, implied_probability, value_of_prize
    from .horizon import Truncation, truncation
    from .view import OptionView, option_view

__all__ = [
    "OptionError",
    "OptionFirm",
    "OptionView",
    "Terms",
    "Truncation",
    "discount",
    "implied_probability",
    "option_view",
    "truncation",
    "value_of_prize",
]

_HOMES = {
    "firms": ("OptionFirm",),
    "formula": ("OptionError", "Terms", "discount", "implied_probability", "value_of_prize"),
    "horizon": ("Truncation", "truncation"),
    "view": ("OptionView", "option_view"),
}

__getattr__, __dir__ = attach(__name__, _HOMES)
