"""How exact a computed number is, and when an iteration is done."""

from __future__ import annotations

from .errors import GraphError

__all__ = ["DIGITS", "ROUNDS", "ConvergenceError", "settled"]

DIGITS = 9
"""Decimals to which scores must agree to share a rank: the engines agree that far, and no claim is known as well."""
ROUNDS = 1_000_000
"""Rounds after which an iteration is given up."""
_LEAST = 1e-15
"""Change that is only rounding."""


class ConvergenceError(GraphError):
    """A circle in which each firm rests wholly on the next, but for next to nothing: its losses hardly settle."""

    def __init__(self) -> None:
        super().__init__(
            "the losses in a circle of full dependence do not settle: give some tie of it a criticality, revocability, "
            "share or confidence clearly below 1",
            "完全相互依赖的环中损失无法收敛：请将其中某条依赖关系的关键度、可撤性、份额或置信度设为明显小于 1",
        )


def settled(change: float, rounds: int, within: float = 1e-12) -> bool:
    """Whether what is still to come after a round that changed a number by `change` is below `within`.

    The first round changes it by 1 at most, so the changes have shrunk by about ``q = change ** (1 / rounds)`` a round,
    and ``change q / (1 - q)`` is still to come: a slow circle must go on where a fast one may stop.
    """
    if change < _LEAST:
        return True
    if change >= within or rounds < 1:
        return False
    shrinking = float(change ** (1.0 / rounds))
    return change * shrinking / (1.0 - shrinking) < within
