"""Numbers as documents carry them: rounded, never NaN."""

from __future__ import annotations

import math

__all__ = ["rounded"]


def rounded(value: float) -> float:
    """A float to ten decimals.

    Raises
    ------
    ValueError
        For NaN and infinities: a document says None, and why.

    Examples
    --------
    >>> rounded(1 / 3)
    0.3333333333
    """
    if not math.isfinite(value):
        raise ValueError(f"{value} has no place in a document")
    return round(value, 10) + 0.0  # no negative zero
