"""Results as plain values: what JSON knows, fractions at ten decimals, never a NaN."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from typing import Any

import numpy as np

__all__ = ["document", "finite", "plain", "rounded"]


def rounded(value: float) -> float:
    """A float to ten decimals: sums may end otherwise on another machine.

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
    return round(float(value), 10) + 0.0  # no negative zero


def finite(value: float | None) -> float | None:
    """A float to ten decimals; None for None, and for what is no finite number.

    Examples
    --------
    >>> finite(1 / 3), finite(math.nan)
    (0.3333333333, None)
    """
    return None if value is None or not math.isfinite(value) else rounded(value)


def plain(value: Any, *, gaps: bool = False) -> Any:  # noqa: ANN401 - any tree of values
    """Dataclasses and mappings as dictionaries, sequences as lists, fractions rounded.

    Parameters
    ----------
    value
        A tree of values.
    gaps : bool
        Whether a number that is not finite is a gap, and becomes None.

    Raises
    ------
    ValueError
        A number is not finite where there are no gaps: whoever computed it should have said why there is none.

    Examples
    --------
    >>> plain({"p": 1 / 3, "interval": (0.0, None)})
    {'p': 0.3333333333, 'interval': [0.0, None]}
    """
    if isinstance(value, np.generic):
        value = value.item()
    if isinstance(value, Mapping):
        return document(value, gaps=gaps)
    if isinstance(value, (list, tuple)):
        return [plain(part, gaps=gaps) for part in value]
    if isinstance(value, (str, int)) or value is None:
        return value
    if is_dataclass(value):
        return {field.name: plain(getattr(value, field.name), gaps=gaps) for field in fields(value)}
    return finite(value) if gaps else rounded(value)


def document(values: Mapping[str, Any], *, gaps: bool = False) -> dict[str, Any]:
    """A mapping as :func:`plain` gives it: the form of every ``to_dict``."""
    return {str(key): plain(part, gaps=gaps) for key, part in values.items()}
