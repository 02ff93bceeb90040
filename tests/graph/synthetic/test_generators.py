"""The generators give what they say: counts, roles, reproducible draws."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

import numpy as np
import pytest

from definer.graph.power import score
from definer.graph.synthetic import Sample, exchangeable_sample, fitness_sample, planted_sample


def rng(seed: int = 0) -> np.random.Generator:
    return np.random.default_rng(seed)


def dependents(sample: Sample) -> Counter[str]:
    return Counter(provider for _, provider in {(tie.dependent, tie.provider) for tie in sample.ties})


def test_planted_has_about_541_ties_and_eight_labelled_firms() -> None:
    samples = [planted_sample(rng(seed)) for seed in range(30)]
    assert np.mean([len(sample.ties) for sample in samples]) == pytest.approx(541, abs=10)
    for sample in samples[:3]:
        assert len(sample.firms) == 100
        assert (len(sample.definers), len(sample.chokepoints), len(sample.decoys)) == (2, 2, 4)
        assert len(sample.powerful | sample.decoys) == 8
        assert {tie.layer for tie in sample.ties} == {"tech", "dist", "supply"}
        assert all(tie.dependent != tie.provider for tie in sample.ties)


def test_chokepoints_are_hidden_and_decoys_are_popular() -> None:
    sample = planted_sample(rng())
    count = dependents(sample)
    assert all(count[firm] == 3 for firm in sample.chokepoints)
    popular = [firm for firm, _ in count.most_common(6)]
    assert sample.decoys <= set(popular)
    behind = {tie.dependent for tie in sample.ties if tie.provider in sample.chokepoints}
    assert sample.definers <= behind


def test_missing_ties_are_missing_and_spurious_ones_stand_in_other_slots() -> None:
    whole, half = planted_sample(rng(3)), planted_sample(rng(3), observed=0.5)
    assert len(half.ties) == pytest.approx(len(whole.ties) / 2, rel=0.15)
    noisy = planted_sample(rng(3), observed=0.5, spurious=0.2)
    wrong = [tie for tie in noisy.ties if tie.slot.startswith("noise")]
    assert len(wrong) == pytest.approx(0.2 * len(half.ties), rel=0.3)


def test_fame_favours_decoys() -> None:
    def part(fame: float) -> float:
        samples = [planted_sample(rng(seed), observed=0.5, fame=fame) for seed in range(20)]
        return float(np.mean([sum(tie.provider in s.decoys for tie in s.ties) / len(s.ties) for s in samples]))

    assert part(1.5) > part(0.0) + 0.05


def test_isolated_firms_stand_in_the_names() -> None:
    sample = planted_sample(rng(), observed=0.1)
    assert set(sample.firms) == set(sample.ties.names or {})
    assert len(score(sample.ties).firms) < len(sample.firms)


def test_fitness_has_popular_definers_and_no_slots_of_its_own() -> None:
    sample = fitness_sample(rng())
    count = dependents(sample)
    mean = np.mean([count[firm] for firm in sample.firms])
    assert np.mean([count[firm] for firm in sample.definers]) > 3 * mean
    assert {tie.slot for tie in sample.ties} == {"s0"}
    assert {tie.slot for tie in fitness_sample(rng(), coding="own").ties} == {"s0", "s1", "s2", "s3"}
    assert {tie.slot for tie in fitness_sample(rng(), coding="two").ties} == {"s0", "s1"}


def test_exchangeable_providers_differ_by_chance_only() -> None:
    sample = exchangeable_sample(rng())
    assert len(sample.ties) == 50 * 2 * 3
    assert len({tie.provider for tie in sample.ties}) == 12
    assert not sample.powerful
    slots = Counter((tie.dependent, tie.slot) for tie in sample.ties)
    assert set(slots.values()) == {3}
    powers = np.mean(
        [
            [
                firm.power if (firm := score(exchangeable_sample(rng(seed)).ties).firm(f"p{i:02d}")) else 0.0
                for i in range(12)
            ]
            for seed in range(40)
        ],
        axis=0,
    )
    assert powers.max() / powers.min() < 1.15


@pytest.mark.parametrize("draw", [planted_sample, fitness_sample, exchangeable_sample])
def test_the_same_seed_gives_the_same_ties(draw: Callable[[np.random.Generator], Sample]) -> None:
    assert draw(rng(7)).ties == draw(rng(7)).ties
    assert draw(rng(7)).ties != draw(rng(8)).ties


def test_impossible_wishes_are_refused() -> None:
    with pytest.raises(ValueError, match="36 firms"):
        planted_sample(rng(), 20)
    with pytest.raises(ValueError, match="observed"):
        planted_sample(rng(), observed=0.0)
    with pytest.raises(ValueError, match="too few"):
        fitness_sample(rng(), 12)
