"""The essay's numbers recomputed (METHOD 0.1) by the package's own conversion: 7.10 yuan, 7.78 HK dollars."""

from __future__ import annotations

import math

import pytest

from definer.graph.worth.fx import FxTable

FX = FxTable({("CNY", "2025-11"): (7.10, "cny"), ("HKD", "2025-11"): (7.78, "hkd")})


def dollars(amount: float, currency: str) -> float:
    return amount / FX.at(currency, "2025-11").units_per_usd


@pytest.mark.parametrize(("low", "share"), [(3.3, "0.66"), (5.0, "1.00")])
def test_moonshot_over_openai(low: float, share: str) -> None:
    assert f"{100 * low / 500:.2f}" == share


def test_xpeng_over_tesla() -> None:
    assert f"{dollars(190, 'HKD'):.1f}" == "24.4"
    assert f"{100 * dollars(190, 'HKD') / 1340:.2f}" == "1.82"


def test_unitree_over_figure_and_the_rate_the_essay_used() -> None:
    assert f"{100 * dollars(12, 'CNY') / 39:.2f}" == "4.33"
    assert f"{270 / 39:.2f}" == "6.92"


def test_the_product_of_the_three_coefficients() -> None:
    product = dollars(60, "CNY") / 90
    assert (f"{product:.4f}", f"{math.log(product):.2f}", f"{product ** (1 / 3):.3f}") == (
        "0.0939",
        "-2.37",
        "0.455",
    )


def test_fundamentals_are_half_of_the_gap() -> None:
    gaps = [math.log(500 / low) for low in (3.3, 5.0)]
    coefficients = -math.log(dollars(60, "CNY") / 90)
    assert [f"{gap:.2f}" for gap in gaps] == ["5.02", "4.61"]
    assert [f"{coefficients / gap:.0%}" for gap in gaps] == ["47%", "51%"]
    assert [f"{gap - coefficients:.2f}" for gap in gaps] == ["2.66", "2.24"]
