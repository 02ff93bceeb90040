"""How numbers of the findings on prediction are written."""

from __future__ import annotations

__all__ = ["p_text", "percent", "signed", "span"]


def p_text(value: float | None) -> str:
    """P value; a dash where there is none."""
    if value is None:
        return "-"
    return "<.001" if value < 0.001 else f"{value:.3f}"


def signed(value: float | None) -> str:
    """Number with its sign; a dash where there is none."""
    return "-" if value is None else f"{value:+.2f}"


def span(low: float | None, high: float | None) -> str:
    """Interval; a dash where there is none."""
    return "-" if low is None or high is None else f"{low:+.2f}, {high:+.2f}"


def percent(share: float, *, sign: bool = False) -> str:
    """Share as a percentage with one decimal."""
    return f"{share:+.1%}" if sign else f"{share:.1%}"
