"""Whether a stated number agrees with a recomputed one, by hand-solved cases of the essay and others."""

from __future__ import annotations

import pytest

from definer.graph.audit.agreement import agreement, deciding_end, differs
from definer.graph.audit.quantity import of_range
from definer.graph.audit.statements import stated_number, unit_of


@pytest.mark.parametrize(
    ("stated", "operator", "low", "high", "computed"),
    [
        ("10", "=", 10, 10, "holds"),
        ("68.9", "=", 68.9 + 1e-14, 68.9 + 1e-14, "holds"),
        ("4.4", "=", 4.4444, 4.4444, "holds_within_rounding"),
        ("4.4", "=", 4.4501, 4.4501, "off"),
        ("1.8", "=", 1.8231, 1.8231, "holds_within_rounding"),
        ("270", "~", 277.2, 277.2, "off"),
        ("270", "~", 274.9, 274.9, "holds_within_rounding"),
        ("270", "=", 274.9, 274.9, "off"),
        ("190", "~", 170.4, 202.2, "borderline"),
        ("46.4", "=", 45.5, 46.5, "borderline"),
        ("1", "~", 0.66, 1.8231, "borderline"),
        ("1", "<", 0.66, 1.0, "borderline"),
        ("1", "<", 0.66, 0.99, "holds"),
        ("1", "<=", 0.66, 1.0, "holds"),
        ("1", "<", 1.0, 1.0, "borderline"),
        ("1", "<", 1.01, 1.2, "off"),
        ("93", ">", 93.319, 93.319, "holds"),
        ("500", ">", 500, 500, "borderline"),
        ("500", ">=", 500, 500, "holds"),
        ("500", ">", 400, 450, "off"),
        ("3.3-5.0", "~", 3.3, 4.3, "holds"),
        ("80-90", "=", 86, 86, "holds"),
        ("3.3-5.0", "~", 3.26, 5.04, "holds_within_rounding"),
        ("3.3-5.0", "~", 2.0, 4.0, "borderline"),
        ("3.3-5.0", "~", 6.0, 7.0, "off"),
    ],
)
def test_agreement(stated: str, operator: str, low: float, high: float, computed: str) -> None:
    number = stated_number(stated)
    assert number is not None
    assert agreement(number, operator, of_range(low, high)) == computed


def test_the_deciding_end_is_the_one_furthest_from_what_is_stated() -> None:
    assert deciding_end(stated_number("1"), of_range(0.66, 1.82)) == 1.82
    assert deciding_end(stated_number("1"), of_range(0.66, 1.0)) == 0.66
    assert deciding_end(stated_number("3.3-5.0"), of_range(3.3, 4.3)) == 4.3
    assert deciding_end(None, of_range(4, 9)) == pytest.approx(6)


@pytest.mark.parametrize("text", ["Kimi K2", "about 5", "1 2", "-5", "５", "5 bn", "", "1-2-3"])
def test_words_are_no_number(text: str) -> None:
    assert stated_number(text) is None


def test_numbers_with_separators_and_dashes() -> None:
    number = stated_number("1,340")
    assert number is not None
    assert (number.low, number.decimals, number.zeros) == (1340, 0, 1)
    both = stated_number("3.3\u20135")
    assert both is not None
    assert (both.low, both.high, both.decimals) == (3.3, 5, 0)


def test_units_in_words() -> None:
    assert unit_of("USD mn") == ((("USD", 1),), 1e-3)
    assert unit_of("CNY tn") == ((("CNY", 1),), 1e3)
    assert unit_of("CNY/USD") == ((("CNY", 1), ("USD", -1)), 1.0)
    assert unit_of("GWh") == ((("GWh", 1),), 1.0)


@pytest.mark.parametrize(
    ("recorded", "computed", "wanted"),
    [
        ("confirmed", "off", True),
        ("confirmed", "borderline", True),
        ("confirmed_with_caveat", "borderline", False),
        ("arithmetic_off", "holds", True),
        ("arithmetic_off", "off", False),
        ("contested", "off", False),
        ("confirmed", "derived", False),
    ],
)
def test_verdicts_that_contradict_each_other(recorded: str, computed: str, wanted: bool) -> None:
    assert differs(recorded, computed) is wanted
