"""Whether a number that is stated agrees with the one that was recomputed, by the digits in which it is stated.

``holds``: equal, or the recomputed range lies within the stated one. ``holds_within_rounding``: it would be written
in the stated digits; for a round number that is said to be about ("~"), in those before its zeros. ``borderline``: an
inequality that fails only at one end or by equality, or a stated number inside the recomputed range or overlapping it.
``off``: none of these. ``derived``: the formula gives another quantity than the one stated, or nothing is stated.
"""

from __future__ import annotations

from typing import Final, Literal, get_args

from .quantity import Quantity
from .statements import Stated

__all__ = ["COMPUTED", "EXPECTED", "TO_RECORDED", "Computed", "agreement", "deciding_end", "differs"]

Computed = Literal["holds", "holds_within_rounding", "borderline", "off", "derived", "not_computable"]
COMPUTED: Final[tuple[Computed, ...]] = get_args(Computed)

_GOOD: Final = frozenset({"holds", "holds_within_rounding"})
EXPECTED: Final[dict[str, frozenset[str]]] = {
    "confirmed": _GOOD,
    "arithmetic_ok": _GOOD,
    "confirmed_with_caveat": _GOOD | {"borderline"},
    "arithmetic_borderline": frozenset({"borderline"}),
    "arithmetic_off": frozenset({"off"}),
    "contradicted": frozenset({"off"}),
}
"""Recorded verdict -> computed ones that go with it; the others say nothing about arithmetic."""
TO_RECORDED: Final[dict[str, str]] = {
    "holds": "arithmetic_ok",
    "holds_within_rounding": "arithmetic_ok",
    "borderline": "arithmetic_borderline",
    "off": "arithmetic_off",
}
"""Computed verdict -> the word for it among recorded ones, for a statement that records none."""

_SLACK = 1e-9


def agreement(stated: Stated, operator: str, value: Quantity) -> Computed:
    """Compare what is stated with a quantity in the same unit.

    Parameters
    ----------
    stated : Stated
    operator : str
        ``=``, ``~``, ``<``, ``<=``, ``>``, ``>=``; anything else counts as ``=``.
    value : Quantity

    Examples
    --------
    >>> from .quantity import of_range
    >>> from .statements import stated_number
    >>> agreement(stated_number("4.4"), "=", of_range(4.4444, 4.4444))
    'holds_within_rounding'
    >>> agreement(stated_number("1"), "<", of_range(0.66, 1.0))
    'borderline'
    >>> agreement(stated_number("270"), "~", of_range(277, 277))
    'off'
    """
    if operator in {"<", "<=", ">", ">="}:
        return _inequality(stated, operator, value)
    if stated.low != stated.high:
        return _range(stated, value)
    return _point(stated, operator, value)


def _inequality(stated: Stated, operator: str, value: Quantity) -> Computed:
    bound, sign = stated.high if operator[0] == "<" else stated.low, 1 if operator[0] == "<" else -1
    ends = sorted(sign * (end - bound) for end in (value.low, value.high))  # below zero: it holds
    slack = _SLACK * max(1.0, abs(bound))
    strict = "=" not in operator
    if ends[1] < -slack or (not strict and ends[1] <= slack):
        return "holds"
    return "borderline" if ends[0] <= slack else "off"


def _range(stated: Stated, value: Quantity) -> Computed:
    slack = stated.step / 2 + _SLACK
    if stated.low - _SLACK <= value.low and value.high <= stated.high + _SLACK:
        return "holds"
    if stated.low - slack <= value.low and value.high <= stated.high + slack:
        return "holds_within_rounding"
    return "borderline" if value.low <= stated.high + slack and value.high >= stated.low - slack else "off"


def _point(stated: Stated, operator: str, value: Quantity) -> Computed:
    off = max(abs(end - stated.low) for end in (value.low, value.mid, value.high))
    slack = _SLACK * max(1.0, abs(stated.low))
    if off <= slack:
        return "holds"
    step = stated.coarse_step if operator == "~" else stated.step
    if off <= step / 2 + slack:
        return "holds_within_rounding"
    return "borderline" if value.low - slack <= stated.low <= value.high + slack else "off"


def deciding_end(stated: Stated | None, value: Quantity) -> float:
    """End of the recomputed range that is furthest from what is stated; its middle where nothing is."""
    if value.point:
        return value.low
    if stated is None:
        return value.mid
    below, above = abs(value.low - stated.low), abs(value.high - stated.high)
    return value.low if below > above else value.high


def differs(recorded: str, computed: str) -> bool:
    """Whether a recorded verdict and a computed one contradict each other."""
    return computed not in {"derived", "not_computable"} and computed not in EXPECTED.get(recorded, {computed})
