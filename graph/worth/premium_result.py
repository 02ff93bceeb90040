"""Valuation premiums as data: of one company, and of all as of a date."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

from .firm_premium import BASELINES, FirmPremium, middle
from .reasons import REASONS, Refusal, count_reasons, counted_reasons

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["FirmPremium", "PremiumResult", "flat", "middle"]


@dataclass(frozen=True)
class PremiumResult:
    """Premiums of all companies as of a date.

    Attributes
    ----------
    as_of : str
    firms : tuple of FirmPremium
        Every company of the store, sorted by id; those without a premium say why.
    definers : mapping
        Firms that stay out of the pools of ordinary firms -> the holdings that make them definers.
    """

    as_of: str
    firms: tuple[FirmPremium, ...]
    definers: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

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

    @cached_property
    def coverage(self) -> dict[str, dict[str, Any]]:
        """Number of marked firms with a premium over each baseline, and of those without one by reason."""
        found: dict[str, dict[str, Any]] = {}
        marked = [firm.baselines for firm in self.firms if firm.value is not None]
        for code in BASELINES:
            missing = Counter(part.code for own in marked if isinstance(part := own[code], Refusal))
            left_out = {reason: missing[reason] for reason in REASONS if missing[reason]}
            found[code] = {"n": len(marked) - sum(left_out.values()), "left_out": left_out}
        return found

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
            "left_out": counted_reasons(self.left_out),
            "baselines": self.coverage,
            "definers": {firm: list(holdings) for firm, holdings in self.definers.items()},
            "firms": [firm.to_dict() for firm in self.firms],
        }

    def to_pandas(self) -> pd.DataFrame:
        """One row per company, as a pandas data frame."""
        import pandas as pd

        return pd.DataFrame([flat(firm) for firm in self.firms]).set_index("id")


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
        "multiple": parts["multiple"].get("median_used", parts["multiple"].get("median")),
        "multiple_n": parts["multiple"].get("n_used", parts["multiple"].get("n")),
        "multiple_published": parts["multiple"].get("median"),
        "multiple_claim": parts["multiple"].get("claim"),
        "baseline": full["baseline"],
        "implied_usd_bn": full["implied_usd_bn"],
        "log_premium": full["log_premium"],
        "log_premium_low": spread[0],
        "log_premium_high": spread[1],
        **{f"log_premium_{code.lower()}": firm.premium_over(code) for code in BASELINES[1:]},
        "reason": full["reason"],
    }
