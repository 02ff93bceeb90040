"""Baseline B2: the essay's arithmetic (METHOD 0.1), and which firms it applies to."""

from __future__ import annotations

import pytest

from definer.graph.worth.assumptions import Assumption
from definer.graph.worth.fx import FxTable, NoRateError
from definer.graph.worth.observations import Evidence, Firm, Observations, ValuationClaim
from definer.graph.worth.steady_state import steady_states

FX = FxTable(
    {("CNY", "2023-12"): (7.10, "cny-2023-12"), ("CNY", "2025-07"): (7.17, "cny-2025-07")}
    | {("CNY", "2025-11"): (7.10, "cny-2025-11")}
)
AS_OF = "2025-11-15"
PROFIT = Assumption("sf033", "essay", "openai", "assumed_steady_state_profit", 3, 3, "USD", "2023-12", ("openai",))
MULTIPLE = Assumption("sf034", "essay", "openai", "assumed_pe", 30, 30, None, "2023-12", ("openai",))
FIRST_TIER = Assumption("sf037", "essay", "first_tier", "valuation", 60, 60, "CNY", "2023-12", ())
RANGE = Assumption("sf043", "essay", "cn_labs", "valuation", 20, 60, "CNY", "2025", (), ("v10", "v86"))
MODEL = (PROFIT, MULTIPLE, FIRST_TIER, RANGE)


def value(key: str, firm: str, when: str, kind: str, low: float, high: float, source: str) -> ValuationClaim:
    grounds = Evidence("normal", "reported", "sourced", "exact", (source,), 2)
    return ValuationClaim(key, firm, when, kind, low, high, "USD", grounds)


VALUES = {
    "openai": (
        value("v5", "openai", "2025-10", "secondary", 500, 500, "essay"),
        value("v6", "openai", "2023-12", "talks", 80, 90, "essay"),
    ),
    "moonshot": (
        value("v10", "moonshot", "2025-11", "unspecified", 3.3, 5.0, "essay"),
        value("v11", "moonshot", "2025-07", "post_money", 3.3, 3.3, "press"),
    ),
    "minimax": (value("v86", "minimax", "2025-07", "post_money", 4, 4, "press"),),
    "nvidia": (value("v9", "nvidia", "2025-10-29", "market_cap", 5000, 5000, "press"),),
}


def seen(values: dict[str, tuple[ValuationClaim, ...]] | None = None, fx: FxTable = FX) -> Observations:
    valuations = VALUES if values is None else values
    firms = tuple(Firm(key, key, key, None, None, None) for key in sorted(valuations))
    return Observations(firms, valuations, {}, {}, fx)


def test_openai_by_the_essays_arithmetic() -> None:
    found = steady_states(MODEL, seen(), AS_OF)["openai"]
    (anchor,) = found.anchors
    assert anchor.implied == 90.0
    assert anchor.statements == ("sf034", "sf033")
    assert anchor.coefficients is None
    assert found.observed == "v5"
    assert f"{found.low / anchor.implied:.2f}" == "5.56"
    assert f"{anchor.log_premium(found.low):+.3f}" == "+1.715"


def test_moonshot_against_sixty_and_twenty_billion_yuan() -> None:
    found = steady_states(MODEL, seen(), AS_OF)["moonshot"]
    sixty, twenty = found.anchors
    assert (sixty.stated, twenty.stated, sixty.currency) == (60, 20, "CNY")
    assert f"{sixty.implied:.2f}" == "8.45"
    assert f"{sixty.coefficients:.4f}" == "0.0939"
    assert found.observed == "v10"
    # The essay's own range of 3.3 to 5.0 billion dollars; at 7.10 yuan the upper end is -0.5248.
    assert [f"{sixty.log_premium(end):+.2f}" for end in (found.low, found.high)] == ["-0.94", "-0.52"]
    assert f"{twenty.log_premium(4.15):+.2f}" == "+0.39"


def test_the_firms_are_those_named_or_rested_on() -> None:
    assert sorted(steady_states(MODEL, seen(), AS_OF)) == ["minimax", "moonshot", "openai"]
    named = Assumption("sf037", "essay", "first_tier", "valuation", 60, 60, "CNY", "2023-12", ("moonshot",))
    assert sorted(steady_states((PROFIT, MULTIPLE, named), seen(), AS_OF)) == ["moonshot", "openai"]


def test_a_statement_about_one_firm_is_no_model_of_a_group() -> None:
    own = Assumption("sf12", "essay", "moonshot", "valuation", 3.3, 5, "USD", "2025-11", ("moonshot",), ("v10",))
    assert sorted(steady_states((PROFIT, MULTIPLE, own), seen(), AS_OF)) == ["openai"]


def test_a_firm_the_essay_does_not_price_is_compared_by_its_mark_in_one_currency() -> None:
    found = steady_states(MODEL, seen(), AS_OF)["minimax"]
    assert found.observed == "v86"
    assert found.anchors[0].rate.used == ("2025-07",)
    assert found.anchors[0].implied == pytest.approx(60 / 7.17)


def test_without_a_mark_a_rate_or_an_operand_there_is_no_b2() -> None:
    assert "openai" not in steady_states(MODEL, seen(), "2023-06-30")
    assert sorted(steady_states(MODEL, seen(fx=FxTable({})), AS_OF)) == ["openai"]
    assert steady_states((PROFIT, FIRST_TIER, RANGE), seen(), AS_OF) == {}
    assert steady_states((), seen(), AS_OF) == {}


def test_ranges_of_operands_give_an_anchor_at_each_end() -> None:
    wide = Assumption("sf033", "essay", "openai", "assumed_steady_state_profit", 2, 3, "USD", "2023-12", ("openai",))
    found = steady_states((wide, MULTIPLE), seen(), AS_OF)["openai"]
    assert [anchor.implied for anchor in found.anchors] == [90.0, 60.0]


def test_all_of_it_as_plain_values() -> None:
    told = steady_states(MODEL, seen(), AS_OF)["openai"].to_dict()
    assert told["value_usd_bn"] == [500.0, 500.0]
    assert isinstance(told["anchors"], list)
    assert told["anchors"][0]["implied_usd_bn"] == 90.0


def test_the_table_itself_refuses_what_it_lacks() -> None:
    with pytest.raises(NoRateError):
        FX.at("CNY", "2024-06")
