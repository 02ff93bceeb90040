"""The link: whether firms with more definition power within their paradigm carry a higher premium (METHOD 3).

First version: the rank correlation of premium (B1) and power within paradigm, with a permutation test
within paradigm. It controls for nothing but the paradigm: not for the country, growth, age, or being
private.

Verdicts
--------
SUPPORTED
    The estimate is above zero, p < .05, the sign stays when any one paradigm or any one firm is left out,
    and both forms agree with it in sign.
CONTRADICTED
    The upper ends of the 95 % bootstrap intervals of both forms lie below 0.15.
INCONCLUSIVE
    Everything else, and every sample that is too small: fewer than 20 firms, or all in one paradigm. At 20
    firms a correlation below 0.44 cannot reach p < .05, so no number is given.

The two forms are the ratio (the premium, ln V - ln F, with power) and the free one (ln V with power at equal
ln F). Where value grows less than in proportion to F the ratio errs downwards, where F is noisy the free form
errs upwards (METHOD 2, ratio trap): neither alone supports or refutes.

The essay's three pairs are left out of the estimate, since it was they that suggested the question. A firm
whose revenue is annualised or a run rate is left out too. Firms without a tie in their home paradigm were
never part of its graph: they are left out, not given zero; a firm that has ties but no power has zero.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np

from .link_result import Elasticity, FreeForm, Link, Verdict
from .premium_result import PremiumResult
from .rank_association import (
    Floats,
    Strata,
    bootstrap_interval,
    correlation,
    normal_scores,
    rank_association,
    stratum_codes,
)
from .reasons import Refusal
from .sample import PowerLike, Unit, draw_sample

__all__ = ["MINIMUM_N", "link"]

MINIMUM_N = 20
"""Fewest firms that an estimate is given for."""
SIGNIFICANCE = 0.05
NEGLIGIBLE = 0.15
"""Correlation below which there is nothing to speak of."""


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
        within_paradigm=_by_paradigm(columns, strata, tuple(by_paradigm), alone=True),
        without_paradigm=_by_paradigm(columns, strata, tuple(by_paradigm), alone=False),
        without_firm=_without_firm(columns, strata, bare.firms),
        baselines={
            "in_degree": rank_association(
                columns.in_degree, columns.premium, strata, permutations=permutations, seed=seed
            ),
            "revenue": rank_association(columns.revenue, columns.premium, strata, permutations=permutations, seed=seed),
        },
        free_form=_free_form(columns, strata, draws, seed),
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


def _by_paradigm(columns: _Columns, strata: Strata, names: Sequence[str], *, alone: bool) -> dict[str, float | None]:
    found: dict[str, float | None] = {}
    for code, name in enumerate(names):
        keep = (strata == code) == alone
        # The codes of the strata that stay need not be consecutive: an empty one weighs nothing.
        found[name] = correlation(columns.power[keep], columns.premium[keep], strata[keep])
    return found


def _free_form(columns: _Columns, strata: Strata, draws: int, seed: int) -> FreeForm | None:
    parts = columns.power, columns.log_value, strata, columns.log_implied
    estimate, interval = correlation(*parts), bootstrap_interval(*parts, draws=draws, seed=seed)
    return None if estimate is None or interval is None else FreeForm(estimate, interval)


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
    if found.estimate is None or found.p is None or found.interval is None or found.free_form is None:
        return "INCONCLUSIVE"
    if max(found.interval[1], found.free_form.interval[1]) < NEGLIGIBLE:
        return "CONTRADICTED"
    if found.estimate <= 0 or found.p >= SIGNIFICANCE or found.free_form.estimate <= 0:
        return "INCONCLUSIVE"
    paradigms = all(value is not None and value > 0 for value in found.without_paradigm.values())
    firms = found.without_firm is not None and found.without_firm[0][1] > 0
    slopes = found.elasticity is not None and min(found.elasticity.ratio_slope, found.elasticity.free_slope) > 0
    return "SUPPORTED" if paradigms and firms and slopes else "INCONCLUSIVE"
