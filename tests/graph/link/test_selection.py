"""The tipping point of selection: put in, it makes the slope zero."""

from __future__ import annotations

import numpy as np
import pytest
from statsmodels.regression.linear_model import OLS

from definer.graph.link.frame import normal_score
from definer.graph.link.sample import draw_sample
from definer.graph.link.selection import Unpriced, tipping_point

from .planted import planted

FRAME = planted(0.6)
WEAK = [Unpriced(f"u{at}", f"p{at % 4}", 0.01 * at, "no_mark" if at % 3 else "no_revenue") for at in range(30)]


def test_the_premium_it_names_brings_the_slope_to_zero() -> None:
    sample = draw_sample(FRAME)
    found = tipping_point(FRAME, sample, WEAK)
    assert found.n == 30
    assert found.reasons == {"no_mark": 20, "no_revenue": 10}
    assert found.premium is not None
    # The weak go unpriced: only if they were worth more than the priced would power not pay.
    assert found.premium > found.mean_premium
    fit = OLS(sample.outcome, np.column_stack([sample.power, sample.controls])).fit()
    others = [
        at
        for at, name in enumerate(("power", *sample.names))
        if name in ("growth", "age", "private") or "country" in name
    ]
    design = np.column_stack([sample.power, sample.controls])[:, others]
    net = sample.outcome - (design - design.mean(axis=0)) @ fit.params[others]
    raw = np.concatenate([FRAME.raw_power(), [firm.power for firm in WEAK]])
    paradigms = np.array([*(item.paradigm for item in FRAME.units), *(firm.paradigm for firm in WEAK)])
    dummies = (paradigms[:, None] == np.unique(paradigms)[None, :]).astype(float)
    outcome = np.concatenate([net, np.full(30, found.premium)])
    assert OLS(outcome, np.column_stack([normal_score(raw), dummies])).fit().params[0] == pytest.approx(0, abs=1e-9)
    assert found.mean_premium == pytest.approx(float(sample.outcome.mean()))


def test_nobody_unpriced_and_other_paradigms_do_not_count() -> None:
    found = tipping_point(FRAME, draw_sample(FRAME), [Unpriced("x", "elsewhere", 0.5, "no_mark")])
    assert (found.n, found.premium, found.apart, found.mean_power) == (0, None, None, None)
