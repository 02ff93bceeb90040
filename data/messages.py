"""What each fault says, in English and Chinese: what is wrong, and how to mend it."""

from __future__ import annotations

from ..ontology.language import Language
from . import messages_en, messages_zh

__all__ = ["AUDIT_CODES", "MESSAGES", "PIECES"]

PIECES: dict[str, dict[Language, str]] = {
    "maybe": {"en": " (perhaps {})", "zh": "（可能是 {}）"},
    "or": {"en": " or ", "zh": " 或 "},
}
"""Pieces of the messages: suggestions, and what stands between two."""

MESSAGES: dict[str, dict[Language, tuple[str, str]]] = {
    code: {"en": words, "zh": messages_zh.WORDS[code]} for code, words in messages_en.WORDS.items()
}
"""Code of a fault -> language -> (what is wrong, how to mend it), with the names of its context in braces."""

AUDIT_CODES: tuple[str, ...] = (
    "formula_currency",
    "formula_definitions",
    "formula_domain",
    "formula_name",
    "formula_rate",
    "formula_stated",
    "formula_sum",
    "formula_unit",
    "formula_zero",
)
"""Faults that only show when a formula is worked out over claims, not when a table is read."""
