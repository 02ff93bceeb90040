"""How exact a computed number is."""

from __future__ import annotations

__all__ = ["DIGITS"]

DIGITS = 9
"""Decimals to which scores must agree to share a rank: the engines agree that far, and no claim is known as well."""
