"""The link of premium and power: the sample, the verdict, the refusals."""

from __future__ import annotations

import json
import math
from dataclasses import dataclass, replace

import numpy as np
import pytest

from definer.graph.worth.fx import Rate
from definer.graph.worth.link_result import Link
from definer.graph.worth.marks import Mark
from definer.graph.worth.observations import Evidence, Firm, FundamentalClaim, Multiple, ValuationClaim
from definer.graph.worth.power_link import link
from definer.graph.worth.premium_result import FirmPremium, PremiumResult
from definer.graph.worth.reasons import Refusal
from definer.graph.worth.revenue import Basis, Revenue
from definer.graph.worth.sample import draw_sample

DOLLARS = Rate("USD", 1.0, (), (), ())
GROUNDS = Evidence("normal", "reported", "sourced", "exact", ("s",), 1)


@dataclass(frozen=True)
class Power:
    id: str
    power: float
    in_degree: int = 1


@dataclass(frozen=True)
class Powers:
    firms: tuple[Power, ...]
    beyond_coded_period: bool = False


def priced(
    key: str, paradigm: str | None, log_premium: float, sales: float = 1.0, basis: Basis = "twelve_months"
) -> FirmPremium:
    """Firm worth e^log_premium times its sales, at a multiple of one."""
    value = sales * math.exp(log_premium)
    valuation = ValuationClaim("v", key, "2025", "market_cap", value, value, "USD", GROUNDS)
    figure = FundamentalClaim("f", key, "revenue", "2024", "2024", sales, sales, "USD", GROUNDS)
    return FirmPremium(
        Firm(key, key, key, "US", paradigm, "chips"),
        Mark(valuation, "public", value, value, 1, DOLLARS),
        Revenue(figure, basis, sales, sales, DOLLARS),
        Multiple("m", "chips", "price_to_sales", "2025", 1.0, 1.0, 1.0, 30, ("s",)),
        None,
    )


def run(firms: list[FirmPremium], powers: dict[str, Powers]) -> Link:
    return link(PremiumResult("2025-11-15", tuple(firms)), powers, permutations=999, draws=499)


def planted(
    effect: float, n: int = 60, noise: float = 1.0, seed: int = 0
) -> tuple[list[FirmPremium], dict[str, Powers]]:
    """Firms of three paradigms whose premium rises with power by `effect` per standard deviation."""
    generator = np.random.default_rng(seed)
    strength, error, size = generator.normal(size=(3, n))
    firms = [
        priced(f"f{at:03d}", f"p{at % 3}", effect * strength[at] + noise * error[at] + at % 3, math.exp(size[at]))
        for at in range(n)
    ]
    powers = {
        f"p{paradigm}": Powers(
            tuple(Power(f"f{at:03d}", math.exp(strength[at]), at % 7) for at in range(paradigm, n, 3))
        )
        for paradigm in range(3)
    }
    return firms, powers


def test_a_planted_effect_is_supported() -> None:
    found = run(*planted(1.0))
    assert found.verdict == "SUPPORTED"
    assert found.estimate is not None
    assert found.estimate > 0.5
    assert found.p == 1 / 1000
    assert found.by_paradigm == {"p0": 20, "p1": 20, "p2": 20}
    assert found.elasticity is not None
    assert found.elasticity.ratio_slope == pytest.approx(1.0, abs=0.35)
    assert found.elasticity.elasticity == pytest.approx(1.0, abs=0.35)
    assert set(found.baselines) == {"in_degree", "revenue"}


def test_an_opposite_effect_is_contradicted() -> None:
    found = run(*planted(-1.0))
    assert found.verdict == "CONTRADICTED"
    assert found.interval is not None
    assert found.interval[1] < 0.15
    assert found.free_form is not None
    assert found.free_form.interval[1] < 0.15


def test_without_effect_few_firms_are_mostly_inconclusive_and_hardly_ever_supported() -> None:
    verdicts = [
        link(PremiumResult("2025", tuple(firms)), powers, permutations=199, draws=199).verdict
        for firms, powers in (planted(0.0, n=30, seed=seed) for seed in range(60))
    ]
    # Support needs p < .05 one way (2.5 % of the time) and stable signs; contradiction, a low interval.
    assert verdicts.count("SUPPORTED") <= 6
    assert verdicts.count("INCONCLUSIVE") >= 42


def test_the_ratio_alone_does_not_contradict() -> None:
    """Value grows less than sales, power goes with size: the premium falls, value at equal sales does not."""
    generator = np.random.default_rng(9)
    size, noise = generator.normal(scale=2, size=(2, 90))
    firms = [
        priced(f"f{at:03d}", f"p{at % 3}", -0.5 * size[at] + 0.1 * noise[at], math.exp(size[at])) for at in range(90)
    ]
    powers = {
        f"p{paradigm}": Powers(
            tuple(Power(f"f{at:03d}", math.exp(size[at] + 0.3 * noise[at])) for at in range(paradigm, 90, 3))
        )
        for paradigm in range(3)
    }
    found = run(firms, powers)
    assert found.interval is not None
    assert found.interval[1] < 0
    assert found.free_form is not None
    assert found.free_form.estimate > 0
    assert found.elasticity is not None
    assert found.elasticity.elasticity < 0.9
    assert found.verdict == "INCONCLUSIVE"


def test_an_effect_of_one_paradigm_alone_is_not_supported() -> None:
    firms, powers = planted(0.0, noise=1e-3)
    strong = [priced(f"s{at}", "p9", 3.0 * at, math.exp(at % 4)) for at in range(25)]
    # Elsewhere the more powerful firm is worth a little less: without p9 the sign turns.
    opposed = [replace(firm, mark=_scaled(firm, powers, -0.5)) for firm in firms]
    everywhere = {**powers, "p9": Powers(tuple(Power(f"s{at}", float(at)) for at in range(25)))}
    found = run([*opposed[:18], *strong], everywhere)
    assert found.p is not None
    assert found.without_paradigm["p9"] is not None
    assert found.without_paradigm["p9"] < 0
    assert found.verdict == "INCONCLUSIVE"


def _scaled(firm: FirmPremium, powers: dict[str, Powers], effect: float) -> Mark:
    power = next(item.power for result in powers.values() for item in result.firms if item.id == firm.firm.id)
    assert isinstance(firm.mark, Mark)
    value = firm.mark.low * power**effect
    return replace(firm.mark, low=value, high=value)


def test_fewer_than_twenty_firms_get_no_number() -> None:
    firms, powers = planted(1.0, n=19)
    found = run(firms, powers)
    assert (found.n, found.estimate, found.p, found.verdict) == (19, None, None, "INCONCLUSIVE")
    assert found.reason == Refusal("too_few_firms", "19 < 20")


def test_nothing_at_all() -> None:
    found = run([], {})
    assert (found.n, found.estimate, found.verdict) == (0, None, "INCONCLUSIVE")


def test_one_paradigm_is_refused() -> None:
    firms = [priced(f"f{at}", "ai", float(at)) for at in range(25)]
    found = run(firms, {"ai": Powers(tuple(Power(f"f{at}", float(at)) for at in range(25)))})
    assert (found.estimate, found.reason) == (None, Refusal("one_paradigm", "ai"))


def test_power_that_does_not_vary_is_refused() -> None:
    firms = [priced(f"f{at}", f"p{at % 2}", float(at)) for at in range(30)]
    powers = {f"p{odd}": Powers(tuple(Power(f"f{at}", 0.0) for at in range(odd, 30, 2))) for odd in range(2)}
    found = run(firms, powers)
    assert (found.estimate, found.reason) == (None, Refusal("all_the_same"))


def test_who_is_left_out_and_why() -> None:
    firms = [
        priced("openai", "ai", 1.0),
        priced("rated", "ai", 1.0, basis="run_rate"),
        priced("half", "ai", 1.0, basis="annualised_half_year"),
        priced("homeless", None, 1.0),
        priced("tieless", "ai", 1.0),
        priced("lonely", "pc", 1.0),
        priced("weak", "ai", 1.0),
        priced("strong", "ai", 2.0),
    ]
    powers = {
        "ai": Powers((Power("weak", 0.0), Power("strong", 0.4), Power("openai", 0.2))),
        "pc": Powers((Power("lonely", 0.1), Power("weak", 0.9))),
    }
    sample, left_out = draw_sample(firms, powers)
    # A firm with ties and no power has zero in its home paradigm; its power elsewhere does not count.
    assert [(unit.id, unit.power) for unit in sample] == [("weak", 0.0), ("strong", 0.4)]
    assert left_out == {
        "essay_pair": 1,
        "revenue_not_twelve_months": 2,
        "no_home_paradigm": 1,
        "no_tie": 1,
        "alone_in_paradigm": 1,
    }


def test_ties_in_power_and_decayed_paradigms_are_told() -> None:
    firms, powers = planted(1.0, n=45)
    tied = {
        name: Powers(tuple(replace(firm, power=round(firm.power)) for firm in result.firms), name == "p1")
        for name, result in powers.items()
    }
    found = run(firms, tied)
    assert found.beyond_coded_period == ("p1",)
    assert found.estimate is not None
    assert 0 < found.estimate < 1


def test_the_same_input_gives_the_same_link_and_no_nan() -> None:
    firms, powers = planted(0.3, n=40)
    first, second = run(firms, powers).to_dict(), run(firms, powers).to_dict()
    assert first == second
    assert "NaN" not in json.dumps(first)
    assert "Infinity" not in json.dumps(first)
