"""Local projections in both directions: power leads price, price leads power, neither, or both.

For k years: the change of the premium over the next k years on power and premium now, and the change of power over the
next k years on premium and power now; firm and year effects in both (Jorda 2005; METHOD 5.2).

Windows overlap, which permuting whole paths takes care of. Firm effects bias slopes in short panels (Nickell 1981).
Where neither leads, the permuted statistics carry the same bias. Where one leads, the other direction shows a slope of
the opposite sign that is nothing but this bias: planted panels show it. So only a positive slope counts as leading, and
a negative one is told as what it is.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from ..link.permuting import orders_within
from ..plain_values import document
from .effects import MINIMUM_FIRMS, Outcome, Periods, period_codes
from .measures import Measure, paths_of
from .panel_table import Panel
from .whole_path import (
    LEVEL,
    PERMUTATIONS,
    PathTest,
    Slopes,
    clustered_slopes,
    outcome_slopes,
    path_test,
    permutation_p,
    repeated,
    sweep_of,
)

__all__ = ["HORIZONS", "Horizon", "LeadLag", "Projections", "project_both_ways"]

Floats = NDArray[np.float64]
Integers = NDArray[np.intp]
Verdict = Literal["power_leads_price", "price_leads_power", "neither", "both"]

HORIZONS = (1, 2, 3, 4, 5)
"""Years ahead."""


@dataclass(frozen=True, slots=True)
class Horizon:
    """One direction, k years ahead.

    Attributes
    ----------
    k, n, n_firms, n_years : int
        Years ahead; firm-years, firms and starting years in the regression.
    raw : PathTest or None
        Log points per standard deviation of power, or standard deviations of power per log point; None with fewer than
        twenty firms.
    scaled : tuple of float or None
        Slope, low, high in standard deviations of the outcome's level per standard deviation of the predictor: the
        unit in which the two directions can be compared.
    """

    k: int
    n: int
    n_firms: int
    n_years: int
    raw: PathTest | None
    scaled: tuple[float, float, float] | None


@dataclass(frozen=True, slots=True)
class LeadLag:
    """One direction over all horizons.

    Attributes
    ----------
    horizons : tuple of Horizon
    joint_p : float or None
        Of the greatest ``|t|`` over the horizons, permuted together.
    strongest : int or None
        k of the greatest ``|t|``.
    sign : int
        Of the slope at that k: 1, -1 or 0.
    """

    horizons: tuple[Horizon, ...]
    joint_p: float | None
    strongest: int | None
    sign: int

    @property
    def seen(self) -> bool:
        """Whether one is seen to lead the other: rejected at the 5 % level, with a positive slope."""
        return self.joint_p is not None and self.joint_p <= LEVEL and self.sign > 0


@dataclass(frozen=True)
class Projections:
    """Both directions.

    Attributes
    ----------
    forward, reverse : LeadLag
        Power before price; price before power.
    measure, outcome, periods : str
        What stands for power and premium, and whether years are shared by all or by the firms of a paradigm.
    premium_sd : float
        Standard deviation of the premium within paradigm, log points.
    permutations, seed : int
    """

    forward: LeadLag
    reverse: LeadLag
    measure: str
    outcome: str
    periods: str
    premium_sd: float
    permutations: int
    seed: int

    @property
    def verdict(self) -> Verdict | None:
        """Which direction is seen; None where neither could be tested."""
        if self.forward.joint_p is None and self.reverse.joint_p is None:
            return None
        if self.forward.seen and self.reverse.seen:
            return "both"
        return "power_leads_price" if self.forward.seen else "price_leads_power" if self.reverse.seen else "neither"

    def to_dict(self) -> dict[str, Any]:
        """Plain values."""
        return document(
            {
                "verdict": self.verdict,
                "level": LEVEL,
                "power_leads_price": asdict(self.forward),
                "price_leads_power": asdict(self.reverse),
                "measure": self.measure,
                "outcome": self.outcome,
                "periods": self.periods,
                "premium_sd": self.premium_sd,
                "unit": "standard deviations of the outcome's level per standard deviation of the predictor",
                "permutations": self.permutations,
                "seed": self.seed,
            },
            gaps=True,
        )


def project_both_ways(
    panel: Panel,
    permutations: int = PERMUTATIONS,
    seed: int = 0,
    *,
    measure: Measure = "power",
    outcome: Outcome = "premium",
    periods: Periods = "year",
) -> Projections:
    """Local projections of premium on power and of power on premium, one to five years ahead.

    A pair of lists k years apart is used as it is; the lists of 2021 and 2023 do not exist, so some pairs are missing.
    Power exists at the end of every year, so the reverse direction loses nothing at these gaps.

    References
    ----------
    Jorda 2005, American Economic Review 95:161-182; Nickell 1981, Econometrica 49:1417-1426.
    """
    orders = orders_within(panel.exchange, permutations, seed)
    work = _Work(panel, orders, paths_of(panel, measure), panel.column(outcome), period_codes(panel, periods))
    deviation = _within_deviation(panel, work.premium)
    forward = [work.forward(k) for k in HORIZONS]
    reverse = [work.reverse(k) for k in HORIZONS]
    return Projections(
        forward=_direction(forward, 1 / deviation),
        reverse=_direction(reverse, deviation),
        measure=measure,
        outcome=outcome,
        periods=periods,
        premium_sd=deviation,
        permutations=permutations,
        seed=seed,
    )


_Found = tuple[int, int, int, int, Slopes | None]


@dataclass(frozen=True, eq=False)
class _Work:
    panel: Panel
    orders: Integers
    paths: Floats
    premium: Floats
    periods: Integers

    def forward(self, k: int) -> _Found:
        """Change of premium on power, premium held."""
        later = self._later(k)
        rows = np.flatnonzero(later >= 0)
        rows = rows[self._usable(rows)]
        sizes = self._sizes(k, rows)
        if sizes[2] < MINIMUM_FIRMS:
            return (*sizes, None)
        now = self.premium[rows]
        firms = self.panel.firm_codes[rows]
        sweep = sweep_of(firms, self.periods[rows], [now])
        return (*sizes, clustered_slopes(self.premium[later[rows]] - now, self._drawn(rows, 0), sweep, firms))

    def reverse(self, k: int) -> _Found:
        """Change of power on premium, power held."""
        rows = np.flatnonzero(self.panel.path_columns + k < self.paths.shape[1])
        rows = rows[self._usable(rows)]
        sizes = self._sizes(k, rows)
        if sizes[2] < MINIMUM_FIRMS:
            return (*sizes, None)
        firms = self.panel.firm_codes[rows]
        now = self._drawn(rows, 0)
        sweep = sweep_of(firms, self.periods[rows])
        return (*sizes, outcome_slopes(self._drawn(rows, k) - now, self.premium[rows], now, sweep, firms))

    def _drawn(self, rows: Integers, ahead: int) -> Floats:
        """Power of each row, `ahead` years later, in each permutation; shape (rows, 1 + permutations)."""
        columns = self.panel.path_columns[rows] + ahead
        return np.asarray(self.paths[self.orders[:, self.panel.firm_codes[rows]].T, columns[:, None]])

    def _later(self, k: int) -> Integers:
        """Row of the same firm k years later; -1 where there is none."""
        place = {(row.firm, row.year): at for at, row in enumerate(self.panel.rows)}
        return np.array([place.get((row.firm, row.year + k), -1) for row in self.panel.rows], dtype=np.intp)

    def _usable(self, rows: Integers) -> NDArray[np.bool_]:
        if not rows.size:
            return np.zeros(0, dtype=np.bool_)
        return repeated(self.panel.firm_codes[rows], self.periods[rows])

    def _sizes(self, k: int, rows: Integers) -> tuple[int, int, int, int]:
        firms, years = self.panel.firm_codes[rows], self.panel.list_years[rows]
        return k, int(rows.size), int(np.unique(firms).size), int(np.unique(years).size)


def _direction(found: list[_Found], scale: float) -> LeadLag:
    horizons = []
    sizes = []
    for k, n, firms, years, slopes in found:
        test = None if slopes is None else path_test(slopes)
        scaled = None if test is None else (test.slope * scale, test.low * scale, test.high * scale)
        horizons.append(Horizon(k, n, firms, years, test, scaled))
        if slopes is not None:
            sizes.append(np.abs(slopes.t))
    tested = [horizon for horizon in horizons if horizon.raw is not None]
    if not tested:
        return LeadLag(tuple(horizons), None, None, 0)
    strongest = max(tested, key=lambda horizon: abs(horizon.raw.t if horizon.raw else 0.0))
    sign = int(np.sign(strongest.raw.slope)) if strongest.raw else 0
    return LeadLag(tuple(horizons), permutation_p(np.max(sizes, axis=0)), strongest.k, sign)


def _within_deviation(panel: Panel, premium: Floats) -> float:
    strata = panel.strata[panel.firm_codes]
    squares = 0.0
    for stratum in np.unique(strata):
        values = premium[strata == stratum]
        squares += float(((values - values.mean()) ** 2).sum())
    degrees = premium.size - np.unique(strata).size
    deviation = float(np.sqrt(squares / degrees)) if degrees > 0 else 0.0
    return deviation if deviation > 0 else 1.0
