"""The slope, the implied convergence and the inverse questions, on samples solved by hand."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
import statsmodels.api as sm

from definer.graph.link import Frame, Unit, primary_specification
from definer.graph.power.scoring import score_fast
from definer.graph.scenario import (
    Convergence,
    Slope,
    apply,
    converge,
    difference,
    estimate_slope,
    invert,
    parse,
)
from definer.graph.scenario.convergence import GapFirms, gap_firms, log_change
from definer.graph.scenario.slope import offset_of
from definer.graph.uncertainty.noise import Noise
from definer.graph.worth.reasons import Refusal

from .toy import toy, world

SHIFT = {"op": "shift_cohort_share", "cohort": "startups", "slot": "model", "shares": {"CN_open": 0.65}}


def unit(key: str, group: str, power: float, premium: float, **more: Any) -> Unit:
    terms: dict[str, Any] = {
        "paradigm": "ai",
        "private": False,
        "log_growth": 0.1,
        "log_age": 2.0,
        "spread": 0.0,
        **more,
    }
    spread = terms.pop("spread")
    return Unit(
        id=key,
        name_en=key,
        name_zh=key,
        country=group,
        group=group,
        log_value=premium,
        log_value_range=(premium - spread, premium + spread),
        log_revenue=0.0,
        log_implied={"B1": 0.0},
        mark_date="2025-11-15",
        power={"power": power},
        **terms,
    )


def planted(slope: float, n: int = 120, noise: float = 0.3, seed: int = 1) -> Frame:
    """Firms of three paradigms and countries whose premium follows ln(D + d0) with the slope."""
    rng = np.random.default_rng(seed)
    powers = np.where(rng.random(n) < 0.2, 0.0, np.exp(rng.normal(-4, 1.5, n)).clip(max=0.9))
    offset = offset_of(powers)
    assert offset is not None
    units = []
    for k, power in enumerate(powers.tolist()):
        group, paradigm = ("US", "CN", "other")[k % 3], ("ai", "pc", "search")[(k // 3) % 3]
        premium = slope * math.log(power + offset) + 0.5 * (group == "US") + 0.3 * (paradigm == "pc")
        units.append(
            unit(
                f"f{k:03d}",
                group,
                power,
                premium + rng.normal(0, noise),
                paradigm=paradigm,
                private=bool(k % 2),
                log_growth=rng.normal(),
                log_age=rng.normal(2, 0.5),
            )
        )
    return Frame(primary_specification(), "2025-11-15", tuple(units), {})


def test_the_offset_is_the_tenth_percentile_of_the_positive() -> None:
    assert offset_of(np.array([0.0, *np.linspace(0.1, 1.1, 11)])) == pytest.approx(0.2)
    assert offset_of(np.zeros(3)) is None


def test_a_planted_slope_is_found_and_none_is_not() -> None:
    found = estimate_slope(planted(0.4), 400)
    assert isinstance(found, Slope)
    assert found.value == pytest.approx(0.4, abs=0.06)
    assert found.interval[0] < 0.4 < found.interval[1]
    assert not found.includes_none
    nothing = estimate_slope(planted(0.0), 400)
    assert isinstance(nothing, Slope)
    assert nothing.includes_none


def test_draws_are_a_plain_loop_of_weighted_regressions() -> None:
    """The vectorised draws against statsmodels, draw by draw."""
    frame = planted(0.4, n=60)
    found = estimate_slope(frame, 20, seed=3)
    assert isinstance(found, Slope)
    rng = np.random.default_rng([3, 62])
    counts = np.zeros((20, frame.n))
    for code in np.unique(frame.strata):
        members = np.flatnonzero(frame.strata == code)
        counts[:, members] = rng.multinomial(members.size, np.full(members.size, 1 / members.size), size=20)
    design = np.column_stack([np.log(frame.raw_power() + found.offset), frame.controls().design])
    weights: Any
    for draw, weights in zip(found.draws, counts, strict=True):
        assert draw == pytest.approx(sm.WLS(frame.premium(), design, weights=weights).fit().params[0], abs=1e-9)


def test_a_sample_that_is_too_small_or_does_not_vary_is_refused() -> None:
    few = estimate_slope(planted(0.4, n=12))
    assert isinstance(few, Refusal)
    assert few.code == "too_few_firms"
    frame = planted(0.4)
    flat = replace(frame, units=tuple(replace(one, power={"power": 0.0}) for one in frame.units))
    same = estimate_slope(flat)
    assert isinstance(same, Refusal)
    assert same.code == "all_the_same"


def a_slope(value: float = 0.5, low: float = 0.3, high: float = 0.7, offset: float = 0.01) -> Slope:
    draws = np.linspace(low, high, 200)
    return Slope(value, (low, high), (low, high), offset, 100, "2025-11-15", {}, {}, draws)


def firms(gap: float = 1.0) -> GapFirms:
    """One firm a side: OpenAI and the Chinese open models of the toy."""
    return GapFirms(("US", "CN"), (unit("OpenAI", "US", 0, gap),), (unit("CN_open", "CN", 0, 0.0),), gap, "ai")


def frame_of(*units: Unit, dropped: dict[str, str] | None = None, pairs: tuple[Unit, ...] = ()) -> Frame:
    return Frame(primary_specification(), "2025-11-15", units, dropped or {}, pairs)


def applied(*operations: dict[str, Any]) -> Any:
    document = {"title": {"en": "t", "zh": "题"}, "paradigm": "ai", "operations": list(operations)}
    return apply(parse(document), toy(), world())


def test_the_gap_is_that_of_means_with_the_pairs_judged_but_not_fitted() -> None:
    sample = frame_of(unit("a", "US", 0.1, 2.0), unit("b", "CN", 0.1, 0.5), pairs=(unit("c", "US", 0.1, 1.0),))
    found = gap_firms(sample, "ai")
    assert isinstance(found, GapFirms)
    assert (found.gap, [one.id for one in found.a], found.pairs) == (1.0, ["a", "c"], ("c",))
    nobody = gap_firms(sample, "pc")
    assert isinstance(nobody, Refusal)
    assert nobody.code == "no_firms_of_country"


def convergence(slope: Slope, draws: int = 0, **more: Any) -> Convergence:
    done = applied(SHIFT)
    found = difference(done.before, done.after, noise=Noise(0, draws) if draws else None)
    return converge(firms(**more), slope, found, frame_of(dropped={"x": "no_tie"}))


def test_convergence_by_hand() -> None:
    """-b times how much more the logarithm of the Chinese side's power grew."""
    done, slope = applied(SHIFT), a_slope()
    power = [{firm.id: firm.power for firm in score_fast(table).firms} for table in (done.before, done.after)]
    growth = {key: math.log(power[1][key] + 0.01) - math.log(power[0][key] + 0.01) for key in ("OpenAI", "CN_open")}
    found = convergence(slope)
    assert found.change == pytest.approx(-0.5 * (growth["CN_open"] - growth["OpenAI"]), abs=1e-12)
    assert found.change < 0
    assert (found.reading, found.to_dict()["left_out"]["no_tie"]["n"]) == ("narrows", 1)
    assert convergence(slope, gap=-1.0).reading == "widens"


def test_an_interval_of_b_that_holds_zero_makes_none_an_answer() -> None:
    found = convergence(a_slope(0.1, -0.2, 0.4), draws=200)
    assert found.interval is not None
    assert found.interval[0] < 0 < found.interval[1]
    assert found.reading == "includes_none"
    assert found.to_dict()["includes_none"] is True
    assert convergence(a_slope(), draws=200).reading in ("narrows", "includes_none")


def test_who_has_no_price_moves_no_gap() -> None:
    done = applied(SHIFT)
    found = difference(done.before, done.after)
    others = GapFirms(("US", "CN"), (unit("x", "US", 0, 1.0),), (unit("y", "CN", 0, 0.0),), 1.0, "ai")
    assert converge(others, a_slope(), found, frame_of()).reading == "unmoved"


def by_lever(answers: Any, lever: str, at: str | None = "estimate") -> list[Any]:
    return [answer for answer in answers if (answer.lever, answer.at) == (lever, at)]


def test_inverse_answers_close_what_they_say() -> None:
    done, slope = applied(SHIFT), a_slope()
    sides = firms(gap=0.4)
    answers = invert(done, sides, slope)
    closing = -converge(sides, a_slope(1.0), difference(done.before, done.after), frame_of()).change
    for answer in by_lever(answers, "slope", None):
        assert answer.value == pytest.approx(answer.target * 0.4 / closing)
    before = {firm.id: firm.power for firm in score_fast(done.before).firms}
    for answer in by_lever(answers, "multiple"):
        assert answer.value is not None
        grown = {**before, "CN_open": before["CN_open"] * answer.value}
        assert 0.5 * log_change(sides.b, before, grown, slope.offset) == pytest.approx(answer.target * 0.4, abs=1e-6)
    (share,) = [answer for answer in by_lever(answers, "share") if answer.target == 0.25]
    assert share.value is not None
    again = applied({**SHIFT, "shares": {"CN_open": share.value}})
    found = converge(sides, slope, difference(again.before, again.after), frame_of())
    assert found.change == pytest.approx(-0.25 * 0.4, abs=1e-6)


def test_not_reachable_is_an_answer_with_its_ceiling() -> None:
    answers = invert(applied(SHIFT), firms(gap=5.0), a_slope())
    for answer in (*by_lever(answers, "share"), *by_lever(answers, "revocability")):
        if answer.target == 1.0:
            assert (answer.value, answer.reason) == (None, "beyond_ceiling")
            assert 0 < answer.ceiling < 1


def test_why_there_is_no_answer() -> None:
    done = applied(SHIFT)
    assert {answer.reason for answer in invert(done, firms(gap=-1.0), a_slope())} == {"no_gap"}
    assert by_lever(invert(done, firms(), a_slope(-0.1)), "share")[0].reason == "slope_not_positive"
    back = applied({**SHIFT, "shares": {"CN_open": 0.05}})
    assert by_lever(invert(back, firms(), a_slope()), "slope", None)[0].reason == "wrong_way"
    still = applied({"op": "remove_tie", "dependent": "OpenAI", "provider": "TSMC"})
    answers = invert(still, firms(), a_slope())
    assert by_lever(answers, "slope", None)[0].reason == "power_unmoved"
    assert by_lever(answers, "share")[0].reason == "no_lever"
