"""Numbers with a range and a unit, and arithmetic over them.

The ends of a result are outer bounds: a quantity that occurs twice in a formula is taken to vary twice (Moore 1966).
The middle follows the middles; that of a range of amounts above zero is its geometric one, as marks have it.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

__all__ = ["PLAIN", "EvaluationError", "Quantity", "Unit", "of_range", "unit_text"]

Unit = tuple[tuple[str, int], ...]
"""Base units and their exponents, sorted; money is in billions."""
PLAIN: Final[Unit] = ()


class EvaluationError(ValueError):
    """A formula that cannot be worked out: `code` and `context` as those of :class:`definer.data.faults.Fault`."""

    def __init__(self, code: str, **context: str | tuple[str, ...]) -> None:
        super().__init__(code)
        self.code = code
        self.context = context


def unit_text(unit: Unit) -> str:
    """Unit as people write it.

    Examples
    --------
    >>> unit_text((("CNY", 1), ("USD", -1))), unit_text(())
    ('CNY/USD', '1')
    """

    def power(name: str, exponent: int) -> str:
        return name if exponent == 1 else f"{name}^{exponent}"

    above = " ".join(power(name, exponent) for name, exponent in unit if exponent > 0) or "1"
    below = " ".join(power(name, -exponent) for name, exponent in unit if exponent < 0)
    return f"{above}/{below}" if below else above


def of_range(low: float, high: float, unit: Unit = PLAIN) -> Quantity:
    """Quantity between two ends, its middle geometric where both lie above zero."""
    if low == high:
        return Quantity(low, low, high, unit)
    middle = math.sqrt(low) * math.sqrt(high) if low > 0 else (low + high) / 2
    return Quantity(low, middle, high, unit)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A range with its middle.

    Attributes
    ----------
    low, mid, high : float
    unit : tuple
        See :data:`Unit`.
    """

    low: float
    mid: float
    high: float
    unit: Unit = PLAIN

    @property
    def point(self) -> bool:
        """Whether it is one number."""
        return self.low == self.high

    def __add__(self, other: Quantity) -> Quantity:
        unit = self.like(other)
        return _made(self.low + other.low, self.mid + other.mid, self.high + other.high, unit)

    def __sub__(self, other: Quantity) -> Quantity:
        unit = self.like(other)
        return _made(self.low - other.high, self.mid - other.mid, self.high - other.low, unit)

    def __neg__(self) -> Quantity:
        return Quantity(-self.high, -self.mid, -self.low, self.unit)

    def __mul__(self, other: Quantity) -> Quantity:
        ends = [a * b for a in (self.low, self.high) for b in (other.low, other.high)]
        return _made(min(ends), self.mid * other.mid, max(ends), _combined(self.unit, other.unit, 1))

    def __truediv__(self, other: Quantity) -> Quantity:
        if other.low <= 0 <= other.high:
            raise EvaluationError("formula_zero")
        ends = [a / b for a in (self.low, self.high) for b in (other.low, other.high)]
        return _made(min(ends), self.mid / other.mid, max(ends), _combined(self.unit, other.unit, -1))

    def power(self, exponent: float) -> Quantity:
        """To a power, whole where there is a unit or a negative base."""
        whole = exponent == int(exponent)
        if not whole and (self.unit or self.low < 0):
            raise EvaluationError("formula_domain", text="**")
        if exponent < 0 and self.low <= 0 <= self.high:
            raise EvaluationError("formula_zero")
        try:
            ends = [self.low**exponent, self.high**exponent]
            middle = self.mid**exponent
        except (OverflowError, ZeroDivisionError):
            raise EvaluationError("formula_domain", text="**") from None
        if whole and exponent > 0 and exponent % 2 == 0 and self.low < 0 < self.high:
            ends.append(0.0)
        unit = tuple((name, power * int(exponent)) for name, power in self.unit) if exponent else PLAIN
        return _made(min(ends), middle, max(ends), unit)

    def mapped(self, name: str, function: Callable[[float], float]) -> Quantity:
        """Image under a rising function of plain numbers."""
        if self.unit:
            raise EvaluationError("formula_sum", text=unit_text(self.unit), other="1")
        try:
            return _made(function(self.low), function(self.mid), function(self.high), PLAIN)
        except (ValueError, OverflowError):
            raise EvaluationError("formula_domain", text=name) from None

    def like(self, other: Quantity) -> Unit:
        """Unit of both; raises :class:`EvaluationError` where they differ."""
        if self.unit != other.unit:
            raise EvaluationError("formula_sum", text=unit_text(self.unit), other=unit_text(other.unit))
        return self.unit


def _made(low: float, mid: float, high: float, unit: Unit) -> Quantity:
    if not all(map(math.isfinite, (low, mid, high))):
        raise EvaluationError("formula_domain", text="+ - * /")
    return Quantity(low, mid, high, unit)


def _combined(one: Unit, other: Unit, sign: int) -> Unit:
    found = dict(one)
    for name, exponent in other:
        found[name] = found.get(name, 0) + sign * exponent
    return tuple(sorted((name, exponent) for name, exponent in found.items() if exponent))
