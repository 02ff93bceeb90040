"""The firms that the link is estimated on, and why the others with a premium are not among them."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from .premium_result import FirmPremium, middle
from .reasons import count_reasons
from .revenue import Revenue

__all__ = ["ESSAY_PAIRS", "FirmPowerLike", "PowerLike", "Unit", "draw_sample"]

ESSAY_PAIRS = frozenset({"openai", "moonshot", "tesla", "xpeng", "figure", "unitree"})
"""Firms of the essay's three comparisons: the question came from them, so they may not answer it."""


class FirmPowerLike(Protocol):
    """A firm's power in a paradigm."""

    @property
    def id(self) -> str:
        """Id of the firm."""
        ...

    @property
    def power(self) -> float:
        """Definition power, 0 to 1."""
        ...

    @property
    def in_degree(self) -> float:
        """Ties on the firm as provider: the baseline to beat."""
        ...


class PowerLike(Protocol):
    """Powers of the firms of one paradigm that have a tie in it."""

    @property
    def firms(self) -> Iterable[FirmPowerLike]:
        """Every firm that depends or is depended on."""
        ...

    @property
    def beyond_coded_period(self) -> bool:
        """Whether the date lies after the last one for which the paradigm's ties were looked for."""
        ...


@dataclass(frozen=True, slots=True)
class Unit:
    """One firm of the sample.

    Attributes
    ----------
    id, paradigm : str
        The firm and its home paradigm, assigned without looking at values.
    premium : float
        Log points over baseline B1.
    power, in_degree : float
        In the home paradigm.
    log_value, log_implied : float
        ln V and ln F, in billions of US dollars.
    revenue : float
        Geometric middle, in billions of US dollars.
    """

    id: str
    paradigm: str
    premium: float
    power: float
    in_degree: float
    log_value: float
    log_implied: float
    revenue: float


def draw_sample(
    firms: Sequence[FirmPremium], powers: Mapping[str, PowerLike]
) -> tuple[tuple[Unit, ...], dict[str, int]]:
    """Firms of the link, sorted by id, and how many others there are by reason.

    Parameters
    ----------
    firms : sequence of FirmPremium
        Firms that have a premium.
    powers : mapping of str to PowerLike
        Power of each paradigm's firms.
    """
    by_paradigm = {name: {firm.id: firm for firm in result.firms} for name, result in powers.items()}
    units: list[Unit] = []
    reasons: list[str] = []
    for firm in firms:
        found = _place(firm, by_paradigm)
        if isinstance(found, str):
            reasons.append(found)
        else:
            units.append(found)
    sizes = Counter(unit.paradigm for unit in units)
    kept = tuple(unit for unit in units if sizes[unit.paradigm] > 1)
    reasons += ["alone_in_paradigm"] * (len(units) - len(kept))
    return kept, count_reasons(reasons)


def _place(firm: FirmPremium, powers: Mapping[str, Mapping[str, FirmPowerLike]]) -> Unit | str:
    key, paradigm, revenue = firm.firm.id, firm.firm.paradigm, firm.revenue
    if key in ESSAY_PAIRS:
        return "essay_pair"
    if not isinstance(revenue, Revenue) or revenue.basis != "twelve_months":
        return "revenue_not_twelve_months"
    if paradigm is None:
        return "no_home_paradigm"
    power = powers.get(paradigm, {}).get(key)
    value, implied, log_premium = firm.value, firm.implied, firm.log_premium
    if power is None or value is None or implied is None or log_premium is None:
        return "no_tie"
    logs = math.log(middle(value)), math.log(middle(implied))
    sales = middle((revenue.low, revenue.high))
    return Unit(key, paradigm, log_premium, float(power.power), float(power.in_degree), *logs, sales)
