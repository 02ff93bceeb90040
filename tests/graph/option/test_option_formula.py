"""The option view's formulae by METHOD 6.3's own numbers, by limits that are known, and by a plain simulation."""

from __future__ import annotations

import math

import numpy as np
import pytest
from scipy.integrate import quad
from scipy.stats import gamma

from definer.graph.option import OptionError, Terms, discount, implied_probability, truncation, value_of_prize
from definer.graph.option.horizon import horizon


@pytest.mark.parametrize(
    ("terms", "percent"),
    [
        (Terms(1000, compounding="none"), 41),
        (Terms(4000, compounding="none"), 10),
        (Terms(4000, 0.12, 10, "continuous"), 34),
        (Terms(4000, 0.12, 10, "annual"), 32),
    ],
)
def test_openai_at_500_over_90(terms: Terms, percent: int) -> None:
    assert round(100 * implied_probability(500, 90, terms)) == percent


def test_value_and_probability_undo_each_other() -> None:
    for terms in (Terms(1000), Terms(250, 0.3, 2, "annual"), Terms(1, compounding="none")):
        assert 90 + value_of_prize(implied_probability(500, 90, terms), terms) == pytest.approx(500)


def test_one_per_cent_of_a_trillion() -> None:
    assert value_of_prize(0.01, Terms(1000, compounding="none")) == 10
    assert value_of_prize(0.01, Terms(1000, 0.12, 10, "annual")) == pytest.approx(3.22, abs=5e-3)


def test_compounding_differs_but_not_without_rate_or_time() -> None:
    assert discount(0.12, 10) < discount(0.12, 10, "annual") < 1
    for kind in ("none", "continuous", "annual"):
        assert discount(0, 10, kind) == discount(0.12, 0, kind) == 1  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("values", "name"),
    [
        ({"prize": 0}, "prize"),
        ({"prize": -1}, "prize"),
        ({"prize": math.nan}, "prize"),
        ({"prize": math.inf}, "prize"),
        ({"prize": 1000, "rate": -0.01}, "rate"),
        ({"prize": 1000, "years": -1}, "years"),
        ({"prize": 1000, "compounding": "monthly"}, "compounding"),
    ],
)
def test_bad_input_is_named(values: dict[str, float], name: str) -> None:
    with pytest.raises(OptionError) as error:
        Terms(**values)  # type: ignore[arg-type]
    assert error.value.message("en").startswith(name)
    assert name in error.value.message("zh")
    assert error.value.message("zh") != error.value.message("en")


@pytest.mark.parametrize("shape", [1.0, 4.0])
@pytest.mark.parametrize(("rate", "years", "leaves", "multiple"), [(0.12, 10, 7, 0.25), (0.05, 4, 6, 0.5)])
def test_truncation_is_what_integration_gives(
    shape: float, rate: float, years: float, leaves: float, multiple: float
) -> None:
    density = gamma(shape, scale=years / shape).pdf

    def part(low: float, high: float) -> float:
        return float(quad(lambda t: density(t) * math.exp(-rate * t), low, high, limit=200)[0])

    inside, outside = part(0, leaves), part(leaves, np.inf)
    assert truncation(rate, years, leaves, shape, multiple) == pytest.approx(
        (inside + multiple * outside) / (inside + outside), abs=1e-8
    )


def test_truncation_at_its_limits() -> None:
    assert truncation(0.12, 10, 7, math.inf, 0.1) == 0.1
    assert truncation(0.12, 10, 10, math.inf, 0.1) == 1
    assert truncation(0.12, 10, 7, 1, 1) == 1
    assert truncation(0.12, 10, 7, 4000, 0) == pytest.approx(0, abs=1e-6)


def test_the_multiple_that_is_needed_makes_the_gap() -> None:
    found = horizon(("a", "b"), (0.3, 1.0), 0.12, 10, 7)
    assert found.rate_difference == (0.03, 0.1)
    for row in found.truncations:
        for gap, multiple in zip((0.3, 1.0), row.multiple_needed, strict=True):
            if multiple is not None:
                assert -math.log(truncation(0.12, 10, 7, row.shape, multiple)) == pytest.approx(gap)
    assert found.truncations[0].multiple_needed == (None, None)
