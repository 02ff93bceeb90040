"""Known money of a firm: whose amounts count, what bounds the share, and the effect within country."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from definer.graph.gap import FirmCapital, firm_capital
from definer.graph.gap.capital import Capital, WithinCountry, gap_capital
from definer.graph.gap.investments import Investment, read_investments
from definer.graph.gap.slopes import Slope, capital_slope
from definer.graph.worth import Refusal
from definer.graph.worth.reading import read_observations
from definer.knowledge import KnowledgeGraph

from .samples import company, planted


def money(key: str, kind: str, amount: float | None, scope: str = "own", **more: str) -> Investment:
    """Money from an investor of its own name."""
    return Investment(
        key, more.get("investor", f"by-{key}"), "lab", kind, more.get("country", "US"), scope, amount,
        more.get("date", "2024-01"), more.get("role", ""), more.get("round", key),
    )  # fmt: skip


def capital_of(*items: Investment) -> FirmCapital:
    return firm_capital(company("lab", "US"), items)


def test_only_own_money_counts() -> None:
    found = capital_of(
        money("a", "sovereign_wealth_fund", 3.0, country="AE"),
        money("b", "venture_capital", 1.0),
        money("c", "pension_fund", 40.0, "holding_value"),
        money("d", "pension_fund", 5.0, role="lender"),
        money("e", "endowment", 5.0, role="secondary buyer"),
    )
    assert found.share == pytest.approx(0.75)
    assert found.cross_border == pytest.approx(0.75)
    assert found.known_usd_bn == pytest.approx(4.0)
    assert (found.low, found.high) == pytest.approx((0.75, 0.75))
    assert found.left_out == {"bought_from_holder": 1, "holding_value": 1, "loan": 1}


def test_a_running_total_replaces_what_it_counts() -> None:
    found = capital_of(
        money("a", "strategic", 1.25, investor="amazon", date="2023-09"),
        money("b", "strategic", 2.75, investor="amazon", date="2024-03"),
        money("c", "strategic", 8.0, "cumulative", investor="amazon", date="2025-10"),
        money("d", "strategic", 1.0, investor="amazon", date="2025-11"),
        money("e", "venture_capital", 1.0),
    )
    assert found.known_usd_bn == pytest.approx(10.0)
    assert found.share == pytest.approx(0.9)


def test_rounds_and_the_undisclosed_widen_the_bounds() -> None:
    """A round of 4, of which 1 is known: 3 may be anybody's."""
    shared = {"round": "Series A", "date": "2024-05"}
    items = [money("a", "strategic", 1.0, **shared), money("b", "venture_capital", 4.0, "round_total", **shared)]
    found = capital_of(*items)
    assert (found.share, found.low, found.high) == pytest.approx((1.0, 0.25, 1.0))
    assert capital_of(*items, money("c", "venture_capital", None, "undisclosed")).low == 0
    nothing = capital_of(money("c", "pension_fund", None, "undisclosed"))
    assert nothing.share is None
    assert (nothing.low, nothing.high) == (0, 1)


def test_few_firms_are_refused_with_their_numbers() -> None:
    sample = planted(60)
    firm = sample.frame.units[0]
    found = gap_capital(
        sample,
        {firm.id: [replace(money("a", "strategic", 1.0), investee=firm.id)]},
        {firm.id: company(firm.id, "US")},
        0,
    )
    assert found.n_known == {"US": 1, "CN": 0}
    assert isinstance(found.within, Refusal)
    assert found.within.detail == "US 1, CN 0; >= 10"
    assert isinstance(capital_slope(sample, found, 9, 0), Refusal)


def test_effect_within_country_is_found_and_that_between_countries_is_not_taken_for_one() -> None:
    def within(slope: float, seed: int) -> Capital:
        sample = planted(80, slope=0.0, country=2.0, noise=0.3, seed=seed)
        rng = np.random.default_rng(seed)
        share = np.where(sample.in_a, rng.uniform(0.5, 1, 80), rng.uniform(0, 0.5, 80))
        moved = replace(sample, log_value=sample.log_value + slope * share)
        items = {
            unit.id: [
                money(f"{unit.id}-l", "pension_fund", float(part)),
                money(f"{unit.id}-o", "venture_capital", float(1 - part)),
            ]
            for unit, part in zip(moved.frame.units, share, strict=True)
        }
        homes = {unit.id: company(unit.id, unit.country or "") for unit in moved.frame.units}
        return gap_capital(moved, items, homes, seed, 499)

    planted_effect = within(2.0, 1)
    assert isinstance(planted_effect.within, WithinCountry)
    assert planted_effect.within.p < 0.01
    assert planted_effect.within.slope == pytest.approx(2.0, abs=0.6)
    found = [within(0.0, seed).within for seed in range(2, 22)]
    assert sum(isinstance(one, WithinCountry) and one.p < 0.05 for one in found) <= 4


def test_slope_of_capital_with_the_controls() -> None:
    sample = planted(80, slope=0.3, country=0.5)
    share = np.random.default_rng(5).uniform(size=80)
    moved = replace(sample, log_value=sample.log_value + 0.8 * share)
    capital = Capital((), {"US": 40, "CN": 40}, {"US": 40, "CN": 40}, Refusal("all_the_same"), share)
    found = capital_slope(moved, capital, 99, 0)
    assert isinstance(found, Slope)
    assert found.value == pytest.approx(0.8, abs=0.2)
    assert found.n == 80


def test_shipped_money(kg: KnowledgeGraph) -> None:
    seen = read_observations(kg.store)
    found = read_investments(kg.store, seen.fx, kg.as_of)
    companies = {firm.id: firm for firm in seen.firms}
    anthropic = firm_capital(companies["anthropic"], found["anthropic"])
    # Google 2.3, Amazon 8 as its running total, FTX 0.5, Menlo 0.75; nobody's stake bought from FTX.
    assert anthropic.known_usd_bn == pytest.approx(11.55)
    assert anthropic.share == pytest.approx(10.8 / 11.55)
    assert anthropic.left_out["bought_from_holder"] == 2
    assert firm_capital(companies["apple"], found["apple"]).share is None
    assert all(item.date <= "2025-11-15" for item in found["anthropic"])
