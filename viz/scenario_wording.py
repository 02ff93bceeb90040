"""Numbers and names as the findings of a scenario show them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..ontology.language import Language
from . import numbers
from .scenario_words import WORDS

__all__ = ["country", "fixed", "name_of", "say", "signed", "span"]


def say(key: str, lang: Language, **values: object) -> str:
    """Words for `key` in the language, with the values filled in."""
    return WORDS[key][lang == "zh"].format(**values)


def country(code: str, lang: Language) -> str:
    """Name of a country that the findings compare; the code of any other."""
    return say(f"country.{code}", lang) if f"country.{code}" in WORDS else code


def fixed(value: float | None, digits: int = 4) -> str:
    """Text of a number: shares of power are small, so four decimals are shown."""
    return numbers.fixed(value, digits)


def signed(value: float | None, digits: int = 4) -> str:
    """Text of a change, with its sign unless it is nothing."""
    return numbers.change(value, digits)


def span(low: float | None, high: float | None, lang: Language, digits: int = 4) -> str:
    """Text of an interval."""
    if low is None or high is None:
        return "–"
    return say("to", lang, low=signed(low, digits), high=signed(high, digits))


def name_of(key: str, document: Mapping[str, Any], lang: Language) -> str:
    """Name of a firm, cohort or slot; its id where there is none."""
    names = document["names"].get(key)
    return str(names[lang]) if names else key
