"""Valuation premiums as data: of one company, and of all as of a date."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from .marks import Mark
from .observations import Firm, Multiple
from .reasons import REASONS, Refusal, count_reasons
from .revenue import Revenue
from .steady_state import SteadyState

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["FirmPremium", "PremiumResult", "flat", "middle"]


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
    multiple : Multiple or Refusal
        Price/sales of its industry.
    steady_state : SteadyState or None
        Baseline B2, for the firms that the essay applies it to.
    """

    firm: Firm
    mark: Mark | Refusal
    revenue: Revenue | Refusal
    multiple: Multiple | Refusal
    steady_state: SteadyState | None

    @property
    def reasons(self) -> tuple[Refusal, ...]:
        """All that is missing, the mark first; empty where there is a premium."""
        return tuple(part for part in (self.mark, self.revenue, self.multiple) if isinstance(part, Refusal))

    @property
    def value(self) -> tuple[float, float] | None:
        """Mark, low and high, in billions of US dollars."""
        return None if isinstance(self.mark, Refusal) else (self.mark.low, self.mark.high)

    @property
    def implied(self) -> tuple[float, float] | None:
        """Value at the industry's median multiple, low and high, in billions of US dollars."""
        if isinstance(self.revenue, Refusal) or isinstance(self.multiple, Refusal):
            return None
        return self.revenue.low * self.multiple.middle, self.revenue.high * self.multiple.middle

    @property
    def log_premium(self) -> float | None:
        """Difference of the geometric middles of mark and implied value, in log points."""
        value, implied = self.value, self.implied
        if value is None or implied is None:
            return None
        return math.log(middle(value)) - math.log(middle(implied))

    @property
    def log_premium_range(self) -> tuple[float, float] | None:
        """Least and greatest premium that the ranges of mark and revenue allow, in log points."""
        value, implied = self.value, self.implied
        if value is None or implied is None:
            return None
        return math.log(value[0] / implied[1]), math.log(value[1] / implied[0])

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
            "value_usd_bn": list(self.value) if self.value else None,
            "baseline": "B1" if self.log_premium is not None else None,
            "implied_usd_bn": middle(implied) if implied else None,
            "implied_range_usd_bn": list(implied) if implied else None,
            "log_premium": self.log_premium,
            "log_premium_range": list(spread) if spread else None,
            "reason": first.code if first else None,
            "reason_text": {"en": first.text("en"), "zh": first.text("zh")} if first else None,
            "reasons": [reason.code for reason in reasons],
            "mark": None if isinstance(self.mark, Refusal) else self.mark.to_dict(),
            "revenue": None if isinstance(self.revenue, Refusal) else self.revenue.to_dict(),
            "multiple": None if isinstance(self.multiple, Refusal) else self.multiple.to_dict(),
            "b2": self.steady_state.to_dict() if self.steady_state else None,
        }


@dataclass(frozen=True)
class PremiumResult:
    """Premiums of all companies as of a date.

    Attributes
    ----------
    as_of : str
    firms : tuple of FirmPremium
        Every company of the store, sorted by id; those without a premium say why.
    """

    as_of: str
    firms: tuple[FirmPremium, ...]

    @cached_property
    def priced(self) -> tuple[FirmPremium, ...]:
        """Firms that have a premium."""
        return tuple(firm for firm in self.firms if firm.log_premium is not None)

    @property
    def n(self) -> int:
        """Number of firms that have a premium."""
        return len(self.priced)

    @cached_property
    def left_out(self) -> dict[str, int]:
        """Number of firms without a premium by their first reason; with :attr:`n` they are all firms."""
        return count_reasons(firm.reasons[0].code for firm in self.firms if firm.reasons)

    def firm(self, key: str) -> FirmPremium:
        """Premium of the firm with the id `key`; raises KeyError if the store has no such company."""
        return self._by_id[key]

    @cached_property
    def _by_id(self) -> dict[str, FirmPremium]:
        return {firm.firm.id: firm for firm in self.firms}

    def to_dict(self) -> dict[str, Any]:
        """Give the result as plain values, the form of ``definer premium --json``."""
        return {
            "as_of": self.as_of,
            "n": self.n,
            "left_out": {
                code: {"n": count, "en": REASONS[code][0], "zh": REASONS[code][1]}
                for code, count in self.left_out.items()
            },
            "firms": [firm.to_dict() for firm in self.firms],
        }

    def to_pandas(self) -> pd.DataFrame:
        """One row per company, as a pandas data frame (needs the extra ``pandas``)."""
        import pandas as pd

        return pd.DataFrame([flat(firm) for firm in self.firms]).set_index("id")


def middle(amount: tuple[float, float]) -> float:
    """Geometric middle of a range of amounts above zero."""
    return math.sqrt(amount[0]) * math.sqrt(amount[1])


def flat(firm: FirmPremium) -> dict[str, object]:
    """One row of a table: names, amounts in billions of US dollars, and the claims behind them."""
    full = firm.to_dict()
    parts = {name: part if isinstance(part := full[name], dict) else {} for name in ("mark", "revenue", "multiple")}
    value, spread, revenue = (
        firm.value or (None, None),
        firm.log_premium_range or (None, None),
        parts["revenue"],
    )
    low, high = revenue.get("usd_bn", (None, None))
    return {
        "id": firm.firm.id,
        "name_en": firm.firm.name_en,
        "name_zh": firm.firm.name_zh,
        "country": firm.firm.country,
        "paradigm": firm.firm.paradigm,
        "value_low_usd_bn": value[0],
        "value_high_usd_bn": value[1],
        "mark_type": parts["mark"].get("type"),
        "mark_date": parts["mark"].get("date"),
        "mark_claim": parts["mark"].get("claim"),
        "revenue_low_usd_bn": low,
        "revenue_high_usd_bn": high,
        "revenue_basis": revenue.get("basis"),
        "revenue_period_end": revenue["period"][1] if revenue else None,
        "revenue_claim": revenue.get("claim"),
        "industry": firm.firm.industry,
        "multiple": parts["multiple"].get("median"),
        "multiple_n": parts["multiple"].get("n"),
        "multiple_claim": parts["multiple"].get("claim"),
        "baseline": full["baseline"],
        "implied_usd_bn": full["implied_usd_bn"],
        "log_premium": full["log_premium"],
        "log_premium_low": spread[0],
        "log_premium_high": spread[1],
        "reason": full["reason"],
    }
