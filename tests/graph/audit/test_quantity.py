"""Ranges and units: every range holds what its ends can give, and units that do not go together are refused."""

from __future__ import annotations

import itertools
import math
import operator
from collections.abc import Callable

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from definer.graph.audit.quantity import EvaluationError, Quantity, of_range, unit_text

ENDS = st.floats(-1e3, 1e3).map(lambda value: round(value, 3))
RANGES = st.tuples(ENDS, ENDS).map(lambda pair: of_range(min(pair), max(pair)))
OPERATIONS: list[Callable[[Quantity, Quantity], Quantity]] = [
    operator.add,
    operator.sub,
    operator.mul,
    operator.truediv,
]


@given(RANGES, RANGES, st.sampled_from(OPERATIONS), st.floats(0, 1), st.floats(0, 1))
def test_a_result_holds_every_combination(
    one: Quantity,
    other: Quantity,
    operation: Callable[[float, float], float],
    first: float,
    second: float,
) -> None:
    if operation is operator.truediv:
        assume(other.low > 0.01 or other.high < -0.01)
    found = operation(one, other)  # type: ignore[arg-type]
    a = one.low + first * (one.high - one.low)
    b = other.low + second * (other.high - other.low)
    value = operation(a, b)
    slack = 1e-9 * max(1.0, abs(value))
    assert isinstance(found, Quantity)
    assert found.low - slack <= value <= found.high + slack
    assert found.low - slack <= found.mid <= found.high + slack


@given(RANGES, st.integers(0, 5), st.floats(0, 1))
def test_a_power_holds_every_value(base: Quantity, exponent: int, part: float) -> None:
    found = base.power(exponent)
    value = (base.low + part * (base.high - base.low)) ** exponent
    slack = 1e-9 * max(1.0, abs(value))
    assert found.low - slack <= value <= found.high + slack


def test_the_middle_of_amounts_is_geometric() -> None:
    assert of_range(4, 9).mid == pytest.approx(6)
    assert of_range(-1, 3).mid == 1


def test_units_multiply_and_cancel() -> None:
    dollars, rate = Quantity(39, 39, 39, (("USD", 1),)), Quantity(7, 7, 7, (("CNY", 1), ("USD", -1)))
    yuan = dollars * rate
    assert unit_text(yuan.unit) == "CNY"
    assert (yuan / dollars).unit == rate.unit
    assert (dollars / dollars).unit == ()
    assert dollars.power(2).unit == (("USD", 2),)


@pytest.mark.parametrize(
    ("work", "code"),
    [
        (lambda a, b: a + b, "formula_sum"),
        (lambda a, b: a - b, "formula_sum"),
        (lambda a, _: a / of_range(-1, 1), "formula_zero"),
        (lambda a, _: a / of_range(0, 0), "formula_zero"),
        (lambda a, _: a.power(0.5), "formula_domain"),
        (lambda a, _: a.mapped("ln", math.log), "formula_sum"),
        (lambda _, __: of_range(-1, 1).mapped("ln", math.log), "formula_domain"),
        (lambda _, __: of_range(0, 5000).mapped("exp", math.exp), "formula_domain"),
        (lambda _, __: of_range(1e9, 1e9).power(100), "formula_domain"),
        (lambda _, __: of_range(1e300, 1e300) * of_range(1e300, 1e300), "formula_domain"),
        (lambda _, __: of_range(-1, 2).power(-1), "formula_zero"),
    ],
)
def test_what_cannot_be_worked_out_says_why(work: Callable[[Quantity, Quantity], Quantity], code: str) -> None:
    dollars, yuan = Quantity(1, 1, 1, (("USD", 1),)), Quantity(1, 1, 1, (("CNY", 1),))
    with pytest.raises(EvaluationError) as error:
        work(dollars, yuan)
    assert error.value.code == code


def test_ends_are_outer_bounds_over_a_grid() -> None:
    one, other = of_range(-2, 3), of_range(1, 4)
    found = one * other - one
    values = [a * b - a for a, b in itertools.product((-2, 0, 3), (1, 2, 4))]
    assert found.low <= min(values)
    assert found.high >= max(values)
