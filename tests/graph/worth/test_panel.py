"""Known members of the lists: who is one, in which industry, with which growth."""

from __future__ import annotations

import math

import pytest

from definer.graph.store import Store
from definer.graph.worth.fx import FxTable
from definer.graph.worth.margin import margin_of
from definer.graph.worth.observations import Evidence, Firm, FundamentalClaim, Multiple, Observations, ValuationClaim
from definer.graph.worth.panel import Panel, read_panel
from definer.graph.worth.reading import read_observations
from definer.ontology.values import latest

LIST = Evidence("normal", "reported", "sourced", "exact", ("list",), 2)
PRESS = Evidence("normal", "reported", "sourced", "exact", ("press",), 2)


def price(year: str, value: float = 8.0, evidence: Evidence = LIST, **more: str) -> ValuationClaim:
    terms = {"kind": "market_cap", "currency": "USD", "locator": "Acme | Chips, etc.", **more}
    return ValuationClaim(
        f"v{year}", "acme", year, terms["kind"], value, value, terms["currency"], evidence, terms["locator"]
    )


def figure(year: str, value: float, metric: str = "revenue", evidence: Evidence = LIST) -> FundamentalClaim:
    return FundamentalClaim(f"{metric}{year}", "acme", metric, year, year, value, value, "USD", evidence)


def panel(valuations: list[ValuationClaim], figures: list[FundamentalClaim]) -> Panel:
    years = ("2022", "2024", "2025")
    lists = tuple(Multiple(f"ps-{year}", "chips", "price_to_sales", year, 1, 2, 3, 30, ("list",)) for year in years)
    return read_panel(
        Observations(
            (Firm("acme", "Acme", "Acme", "US", "ai", "software"),),
            {"acme": tuple(valuations)},
            {"acme": tuple(found for found in figures if found.metric == "revenue")},
            {"chips": lists},
            FxTable({}),
            {"acme": tuple(found for found in figures if found.metric != "revenue")},
            {"Chips, etc.": "chips"},
        )
    )


def test_a_member_has_price_and_sales_of_the_year_before_from_the_same_list() -> None:
    found = panel([price("2025")], [figure("2024", 4.0), figure("2024", 1.0, "net_income"), figure("2025", 9.0)])
    (member,) = found.members
    assert (member.industry, member.year, member.profit) == ("chips", 2025, 1.0)
    assert member.multiple == pytest.approx(2.0)
    assert member.claims == ("v2025", "revenue2024", "net_income2024")
    assert list(found.by_list) == [("chips", 2025)]


def test_the_firms_own_industry_where_the_list_names_none() -> None:
    assert panel([price("2025", locator="")], [figure("2024", 4.0)]).members[0].industry == "software"
    assert panel([price("2025", locator="Acme | Tulips")], [figure("2024", 4.0)]).members[0].industry == "software"


@pytest.mark.parametrize(
    "claim",
    [
        price("2025", evidence=PRESS),
        price("2023"),
        price("2025-05-01"),
        price("2025", kind="subsidiary_market_cap"),
        price("2025", currency="EUR"),
        price("2025", 0.0),
        price("2025", evidence=Evidence("deprecated", "reported", "sourced", "exact", ("list",), 2)),
        price("2025", evidence=Evidence("normal", "undercount", "sourced", "exact", ("list",), 2)),
    ],
)
def test_what_is_no_price_of_a_list(claim: ValuationClaim) -> None:
    assert panel([claim], [figure("2024", 4.0), figure("2022", 4.0)]).members == ()


def test_no_sales_no_member() -> None:
    assert panel([price("2025")], []).members == ()
    assert panel([price("2025")], [figure("2024", 0.0)]).members == ()
    assert panel([price("2025")], [figure("2024", 4.0, evidence=PRESS)]).members == ()


def test_growth_is_per_year_and_spans_at_most_three() -> None:
    found = panel(
        [price("2022"), price("2024"), price("2025")], [figure("2021", 1.0), figure("2023", 4.0), figure("2024", 2.0)]
    )
    assert [found.growth(member) for member in found.members] == [
        None,
        pytest.approx(math.log(2)),
        pytest.approx(-math.log(2)),
    ]


def test_the_margin_is_of_the_latest_year_with_both() -> None:
    sales = [figure("2024", 10.0), figure("2023", 5.0)]
    today = latest("2025-11-15")
    found = margin_of(sales, [figure("2023", 1.0, "net_income")], today)
    assert found is not None
    assert (found.ratio, found.claims) == (0.2, ("net_income2023", "revenue2023"))
    loss = margin_of(sales, [figure("2024", 2.0, "net_loss")], today)
    assert loss is not None
    assert loss.ratio == -0.2
    assert margin_of(sales, [figure("2022", 1.0, "net_income")], today) is None
    assert margin_of(sales, [figure("2025", 1.0, "net_income")], today) is None
    assert margin_of([], [figure("2024", 1.0, "net_income")], today) is None


def test_the_shipped_panel(store: Store) -> None:
    found = read_panel(read_observations(store))
    assert len(found.members) > 2150
    chips = found.by_list["semiconductors", 2025]
    assert {"nvidia", "tsmc", "asml", "intel"} <= {member.firm for member in chips}
    # No slip of units: between General Motors before its bankruptcy (0.009) and Lucid after its listing (1,170).
    assert all(0.005 < member.multiple < 2000 for member in found.members)
