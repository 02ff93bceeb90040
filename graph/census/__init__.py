"""The balance of the census: how much of it was found in sources, for whom, and what should be found next.

The names below are loaded when first used: numpy and scipy stay out of a process that only asks for help.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..lazy import attach

if TYPE_CHECKING:
    from .balance import Candidate, Census, ParadigmBalance, SlotCoverage, census
    from .stakes import Research, Stake, research
    from .tallies import Tally, tally
    from .variants import Variant, Variants, verdict_variants

__all__ = [
    "Candidate",
    "Census",
    "ParadigmBalance",
    "Research",
    "SlotCoverage",
    "Stake",
    "Tally",
    "Variant",
    "Variants",
    "census",
    "research",
    "tally",
    "verdict_variants",
]

__getattr__, __dir__ = attach(
    __name__,
    {
        "balance": ("Candidate", "Census", "ParadigmBalance", "SlotCoverage", "census"),
        "stakes": ("Research", "Stake", "research"),
        "tallies": ("Tally", "tally"),
        "variants": ("Variant", "Variants", "verdict_variants"),
    },
)
