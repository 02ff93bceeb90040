"""Common support: Nopo's four parts by hand, and that they sum to the gap."""

from __future__ import annotations

import numpy as np
import pytest

from definer.graph.gap import four_parts
from definer.graph.gap.resampling import firm_counts, group_difference
from definer.graph.gap.support import gap_support

from .samples import planted


def test_four_parts_by_hand() -> None:
    """Cells 0 and 1 are shared, 2 is the first country's alone, 3 the second's."""
    outcome = np.array([1.0, 3.0, 5.0, 9.0, 0.0, 2.0, 2.0, -4.0])
    cells = np.array([0, 0, 1, 2, 0, 1, 1, 3])
    in_a = np.array([True] * 4 + [False] * 4)
    found = four_parts(outcome, cells, in_a, np.ones((1, 8)))[0]
    # Means: a 4.5, matched a 3, b 0, matched b 4/3; a's means in b's mix: (1/3) 2 + (2/3) 5 = 4.
    assert found == pytest.approx([4.5 - 3, 4 / 3 - 0, 3 - 4, 4 - 4 / 3])
    assert found.sum() == pytest.approx(4.5)


def test_parts_sum_to_the_gap_in_every_draw() -> None:
    rng = np.random.default_rng(0)
    outcome, cells, in_a = rng.normal(size=40), rng.integers(0, 6, 40), np.arange(40) < 25
    counts = firm_counts(in_a, 99, 1)
    found = four_parts(outcome, cells, in_a, counts)
    assert found.sum(axis=1) == pytest.approx(group_difference(outcome, in_a, counts))


def test_nothing_matched_is_no_number() -> None:
    found = four_parts(np.arange(4.0), np.array([0, 0, 1, 1]), np.array([True, True, False, False]), np.ones((1, 4)))
    assert np.isnan(found).all()


def test_power_beyond_the_other_country_is_extrapolated() -> None:
    sample = planted(60, seed=2)
    above = sample.power[sample.in_a] > sample.power[~sample.in_a].max()
    found = gap_support(sample, firm_counts(sample.in_a, 99, 0))
    assert found.above == pytest.approx(above.mean())
    assert found.above > 0
    assert 0 < found.extrapolated.value < found.power_block.value
    assert found.above_in_paradigm >= found.above
    assert found.parts is not None
    gap = sample.premium[sample.in_a].mean() - sample.premium[~sample.in_a].mean()
    assert sum(part.value for part in found.parts.values()) == pytest.approx(gap)
