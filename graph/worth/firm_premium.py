"""Premium of one firm over every baseline, or the reason why there is none."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

from .growth import Growth
from .marks import Mark
from .observations import Firm, Multiple
from .pool import Pool
from .reasons import Refusal
from .residual import ResidualIncome
from .revenue import Revenue
from .steady_state import SteadyState
from .warranted import Warranted

__all__ = ["BASELINES", "HAIRCUTS", "Baseline", "FirmPremium", "middle"]

BASELINES = ("B1", "B2", "B3", "B4")
"""Sector median, steady state of a text, residual income, warranted multiple; the first is primary (METHOD 2)."""
HAIRCUTS = (1.0, 1.48, 2.0)
"""Factors that headline values of private firms are divided by: as stated; by the mean excess over fair value of 135
US unicorns; by the excess that the worst of them passed (Gornall & Strebulaev 2020)."""

_DECIMALS = 10
_NO_BOOK_VALUE, _FEW_CONTROLS = Refusal("no_book_value"), Refusal("few_controls")


@dataclass(frozen=True, slots=True)
class Baseline:
    """What a firm would be worth without definition power.

    Attributes
    ----------
    code : str
        One of :data:`BASELINES`.
    implied : float
        Billions of US dollars.
    low, high : float
        Least and greatest that the ranges of its operands allow.
    inputs : mapping
        Operands and the claims that state them, as plain values.
    """

    code: str
    implied: float
    low: float
    high: float
    inputs: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class FirmPremium:
    """Premium of one firm, or the reason why it has none.

    Attributes
    ----------
    firm : Firm
    mark : Mark or Refusal
        What it was valued at.
    revenue : Revenue or Refusal
        Its revenue of twelve months.
    multiple : Pool, Multiple or Refusal
        Price/sales of its industry's other firms; a published one as it is where nothing is known of its members.
    steady_state : SteadyState or None
        Operands of baseline B2, for the firms that a text applies it to.
    growth : Growth or None
        Of its revenue over a year.
    residual_income : ResidualIncome or Refusal
        Baseline B3.
    warranted : Warranted or Refusal
        Multiple of baseline B4.
    """

    firm: Firm
    mark: Mark | Refusal
    revenue: Revenue | Refusal
    multiple: Pool | Multiple | Refusal
    steady_state: SteadyState | None
    growth: Growth | None = None
    residual_income: ResidualIncome | Refusal = _NO_BOOK_VALUE
    warranted: Warranted | Refusal = _FEW_CONTROLS

    @property
    def reasons(self) -> tuple[Refusal, ...]:
        """All that is missing, the mark first; empty where there is a premium."""
        return tuple(part for part in (self.mark, self.revenue, self.multiple) if isinstance(part, Refusal))

    @property
    def value(self) -> tuple[float, float] | None:
        """Mark, low and high, in billions of US dollars."""
        return None if isinstance(self.mark, Refusal) else (self.mark.low, self.mark.high)

    @property
    def private(self) -> bool:
        """Whether the mark is of a private firm."""
        return not isinstance(self.mark, Refusal) and self.mark.mark_type != "public"

    @property
    def headline(self) -> bool:
        """Whether the mark prices all shares like the newest: of a round or a sale of some shares, not of all."""
        return not isinstance(self.mark, Refusal) and self.mark.mark_type in {"primary", "secondary"}

    @property
    def implied(self) -> tuple[float, float] | None:
        """Value at the median multiple of its industry (B1), low and high, in billions of US dollars."""
        if isinstance(self.revenue, Refusal) or isinstance(self.multiple, Refusal):
            return None
        return self.revenue.low * self.multiple.middle, self.revenue.high * self.multiple.middle

    @property
    def baselines(self) -> dict[str, Baseline | Refusal]:
        """Every baseline, by code, or why the firm has none."""
        return {"B1": self._sector(), "B2": self._steady(), "B3": self._residual(), "B4": self._warranted()}

    @property
    def valued(self) -> dict[str, Baseline]:
        """The baselines that there are."""
        return {code: found for code, found in self.baselines.items() if isinstance(found, Baseline)}

    @property
    def log_premium(self) -> float | None:
        """Difference of the geometric middles of mark and implied value (B1), in log points."""
        return self.premium_over("B1")

    @property
    def log_premium_range(self) -> tuple[float, float] | None:
        """Least and greatest premium (B1) that the ranges of mark and revenue allow, in log points."""
        return self.range_over("B1")

    def premium_over(self, baseline: str, haircut: float = 1.0) -> float | None:
        """Log premium over a baseline; of a headline mark, of the mark divided by `haircut`.

        Raises
        ------
        ValueError
            If the haircut is no number above 0.
        """
        value, found = self.value, self.baselines[baseline]
        if not haircut > 0 or not math.isfinite(haircut):
            raise ValueError(f"a haircut divides, so it lies above 0: {haircut}")
        if value is None or isinstance(found, Refusal):
            return None
        cut = math.log(haircut) if self.headline else 0.0
        return math.log(middle(value)) - cut - math.log(found.implied)

    def range_over(self, baseline: str) -> tuple[float, float] | None:
        """Least and greatest log premium over a baseline that the ranges of its operands allow."""
        value, found = self.value, self.baselines[baseline]
        if value is None or isinstance(found, Refusal):
            return None
        return math.log(value[0] / found.high), math.log(value[1] / found.low)

    def _sector(self) -> Baseline | Refusal:
        if isinstance(self.revenue, Refusal):
            return self.revenue
        if isinstance(self.multiple, Refusal):
            return self.multiple
        low, high = self.revenue.low * self.multiple.middle, self.revenue.high * self.multiple.middle
        known = self.multiple.brief() if isinstance(self.multiple, Pool) else self.multiple.to_dict()
        return Baseline("B1", middle((low, high)), low, high, known)

    def _steady(self) -> Baseline | Refusal:
        if self.steady_state is None:
            return Refusal("no_steady_state")
        values = [anchor.implied for anchor in self.steady_state.anchors]
        # The anchors are values that the text gives, not ends of one range: the main one is the point. They are set
        # against the firm's mark, as every baseline is; what the text itself compares them with stands in the inputs.
        return Baseline("B2", values[0], min(values), max(values), self.steady_state.to_dict())

    def _residual(self) -> Baseline | Refusal:
        found = self.residual_income
        if isinstance(found, Refusal):
            return found
        return Baseline("B3", found.implied, found.low, found.high, found.to_dict())

    def _warranted(self) -> Baseline | Refusal:
        if isinstance(self.revenue, Refusal):
            return self.revenue
        if isinstance(self.warranted, Refusal):
            return self.warranted
        low, high = self.revenue.low * self.warranted.multiple, self.revenue.high * self.warranted.multiple
        return Baseline("B4", middle((low, high)), low, high, self.warranted.to_dict())

    def to_dict(self) -> dict[str, object]:
        """Premium, its parts and where they come from, as plain values."""
        reasons = self.reasons
        first = reasons[0] if reasons else None
        implied, spread = self.implied, self.log_premium_range
        return {
            "id": self.firm.id,
            "name": {"en": self.firm.name_en, "zh": self.firm.name_zh},
            "country": self.firm.country,
            "paradigm": self.firm.paradigm,
            "industry": self.firm.industry,
            "value_usd_bn": list(self.value) if self.value else None,
            "private": self.private,
            "headline": self.headline,
            "baseline": "B1" if self.log_premium is not None else None,
            "implied_usd_bn": middle(implied) if implied else None,
            "implied_range_usd_bn": list(implied) if implied else None,
            "log_premium": self.log_premium,
            "log_premium_range": list(spread) if spread else None,
            "reason": first.code if first else None,
            "reason_text": first.words if first else None,
            "reasons": [reason.code for reason in reasons],
            "mark": None if isinstance(self.mark, Refusal) else self.mark.to_dict(),
            "revenue": None if isinstance(self.revenue, Refusal) else self.revenue.to_dict(),
            "multiple": None if isinstance(self.multiple, Refusal) else self.multiple.to_dict(),
            "growth": {"ratio": round(self.growth.ratio, _DECIMALS), "claims": list(self.growth.claims)}
            if self.growth
            else None,
            "b2": self.steady_state.to_dict() if self.steady_state else None,
            "baselines": {code: self._baseline(code, found) for code, found in self.baselines.items()},
        }

    def _baseline(self, code: str, found: Baseline | Refusal) -> dict[str, object]:
        if isinstance(found, Refusal):
            return {"reason": found.code, "reason_text": found.words}
        premium, spread = self.premium_over(code), self.range_over(code)
        return {
            "implied_usd_bn": round(found.implied, _DECIMALS),
            "implied_range_usd_bn": [round(found.low, _DECIMALS), round(found.high, _DECIMALS)],
            "log_premium": None if premium is None else round(premium, _DECIMALS),
            "log_premium_range": None if spread is None else [round(end, _DECIMALS) for end in spread],
            "haircuts": [
                {"factor": factor, "log_premium": round(premium - math.log(factor), _DECIMALS)} for factor in HAIRCUTS
            ]
            if premium is not None and self.headline
            else None,
            "inputs": dict(found.inputs),
        }


def middle(amount: tuple[float, float]) -> float:
    """Geometric middle of a range of amounts above zero."""
    return math.sqrt(amount[0]) * math.sqrt(amount[1])
