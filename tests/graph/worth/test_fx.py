"""Exchange rates: the month asked for, the month used, and refusal."""

from __future__ import annotations

from datetime import date

import pytest

from definer.graph.worth.fx import FxTable, NoRateError

TABLE = FxTable(
    {
        ("CNY", "2024-12"): (7.28, "cny-2024-12"),
        ("CNY", "2025-01"): (7.30, "cny-2025-01"),
        ("CNY", "2025-03"): (7.24, "cny-2025-03"),
    }
)


def test_the_month_itself() -> None:
    rate = TABLE.at("CNY", "2025-01")
    assert (rate.units_per_usd, rate.months, rate.used, rate.claims) == (
        7.30,
        ("2025-01",),
        ("2025-01",),
        ("cny-2025-01",),
    )


def test_a_missing_month_takes_the_latest_before_it_and_says_so() -> None:
    rate = TABLE.at("CNY", "2025-02")
    assert (rate.units_per_usd, rate.months, rate.used) == (7.30, ("2025-02",), ("2025-01",))


def test_three_months_back_is_the_limit() -> None:
    assert TABLE.at("CNY", "2025-06").used == ("2025-03",)
    with pytest.raises(NoRateError, match="CNY in 2025-07"):
        TABLE.at("CNY", "2025-07")


def test_no_rate_from_the_future() -> None:
    with pytest.raises(NoRateError):
        TABLE.at("CNY", "2024-11")


def test_unknown_currency_is_refused_and_named() -> None:
    with pytest.raises(NoRateError) as error:
        TABLE.at("RUB", "2025-01")
    assert (error.value.currency, error.value.month) == ("RUB", "2025-01")


def test_dollars_need_no_rate() -> None:
    rate = TABLE.mean("USD", date(1950, 1, 1), date(2030, 1, 1))
    assert (rate.units_per_usd, rate.months) == (1.0, ())


def test_mean_over_a_period_is_the_mean_of_its_months() -> None:
    rate = TABLE.mean("CNY", date(2024, 12, 31), date(2025, 3, 1))
    assert rate.months == ("2024-12", "2025-01", "2025-02", "2025-03")
    assert rate.used == ("2024-12", "2025-01", "2025-01", "2025-03")
    assert rate.claims == ("cny-2024-12", "cny-2025-01", "cny-2025-03")
    assert rate.units_per_usd == pytest.approx((7.28 + 7.30 + 7.30 + 7.24) / 4)


def test_mean_is_refused_where_one_month_has_no_rate() -> None:
    with pytest.raises(NoRateError, match="2024-10"):
        TABLE.mean("CNY", date(2024, 10, 1), date(2025, 1, 31))
