"""The option view over the shipped claims: sums add up, marks and baselines are those of the premium, bad input."""

from __future__ import annotations

import pytest

from definer.graph.option import OptionError, OptionView, option_view
from definer.graph.option.firms import OptionFirm
from definer.graph.option.prior import power_prior
from definer.graph.store import Store
from definer.graph.worth import PremiumResult, premium
from definer.knowledge import KnowledgeGraph


@pytest.fixture(scope="module")
def premiums(store: Store, kg: KnowledgeGraph) -> PremiumResult:
    """Premiums as of the claims' date."""
    return premium(store, kg.as_of)


@pytest.fixture(scope="module")
def view(kg: KnowledgeGraph) -> OptionView:
    """The option view as of the claims' date."""
    return kg.option()


def test_openai_by_the_essays_baseline(kg: KnowledgeGraph) -> None:
    found = kg.option(firms=["openai"], baseline="B2")
    (firm,) = found.firms
    assert (firm.value, firm.baseline, firm.basis) == ((500.0, 500.0), 90.0, "B2")
    shares = {(terms.prize, terms.compounding): firm.probability(terms) for terms in found.terms}
    assert shares[1000.0, "none"] == pytest.approx(0.41)
    assert shares[4000.0, "none"] == pytest.approx(0.1025)
    assert round(shares[4000.0, "continuous"], 2) == 0.34
    assert round(shares[4000.0, "annual"], 2) == 0.32


def test_the_budget_is_the_sum_of_the_labs(view: OptionView) -> None:
    assert {"openai", "anthropic", "xai", "mistral", "moonshot"} <= {firm.id for firm in view.labs}
    assert not {"google", "meta", "microsoft", "nvidia"} & {firm.id for firm in view.labs}
    for terms, found in zip(view.terms, view.budgets, strict=True):
        assert found.total == pytest.approx(sum(max(0.0, firm.probability(terms)) for firm in view.labs))
        assert found.interval[0] <= found.total <= found.interval[1]
        assert found.dutch_book == (found.total > 1)


def test_the_essays_prize_is_coherent_today_and_a_dutch_book_later(view: OptionView) -> None:
    books = {(found.terms.prize, found.terms.compounding): found.dutch_book for found in view.budgets}
    assert not books[1000.0, "none"]
    assert books[1000.0, "continuous"]
    assert books[1000.0, "annual"]
    assert not books[4000.0, "continuous"]


def test_at_the_break_even_prize_the_chances_sum_to_one(kg: KnowledgeGraph, view: OptionView) -> None:
    found = next(row for row in view.break_even if (row.rate, row.years) == (0.12, 10))
    again = kg.option([found.prize])
    (continuous,) = (row for row in again.budgets if row.terms.compounding == "continuous")
    assert continuous.total == pytest.approx(1)


def test_allocations_take_from_what_is_left(kg: KnowledgeGraph, view: OptionView) -> None:
    found = kg.option(allocation={"google": 0.2, "Microsoft": 0.15})
    assert found.allocation == {"google": 0.2, "microsoft": 0.15}
    assert found.budgets[0].left == pytest.approx(view.budgets[0].left - 0.35)
    assert found.budgets[0].dutch_book


def test_a_partial_prize_raises_the_chance_and_not_the_budget(kg: KnowledgeGraph, view: OptionView) -> None:
    found = kg.option(theta={"openai": 0.5})
    first, plain = (
        next(row for row in each.to_dict()["firms"] if row["id"] == "openai")["implied"][0]["probability"]
        for each in (found, view)
    )
    assert first == pytest.approx(2 * plain)
    assert found.budgets[0].total == view.budgets[0].total


def test_firms_without_a_baseline_are_marked_as_upper_bounds(view: OptionView) -> None:
    rows = {row["id"]: row for row in view.to_dict()["firms"]}
    assert rows["openai"]["basis"] == "B1"
    assert (rows["ssi"]["basis"], rows["ssi"]["reason"]) == ("zero_unknown", "baseline_unknown")
    assert rows["iflytek"]["reason"] == "no_option_value"
    assert rows["openai"]["reason"] is None


def test_nobody_on_the_list_is_dropped_silently(kg: KnowledgeGraph, view: OptionView) -> None:
    listed = {str(row[0]) for row in kg.query("firms_of_paradigm", paradigm="ai").rows}
    assert view.n + len(view.dropped) >= 100
    assert sum(view.left_out.values()) == len(view.dropped)
    assert listed


def test_the_horizon_of_the_essays_pair(view: OptionView) -> None:
    assert view.horizon is not None
    assert view.horizon.gap == pytest.approx((2.24, 2.66), abs=0.01)
    assert view.horizon.rate_difference == pytest.approx((0.224, 0.266), abs=0.001)


def test_intervals_do_not_depend_on_other_firms(kg: KnowledgeGraph, view: OptionView) -> None:
    alone = kg.option(firms=["mistral"])
    mine = next(row for row in view.to_dict()["firms"] if row["id"] == "mistral")
    assert alone.to_dict()["firms"][0]["implied"] == mine["implied"]


def lab(key: str, excess: float) -> OptionFirm:
    return OptionFirm(
        id=key,
        name_en=key,
        name_zh=key,
        country="US",
        part="lab",
        role="AI lab",
        value=(excess + 1, excess + 1),
        private=True,
        mark_claim="v",
        mark_date="2025",
        baseline=1.0,
        baseline_range=(1.0, 1.0),
        basis="B1",
    )


def test_prices_in_proportion_to_power_have_no_log_ratio() -> None:
    labs = [lab("a", 30), lab("b", 10), lab("c", 5), lab("d", -0.5)]
    found = power_prior(labs, {"a": 0.3, "b": 0.1, "d": 0.5}, 1)
    assert [row[4] for row in found.rows] == pytest.approx([0, 0])
    assert found.left_out == {"c": "no_power", "d": "no_option_value"}
    squared = power_prior(labs[:2], {"a": 0.3, "b": 0.1}, 2)
    assert [row[0] for row in squared.rows] == ["b", "a"]
    assert sum(row[3] for row in squared.rows) == pytest.approx(1)


@pytest.mark.parametrize(
    ("values", "word"),
    [
        ({"prizes": [0]}, "prize"),
        ({"rate": -1}, "rate"),
        ({"years": -1}, "years"),
        ({"exit_year": 0}, "exit_year"),
        ({"haircut": 0.5}, "haircut"),
        ({"draws": 1}, "draws"),
        ({"baseline": "B9"}, "baseline"),
        ({"allocation": {"google": 1.2}}, "allocation: google"),
        ({"theta": {"openai": 0}}, "theta: openai"),
    ],
)
def test_bad_input_is_named(store: Store, premiums: PremiumResult, values: dict[str, object], word: str) -> None:
    with pytest.raises(OptionError) as error:
        option_view(store, premiums, {}, **values)  # type: ignore[arg-type]
    assert error.value.message("en").startswith(word)


def test_a_date_without_marks_is_told(store: Store) -> None:
    with pytest.raises(OptionError, match="no firm of ai has a mark as of 1950"):
        option_view(store, premium(store, "1950"), {})
