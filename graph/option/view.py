"""The option view as of a date: implied chances, their budget, break-even, horizon, and chances by power."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

from ..plain_values import rounded
from ..worth.premium_result import PremiumResult
from ..worth.reasons import count_reasons, counted_reasons
from .budget import BreakEven, Budget, Pays, break_even, budget, check_shares, pays
from .choice import chosen_firms, pair_horizon
from .firms import BASELINES, Baseline, OptionFirm
from .formula import COMPOUNDINGS, OptionError, Terms, check_number, discount
from .horizon import Horizon
from .prior import EXPONENTS, Prior, power_prior

if TYPE_CHECKING:
    from ..store import Store

__all__ = ["HAIRCUT", "PRIZES", "OptionView", "option_view"]

PRIZES: Final = (1000.0, 2000.0, 4000.0)
"""Prizes of the tables, in billions of US dollars."""
HAIRCUT: Final = 1.48
"""By how much post-money marks overstate, in the middle (Gornall & Strebulaev 2020)."""
ESSAY: Final = (0.01, 1000.0)
"""Chance and prize of the essay: one per cent of a trillion."""


@dataclass(frozen=True)
class OptionView:
    """The option view of the firms of a paradigm.

    Attributes
    ----------
    as_of, paradigm : str
    baseline : str
    haircut : float
    rate, years : float
    firms : tuple of OptionFirm
        Every firm with a mark, the largest V - F first.
    terms : tuple of Terms
        Prizes by compounding.
    budgets : tuple of Budget
        One for each of `terms`, over the labs.
    variants : mapping
        Name of a variant -> budgets under it: ``B1`` or ``B2`` (the other baseline), ``zero`` (F = 0), ``haircut``.
    break_even : tuple of BreakEven
    pays : tuple of Pays
        For the three labs of the largest V - F.
    horizon : Horizon or None
        None where the store lacks the essay's pair or its baseline.
    priors : tuple of Prior
    theta, allocation : mapping
    dropped : mapping
        Firm of the list without a mark, or labs no longer active -> code of the reason.
    draws, seed : int
    """

    as_of: str
    paradigm: str
    baseline: Baseline
    haircut: float
    rate: float
    years: float
    firms: tuple[OptionFirm, ...]
    terms: tuple[Terms, ...]
    budgets: tuple[Budget, ...]
    variants: Mapping[str, tuple[Budget, ...]]
    break_even: tuple[BreakEven, ...]
    pays: tuple[Pays, ...]
    horizon: Horizon | None
    priors: tuple[Prior, ...]
    theta: Mapping[str, float]
    allocation: Mapping[str, float]
    dropped: Mapping[str, str]
    draws: int
    seed: int

    @property
    def labs(self) -> tuple[OptionFirm, ...]:
        """Rivals whose chances are summed."""
        return tuple(firm for firm in self.firms if firm.part == "lab")

    @property
    def n(self) -> int:
        """Number of firms with a mark."""
        return len(self.firms)

    @property
    def left_out(self) -> dict[str, int]:
        """Number of firms of the list without an implied chance, by reason."""
        return count_reasons(self.dropped.values())

    def to_dict(self) -> dict[str, Any]:
        """Option view as plain values, the form of ``definer option --json``."""
        return {
            "as_of": self.as_of,
            "paradigm": self.paradigm,
            "n": self.n,
            "n_labs": len(self.labs),
            "baseline": self.baseline,
            "haircut": self.haircut,
            "rate": self.rate,
            "years": self.years,
            "terms": [terms.to_dict() for terms in self.terms],
            "firms": [self._firm(firm) for firm in self.firms],
            "budget": [found.to_dict() for found in self.budgets],
            "variants": {name: [found.to_dict() for found in rows] for name, rows in self.variants.items()},
            "break_even": [found.to_dict() for found in self.break_even],
            "pays": [found.to_dict() for found in self.pays],
            "essay": _essay(self.rate, self.years),
            "horizon": self.horizon.to_dict() if self.horizon else None,
            "priors": [prior.to_dict() for prior in self.priors],
            "theta": dict(self.theta),
            "allocation": dict(self.allocation),
            "left_out": counted_reasons(self.left_out),
            "dropped": dict(self.dropped),
            "draws": self.draws,
            "seed": self.seed,
        }

    def _firm(self, firm: OptionFirm) -> dict[str, Any]:
        import numpy as np

        low, high = (float(end) for end in np.quantile(firm.excess_draws(self.draws, self.seed), [0.05, 0.95]))
        part = self.theta.get(firm.id, 1.0)
        implied = [
            {
                "probability": rounded(firm.probability(terms) / part),
                "interval": [rounded(end / terms.present / part) for end in (low, high)],
            }
            for terms in self.terms
        ]
        return {**firm.to_dict(), "theta": part, "implied": implied, "reason": _reason(firm)}


def _reason(firm: OptionFirm) -> str | None:
    if firm.basis == "zero_unknown":
        return "baseline_unknown"
    return "no_option_value" if firm.excess <= 0 else None


def _essay(rate: float, years: float) -> dict[str, Any]:
    chance, prize = ESSAY
    return {
        "probability": chance,
        "prize_usd_bn": prize,
        "value_usd_bn": {kind: rounded(chance * prize * discount(rate, years, kind)) for kind in COMPOUNDINGS},
    }


def option_view(
    store: Store,
    premiums: PremiumResult,
    powers: Mapping[str, float],
    *,
    paradigm: str = "ai",
    prizes: Sequence[float] = PRIZES,
    rate: float = 0.12,
    years: float = 10.0,
    exit_year: float = 7.0,
    baseline: Baseline = "B1",
    haircut: float = 1.0,
    firms: Sequence[str] | None = None,
    theta: Mapping[str, float] | None = None,
    allocation: Mapping[str, float] | None = None,
    draws: int = 2000,
    seed: int = 0,
) -> OptionView:
    """The option view as of the date of `premiums`.

    Parameters
    ----------
    store : Store
    premiums : PremiumResult
    powers : mapping
        Power of the firms of the paradigm, for the chances by power.
    paradigm : str
        Whose list of candidates says who is a rival.
    prizes : sequence of float
        In billions of US dollars.
    rate, years : float
        Discount rate a year, and years until the prize.
    exit_year : float
        Year in which a fund of short horizon must sell.
    baseline : {"B1", "B2"}
    haircut : float
        By which the marks of private firms are divided.
    firms : sequence of str, optional
        Ids of firms that count as the rivals, instead of the labs of the list.
    theta : mapping, optional
        Part of the prize that a firm could win, by firm.
    allocation : mapping, optional
        Chances set aside for incumbents, by firm.
    draws, seed : int
        Draws of marks and baselines for intervals.

    Raises
    ------
    OptionError
        A prize, rate, horizon or share out of range, or no firm with a mark.
    """
    _check(baseline, haircut, draws)
    shares, aside = dict(theta or {}), dict(allocation or {})
    check_shares("theta", shares, zero=False)
    check_shares("allocation", aside, zero=True)
    terms = tuple(Terms(prize, rate, years, kind) for kind in COMPOUNDINGS for prize in prizes)
    own, dropped = chosen_firms(store, premiums, paradigm, firms, baseline, haircut)
    labs = [firm for firm in own if firm.part == "lab"]
    if not own:
        raise OptionError(
            f"no firm of {paradigm} has a mark as of {premiums.as_of}: choose another date or name firms",
            f"截至 {premiums.as_of}，{paradigm} 中没有企业有估值：请换日期或指定企业",
        )
    view = OptionView(
        premiums.as_of,
        paradigm,
        baseline,
        haircut,
        rate,
        years,
        tuple(own),
        terms,
        tuple(budget(labs, each, aside, draws, seed) for each in terms),
        {},
        break_even(labs, sum(aside.values())),
        pays(labs[:3], prizes),
        pair_horizon(premiums, rate, years, exit_year),
        tuple(power_prior(labs, powers, exponent) for exponent in EXPONENTS),
        shares,
        aside,
        dict(sorted(dropped.items())),
        draws,
        seed,
    )
    return replace(view, variants=_variants(view, store, premiums, firms))


def _check(baseline: str, haircut: float, draws: int) -> None:
    if baseline not in BASELINES:
        shown = ", ".join(BASELINES)
        raise OptionError(
            f"baseline: {baseline!r} is none of {shown}", f"baseline：{baseline!r} 不在可选值之内：{shown}"
        )
    check_number("haircut", "折扣系数 haircut", haircut, least=1.0, most=10.0)
    check_number("draws", "抽样次数 draws", draws, least=100, most=1_000_000)


def _variants(
    view: OptionView, store: Store, premiums: PremiumResult, wanted: Sequence[str] | None
) -> dict[str, tuple[Budget, ...]]:
    """Budgets under the other baseline, under none, and with private marks cut."""
    other: Baseline = "B1" if view.baseline == "B2" else "B2"
    cases: dict[str, tuple[Baseline, float]] = {other: (other, view.haircut), "haircut": (view.baseline, HAIRCUT)}
    found: dict[str, list[OptionFirm]] = {}
    for name, (baseline, haircut) in cases.items():
        firms, _ = chosen_firms(store, premiums, view.paradigm, wanted, baseline, haircut)
        found[name] = [firm for firm in firms if firm.part == "lab"]
    found["zero"] = [replace(firm, baseline=0.0, baseline_range=(0.0, 0.0)) for firm in view.labs]
    return {
        name: tuple(budget(labs, terms, view.allocation, view.draws, view.seed) for terms in view.terms)
        for name, labs in found.items()
    }
