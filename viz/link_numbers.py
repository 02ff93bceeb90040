"""How numbers of the link are written."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from .link_words import say

if TYPE_CHECKING:
    from ..ontology.language import Language

__all__ = ["interval", "number", "p_value", "percent", "signed"]


def number(value: float | None, digits: int = 2) -> str:
    """Number with no minus before nothing; a dash where there is none.

    Examples
    --------
    >>> number(-0.001), number(0.876), number(None)
    ('0.00', '0.88', '–')
    """
    return "–" if value is None else f"{round(value, digits) + 0.0:.{digits}f}"


def signed(value: float | None) -> str:
    """Number with its sign.

    Examples
    --------
    >>> signed(0.031), signed(-0.2), signed(-0.0001)
    ('+0.03', '-0.20', '+0.00')
    """
    return "–" if value is None else f"{round(value, 2) + 0.0:+.2f}"


def interval(ends: Sequence[float | None] | None, lang: Language, *, plus: bool = True) -> str:
    """Interval in words; an end that was not found is named."""
    if ends is None or all(end is None for end in ends):
        return "–"
    low, high = (say("open_end", lang) if end is None else signed(end) if plus else number(end) for end in ends)
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
