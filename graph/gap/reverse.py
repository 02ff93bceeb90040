"""New energy, where China holds control points: whether its makers carry a premium over their rivals (H5).

The essay's reading of the gap, prices follow definition power, predicts the opposite sign here. The firms are those
that H5 names: CATL, BYD and China's makers of photovoltaics against LG Energy Solution, Panasonic, First Solar and
Volkswagen. Which of China's makers of photovoltaics count is no choice: all that have a premium do. Beside it stand
all new-energy firms of the link's sample.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from ..link.frame import Frame
from ..plain_values import finite
from ..worth.premium_result import FirmPremium, PremiumResult
from ..worth.reasons import Refusal
from .estimate import Estimate, Floats, refused

__all__ = ["MAKERS", "PARADIGM", "RIVALS", "Comparison", "Reverse", "compare", "gap_reverse", "shift_interval"]

PARADIGM = "new_energy"
MAKERS = ("catl", "byd", "longi", "jinko", "trina", "ja_solar", "tongwei", "zhonghuan", "gcl", "daqo")
"""CATL, BYD, and China's makers of polysilicon, wafers, cells and modules that the claims price, with Daqo."""
RIVALS = ("lges", "panasonic", "first_solar", "volkswagen")
_LEAST = 3
_EXACT = 20_000
_RESAMPLES = 9999

Verdict = Literal["premium", "discount", "inconclusive"]


@dataclass(frozen=True, slots=True)
class Member:
    """A named firm and its premium, or why it has none."""

    id: str
    name_en: str
    name_zh: str
    country: str | None
    industry: str | None
    premium: float | None
    reason: Refusal | None

    def to_dict(self) -> dict[str, object]:
        """Firm as plain values."""
        return {
            "id": self.id,
            "name": {"en": self.name_en, "zh": self.name_zh},
            "country": self.country,
            "industry": self.industry,
            "log_premium": finite(self.premium),
            **(refused(self.reason) if self.reason else {}),
        }


@dataclass(frozen=True, slots=True)
class Comparison:
    """Premiums of two groups of firms.

    Attributes
    ----------
    n : tuple of int
    medians : tuple of float
    difference : float
        Of the medians.
    shift : Estimate
        Hodges-Lehmann shift with its interval of Moses, exact where premiums are distinct.
    level : float
        Level that the interval really has.
    p : float
        Two-sided permutation p of the difference of medians.
    exact : bool
        Whether every allocation of the firms was tried.
    """

    n: tuple[int, int]
    medians: tuple[float, float]
    difference: float
    shift: Estimate
    level: float
    p: float
    exact: bool

    @property
    def verdict(self) -> Verdict:
        """Premium or discount where the interval lies on one side of zero."""
        verdicts: dict[int, Verdict] = {1: "premium", -1: "discount", 0: "inconclusive"}
        return verdicts[self.shift.sign]

    def to_dict(self) -> dict[str, object]:
        """Comparison as plain values."""
        return {
            "n": list(self.n),
            "medians": [finite(value) for value in self.medians],
            "difference_of_medians": finite(self.difference),
            "shift": self.shift.to_dict(),
            "level": finite(self.level),
            "p": finite(self.p),
            "exact": self.exact,
            "verdict": self.verdict,
        }


@dataclass(frozen=True)
class Reverse:
    """The check, of the named firms and of all in the sample.

    Attributes
    ----------
    makers, rivals : tuple of Member
    named, sample : Comparison or Refusal
        ``sample``: firms of new energy in the sample of the link, China's against all others.
    """

    makers: tuple[Member, ...]
    rivals: tuple[Member, ...]
    named: Comparison | Refusal
    sample: Comparison | Refusal

    def to_dict(self) -> dict[str, object]:
        """Firms and comparisons as plain values."""
        return {
            "paradigm": PARADIGM,
            "makers": [member.to_dict() for member in self.makers],
            "rivals": [member.to_dict() for member in self.rivals],
            "named": refused(self.named) if isinstance(self.named, Refusal) else self.named.to_dict(),
            "sample": refused(self.sample) if isinstance(self.sample, Refusal) else self.sample.to_dict(),
        }


def gap_reverse(frame: Frame, premiums: PremiumResult, seed: int) -> Reverse:
    """The reverse check.

    Parameters
    ----------
    frame : Frame
        The whole sample of the link.
    premiums : PremiumResult
        Of every company, as of the same date: a firm outside the link may have a premium.
    seed : int
    """
    known = {firm.firm.id: firm for firm in premiums.firms}
    makers = tuple(_member(known[key]) for key in MAKERS if key in known)
    rivals = tuple(_member(known[key]) for key in RIVALS if key in known)
    units = [unit for unit in frame.units if unit.paradigm == PARADIGM]
    return Reverse(
        makers,
        rivals,
        compare(_premiums(makers), _premiums(rivals), seed),
        compare(
            [unit.premium() for unit in units if unit.country == "CN"],
            [unit.premium() for unit in units if unit.country != "CN"],
            seed,
        ),
    )


def compare(first: Sequence[float], second: Sequence[float], seed: int = 0) -> Comparison | Refusal:
    """Compare two groups of premiums.

    Parameters
    ----------
    first, second : sequence of float
    seed : int
        For groups too large to try every allocation.

    Returns
    -------
    Comparison or Refusal
        Refusal code ``gap_few_firms``.
    """
    if min(len(first), len(second)) < _LEAST:
        return Refusal("gap_few_firms", f"{len(first)}, {len(second)}; >= {_LEAST}")
    from scipy.stats import permutation_test

    x, y = np.array(first), np.array(second)
    exact = math.comb(len(x) + len(y), len(x)) <= _EXACT
    test = permutation_test(
        (x, y),
        lambda left, right, axis: np.median(left, axis=axis) - np.median(right, axis=axis),
        vectorized=True,
        n_resamples=_EXACT if exact else _RESAMPLES,
        rng=np.random.default_rng(seed),
    )
    medians = float(np.median(x)), float(np.median(y))
    shift, level = shift_interval(x, y)
    p = float(min(1.0, test.pvalue))
    return Comparison((len(x), len(y)), medians, medians[0] - medians[1], shift, level, p, exact)


def shift_interval(first: Floats, second: Floats, level: float = 0.95) -> tuple[Estimate, float]:
    """Hodges-Lehmann shift between two groups, and its exact distribution-free interval.

    The k-th smallest and k-th greatest of all pairwise differences enclose the shift with the probability that the
    Mann-Whitney statistic lies from k to mn - k (Moses; Hollander, Wolfe & Chicken 2014, section 4.3).

    Parameters
    ----------
    first, second : ndarray
    level : float
        Least level of the interval; with very small groups it may not be reached.

    Returns
    -------
    Estimate, float
        Median of the differences with its interval, and the level that it really has.
    """
    differences = np.sort(np.subtract.outer(first, second).ravel())
    below = np.cumsum(_mann_whitney(len(first), len(second)))
    k = max(1, int(np.searchsorted(below, (1 - level) / 2, side="right")))
    value = float(np.median(differences))
    return Estimate(value, float(differences[k - 1]), float(differences[-k])), float(1 - 2 * below[k - 1])


def _mann_whitney(m: int, n: int) -> Floats:
    """Null distribution of the Mann-Whitney statistic, 0 to m n: coefficients of the Gaussian binomial."""
    counts = np.zeros(m * n + 1)
    counts[0] = 1.0
    for i in range(1, m + 1):
        for total in range(m * n, n + i - 1, -1):
            counts[total] -= counts[total - n - i]
        for total in range(i, m * n + 1):
            counts[total] += counts[total - i]
    return np.asarray(counts / math.comb(m + n, m), dtype=np.float64)


def _member(firm: FirmPremium) -> Member:
    own = firm.firm
    reason = firm.reasons[0] if firm.reasons else None
    return Member(own.id, own.name_en, own.name_zh, own.country, own.industry, firm.log_premium, reason)


def _premiums(members: Sequence[Member]) -> list[float]:
    return [member.premium for member in members if member.premium is not None]
