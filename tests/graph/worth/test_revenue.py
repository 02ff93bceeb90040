"""Revenue of twelve months: which figure counts, and which is refused."""

from __future__ import annotations

import pytest

from definer.graph.worth.fx import FxTable
from definer.graph.worth.observations import Evidence, FundamentalClaim
from definer.graph.worth.reasons import Refusal
from definer.graph.worth.revenue import Revenue, best_revenue

FX = FxTable({("CNY", f"2024-{month:02d}"): (7.0 + month / 100, f"cny-2024-{month:02d}") for month in range(1, 13)})
AS_OF = "2025-11-15"


def figure(
    key: str,
    start: str,
    end: str,
    low: float = 10.0,
    high: float | None = None,
    metric: str = "revenue",
    currency: str | None = "USD",
    rank: str = "normal",
    status: str = "reported",
    evidence: str = "sourced",
    tier: int = 2,
) -> FundamentalClaim:
    grounds = Evidence(rank, status, evidence, "exact", ("s1",), tier)
    return FundamentalClaim(key, "firm", metric, start, end, low, low if high is None else high, currency, grounds)


def revenue(*claims: FundamentalClaim, as_of: str = AS_OF) -> Revenue:
    found = best_revenue(claims, as_of, FX)
    assert isinstance(found, Revenue)
    return found


def refusal(*claims: FundamentalClaim, as_of: str = AS_OF) -> Refusal:
    found = best_revenue(claims, as_of, FX)
    assert isinstance(found, Refusal)
    return found


def test_range_in_dollars_at_the_mean_rate_of_the_period() -> None:
    found = revenue(figure("a", "2024-01-01", "2024-12-31", 70.65, 141.3, currency="CNY"))
    assert found.rate.units_per_usd == pytest.approx(7.065)
    assert (found.low, found.high) == pytest.approx((10.0, 20.0))
    assert len(found.rate.claims) == 12
    assert found.to_dict()["stated_bn"] == [70.65, 141.3]


def test_the_period_that_ended_last() -> None:
    year, trailing = figure("y", "2024-01-01", "2024-12-31"), figure("t", "2024-07-01", "2025-06-30")
    assert revenue(year, trailing).claim.id == "t"
    assert revenue(figure("p", "2023", "2023", rank="preferred"), year).claim.id == "y"


def test_a_period_that_has_not_ended_is_a_forecast() -> None:
    assert refusal(figure("a", "2025-01-01", "2025-12-31")).code == "no_revenue"
    assert revenue(figure("a", "2025-01-01", "2025-12-31"), as_of="2025").claim.id == "a"


def test_year_by_year_52_and_53_weeks_count_as_twelve_months() -> None:
    for start, end in (("2024", "2024"), ("2024-01-29", "2025-01-26"), ("2023-12-31", "2025-01-05")):
        assert revenue(figure("a", start, end)).basis == "twelve_months"


def test_order_rank_status_evidence_tier_id_within_a_period() -> None:
    period = ("2024-01-01", "2024-12-31")
    assert revenue(figure("a", *period), figure("b", *period, rank="preferred")).claim.id == "b"
    assert revenue(figure("a", *period, status="estimate"), figure("b", *period)).claim.id == "b"
    assert revenue(figure("a", *period, evidence="known"), figure("b", *period)).claim.id == "b"
    assert revenue(figure("a", *period, tier=4), figure("b", *period, tier=1)).claim.id == "b"
    assert revenue(figure("b", *period), figure("a", *period)).claim.id == "a"


def test_a_half_year_is_doubled_and_marked() -> None:
    found = revenue(figure("h", "2025-01-01", "2025-06-30", 4.3))
    assert (found.basis, found.low) == ("annualised_half_year", 8.6)


def test_any_twelve_months_come_before_a_half_year_and_both_before_a_run_rate() -> None:
    rate = figure("r", "2025-10-31", "2025-10-31", 7.0, metric="arr")
    half, year = figure("h", "2025-01-01", "2025-06-30"), figure("y", "2023-12-01", "2024-11-30")
    assert revenue(rate, half, year).claim.id == "y"
    assert revenue(rate, half).claim.id == "h"
    assert (revenue(rate).basis, revenue(rate).low) == ("run_rate", 7.0)


def test_an_old_run_rate_does_not_stand_in() -> None:
    assert refusal(figure("r", "2024-10-31", "2024-10-31", metric="arr")).code == "no_revenue"


def test_quarters_and_nine_months_are_not_stretched() -> None:
    quarter, nine = figure("q", "2025-01-01", "2025-03-31"), figure("n", "2025-01-01", "2025-09-30")
    assert refusal(quarter, nine).code == "no_revenue"


def test_older_than_24_months_is_stale() -> None:
    assert revenue(figure("a", "2022-12-01", "2023-11-30")).claim.id == "a"
    assert refusal(figure("a", "2022-11-01", "2023-10-31")) == Refusal("stale_revenue", "2023-10-31")


@pytest.mark.parametrize("low", [0.0, 0.0099])
def test_under_ten_million_is_pre_revenue(low: float) -> None:
    assert refusal(figure("a", "2024-01-01", "2024-12-31", low, 5.0)).code == "pre_revenue"
    assert revenue(figure("a", "2024-01-01", "2024-12-31", 0.01)).low == 0.01


def test_no_rate_for_one_month_of_the_period() -> None:
    assert refusal(figure("a", "2024", "2024", currency="VND")) == Refusal("no_rate_for_revenue", "VND 2024-01")
    assert refusal(figure("a", "2023-07-01", "2024-06-30", currency="CNY")).code == "no_rate_for_revenue"


def test_losses_forecasts_and_figures_without_currency_are_no_revenue() -> None:
    period = ("2024-01-01", "2024-12-31")
    assert refusal(figure("a", *period, -1.0)) == Refusal("negative_revenue", "a")
    assert refusal(figure("a", *period, status="forecast")).code == "no_revenue"
    assert refusal(figure("a", *period, currency=None)).code == "no_revenue"
    assert refusal(figure("a", *period, rank="deprecated")).code == "no_revenue"
