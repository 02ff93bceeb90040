"""Value and baseline of each firm, as ranges, and draws of both."""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from ..plain_values import rounded
from ..worth.draws import log_uniform
from ..worth.marks import Mark
from ..worth.pool import Pool
from ..worth.premium_result import FirmPremium, middle
from ..worth.reasons import Refusal
from ..worth.revenue import Revenue
from .formula import Terms, implied_probability

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from .rivals import Part

__all__ = ["BASELINES", "Baseline", "OptionFirm", "of_premium"]

Baseline = Literal["B1", "B2"]
"""``B2`` takes the steady-state value of the essay for the firms that it is given for, and B1 for all others."""
BASELINES: Final[tuple[Baseline, ...]] = ("B1", "B2")

Basis = Literal["B1", "B2", "zero_pre_revenue", "zero_unknown"]


@dataclass(frozen=True, slots=True)
class OptionFirm:
    """A firm with a mark.

    Attributes
    ----------
    id, name_en, name_zh : str
    country : str or None
    part : str
        ``lab``, ``incumbent`` or ``other`` (:mod:`.rivals`).
    role : str
    value : tuple of float
        Mark, low and high, in billions of US dollars, after the haircut on private marks.
    private : bool
    mark_claim, mark_date : str
    baseline : float
        F, in billions of US dollars.
    baseline_range : tuple of float
        For B1 the range of revenue times the industry's quartiles; for B2 the anchors.
    basis : str
        ``B1``, ``B2``; ``zero_pre_revenue`` under $10m in twelve months; ``zero_unknown`` no revenue or multiple was
        found, so that F = 0 makes the implied chance an upper bound.
    """

    id: str
    name_en: str
    name_zh: str
    country: str | None
    part: Part
    role: str
    value: tuple[float, float]
    private: bool
    mark_claim: str
    mark_date: str
    baseline: float
    baseline_range: tuple[float, float]
    basis: Basis

    @property
    def excess(self) -> float:
        """V - F at the geometric middle of the mark; below zero where the price is below the baseline."""
        return middle(self.value) - self.baseline

    def probability(self, terms: Terms) -> float:
        """Implied chance of the prize."""
        return implied_probability(middle(self.value), self.baseline, terms)

    def excess_draws(self, draws: int, seed: int) -> NDArray[np.float64]:
        """Draws of V - F, shape (draws,): V and F log-uniform within their ranges, each firm with its own stream."""
        import numpy as np

        stream = np.random.default_rng([seed, zlib.crc32(self.id.encode())])
        unit = stream.random((2, draws))
        value = np.exp(log_uniform(*self.value, unit[0]))
        if self.baseline_range[0] <= 0:
            return np.asarray(value - self.baseline, dtype=np.float64)
        return np.asarray(value - np.exp(log_uniform(*self.baseline_range, unit[1])), dtype=np.float64)

    def to_dict(self) -> dict[str, object]:
        """Firm, mark and baseline as plain values."""
        return {
            "id": self.id,
            "name": {"en": self.name_en, "zh": self.name_zh},
            "country": self.country,
            "part": self.part,
            "role": self.role or None,
            "value_usd_bn": [rounded(end) for end in self.value],
            "private": self.private,
            "mark": {"claim": self.mark_claim, "date": self.mark_date},
            "baseline_usd_bn": rounded(self.baseline),
            "baseline_range_usd_bn": [rounded(end) for end in self.baseline_range],
            "basis": self.basis,
            "excess_usd_bn": rounded(self.excess),
        }


def of_premium(firm: FirmPremium, part: Part, role: str, baseline: Baseline, haircut: float) -> OptionFirm | str:
    """A firm of the option view, or the code of the reason why it is not in it."""
    mark = firm.mark
    if not isinstance(mark, Mark):
        return mark.code
    private = mark.mark_type != "public"
    factor = haircut if firm.headline else 1.0
    implied, spread, basis = _baseline(firm, baseline)
    return OptionFirm(
        firm.firm.id,
        firm.firm.name_en,
        firm.firm.name_zh,
        firm.firm.country,
        part,
        role,
        (mark.low / factor, mark.high / factor),
        private,
        mark.claim.id,
        mark.claim.date,
        implied,
        spread,
        basis,
    )


def _baseline(firm: FirmPremium, wanted: Baseline) -> tuple[float, tuple[float, float], Basis]:
    if wanted == "B2" and firm.steady_state is not None:
        values = [anchor.implied for anchor in firm.steady_state.anchors]
        return values[0], (min(values), max(values)), "B2"
    revenue, multiple, implied = firm.revenue, firm.multiple, firm.implied
    if isinstance(revenue, Revenue) and not isinstance(multiple, Refusal) and implied is not None:
        listed = multiple.published if isinstance(multiple, Pool) else multiple
        return middle(implied), (revenue.low * listed.low, revenue.high * listed.high), "B1"
    pre = not isinstance(revenue, Revenue) and revenue.code == "pre_revenue"
    return 0.0, (0.0, 0.0), "zero_pre_revenue" if pre else "zero_unknown"
