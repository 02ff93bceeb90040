"""How the numbers of findings are written: a dash where there is none, never a minus before nothing."""

from __future__ import annotations

__all__ = ["change", "fixed", "signed"]

_NONE = "–"


def fixed(value: float | None, digits: int = 2) -> str:
    """Number with so many decimals.

    Examples
    --------
    >>> fixed(-0.001), fixed(0.876), fixed(None)
    ('0.00', '0.88', '–')
    """
    return _NONE if value is None else f"{round(value, digits) + 0.0:.{digits}f}"


def signed(value: float | None, digits: int = 2) -> str:
    """Number with its sign.

    Examples
    --------
    >>> signed(0.031), signed(-0.2), signed(-0.0001)
    ('+0.03', '-0.20', '+0.00')
    """
    return _NONE if value is None else f"{round(value, digits) + 0.0:+.{digits}f}"


def change(value: float | None, digits: int = 2) -> str:
    """Number with its sign, unless it is nothing.

    Examples
    --------
    >>> change(0.7068), change(-0.001), change(None)
    ('+0.71', '0.00', '–')
    """
    return signed(value, digits) if value is not None and round(value, digits) else fixed(value, digits)
