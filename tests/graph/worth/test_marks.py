"""Marks: which valuation of a firm counts as of a date."""

from __future__ import annotations

from datetime import date

import pytest

from definer.graph.worth.fx import FxTable
from definer.graph.worth.marks import Mark, best_mark, months_before
from definer.graph.worth.observations import Evidence, ValuationClaim
from definer.graph.worth.reasons import Refusal

FX = FxTable({("HKD", "2025-11"): (7.8, "hkd-2025-11"), ("HKD", "2025-10"): (7.7, "hkd-2025-10")})
AS_OF = "2025-11-15"


def claim(
    key: str,
    when: str,
    kind: str = "market_cap",
    low: float = 1.0,
    high: float | None = None,
    currency: str = "USD",
    rank: str = "normal",
    status: str = "reported",
    evidence: str = "sourced",
    tier: int = 2,
) -> ValuationClaim:
    grounds = Evidence(rank, status, evidence, "exact", ("s1",), tier)
    return ValuationClaim(key, "firm", when, kind, low, low if high is None else high, currency, grounds)


def mark(*claims: ValuationClaim, as_of: str = AS_OF) -> Mark:
    found = best_mark(claims, as_of, FX)
    assert isinstance(found, Mark)
    return found


def refusal(*claims: ValuationClaim, as_of: str = AS_OF) -> Refusal:
    found = best_mark(claims, as_of, FX)
    assert isinstance(found, Refusal)
    return found


def test_range_and_currency_are_kept_and_converted_at_the_month() -> None:
    found = mark(claim("a", "2025-11-11", low=156.0, high=202.8, currency="HKD"))
    assert (found.claim.low, found.claim.high, found.claim.currency) == (156.0, 202.8, "HKD")
    assert (found.low, found.high) == pytest.approx((20.0, 26.0))
    assert found.rate.claims == ("hkd-2025-11",)
    assert (found.mark_type, found.age_days) == ("public", 4)


@pytest.mark.parametrize(
    "kind",
    [
        "talks",
        "ipo_target",
        "ipo_valuation",
        "pre_money",
        "analyst_estimate",
        "subsidiary_market_cap",
        "asset_value",
        "buyback",
        "internal_transfer",
        "unspecified",
    ],
)
def test_what_is_no_mark(kind: str) -> None:
    assert refusal(claim("a", "2025-11", kind)) == Refusal("not_a_mark", kind)


@pytest.mark.parametrize("status", ["stale", "terminated", "forecast", "undercount"])
def test_statuses_that_are_no_mark(status: str) -> None:
    assert refusal(claim("a", "2025-06", "post_money", status=status)).code == "not_a_mark"


def test_deprecated_and_negative_values_are_left_out() -> None:
    assert refusal(claim("a", "2025-06", rank="deprecated")).code == "no_mark"
    assert refusal(claim("a", "2025-06", low=-600.0, high=-589.0)) == Refusal("not_above_zero", "a")


def test_order_rank_then_public_then_round_then_sale_of_shares() -> None:
    tender, closing_round = claim("t", "2025-10", "tender"), claim("r", "2025-03", "post_money")
    cap, preferred = claim("c", "2024-12-31"), claim("p", "2025-01", "tender", rank="preferred")
    assert mark(tender, closing_round, cap, preferred).claim.id == "p"
    assert mark(tender, closing_round, cap).claim.id == "c"
    assert mark(tender, closing_round).claim.id == "r"
    assert mark(tender).mark_type == "secondary"


def test_order_date_then_status_then_evidence_then_tier_then_id() -> None:
    assert mark(claim("a", "2025-10-30"), claim("b", "2025-10-31")).claim.id == "b"
    assert mark(claim("a", "2025-10-31", status="disputed"), claim("b", "2025-10-31")).claim.id == "b"
    assert mark(claim("a", "2025-10-31", evidence="known"), claim("b", "2025-10-31")).claim.id == "b"
    assert mark(claim("a", "2025-10-31", tier=3), claim("b", "2025-10-31", tier=1)).claim.id == "b"
    assert mark(claim("b", "2025-10-31"), claim("a", "2025-10-31")).claim.id == "a"


def test_a_value_dated_by_its_year_never_beats_a_dated_one() -> None:
    assert mark(claim("list", "2025"), claim("day", "2025-06-30")).claim.id == "day"


def test_a_list_of_the_year_is_known_from_its_middle_for_a_year() -> None:
    assert refusal(claim("a", "2025"), as_of="2025-06-30").code == "no_mark"
    assert mark(claim("a", "2025"), as_of="2025-07-01").claim.id == "a"
    assert mark(claim("a", "2025"), as_of="2026-07-01").claim.id == "a"
    assert refusal(claim("a", "2025"), as_of="2026-07-02").code == "stale_mark"


def test_twelve_months_to_the_day() -> None:
    assert mark(claim("a", "2024-11-15")).age_days == 365
    assert refusal(claim("a", "2024-11-14"), claim("b", "2020-01-01")) == Refusal("stale_mark", "2024-11-14")


def test_nothing_from_after_the_date() -> None:
    assert refusal(claim("a", "2025-11-16"), claim("b", "2025-12")).code == "no_mark"


def test_a_stale_mark_beside_fresh_talks_is_stale() -> None:
    assert refusal(claim("a", "2023-01"), claim("b", "2025-10", "talks")).code == "stale_mark"


def test_without_a_rate_the_next_mark_is_taken_else_it_is_refused() -> None:
    assert mark(claim("a", "2025-11", currency="RUB"), claim("b", "2025-10")).claim.id == "b"
    assert refusal(claim("a", "2025-11", currency="RUB")) == Refusal("no_rate_for_mark", "RUB 2025-11")


def test_the_date_asked_for_may_be_a_month_or_year() -> None:
    assert mark(claim("a", "2025-11-30"), as_of="2025-11").age_days == 0
    assert mark(claim("a", "2025-11-30"), as_of="2025").age_days == 31


def test_months_before_a_leap_day_and_over_a_year() -> None:
    assert months_before(date(2024, 2, 29), 12) == date(2023, 2, 28)
    assert months_before(date(2025, 1, 31), 2) == date(2024, 11, 30)
    assert months_before(date(2025, 12, 31), 24) == date(2023, 12, 31)


def test_the_mark_tells_where_it_comes_from() -> None:
    told = mark(claim("a", "2025-10-31", low=77.0, currency="HKD")).to_dict()
    assert told["claim"] == "a"
    assert told["sources"] == ["s1"]
    assert told["stated_bn"] == [77.0, 77.0]
    assert told["fx"] == {
        "currency": "HKD",
        "units_per_usd": 7.7,
        "months": ["2025-10"],
        "used": ["2025-10"],
        "claims": ["hkd-2025-10"],
    }
