"""Tests of the statistics of the link on invented firms: true nulls are not rejected, planted effects are found.

A rate that is counted in few repetitions strays from the true one. A test is missed where even the nearest rate that
its threshold allows would give such a count in fewer than one of a thousand runs; with 500 repetitions
(``definer selftest --full``) that adds about .03 to either end.
"""

from __future__ import annotations

import math
from typing import Final

import numpy as np

from .criteria import CRITERIA
from .outcome import Outcome, judged
from .priced import Side, attention, confounded, dyads, priced_frame
from .run import Run

__all__ = ["CALIBRATION", "allowed"]

PERMUTATIONS: Final = 199
"""Permutations per test: p of .05 is then exact, the tenth largest of 200."""
_LEVEL, _CHANCE = 0.05, 0.001
_EFFECT, _N = 0.5, 80
_BIAS = 0.1  # slope that curation by providers makes at the least; the reference has .19


def allowed(low: float, high: float, reps: int) -> tuple[int, int]:
    """Least and greatest count in `reps` repetitions that a rate from `low` to `high` may give.

    Examples
    --------
    >>> allowed(0.02, 0.09, 100)
    (0, 19)
    """
    from scipy.stats import binom

    return int(binom.ppf(_CHANCE, reps, low)), int(binom.ppf(1 - _CHANCE, reps, high))


def _t11(run: Run) -> Outcome:
    rejected, firms = 0, 0
    for i in range(run.reps):
        frame = priced_frame(run.rng(11, i), run.engine.totals)
        rejected, firms = rejected + (run.engine.primary_test(frame, PERMUTATIONS, i) <= _LEVEL), frame.n
    low, high = allowed(*_band("T11"), run.reps)
    return judged("T11", {"rate": rejected / run.reps, "reps": run.reps, "n": firms}, low <= rejected <= high)


def _t12(run: Run) -> Outcome:
    rejected, found, naive = 0, 0, 0
    for i in range(run.reps):
        sample = confounded(run.rng(12, i), _N)
        test = run.engine.slope_test
        rejected += test(sample.premium, sample.power, sample.controls, sample.strata, PERMUTATIONS, i)[1] <= _LEVEL
        planted = sample.premium + _EFFECT * sample.power
        found += test(planted, sample.power, sample.controls, sample.strata, PERMUTATIONS, i)[1] <= _LEVEL
        alone, one = np.ones((_N, 1)), np.zeros(_N, dtype=np.intp)
        naive += test(sample.premium, sample.power, alone, one, PERMUTATIONS, i)[1] <= _LEVEL
    low, high = allowed(*_band("T12"), run.reps)
    least = allowed(CRITERIA["T12"].least or 0.0, 1.0, run.reps)[0]
    figures = {"rate": rejected / run.reps, "found": found / run.reps, "naive": naive / run.reps, "reps": run.reps}
    return judged("T12", figures, low <= rejected <= high and found >= least)


def _t14(run: Run) -> Outcome:
    from ..link.frame import normal_score

    slopes: dict[Side, list[float]] = {"dependent": [], "provider": []}
    for i in range(run.reps):
        for side, found in slopes.items():
            sample = attention(run.rng(14, i), run.engine.totals, side)
            column = normal_score(sample.power)
            slope, _ = run.engine.slope_test(sample.premium, column, sample.controls, sample.strata, 1, i)
            found.append(slope)
    mean, stray = _mean(slopes["dependent"])
    # The provider's side must show the bias: a test that finds none there would prove nothing here.
    more, doubt = _mean([high - low for low, high in zip(slopes["dependent"], slopes["provider"], strict=True)])
    within = abs(mean) < (CRITERIA["T14"].limit or 0.0) + stray
    figures = {"dependent": mean, "stray": min(stray, 9.99), "provider": mean + more, "reps": run.reps}
    return judged("T14", figures, within and more + doubt > _BIAS)


def _mean(values: list[float]) -> tuple[float, float]:
    """Mean, and how far it may stray in all but one of a thousand runs (Student's t); of one value, any distance."""
    from scipy.stats import t

    n = len(values)
    if n < 2:
        return values[0], math.inf
    return float(np.mean(values)), float(t.ppf(1 - _CHANCE / 2, n - 1) * np.std(values, ddof=1) / n**0.5)


def _t15(run: Run) -> Outcome:
    from scipy.stats import linregress

    rejected = plain = 0
    for i in range(run.reps):
        pairs = dyads(run.rng(15, i))
        rejected += run.engine.dyad_test(pairs.distance, pairs.tied, PERMUTATIONS, i) <= _LEVEL
        upper = np.triu_indices(len(pairs.tied), 1)
        plain += int(linregress(pairs.tied[upper], pairs.distance[upper]).pvalue <= _LEVEL)
    low, high = allowed(*_band("T15"), run.reps)
    figures = {"rate": rejected / run.reps, "plain": plain / run.reps, "reps": run.reps}
    return judged("T15", figures, low <= rejected <= high)


def _t16(run: Run) -> Outcome:
    from ..gap.oaxaca import statsmodels_two_fold

    worst = 0.0
    for i in range(10):
        rng = run.rng(16, i)
        in_a = np.arange(60) < 40
        design = rng.normal(size=(60, 3)) + np.outer(in_a, [0.5, 0.8, 0.0])
        outcome = design @ [0.4, 0.3, 0.2] + 0.3 * in_a + rng.normal(0, 0.8, 60)
        own = np.array(run.engine.two_fold(outcome, design, in_a))
        worst = max(worst, float(np.abs(own - statsmodels_two_fold(outcome, design, in_a)).max()))
    return judged("T16", {"error": worst, "samples": 10}, worst < (CRITERIA["T16"].limit or 0.0))


def _band(key: str) -> tuple[float, float]:
    band = CRITERIA[key].band
    if band is None:
        raise KeyError(key)
    return band


CALIBRATION: Final = {"T11": _t11, "T12": _t12, "T14": _t14, "T15": _t15, "T16": _t16}
"""The tests of the link's statistics by id."""
