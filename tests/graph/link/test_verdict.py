"""The verdict as a function of its parts."""

from __future__ import annotations

from dataclasses import replace

import pytest

from definer.graph.link.verdict import Estimate, Terms, conditions_of, verdict_of

TERMS = Terms(0.05, 0.9, 0.15)
GOOD = Estimate(0.4, 0.01, 0.6, without_firm=True, without_paradigm=True)
SMALL = Estimate(0.0, 0.9, 0.1, without_firm=False, without_paradigm=False)


def word(ratio: Estimate, free: Estimate, share: float | None = 0.95) -> str:
    return verdict_of(conditions_of({"ratio": ratio, "free": free}, TERMS, share))


def test_everything_met() -> None:
    assert word(GOOD, GOOD) == "SUPPORTED"


@pytest.mark.parametrize("share", [None, 0.89])
def test_no_support_without_the_curve(share: float | None) -> None:
    assert word(GOOD, GOOD, share) == "INCONCLUSIVE"


@pytest.mark.parametrize(
    "fault",
    [{"p": 0.05}, {"estimate": -0.4}, {"without_firm": False}, {"without_paradigm": False}],
)
def test_no_support_if_either_form_fails_in_anything(fault: dict[str, float]) -> None:
    bad = replace(GOOD, **fault)  # type: ignore[arg-type]
    assert word(bad, GOOD) == "INCONCLUSIVE"
    assert word(GOOD, bad) == "INCONCLUSIVE"


def test_contradiction_needs_both_forms() -> None:
    assert word(SMALL, SMALL, None) == "CONTRADICTED"
    for upper in (0.15, None):
        assert word(SMALL, replace(SMALL, upper=upper)) == "INCONCLUSIVE"
        assert word(replace(SMALL, upper=upper), SMALL) == "INCONCLUSIVE"


def test_an_effect_that_is_there_and_negligible_is_contradicted() -> None:
    tiny = replace(GOOD, estimate=0.05, upper=0.1)
    assert word(tiny, tiny) == "CONTRADICTED"


def test_conditions_say_what_was_not_computed() -> None:
    conditions = conditions_of({"ratio": GOOD, "free": SMALL}, TERMS)
    met = {(item.code, item.form): item.met for item in conditions}
    assert met["curve", None] is None
    assert met["significant", "ratio"] is True
    assert met["significant", "free"] is False
    assert met["negligible", "free"] is True


def test_no_conditions_no_verdict() -> None:
    assert verdict_of(()) == "INCONCLUSIVE"
