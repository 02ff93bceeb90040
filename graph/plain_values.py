"""Numbers as documents carry them: rounded, never NaN."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from typing import Any

__all__ = ["plain", "rounded"]


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


def plain(value: Any) -> Any:  # noqa: ANN401 - any tree of values
    """Dataclasses as dictionaries, sequences as lists, fractions rounded (sums may end otherwise on another machine).

    Raises
    ------
    ValueError
        A number is not finite: whoever computed it should have said why there is none.

    Examples
    --------
    >>> plain({"p": 1 / 3, "interval": (0.0, None)})
    {'p': 0.3333333333, 'interval': [0.0, None]}
    """
    if isinstance(value, Mapping):
        return {key: plain(part) for key, part in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(part) for part in value]
    if isinstance(value, (str, bool)) or value is None:
        return value
    if is_dataclass(value):
        return {field.name: plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, int):
        return value
    return rounded(float(value))
