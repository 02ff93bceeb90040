"""One firm of the sample of the link, and the variants of power that it carries."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

__all__ = ["GROUPS", "VARIANTS", "PowerTable", "Unit"]

GROUPS = ("US", "CN", "other")
"""Country groups of the specification; the first is the base category of no regression by itself."""
VARIANTS = (
    "power",
    "reach",
    "lockin",
    "in_degree",
    "pagerank",
    "power_cohorts",
    "power_no_round_trip",
    "power_best",
)
"""Variants of power: the score, its facets, the adoption counts to beat, and the score read in other ways
(``power_best``: the greatest over all paradigms, not that of the home paradigm)."""

PowerTable = Mapping[str, Mapping[str, Mapping[str, float]]]
"""Variant -> paradigm -> firm -> value; a firm that is absent has no tie in the paradigm."""


@dataclass(frozen=True, slots=True)
class Unit:
    """One firm of the sample.

    Attributes
    ----------
    id, name_en, name_zh : str
    country : str or None
        ISO 3166-1 code.
    group : str
        One of :data:`GROUPS`.
    paradigm : str
        Home paradigm, assigned without looking at values.
    private : bool
        Whether the mark is of a private firm.
    log_value : float
        ln V, geometric middle of the mark, in billions of US dollars.
    log_value_range : tuple of float
        ln of the mark's low and high end.
    log_revenue : float
        ln of the revenue of twelve months, in billions of US dollars.
    log_implied : mapping
        Baseline (``B1`` ...) -> ln F; a baseline that the firm has no value for is absent.
    log_growth : float or None
        ln of revenue over that of a year before, not winsorised; None where no growth is known.
    log_age : float or None
        ln(years since founding + 1); None where no year is known.
    mark_date : str
        As stated.
    power : mapping
        Variant -> value.
    """

    id: str
    name_en: str
    name_zh: str
    country: str | None
    group: str
    paradigm: str
    private: bool
    log_value: float
    log_value_range: tuple[float, float]
    log_revenue: float
    log_implied: Mapping[str, float]
    log_growth: float | None
    log_age: float | None
    mark_date: str
    power: Mapping[str, float]

    def premium(self, baseline: str = "B1", haircut: float = 1.0) -> float:
        """Log premium over a baseline, private marks divided by `haircut`; NaN where there is no baseline."""
        implied = self.log_implied.get(baseline, math.nan)
        return self.log_value - (math.log(haircut) if self.private else 0.0) - implied
