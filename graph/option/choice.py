"""Which firms stand in the option view, and the essay's pair whose gap a horizon would have to make."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from ..worth.premium_result import PremiumResult
from .firms import Baseline, OptionFirm, of_premium
from .horizon import Horizon, horizon
from .rivals import read_contenders

if TYPE_CHECKING:
    from ..store import Store

__all__ = ["PAIR", "chosen_firms", "pair_horizon"]

PAIR: Final = ("openai", "moonshot")
"""The pair that the essay's own baseline is given for."""


def chosen_firms(
    store: Store,
    premiums: PremiumResult,
    paradigm: str,
    wanted: Sequence[str] | None,
    baseline: Baseline,
    haircut: float,
) -> tuple[list[OptionFirm], dict[str, str]]:
    """Firms with a mark, the largest V - F first, and the code of the reason for every other one on the list.

    Parameters
    ----------
    wanted : sequence of str, optional
        Firms that count as rivals, whatever their role; by default all on the list of the paradigm.
    """
    contenders = read_contenders(store, paradigm, premiums.as_of)
    found: list[OptionFirm] = []
    dropped: dict[str, str] = {}
    for firm in premiums.firms:
        key = firm.firm.id
        contender = contenders.get(key)
        chosen = key in wanted if wanted is not None else contender is not None
        if not chosen:
            continue
        part = "lab" if wanted is not None else contender.part if contender else "other"
        if wanted is None and part == "lab" and contender and not contender.active:
            dropped[key] = "inactive_lab"
            continue
        made = of_premium(firm, part, contender.role if contender else "", baseline, haircut)
        if isinstance(made, str):
            dropped[key] = made
        else:
            found.append(made)
    return sorted(found, key=lambda firm: (-firm.excess, firm.id)), dropped


def pair_horizon(premiums: PremiumResult, rate: float, years: float, exit_year: float) -> Horizon | None:
    """Gap of the essay's pair over the essay's own baseline: observed ranges, main anchors."""
    states = []
    for key in PAIR:
        try:
            state = premiums.firm(key).steady_state
        except KeyError:
            return None
        if state is None:
            return None
        states.append(state)
    above, below = states
    low = above.anchors[0].log_premium(above.low) - below.anchors[0].log_premium(below.high)
    high = above.anchors[0].log_premium(above.high) - below.anchors[0].log_premium(below.low)
    return horizon(PAIR, (low, high), rate, years, exit_year) if low > 0 else None
