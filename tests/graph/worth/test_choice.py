"""Why a claim was not chosen: every criterion of the choice, in its order."""

from __future__ import annotations

from definer.graph.worth.choice import passed_marks, passed_revenues
from definer.graph.worth.fx import FxTable
from definer.graph.worth.marks import best_mark
from definer.graph.worth.observations import Evidence, FundamentalClaim, ValuationClaim
from definer.graph.worth.revenue import best_revenue

FX = FxTable({})
AS_OF = "2025-11-15"


def evidence(rank: str = "normal", status: str = "reported", known: str = "sourced", tier: int = 1) -> Evidence:
    return Evidence(rank, status, known, "exact", ("s",), tier)


def mark(key: str, date: str = "2025-10", kind: str = "post_money", low: float = 5.0, currency: str = "USD",
         grounds: Evidence | None = None) -> ValuationClaim:  # fmt: skip
    return ValuationClaim(key, "acme", date, kind, low, 9.0, currency, grounds or evidence())


def figure(key: str, start: str = "2024", end: str = "2024", low: float = 5.0, metric: str = "revenue",
           currency: str | None = "USD", grounds: Evidence | None = None) -> FundamentalClaim:  # fmt: skip
    return FundamentalClaim(key, "acme", metric, start, end, low, 9.0, currency, grounds or evidence())


def mark_reasons(*claims: ValuationClaim) -> dict[str, str]:
    return {passed.claim.id: passed.reason for passed in passed_marks(claims, best_mark(claims, AS_OF, FX), AS_OF)}


def revenue_reasons(*claims: FundamentalClaim) -> dict[str, str]:
    chosen = best_revenue(claims, AS_OF, FX)
    return {passed.claim.id: passed.reason for passed in passed_revenues(claims, chosen, AS_OF)}


def test_marks() -> None:
    best = mark("best", grounds=evidence("preferred"))
    assert mark_reasons(
        best,
        mark("future", "2026"),
        mark("struck", grounds=evidence("deprecated")),
        mark("talks", kind="talks"),
        mark("guess", grounds=evidence(status="forecast")),
        mark("zero", low=0.0),
        mark("old", "2023"),
        mark("normal"),
    ) == {
        "future": "after_date",
        "struck": "deprecated",
        "talks": "not_a_price",
        "guess": "weak_status",
        "zero": "not_above_zero",
        "old": "stale_mark",
        "normal": "lower_rank",
    }
    assert mark_reasons(mark("public", kind="market_cap"), mark("round")) == {"round": "other_type"}
    assert mark_reasons(mark("late"), mark("early", "2025-09")) == {"early": "earlier"}
    assert mark_reasons(mark("a"), mark("b", grounds=evidence(status="estimate"))) == {"b": "softer_status"}
    assert mark_reasons(mark("a"), mark("b", grounds=evidence(known="known"))) == {"b": "from_memory"}
    assert mark_reasons(mark("a"), mark("b", grounds=evidence(tier=3))) == {"b": "weaker_source"}
    assert mark_reasons(mark("a"), mark("b")) == {"b": "same_otherwise"}


def test_a_better_claim_without_a_rate_says_so() -> None:
    assert mark_reasons(mark("rub", currency="RUB"), mark("usd", "2025-01")) == {"rub": "no_rate_for_mark"}
    assert mark_reasons(mark("rub", currency="RUB")) == {"rub": "no_rate_for_mark"}
    assert revenue_reasons(figure("rub", currency="RUB"), figure("usd", "2023", "2023")) == {
        "rub": "no_rate_for_revenue"
    }


def test_revenues() -> None:
    assert revenue_reasons(
        figure("best"),
        figure("future", "2025", "2025"),
        figure("struck", grounds=evidence("deprecated")),
        figure("bare", currency=None),
        figure("loss", low=-1.0),
        figure("guess", grounds=evidence(status="forecast")),
        figure("quarter", "2025-01-01", "2025-03-31"),
        figure("old", "2021", "2021"),
        figure("half", "2025-01-01", "2025-06-30"),
        figure("rate", "2025-10-01", "2025-10-01", metric="arr"),
        figure("before", "2023", "2023"),
        figure("weak", grounds=evidence(tier=4)),
    ) == {
        "future": "after_date",
        "struck": "deprecated",
        "bare": "no_currency",
        "loss": "negative_revenue",
        "guess": "weak_status",
        "quarter": "other_period",
        "old": "stale_revenue",
        "half": "weaker_basis",
        "rate": "weaker_basis",
        "before": "earlier",
        "weak": "weaker_source",
    }


def test_where_none_is_taken_the_others_stand_behind_the_one_that_would_have_been() -> None:
    assert revenue_reasons(figure("tiny", low=0.0), figure("before", "2023", "2023")) == {
        "tiny": "pre_revenue",
        "before": "earlier",
    }


def test_the_latest_first_with_all_that_it_says() -> None:
    claims = (mark("best"), mark("a", "2024-12"), mark("b", "2025-02", "talks"))
    found = passed_marks(claims, best_mark(claims, AS_OF, FX), AS_OF)
    assert [passed.claim.id for passed in found] == ["b", "a"]
    row = found[0].to_dict()
    assert (row["kind"], row["date"], row["stated_bn"], row["reason"]) == (
        "talks",
        "2025-02",
        [5.0, 9.0],
        "not_a_price",
    )
