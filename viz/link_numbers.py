"""How numbers of the link are written."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from .link_words import say
from .numbers import fixed, signed

if TYPE_CHECKING:
    from ..ontology.language import Language

__all__ = ["interval", "p_value", "percent"]


def interval(ends: Sequence[float | None] | None, lang: Language, *, plus: bool = True) -> str:
    """Interval in words; an end that was not found is named."""
    if ends is None or all(end is None for end in ends):
        return "–"
    low, high = (say("open_end", lang) if end is None else signed(end) if plus else fixed(end) for end in ends)
    return say("to", lang, low=low, high=high)


def p_value(value: float | None) -> str:
    """P-value with three decimals; never zero.

    Examples
    --------
    >>> p_value(0.72069), p_value(0.0001), p_value(None)
    ('0.721', '<0.001', '–')
    """
    if value is None:
        return "–"
    return "<0.001" if value < 0.0005 else f"{value:.3f}"


def percent(share: float, digits: int = 0) -> str:
    """Share in percent."""
    return f"{100 * share:.{digits}f}%"
