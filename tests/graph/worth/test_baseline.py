"""Baseline B1: the multiple of an industry."""

from __future__ import annotations

import pytest

from definer.graph.worth.baseline import sector_multiple
from definer.graph.worth.observations import Multiple
from definer.graph.worth.reasons import Refusal


def multiple(year: str, metric: str = "price_to_sales", middle: float = 2.0, n: int = 30) -> Multiple:
    return Multiple(f"ps-{year}", "chips", metric, year, 1.0, middle, 3.0, n, ("list",))


@pytest.mark.parametrize(
    ("as_of", "year"),
    [("2025-11-15", "2025"), ("2025-06-30", "2024"), ("2024-12-31", "2024"), ("2027-06-30", "2025")],
)
def test_the_latest_list_made_by_the_date(as_of: str, year: str) -> None:
    found = sector_multiple([multiple("2024"), multiple("2025"), multiple("2022")], as_of)
    assert isinstance(found, Multiple)
    assert found.date == year


def test_two_years_at_most_and_never_from_the_future() -> None:
    assert sector_multiple([multiple("2023")], "2025-07-02") == Refusal("no_multiple", "chips")
    assert sector_multiple([multiple("2026")], "2025-11-15") == Refusal("no_multiple", "chips")
    assert sector_multiple([], "2025-11-15") == Refusal("no_multiple")


def test_other_metrics_few_members_and_no_price_do_not_count() -> None:
    for unusable in (
        multiple("2025", metric="price_to_earnings"),
        multiple("2025", n=9),
        multiple("2025", middle=0.0),
    ):
        assert isinstance(sector_multiple([unusable], "2025-11-15"), Refusal)


def test_it_tells_its_industry_year_quartiles_and_n() -> None:
    assert multiple("2025").to_dict() == {
        "claim": "ps-2025",
        "industry": "chips",
        "metric": "price_to_sales",
        "scope": "all",
        "list_year": "2025",
        "median": 2.0,
        "quartiles": [1.0, 3.0],
        "n": 30,
        "sources": ["list"],
    }
