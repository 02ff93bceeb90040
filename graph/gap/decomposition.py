"""The gap between two countries: identity first, then what it goes with, then what speaks against reading it so."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from ..link.frame import Frame, PowerTable
from ..link.powers import TiesOf
from ..worth.observations import Observations
from ..worth.premium_result import PremiumResult
from ..worth.reading import read_observations
from ..worth.reasons import Refusal, count_reasons
from .capital import LEAST_PER_COUNTRY, Capital, gap_capital
from .elsewhere import gap_elsewhere
from .estimate import Floats
from .gap_result import Gap
from .identity import gap_identity
from .industry_lists import read_industry_lists
from .investments import read_investments
from .oaxaca import Oaxaca, gap_oaxaca
from .owen import Owen, gap_owen
from .pair_result import Pair
from .pairs import PairData, gap_pairs
from .placebo import gap_placebo
from .resampling import firm_counts
from .reverse import gap_reverse
from .sample import Sample, check_countries, gap_sample
from .slopes import capital_slope, power_slope
from .support import gap_support

if TYPE_CHECKING:
    from ..store import Store

__all__ = ["DRAWS", "POWER_DRAWS", "country_gap", "draw_powers"]

DRAWS = 999
"""Bootstraps of firms by default."""
POWER_DRAWS = 199
"""Draws of the error model of ties, used in turn."""
_ASKED = frozenset({"US", "CN"})


def country_gap(
    store: Store,
    frame: Frame,
    premiums: PremiumResult,
    powers: PowerTable,
    a: str,
    b: str,
    *,
    ties_of: TiesOf | None = None,
    seen: Observations | None = None,
    draws: int = DRAWS,
    seed: int = 0,
) -> Gap:
    """Decompose the gap in value between the firms of two countries.

    Parameters
    ----------
    store : Store
    frame : Frame
        Sample of the link as of the date.
    premiums : PremiumResult
        Premiums of all companies as of the same date.
    powers : PowerTable
        Power of all firms as of the same date.
    a, b : str
        ISO 3166-1 codes; every gap is that of `a` less that of `b`.
    ties_of : callable, optional
        Ties of a paradigm, for draws of power in the pairs; without it their power is taken as it is.
    seen : Observations, optional
        What the store says about worth, if it was read already.
    draws, seed : int
        Bootstraps of firms within country, and where to begin.

    Raises
    ------
    GapError
        The same country twice, one that has no company, or no draws.
    TooFewFirmsError
        A country has fewer than ten firms in the sample.
    """
    seen = seen or read_observations(store)
    codes = {firm.country for firm in seen.firms if firm.country}
    sample = gap_sample(frame, *check_countries(a, b, codes, draws), codes)
    counts = firm_counts(sample.in_a, draws, seed)
    companies = {firm.id: firm for firm in seen.firms}
    capital = gap_capital(sample, read_investments(store, seen.fx, frame.as_of), companies, seed)
    industries = Counter(firm.industry for firm in seen.firms if firm.paradigm and firm.industry)
    asked = {sample.a, sample.b} == _ASKED
    beta = power_slope(frame, draws, seed)
    data = PairData(
        frame,
        premiums,
        seen,
        powers,
        draw_powers(frame, ties_of, seed) if asked and ties_of else {},
        beta,
        capital_slope(sample, capital, draws, seed),
        {item.firm.id: item.share for item in capital.firms if item.share is not None},
    )
    not_asked = Refusal("gap_not_asked")
    found: tuple[Pair, ...] | Refusal = gap_pairs(data, draws, seed) if asked else not_asked
    return Gap(
        sample,
        draws,
        seed,
        _left_out(sample, frame, premiums, seen),
        gap_identity(sample, counts),
        gap_oaxaca(sample, counts),
        _with_capital(sample, capital, draws, seed),
        _owen(sample, counts, capital, draws, seed),
        gap_support(sample, counts),
        gap_placebo(sample, counts, read_industry_lists(store), industries, seed),
        gap_elsewhere(frame, sample, draws, seed),
        capital,
        gap_reverse(frame, premiums, seed) if "CN" in (sample.a, sample.b) else not_asked,
        found,
        beta,
    )


def draw_powers(frame: Frame, ties_of: TiesOf, seed: int) -> dict[str, dict[str, Floats]]:
    """Draws of every firm's power in every paradigm of the sample: paradigm -> firm -> draws."""
    from ..uncertainty.monte_carlo import simulate
    from ..uncertainty.noise import Noise

    found: dict[str, dict[str, Floats]] = {}
    for paradigm in frame.by_paradigm:
        ensemble = simulate(ties_of(paradigm, frame.as_of), Noise(seed, POWER_DRAWS))
        found[paradigm] = {node: ensemble.power[at] for at, node in enumerate(ensemble.nodes)}
    return found


def _with_capital(sample: Sample, capital: Capital, draws: int, seed: int) -> Oaxaca | Refusal:
    """The decomposition with K as a block, over the firms whose K is known."""
    if not capital.enough:
        n = ", ".join(f"{code} {count}" for code, count in capital.n_known.items())
        return Refusal("gap_few_with_capital", f"{n}; >= {LEAST_PER_COUNTRY}")
    known = np.isfinite(capital.values)
    part = select(sample, known)
    return gap_oaxaca(part, firm_counts(part.in_a, draws, seed), {"capital": capital.values[known]})


def _owen(sample: Sample, counts: Floats, capital: Capital, draws: int, seed: int) -> Owen:
    """Owen values, with K where enough firms have it (over those firms), else without."""
    if not capital.enough:
        return gap_owen(sample, counts)
    known = np.isfinite(capital.values)
    part = select(sample, known)
    return gap_owen(part, firm_counts(part.in_a, draws, seed), capital.values[known])


def select(sample: Sample, keep: np.ndarray) -> Sample:
    """Some of a sample's firms; columns that no longer vary are left out."""
    columns = {name: values[keep] for name, values in sample.columns.items()}
    varying = {name: values for name, values in columns.items() if np.ptp(values) > 0}
    return replace(
        sample,
        frame=sample.frame.subset(keep),
        in_a=sample.in_a[keep],
        log_value=sample.log_value[keep],
        log_revenue=sample.log_revenue[keep],
        log_multiple=sample.log_multiple[keep],
        power=sample.power[keep],
        columns=varying,
        constant=(*sample.constant, *(name for name in columns if name not in varying)),
    )


def _left_out(
    sample: Sample, frame: Frame, premiums: PremiumResult, seen: Observations
) -> Mapping[str, Mapping[str, int]]:
    """Companies of each country that are not in the sample, by reason."""
    inside = {unit.id for unit in frame.units}
    found: dict[str, Mapping[str, int]] = {}
    for code in (sample.a, sample.b):
        firms = [firm.id for firm in seen.firms if firm.country == code and firm.id not in inside]
        reasons = [frame.dropped.get(key) or premiums.firm(key).reasons[0].code for key in firms]
        found[code] = count_reasons(reasons)
    return found
