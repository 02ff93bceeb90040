"""The gap between two countries' valuations: identity, decompositions, placebo, reverse check, the essay's pairs.

The names below are loaded when first used: numpy and scipy stay out of a process that only asks for help.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..lazy import attach

if TYPE_CHECKING:
    from .capital import Capital, FirmCapital, firm_capital
    from .decomposition import DRAWS, country_gap
    from .estimate import Estimate
    from .gap_result import Gap
    from .identity import Identity
    from .oaxaca import Oaxaca, agreement, pooled_terms
    from .owen import Owen
    from .pair_result import Pair
    from .placebo import Placebo
    from .reverse import Reverse
    from .sample import GapError, Sample, TooFewFirmsError, check_countries, gap_sample
    from .support import Support, four_parts

__all__ = [
    "DRAWS",
    "Capital",
    "Estimate",
    "FirmCapital",
    "Gap",
    "GapError",
    "Identity",
    "Oaxaca",
    "Owen",
    "Pair",
    "Placebo",
    "Reverse",
    "Sample",
    "Support",
    "TooFewFirmsError",
    "agreement",
    "check_countries",
    "country_gap",
    "firm_capital",
    "four_parts",
    "gap_sample",
    "pooled_terms",
]

_HOMES = {
    "capital": ("Capital", "FirmCapital", "firm_capital"),
    "decomposition": ("DRAWS", "country_gap"),
    "estimate": ("Estimate",),
    "gap_result": ("Gap",),
    "identity": ("Identity",),
    "oaxaca": ("Oaxaca", "agreement", "pooled_terms"),
    "owen": ("Owen",),
    "pair_result": ("Pair",),
    "placebo": ("Placebo",),
    "reverse": ("Reverse",),
    "sample": ("GapError", "Sample", "TooFewFirmsError", "check_countries", "gap_sample"),
    "support": ("Support", "four_parts"),
}

__getattr__, __dir__ = attach(__name__, _HOMES)
