"""The link: whether firms with more definition power within their paradigm carry a higher premium (METHOD 3).

First version: the rank correlation of premium (B1) and power within paradigm, with a permutation test
within paradigm. It controls for nothing but the paradigm: not for the country, growth, age, or being
private.

Verdicts
--------
SUPPORTED
    The estimate is above zero, p < .05, the sign stays when any one paradigm or any one firm is left out,
    and the ratio form (premium on power) and the free-elasticity form (ln V on ln F and power) agree with
    it in sign.
CONTRADICTED
    The upper end of the 95 % bootstrap interval lies below 0.15.
INCONCLUSIVE
    Everything else, and every sample that is too small: fewer than 20 firms, or all in one paradigm. At 20
    firms a correlation below 0.44 cannot reach p < .05, so no number is given.

The essay's three pairs are left out of the estimate, since it was they that suggested the question. A firm
whose revenue is annualised or a run rate is left out too. Firms without a tie in their home paradigm were
never part of its graph: they are left out, not given zero; a firm that has ties but no power has zero.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

import numpy as np

from .rank_association import (
    Association,
    Floats,
    Strata,
    bootstrap_interval,
    correlation,
    normal_scores,
    rank_association,
    stratum_codes,
)
from .reasons import REASONS, Refusal
from .sample import PowerLike, Unit, draw_sample
from .valuation_premium import PremiumResult

__all__ = ["MINIMUM_N", "VERDICTS", "Elasticity", "Link", "Verdict", "link"]

Verdict = Literal["SUPPORTED", "CONTRADICTED", "INCONCLUSIVE"]
VERDICTS: dict[Verdict, tuple[str, str]] = {
    "SUPPORTED": ("supported", "得到支持"),
    "CONTRADICTED": ("contradicted", "被否定"),
    "INCONCLUSIVE": ("inconclusive", "无法定论"),
}
"""Verdict -> words in English and Chinese."""

MINIMUM_N = 20
"""Fewest firms that an estimate is given for."""
SIGNIFICANCE = 0.05
NEGLIGIBLE = 0.15
"""Correlation below which there is nothing to speak of."""


@dataclass(frozen=True, slots=True)
class Elasticity:
    """Slope of ln V on the rank-normal power within paradigm, with ln F's elasticity at one, and free.

    The two are biased in opposite directions (METHOD 2, ratio trap), so support needs both.
    """

    ratio_slope: float
    free_slope: float
    elasticity: float


@dataclass(frozen=True, slots=True)
class Link:
    """Rank correlation of premium and power within paradigm, and what may be said of it.

    Attributes
    ----------
    n : int
        Firms in the sample.
    by_paradigm : dict
        Firms of each paradigm.
    estimate, p : float or None
        Correlation and two-sided permutation p; None where the sample is refused.
    interval : tuple of float or None
        95 % bootstrap interval of the estimate, resampling firms within paradigm.
    verdict : str
        ``SUPPORTED``, ``CONTRADICTED`` or ``INCONCLUSIVE``.
    reason : Refusal or None
        Why there is no estimate.
    left_out : dict
        Priced firms outside the sample, by reason.
    without_paradigm : dict
        Estimate without each paradigm (None where it cannot be computed).
    without_firm : tuple
        Least and greatest estimate when one firm is left out, and which firm.
    baselines : dict
        The same statistic with ``in_degree`` and with ``revenue`` in place of power.
    elasticity : Elasticity or None
    firms : tuple of str
        Ids of the sample.
    beyond_coded_period : tuple of str
        Paradigms of the sample whose ties were last looked for before the date: their power is a decayed one.
    """

    n: int
    by_paradigm: dict[str, int]
    left_out: dict[str, int]
    firms: tuple[str, ...]
    beyond_coded_period: tuple[str, ...] = ()
    verdict: Verdict = "INCONCLUSIVE"
    reason: Refusal | None = None
    estimate: float | None = None
    p: float | None = None
    permutations: int = 0
    seed: int = 0
    interval: tuple[float, float] | None = None
    without_paradigm: dict[str, float | None] = field(default_factory=dict)
    without_firm: tuple[tuple[str, float], tuple[str, float]] | None = None
    baselines: dict[str, Association | None] = field(default_factory=dict)
    elasticity: Elasticity | None = None

    def to_dict(self) -> dict[str, object]:
        """Link as plain values."""
        return {
            "n": self.n,
            "estimate": self.estimate,
            "p": self.p,
            "verdict": self.verdict,
            "verdict_text": dict(zip(("en", "zh"), VERDICTS[self.verdict], strict=True)),
            "reason": self.reason.code if self.reason else None,
            "reason_text": {"en": self.reason.text("en"), "zh": self.reason.text("zh")}
            if self.reason
            else None,
            "statistic": "rank correlation of premium (B1) and power within paradigm",
            "by_paradigm": self.by_paradigm,
            "beyond_coded_period": list(self.beyond_coded_period),
            "interval_95": list(self.interval) if self.interval else None,
            "permutations": self.permutations,
            "seed": self.seed,
            "without_paradigm": self.without_paradigm,
            "without_firm": [list(end) for end in self.without_firm] if self.without_firm else None,
            "baselines": {
                name: {"estimate": found.estimate, "p": found.p} if found else None
                for name, found in self.baselines.items()
            },
            "elasticity": {
                "ratio_slope": self.elasticity.ratio_slope,
                "free_slope": self.elasticity.free_slope,
                "elasticity_of_value": self.elasticity.elasticity,
            }
            if self.elasticity
            else None,
            "left_out": {
                code: {"n": count, "en": REASONS[code][0], "zh": REASONS[code][1]}
                for code, count in self.left_out.items()
            },
            "firms": list(self.firms),
        }


def link(
    result: PremiumResult,
    powers: Mapping[str, PowerLike],
    *,
    permutations: int = 9_999,
    draws: int = 1_999,
    seed: int = 0,
) -> Link:
    """Rank correlation of premium and power within paradigm.

    Parameters
    ----------
    result : PremiumResult
    powers : mapping of str to PowerResult
        Power of each paradigm's firms, as of the same date.
    permutations, draws : int
        Monte Carlo permutations of the test, bootstrap draws of the interval.
    seed : int

    Returns
    -------
    Link
        Its verdict is INCONCLUSIVE, with a reason and no estimate, where the sample is too small.
    """
    sample, left_out = draw_sample(result.priced, powers)
    by_paradigm = dict(sorted(Counter(unit.paradigm for unit in sample).items()))
    bare = Link(
        len(sample),
        by_paradigm,
        left_out,
        tuple(unit.id for unit in sample),
        tuple(name for name in by_paradigm if powers[name].beyond_coded_period),
    )
    if len(sample) < MINIMUM_N:
        return replace(bare, reason=Refusal("too_few_firms", f"{len(sample)} < {MINIMUM_N}"))
    if len(by_paradigm) < 2:
        return replace(bare, reason=Refusal("one_paradigm", *by_paradigm))
    strata = stratum_codes([unit.paradigm for unit in sample])
    columns = _Columns(sample)
    found = rank_association(columns.power, columns.premium, strata, permutations=permutations, seed=seed)
    if found is None:
        return replace(bare, reason=Refusal("all_the_same"))
    filled = replace(
        bare,
        estimate=found.estimate,
        p=found.p,
        permutations=permutations,
        seed=seed,
        interval=bootstrap_interval(columns.power, columns.premium, strata, draws=draws, seed=seed),
        without_paradigm=_without_paradigm(columns, strata, tuple(by_paradigm)),
        without_firm=_without_firm(columns, strata, bare.firms),
        baselines={
            "in_degree": rank_association(
                columns.in_degree, columns.premium, strata, permutations=permutations, seed=seed
            ),
            "revenue": rank_association(
                columns.revenue, columns.premium, strata, permutations=permutations, seed=seed
            ),
        },
        elasticity=_elasticity(columns, strata),
    )
    return replace(filled, verdict=_verdict(filled))


class _Columns:
    """The sample by column."""

    def __init__(self, sample: Sequence[Unit]) -> None:
        self.premium: Floats = np.array([unit.premium for unit in sample])
        self.power: Floats = np.array([unit.power for unit in sample])
        self.in_degree: Floats = np.array([unit.in_degree for unit in sample])
        self.revenue: Floats = np.array([unit.revenue for unit in sample])
        self.log_value: Floats = np.array([unit.log_value for unit in sample])
        self.log_implied: Floats = np.array([unit.log_implied for unit in sample])


def _without_paradigm(columns: _Columns, strata: Strata, names: Sequence[str]) -> dict[str, float | None]:
    return {
        name: correlation(columns.power[keep], columns.premium[keep], strata[keep])
        for code, name in enumerate(names)
        if (keep := strata != code).any()
    }


def _without_firm(
    columns: _Columns, strata: Strata, firms: Sequence[str]
) -> tuple[tuple[str, float], tuple[str, float]] | None:
    found: list[tuple[float, str]] = []
    for at, firm in enumerate(firms):
        keep = np.arange(len(firms)) != at
        estimate = correlation(columns.power[keep], columns.premium[keep], strata[keep])
        if estimate is None:
            return None
        found.append((estimate, firm))
    (least, lowest), (greatest, highest) = min(found), max(found)
    return (lowest, least), (highest, greatest)


def _elasticity(columns: _Columns, strata: Strata) -> Elasticity | None:
    """Least squares with a constant for each paradigm; None where power or ln F is collinear with them."""
    paradigms = (strata[:, None] == np.unique(strata)[None, :]).astype(np.float64)
    power = normal_scores(columns.power, strata)[:, None]
    ratio = _slopes(np.hstack([power, paradigms]), columns.premium)
    free = _slopes(np.hstack([power, columns.log_implied[:, None], paradigms]), columns.log_value)
    return None if ratio is None or free is None else Elasticity(ratio[0], free[0], free[1])


def _slopes(design: Floats, outcome: Floats) -> list[float] | None:
    slopes, _, rank, _ = np.linalg.lstsq(design, outcome, rcond=None)
    return [float(slope) for slope in slopes] if rank == design.shape[1] else None


def _verdict(found: Link) -> Verdict:
    """Verdict of a sample that was not refused, by the rules of this module."""
    if found.interval is not None and found.interval[1] < NEGLIGIBLE:
        return "CONTRADICTED"
    if found.estimate is None or found.p is None or found.estimate <= 0 or found.p >= SIGNIFICANCE:
        return "INCONCLUSIVE"
    # One name for each of the checks that the sign must pass.
    paradigms = all(value is not None and value > 0 for value in found.without_paradigm.values())
    firms = found.without_firm is not None and found.without_firm[0][1] > 0
    forms = (
        found.elasticity is not None and min(found.elasticity.ratio_slope, found.elasticity.free_slope) > 0
    )
    return "SUPPORTED" if paradigms and firms and forms else "INCONCLUSIVE"
