"""The hold-out: no look ahead, and verdicts that follow what was planted."""

from __future__ import annotations

import json
from dataclasses import replace

import numpy as np
import pytest

from definer.graph.prediction import Panel, hold_out

from .made_panel import autocorrelated, made_panel


def planted(effect: float, seed: int = 0, firms: int = 120) -> Panel:
    """Premiums three years ahead depend on premium and power now."""
    random = np.random.default_rng(seed)
    power = autocorrelated(random, firms)
    power /= power.std()
    premium = random.normal(size=(firms, 18))
    for at in range(3, 18):
        premium[:, at] = 0.6 * premium[:, at - 3] + effect * power[:, at - 3] + 0.5 * random.normal(size=firms)
    return made_panel(power, premium, missing=0.1, seed=seed)


def test_power_that_helps_is_seen() -> None:
    found = hold_out(planted(0.6), permutations=499)
    assert found.verdict == "adds"
    assert found.overall is not None
    assert found.overall.low > 0
    assert found.overall.rank_correlation > 0
    assert found.overall.rank_p <= 0.05
    assert found.fit is not None
    assert found.fit.power == pytest.approx(0.6, abs=0.12)
    assert found.fit.starts == (2008, 2009, 2010, 2011, 2012, 2013)


def test_power_that_does_not_help_adds_nothing() -> None:
    verdicts = [hold_out(planted(0.0, seed), permutations=199).verdict for seed in range(6)]
    assert verdicts.count("adds_nothing") >= 5


def test_power_that_turns_round_misleads() -> None:
    panel = planted(0.6)
    rows = tuple(replace(row, power=-row.power) if row.year > 2013 else row for row in panel.rows)
    assert hold_out(replace(panel, rows=rows), permutations=199).verdict == "misleads"


def test_the_fit_sees_nothing_after_2016() -> None:
    panel = planted(0.3)
    changed = tuple(
        replace(row, premium=-row.premium, power=1 - row.power) if row.year > 2016 else row for row in panel.rows
    )
    assert hold_out(replace(panel, rows=changed), permutations=19).fit == hold_out(panel, permutations=19).fit


def test_scores_of_no_change_by_hand() -> None:
    panel = planted(0.3)
    found = hold_out(panel, permutations=19).targets[0]
    assert found.years == (2019,)
    now = {row.firm: row.premium for row in panel.rows if row.year == 2016}
    then = {row.firm: row.premium for row in panel.rows if row.year == 2019}
    both = sorted(now.keys() & then.keys())
    before, after = (np.array([of[firm] for firm in both]) for of in (now, then))
    before, after = before - before.mean(), after - after.mean()
    assert found.n == len(both)
    assert found.scores[0].r2 == pytest.approx(1 - ((after - before) ** 2).sum() / (after**2).sum())
    assert found.scores[0].mae == pytest.approx(np.abs(after - before).mean())


def test_targets_and_shipped_numbers(shipped: Panel) -> None:
    found = hold_out(shipped, permutations=199)
    assert [target.years for target in found.targets] == [(2019,), (2025,), (2019, 2025)]
    assert found.unseen == ("ai",)  # its ties begin in 2016: no pair up to then
    assert found.targets[2].n == found.targets[0].n + found.targets[1].n
    document = json.loads(json.dumps(found.to_dict(), allow_nan=False))
    assert document["verdict"] == "adds_nothing"
    for target in document["targets"]:
        assert target["low"] <= target["gain"] <= target["high"]


def test_few_firms_are_refused() -> None:
    found = hold_out(planted(0.3, firms=15), permutations=19)
    assert found.fit is None
    assert found.to_dict()["reason"] == "too_few_firms"


def test_premiums_that_do_not_differ_are_no_target() -> None:
    panel = planted(0.3)
    rows = tuple(replace(row, premium=1.0) if row.year > 2016 else row for row in panel.rows)
    assert hold_out(replace(panel, rows=rows), permutations=19).targets == ()
