"""Baseline B3: published and closed forms, the claims that feed it, refusals."""

from __future__ import annotations

from dataclasses import replace

import pytest

from definer.graph.worth.fx import FxTable
from definer.graph.worth.observations import Evidence, FundamentalClaim
from definer.graph.worth.reasons import Refusal
from definer.graph.worth.residual import PERSISTENCE, ResidualIncome, residual_income, residual_income_of

GROUNDS = Evidence("normal", "reported", "sourced", "exact", ("s",), 1)
FX = FxTable({("CNY", "2024-12"): (7.0, "cny-2024-12")})


def figure(key: str, metric: str, year: str, low: float, currency: str | None = None) -> FundamentalClaim:
    return FundamentalClaim(key, "acme", metric, year, year, low, low, currency, GROUNDS)


CLAIMS = (
    figure("b", "book_equity", "2024", 100.0, "USD"),
    figure("r1", "forecast_roe", "2025", 20.0),
    figure("r2", "forecast_roe", "2026", 15.0),
    figure("c", "cost_of_equity", "2025-10", 10.0),
    figure("k", "payout_ratio", "2024", 50.0),
)


def test_the_textbook_firm_that_liquidates() -> None:
    """Bugg Properties (Pinto et al., Equity Asset Valuation, Residual Income Valuation, examples 3 and 4): 11.15.

    Earnings 2.00, 2.50, 4.00; dividends 1.00, 1.25, 12.25 (the last one liquidates); book value 6.00; cost 10 %. The
    same text gives the value by discounted dividends.
    """
    books, earnings, dividends = (6.00, 7.00, 8.25), (2.00, 2.50, 4.00), (1.00, 1.25, 12.25)
    roe = [earned / book for earned, book in zip(earnings, books, strict=True)]
    payout = [paid / earned for paid, earned in zip(dividends, earnings, strict=True)]
    value = residual_income(6.00, roe, 0.10, payout, persistence=0.0)
    assert round(value, 2) == 11.15
    assert value == pytest.approx(sum(paid / 1.1**year for year, paid in enumerate(dividends, start=1)))


def test_the_three_year_form_of_frankel_and_lee() -> None:
    book, (first, second, third), cost, payout = 50.0, (0.18, 0.16, 0.15), 0.11, 0.3
    one = book * (1 + (1 - payout) * first)
    two = one * (1 + (1 - payout) * second)
    expected = (
        book
        + (first - cost) / (1 + cost) * book
        + (second - cost) / (1 + cost) ** 2 * one
        + (third - cost) / ((1 + cost) ** 2 * cost) * two
    )
    assert residual_income(book, (first, second, third), cost, payout) == pytest.approx(expected)


def test_what_fades_is_a_geometric_series() -> None:
    # Residual income 10 at the end of year 1, then 6, 3.6 ...: summed one by one.
    long = 100 + sum(10 * 0.6 ** (year - 1) / 1.1**year for year in range(1, 400))
    assert residual_income(100.0, [0.2], 0.1, 1.0, 0.6) == pytest.approx(long)


def test_nonsense_is_refused() -> None:
    for roe, cost, kept in (((), 0.1, 0.5), ((0.2,), 0.0, 0.5), ((0.2,), 0.1, 1.01)):
        with pytest.raises(ValueError, match="residual income needs"):
            residual_income(1.0, roe, cost, 0.0, kept)


def test_from_claims_by_hand() -> None:
    found = residual_income_of(CLAIMS, "2025-11-15", FX)
    assert isinstance(found, ResidualIncome)
    # 100, then 110: residual incomes 10 and 5.5.
    fade = PERSISTENCE / (1.1 - PERSISTENCE)
    assert found.implied == pytest.approx(100 + 10 / 1.1 + 5.5 / 1.21 * (1 + fade))
    assert (found.low, found.high) == pytest.approx((100 + 10 / 1.1 + 5.5 / 1.21, 100 + 10 / 1.1 + 5.5 / 1.21 * 11))
    row = found.to_dict()
    assert row["claims"] == ["b", "r1", "r2", "c", "k"]
    assert (row["persistence_assumed"], row["payout_assumed"]) == (True, False)


def test_the_book_value_is_converted_at_its_own_month() -> None:
    claims = (replace(CLAIMS[0], currency="CNY"), *CLAIMS[1:])
    found, dollars = residual_income_of(claims, "2025-11-15", FX), residual_income_of(CLAIMS, "2025-11-15", FX)
    assert isinstance(found, ResidualIncome)
    assert isinstance(dollars, ResidualIncome)
    assert found.implied == pytest.approx(dollars.implied / 7)
    claims = (replace(CLAIMS[0], currency="RUB"), *CLAIMS[1:])
    assert residual_income_of(claims, "2025-11-15", FX) == Refusal("no_rate_for_book", "RUB 2024-12")


@pytest.mark.parametrize(
    ("claims", "code"),
    [
        ((), "no_book_value"),
        (CLAIMS[1:], "no_book_value"),
        ((replace(CLAIMS[0], low=-1.0), *CLAIMS[1:]), "no_book_value"),
        ((replace(CLAIMS[0], start="2022", end="2022"), *CLAIMS[1:]), "no_book_value"),
        ((CLAIMS[0], *CLAIMS[2:]), "no_forecast_roe"),
        ((*CLAIMS[:3], CLAIMS[4]), "no_cost_of_equity"),
        ((*CLAIMS, figure("w", "residual_income_persistence", "2024", 1.5)), "bad_persistence"),
        ((CLAIMS[0], figure("x", "forecast_roe", "2025", -200.0), CLAIMS[3]), "worth_nothing"),
    ],
)
def test_refusals(claims: tuple[FundamentalClaim, ...], code: str) -> None:
    found = residual_income_of(claims, "2025-11-15", FX)
    assert isinstance(found, Refusal)
    assert found.code == code


def test_forecasts_stop_at_the_first_year_without_one() -> None:
    claims = (*CLAIMS, figure("r4", "forecast_roe", "2028", 90.0))
    found = residual_income_of(claims, "2025-11-15", FX)
    assert isinstance(found, ResidualIncome)
    assert [claim.id for claim in found.roe] == ["r1", "r2"]
