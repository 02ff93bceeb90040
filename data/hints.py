"""What a cell at fault was probably meant to be."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from difflib import get_close_matches
from typing import NamedTuple

from ..ontology.codes import COUNTRIES, CURRENCIES

__all__ = ["NUMBER", "NumberFault", "country", "currency", "near", "number", "share", "when"]

NUMBER = re.compile(r"-?[0-9]{1,30}(\.[0-9]{1,30})?\Z")
"""A number as the tables write it: ASCII digits, a point, no grouping, no exponent."""

_GROUPED = re.compile(r"-?\d{1,3}([,' ]\d{3})+(\.\d+)?\Z")
_COMMA = re.compile(r"-?\d+,\d+\Z")
_SCALE = {
    "bn": 0, "b": 0, "billion": 0, "十亿": 0, "k": -6, "thousand": -6, "m": -3, "mn": -3,
    "million": -3, "百万": -3, "亿": -1, "万": -5, "万亿": 3, "tn": 3, "t": 3, "trillion": 3,
}  # fmt: skip
_UNIT = re.compile(r"(?P<sign>-?)[$€£¥~约]?\s*(?P<digits>\d+(\.\d+)?)\s*(?P<unit>[A-Za-z]+|[十百]?[万亿]+)?\Z")
_COUNTRIES = {
    "UK": "GB", "EN": "GB", "GBR": "GB", "EL": "GR", "USA": "US", "CHN": "CN",
    "PRC": "CN", "JPN": "JP", "JAP": "JP", "KOR": "KR", "TWN": "TW", "DEU": "DE",
    "GER": "DE", "FRA": "FR", "NLD": "NL", "CHE": "CH", "SWE": "SE", "SGP": "SG",
    "HKG": "HK", "SAU": "SA", "ARE": "AE", "UAE": "AE", "KWT": "KW", "QAT": "QA",
    "NOR": "NO", "CAN": "CA", "ISR": "IL", "IND": "IN", "中国": "CN", "美国": "US",
    "英国": "GB", "日本": "JP", "韩国": "KR", "德国": "DE",
}  # fmt: skip
_CURRENCIES = {
    "RMB": "CNY", "CNH": "CNY", "YUAN": "CNY", "人民币": "CNY", "元": "CNY", "US$": "USD",
    "$": "USD", "DOLLAR": "USD", "美元": "USD", "€": "EUR", "欧元": "EUR", "£": "GBP",
    "英镑": "GBP", "NTD": "TWD", "NT$": "TWD", "HK$": "HKD", "港元": "HKD", "港币": "HKD",
    "YEN": "JPY", "日元": "JPY", "WON": "KRW", "韩元": "KRW", "DM": "EUR",
}  # fmt: skip
_DAY_FIRST = re.compile(r"(\d{1,2})[./](\d{1,2})[./](\d{4})\Z")
_YEAR_FIRST = re.compile(r"(\d{4})[-./年](\d{1,2})(?:[-./月](\d{1,2}))?[月日]?\Z")


class NumberFault(NamedTuple):
    """Why a cell is no number (code of the fault), and the number probably meant, or an empty text."""

    code: str
    meant: str


def near(text: str, words: Iterable[str], n: int = 3) -> tuple[str, ...]:
    """At most `n` of `words` that are spelled much like `text`, nearest first.

    Examples
    --------
    >>> near("mircosoft", ["microsoft", "apple"])
    ('microsoft',)
    """
    return tuple(get_close_matches(text[:100], sorted(words), n, 0.7))


def number(text: str, *, billions: bool) -> NumberFault | None:
    """Why `text` is not a number as tables write it; None where it is.

    Parameters
    ----------
    text : str
        The cell.
    billions : bool
        Whether the column holds billions, so that ``350m`` means 0.35.

    Examples
    --------
    >>> number("1,234", billions=True)
    NumberFault(code='number_grouped', meant='1234')
    >>> number("350m", billions=True).meant
    '0.35'
    """
    if NUMBER.match(text):
        return None
    plain = unicodedata.normalize("NFKC", text)[:80].replace("\u2212", "-")
    if NUMBER.match(plain):
        return NumberFault("number_wide", plain)
    if plain.endswith("%"):
        meant = plain[:-1].strip()
        return NumberFault("number_percent", _scaled(meant, -2) if NUMBER.match(meant) else "")
    if _GROUPED.match(plain):
        return NumberFault("number_grouped", re.sub("[,' ]", "", plain))
    if _COMMA.match(plain):
        return NumberFault("number_comma", plain.replace(",", "."))
    found = _UNIT.match(plain)
    if found and (found["unit"] or plain[0] in "$€£¥~约"):
        power = _SCALE.get((found["unit"] or "bn").lower())
        known = power is not None and NUMBER.match(found["digits"])
        return NumberFault(
            "number_unit", _scaled(found["sign"] + found["digits"], power or 0) if billions and known else ""
        )
    return NumberFault("number_form", "")


def _scaled(digits: str, power: int) -> str:
    value = Decimal(digits).scaleb(power)
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def share(text: str) -> tuple[str, ...]:
    """Share meant by a number of per cent.

    Examples
    --------
    >>> share("65")
    ('0.65',)
    """
    return (_scaled(text, -2),) if NUMBER.match(text) and 2 <= float(text) <= 100 else ()


def when(text: str) -> tuple[str, ...]:
    """Date meant by a date in another form, where only one can be meant.

    Examples
    --------
    >>> when("2024/3/5"), when("13.5.2024"), when("3/5/2024")
    (('2024-03-05',), ('2024-05-13',), ())
    """
    plain = unicodedata.normalize("NFKC", text)[:40].strip()
    if re.match(r"\d{4}年?\Z", plain):
        return (plain[:4],)
    if found := re.match(r"(\d{4})(\d\d)(\d\d)\Z", plain) or _YEAR_FIRST.match(plain):
        return _dated(found[1], found[2], found[3])
    found = _DAY_FIRST.match(plain)
    if found and int(found[1]) > 12:
        return _dated(found[3], found[2], found[1])
    if found and int(found[2]) > 12:
        return _dated(found[3], found[1], found[2])
    return ()


def _dated(year: str, month: str, day: str | None) -> tuple[str, ...]:
    try:
        date(int(year), int(month), int(day or 1))
    except ValueError:
        return ()
    return (f"{year}-{int(month):02d}" + (f"-{int(day):02d}" if day else ""),)


def country(text: str) -> tuple[str, ...]:
    """ISO 3166-1 alpha-2 code meant by another code or a name in use for it.

    Examples
    --------
    >>> country("UK")
    ('GB',)
    """
    meant = _COUNTRIES.get(text.upper(), text.upper())
    return (meant,) if meant in COUNTRIES else ()


def currency(text: str) -> tuple[str, ...]:
    """ISO 4217 code meant by another code, a sign or a name.

    Examples
    --------
    >>> currency("RMB")
    ('CNY',)
    """
    meant = _CURRENCIES.get(text.upper(), text.upper())
    return (meant,) if meant in CURRENCIES else near(text.upper(), CURRENCIES)
