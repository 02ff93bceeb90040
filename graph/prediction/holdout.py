"""A hold-out by time: fitted to lists up to 2016, judged on the premiums of 2019 and of 2025, three years ahead each.

The common move of all premiums in a year cannot be foretold from earlier years, so every outcome and every prediction
counts less its mean over the firms of the year. Three forecasts stand side by side: no change, premium alone, premium
and power. What is asked is whether power takes anything off the errors of the second.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from ..plain_values import document
from .effects import MINIMUM_FIRMS
from .pairs import Pairs, all_pairs
from .panel_table import Panel
from .whole_path import LEVEL, PERMUTATIONS, permutation_p

__all__ = ["AHEAD", "FITTED_TO", "TARGETS", "Fit", "HoldOut", "Score", "Target", "hold_out"]

Floats = NDArray[np.float64]
Integers = NDArray[np.intp]
Verdict = Literal["adds", "adds_nothing", "misleads"]

FITTED_TO = 2016
"""Last list that the fit may see."""
TARGETS = (2019, 2025)
"""Lists whose premiums are foretold."""
AHEAD = 3
"""Years ahead: both targets have a list three years before."""


@dataclass(frozen=True, slots=True)
class Fit:
    """The forecasting regression: change of nothing but what was known up to the last list of the fit.

    Attributes
    ----------
    n, n_firms : int
        Pairs of lists three years apart, and firms.
    starts : tuple of int
        Lists that the pairs begin with.
    premium_alone : float
        Slope on the premium, power left out.
    premium, power : float
        Slopes with both; power in standard deviations among the firms of the paradigm in the list of that year.
    power_error : float
        Standard error of the slope on power, clustered by firm.
    """

    n: int
    n_firms: int
    starts: tuple[int, ...]
    premium_alone: float
    premium: float
    power: float
    power_error: float


@dataclass(frozen=True, slots=True)
class Score:
    """How well one forecast did.

    Attributes
    ----------
    name : str
        ``no_change``, ``premium`` or ``premium_and_power``.
    r2 : float
        Out of sample: 1 - sum of squared errors / sum of squares of the outcome about its mean.
    mae : float
        Mean absolute error, log points.
    """

    name: str
    r2: float
    mae: float


@dataclass(frozen=True, slots=True)
class Target:
    """One target year, or both together.

    Attributes
    ----------
    years : tuple of int
    n, n_firms : int
        Outcomes and firms; a firm in both years counts once as a firm.
    scores : tuple of Score
    gain : float
        Part of the squared error of ``premium`` that power takes off; negative where it adds to it.
    low, high : float
        95 % interval of it: firms drawn with replacement; the fit is held, so it is too narrow.
    p : float
        Two-sided: signs of the firms' differences in squared error flipped (in the spirit of Diebold and Mariano 1995).
    rank_correlation : float
        Spearman, of power and what the premium alone did not foretell.
    rank_p : float
        Two-sided, power permuted within paradigm, a firm's values kept together.
    """

    years: tuple[int, ...]
    n: int
    n_firms: int
    scores: tuple[Score, ...]
    gain: float
    low: float
    high: float
    p: float
    rank_correlation: float
    rank_p: float


@dataclass(frozen=True)
class HoldOut:
    """Hold-out by time.

    Attributes
    ----------
    fit : Fit or None
        None with fewer than twenty firms in the fit.
    targets : tuple of Target
        Each target year that has twenty firms and premiums that differ, and all of them together last.
    without : tuple of Target
        All target years together without the paradigms that the fit has never seen.
    unseen : tuple of str
        Those paradigms.
    permutations, seed : int
    """

    fit: Fit | None
    targets: tuple[Target, ...]
    without: tuple[Target, ...]
    unseen: tuple[str, ...]
    permutations: int
    seed: int

    @property
    def overall(self) -> Target | None:
        """All target years together."""
        return self.targets[-1] if self.targets else None

    @property
    def verdict(self) -> Verdict | None:
        """Whether power improved the forecasts of all targets together, at the 5 % level."""
        if self.overall is None:
            return None
        if self.overall.p > LEVEL:
            return "adds_nothing"
        return "adds" if self.overall.gain > 0 else "misleads"

    def to_dict(self) -> dict[str, Any]:
        """Plain values."""
        found = asdict(self)
        return document(
            {
                "verdict": self.verdict,
                "reason": None if self.verdict else "too_few_firms",
                "fitted_to": FITTED_TO,
                "years_ahead": AHEAD,
                "unit": "log points of premium less the mean of the year",
                **found,
            },
            gaps=True,
        )


def hold_out(panel: Panel, permutations: int = PERMUTATIONS, seed: int = 0) -> HoldOut:
    """Fit to the lists up to 2016 and judge on those of 2019 and 2025.

    References
    ----------
    Diebold & Mariano 1995, Journal of Business & Economic Statistics 13:253-263.
    """
    pairs = all_pairs(panel, AHEAD)
    training = pairs.pick(pairs.starts + AHEAD <= FITTED_TO)
    if np.unique(training.firms).size < MINIMUM_FIRMS:
        return HoldOut(None, (), (), (), permutations, seed)
    fit = _fit(training)
    judged = [pairs.pick(pairs.starts + AHEAD == year) for year in TARGETS]
    enough = [part for part in judged if np.unique(part.firms).size >= MINIMUM_FIRMS and np.ptp(part.later) > 0]
    together = pairs.pick(np.isin(pairs.starts, [part.starts[0] for part in enough]))
    names = sorted({firm.paradigm or "" for firm in panel.firms.values()})
    unseen = [code for code in range(len(names)) if code not in set(training.strata.tolist())]
    known = together.pick(~np.isin(together.strata, unseen))
    judge = [*enough, together] if len(enough) > 1 else enough
    return HoldOut(
        fit=fit,
        targets=tuple(_judge(part, fit, permutations, seed) for part in judge),
        without=(_judge(known, fit, permutations, seed),) if unseen and enough else (),
        unseen=tuple(names[code] for code in unseen),
        permutations=permutations,
        seed=seed,
    )


def _fit(pairs: Pairs) -> Fit:
    import statsmodels.api as sm

    alone = sm.OLS(pairs.later, pairs.premium).fit()
    both = sm.OLS(pairs.later, np.column_stack([pairs.premium, pairs.power])).fit(
        cov_type="cluster", cov_kwds={"groups": pairs.firms}, use_t=True
    )
    return Fit(
        n=int(pairs.firms.size),
        n_firms=int(np.unique(pairs.firms).size),
        starts=tuple(int(year) for year in np.unique(pairs.starts)),
        premium_alone=float(alone.params[0]),
        premium=float(both.params[0]),
        power=float(both.params[1]),
        power_error=float(both.bse[1]),
    )


def _judge(pairs: Pairs, fit: Fit, permutations: int, seed: int) -> Target:
    forecasts = {
        "no_change": pairs.premium,
        "premium": fit.premium_alone * pairs.premium,
        "premium_and_power": fit.premium * pairs.premium + fit.power * pairs.power,
    }
    errors = {name: pairs.later - forecast for name, forecast in forecasts.items()}
    total = float((pairs.later**2).sum())
    codes, firms = np.unique(pairs.firms, return_inverse=True)
    squares = {
        name: np.asarray(np.bincount(firms, weights=errors[name] ** 2), dtype=np.float64)
        for name in ("premium", "premium_and_power")
    }
    base = squares["premium"]
    taken = base - squares["premium_and_power"]
    random = np.random.default_rng(seed)
    low, high = _interval(taken, base, permutations, random)
    rank, rank_p = _rank_test(pairs, errors["premium"], permutations, random)
    return Target(
        years=tuple(int(year) + AHEAD for year in np.unique(pairs.starts)),
        n=int(pairs.firms.size),
        n_firms=int(codes.size),
        scores=tuple(
            Score(name, 1 - float((error**2).sum()) / total, float(np.abs(error).mean()))
            for name, error in errors.items()
        ),
        gain=_part(taken.sum(), base.sum()),
        low=low,
        high=high,
        p=_flip_p(taken, permutations, random),
        rank_correlation=rank,
        rank_p=rank_p,
    )


def _interval(taken: Floats, base: Floats, draws: int, random: np.random.Generator) -> tuple[float, float]:
    chosen = random.integers(0, taken.size, (draws, taken.size))
    drawn = [_part(*sums) for sums in zip(taken[chosen].sum(axis=1), base[chosen].sum(axis=1), strict=True)]
    low, high = np.quantile(drawn, [LEVEL / 2, 1 - LEVEL / 2])
    return float(low), float(high)


def _part(taken: float, base: float) -> float:
    """Part of the squared error that is taken off; 0 where there was no error to begin with."""
    return float(taken / base) if base > 0 else 0.0


def _flip_p(taken: Floats, permutations: int, random: np.random.Generator) -> float:
    signs = random.integers(0, 2, (permutations, taken.size)) * 2.0 - 1.0
    return permutation_p(np.abs(np.concatenate([[taken.sum()], signs @ taken])))


def _rank_test(pairs: Pairs, error: Floats, permutations: int, random: np.random.Generator) -> tuple[float, float]:
    """Spearman correlation of power with the error, and its p, the paths of firms permuted within paradigm."""
    from scipy.stats import rankdata

    power, ranks = rankdata(pairs.power), rankdata(error)
    if np.ptp(power) == 0 or np.ptp(ranks) == 0:
        return 0.0, 1.0
    drawn = np.column_stack([power, *_shuffled(pairs, power, permutations, random)])
    drawn -= drawn.mean(axis=0)
    ranks = ranks - ranks.mean()
    sizes = np.sqrt((drawn**2).sum(axis=0) * (ranks**2).sum())
    found = np.divide(ranks @ drawn, sizes, out=np.zeros(drawn.shape[1]), where=sizes > 0)
    return float(found[0]), permutation_p(np.abs(found))


def _shuffled(pairs: Pairs, power: Floats, permutations: int, random: np.random.Generator) -> Sequence[Floats]:
    """Power after permuting firms within groups of the same paradigm and the same years: paths stay whole."""
    seen: dict[int, list[int]] = {}
    for row, firm in enumerate(pairs.firms.tolist()):
        seen.setdefault(firm, []).append(row)
    groups: dict[tuple[int, tuple[int, ...]], list[list[int]]] = {}
    for rows in seen.values():
        key = (int(pairs.strata[rows[0]]), tuple(pairs.starts[rows].tolist()))
        groups.setdefault(key, []).append(rows)
    found = np.tile(power, (permutations, 1))
    for group in groups.values():
        table = np.array(group, dtype=np.intp)
        orders = random.permuted(np.tile(np.arange(len(group)), (permutations, 1)), axis=1)
        found[:, table] = power[table][orders]
    return list(found)
