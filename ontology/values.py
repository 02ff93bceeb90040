"""Value types of the claims: identifiers, dates with their precision, countries, currencies, short quotes.

Each type says what is wrong through a stable error code (see ``definer.data.faults`` for the words shown to people).
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from functools import lru_cache
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, StringConstraints
from pydantic_core import PydanticCustomError

from .codes import COUNTRIES, CURRENCIES

__all__ = [
    "QUOTE_LIMIT",
    "Country",
    "Currency",
    "Id",
    "Identifiers",
    "Ids",
    "Metric",
    "Month",
    "ProviderId",
    "Quote",
    "Text",
    "Texts",
    "Unit",
    "Url",
    "When",
    "WhenOrUnknown",
    "earliest",
    "latest",
    "precision",
    "split",
]

QUOTE_LIMIT = 60
"""Longest quotation, in characters, that a claim may carry."""

_WHEN = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?\Z", re.ASCII)  # no full-width digits
# Control characters and the marks that reverse or hide text on screen (Trojan-source class); tab and newline too,
# since no field of a claim is more than one line.
_HOSTILE = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]")
_DATES = 1 << 14
"""Dates whose days are remembered: claims share some thousands, and every reader asks for them again and again."""
_IDENTIFIER = re.compile(r"(wikidata:Q[0-9]+|lei:[A-Z0-9]{20}|ticker:[A-Z]{4}:[A-Z0-9.\-]+)\Z")


@lru_cache(maxsize=_DATES)
def earliest(when: str) -> date:
    """First day that a date of any precision may mean.

    Examples
    --------
    >>> earliest("1981")
    datetime.date(1981, 1, 1)
    """
    parts = [int(part) for part in when.split("-")]
    return date(parts[0], parts[1] if len(parts) > 1 else 1, parts[2] if len(parts) > 2 else 1)


@lru_cache(maxsize=_DATES)
def latest(when: str) -> date:
    """Last day that a date of any precision may mean.

    Examples
    --------
    >>> latest("1981-02")
    datetime.date(1981, 2, 28)
    """
    first = earliest(when)
    if precision(when) == "day":
        return first
    if precision(when) == "year":
        return date(first.year, 12, 31)
    return first.replace(day=monthrange(first.year, first.month)[1])


def precision(when: str) -> str:
    """Precision of a date: ``year``, ``month`` or ``day``."""
    return ("year", "month", "day")[when.count("-")]


def _check_when(text: str) -> str:
    match = _WHEN.match(text)
    if match is None:
        raise PydanticCustomError("date_form", "{text} is not a date", {"text": text})
    try:
        earliest(text)
    except ValueError:
        raise PydanticCustomError("impossible_date", "{text} does not exist", {"text": text}) from None
    return text


def _check_when_or_unknown(text: str) -> str:
    return text if text == "unknown" else _check_when(text)


def _check_text(text: str) -> str:
    if found := _HOSTILE.search(text):
        code = f"U+{ord(found[0]):04X}"
        raise PydanticCustomError("hostile_text", "holds {code}", {"code": code, "position": found.start() + 1})
    return text


def _check_quote(text: str) -> str:
    if len(text) > QUOTE_LIMIT:
        raise PydanticCustomError("quote_long", "{length} characters", {"length": len(text), "limit": QUOTE_LIMIT})
    return text


def _check_country(text: str) -> str:
    if text not in COUNTRIES:
        raise PydanticCustomError("unknown_country", "unknown country {text}", {"text": text})
    return text


def _check_currency(text: str) -> str:
    if text not in CURRENCIES:
        raise PydanticCustomError("unknown_currency", "unknown currency {text}", {"text": text})
    return text


def _check_identifier(texts: tuple[str, ...]) -> tuple[str, ...]:
    for text in texts:
        if not _IDENTIFIER.match(text):
            raise PydanticCustomError("identifier_form", "{text} is no identifier", {"text": text})
    return texts


def split(value: object) -> object:
    """Parts of a cell that holds several values, separated by ``;``; anything but a text as it is."""
    return tuple(part.strip() for part in value.split(";") if part.strip()) if isinstance(value, str) else value


Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9_.\-]*$", max_length=96)]
"""Identifier of a record: lower-case ASCII, stable, readable (``microsoft``)."""
Ids = Annotated[tuple[Id, ...], BeforeValidator(split)]
"""Several identifiers, separated by ``;`` in a table."""
Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1), AfterValidator(_check_text)]
Texts = Annotated[tuple[Text, ...], BeforeValidator(split)]
Quote = Annotated[str, AfterValidator(_check_text), AfterValidator(_check_quote)]
"""Verbatim words of a source, at most :data:`QUOTE_LIMIT` characters."""
When = Annotated[str, AfterValidator(_check_when)]
"""Date as precise as it is known: ``1981``, ``1981-08`` or ``1981-08-12``."""
WhenOrUnknown = Annotated[str, AfterValidator(_check_when_or_unknown)]
"""A :data:`When`, or ``unknown`` for "it ended, nobody says when"."""
Metric = Annotated[str, StringConstraints(pattern=r"^[a-z0-9_]+$", max_length=64)]
"""Name of a measure: lower-case words, joined by ``_``."""
Month = Annotated[str, StringConstraints(pattern=r"^[0-9]{4}-(0[1-9]|1[0-2])$")]
ProviderId = Annotated[
    str, StringConstraints(pattern=r"^([a-z0-9][a-z0-9_.\-]*|IN_HOUSE|UNKNOWN|OPEN:[A-Za-z0-9/.\-]+)$")
]
"""An organization, or ``IN_HOUSE``, ``UNKNOWN``, ``OPEN:<standard>``."""
Unit = Annotated[str, StringConstraints(pattern=r"^[A-Za-z_%0-9/]+$", max_length=24)]
"""Unit of a figure, one word: ``bn``, ``pct``, ``GW``."""
Url = Annotated[str, StringConstraints(pattern=r"^https?://\S+$"), AfterValidator(_check_text)]
Country = Annotated[str, AfterValidator(_check_country)]
"""ISO 3166-1 alpha-2 code (``GB``, not ``UK``)."""
Currency = Annotated[str, AfterValidator(_check_currency)]
"""ISO 4217 code."""
Identifiers = Annotated[tuple[str, ...], BeforeValidator(split), AfterValidator(_check_identifier)]
"""Identifiers elsewhere: ``wikidata:Q312``, ``lei:...``, ``ticker:XNAS:AAPL`` (market identifier code, then ticker)."""
