"""Owen values of the decomposition against the definition: the mean over orders that keep the union together."""

from __future__ import annotations

from itertools import combinations, permutations

import numpy as np
import pytest

from definer.graph.gap.owen import gap_owen
from definer.graph.gap.resampling import firm_counts
from definer.graph.gap.sample import BLOCKS, Sample

from .samples import planted


def value(sample: Sample, blocks: dict[str, np.ndarray], chosen: frozenset[str]) -> float:
    """What a regression on the chosen blocks explains of the gap, by a plain fit."""
    in_a, outcome = sample.in_a, sample.premium
    parts = [blocks[name] for name in sorted(chosen - {"country"})]
    columns = parts + ([in_a.astype(float)[:, None]] if "country" in chosen else [])
    if not columns:
        return 0.0
    x = np.column_stack(columns)
    slopes = np.linalg.lstsq(np.column_stack([np.ones(len(outcome)), x]), outcome)[0][1:]
    return float(slopes @ (x[in_a].mean(axis=0) - x[~in_a].mean(axis=0)))


@pytest.mark.parametrize("with_capital", [False, True])
def test_equal_to_the_mean_over_orders(with_capital: bool) -> None:
    sample = planted(60)
    rng = np.random.default_rng(3)
    capital = 0.9 * sample.in_a + rng.uniform(0, 0.1, len(sample.in_a)) if with_capital else None
    found = gap_owen(sample, firm_counts(sample.in_a, 19, 0), capital)
    blocks = {name: sample.design(sample.block(name)) for name in BLOCKS}
    if capital is not None:
        blocks["capital"] = capital[:, None]
    players = [*blocks, "country"]
    union = {"capital", "country"} & set(players)
    worth = {
        frozenset(some): value(sample, blocks, frozenset(some))
        for size in range(len(players) + 1)
        for some in combinations(players, size)
    }
    total, count = dict.fromkeys(players, 0.0), 0
    for order in permutations(players):
        places = [order.index(name) for name in union]
        if max(places) - min(places) != len(union) - 1:
            continue
        count += 1
        for at, name in enumerate(order):
            total[name] += worth[frozenset(order[: at + 1])] - worth[frozenset(order[:at])]
    for name in players:
        assert found.values[name].value == pytest.approx(total[name] / count, abs=1e-9)
    gap = sample.premium[sample.in_a].mean() - sample.premium[~sample.in_a].mean()
    assert sum(part.value for part in found.values.values()) == pytest.approx(gap)
    assert found.joint.value == pytest.approx(sum(found.values[name].value for name in union))
    assert found.with_capital is with_capital


def test_capital_that_is_the_country_shares_its_part_whatever_the_truth() -> None:
    """All of it was planted in the country; only the sum says so."""
    sample = planted(60, slope=0.0, country=1.0)
    capital = sample.in_a + np.random.default_rng(0).normal(0, 0.05, len(sample.in_a))
    found = gap_owen(sample, firm_counts(sample.in_a, 99, 0), capital)
    assert found.values["capital"].value == pytest.approx(found.joint.value / 2, abs=0.05)
    assert found.joint.value == pytest.approx(1.0, abs=0.2)
