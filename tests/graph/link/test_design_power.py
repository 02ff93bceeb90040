"""Power of the design: against a plain loop of tests, and at an effect of zero."""

from __future__ import annotations

import pytest

from definer.graph.link.design_power import design_power
from definer.graph.link.freedman_lane import freedman_lane
from definer.graph.link.permuting import permutations_within
from definer.graph.link.sample import Sample, draw_sample

from .planted import planted


def test_rates_of_a_plain_loop() -> None:
    """The same simulation, one sample and one effect at a time."""
    import numpy as np

    sample = draw_sample(planted(0.2, n=50))
    generator = np.random.default_rng(9)
    slope = sample.slope()
    residuals = slope.residuals(sample.outcome) / np.sqrt(1 - slope.leverage)
    rejected = {0.0: 0, 0.8: 0}
    for _ in range(300):
        errors = np.empty(sample.n)
        for code in np.unique(sample.strata):
            members = np.flatnonzero(sample.strata == code)
            errors[members] = residuals[generator.choice(members, size=len(members))]
        orders = permutations_within(sample.strata, 99, generator)
        for effect in rejected:
            outcome = errors + effect / sample.spread * sample.power
            rejected[effect] += freedman_lane(slope, outcome, orders).p() <= 0.05
    found = design_power(sample, (0.0, 0.8), replicates=300, permutations=99, seed=2)
    for effect, count in rejected.items():
        assert found.rates[f"{effect:g}"] == pytest.approx(count / 300, abs=0.12)


def test_size_holds_and_power_grows_with_effect_and_firms() -> None:
    small, large = (draw_sample(planted(0.0, n=n)) for n in (40, 160))
    few = design_power(small, replicates=400, permutations=199).rates
    many = design_power(large, replicates=400, permutations=199).rates
    assert list(few) == ["0", "0.15", "0.3", "0.5"]
    assert few["0"] <= 0.09
    assert many["0"] <= 0.09
    assert few["0.15"] < few["0.3"] < few["0.5"]
    assert few["0.5"] < many["0.5"]


def test_the_true_effect_of_the_sample_is_no_part_of_it() -> None:
    sample = draw_sample(planted(2.0, n=60))
    moved = Sample(
        "ratio", sample.outcome - 2 * sample.power, sample.power, sample.controls, sample.names, (), sample.strata,
        sample.spread,
    )  # fmt: skip
    first, second = (design_power(item, replicates=50, permutations=99, seed=4).rates for item in (sample, moved))
    assert first == second
